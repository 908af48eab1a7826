"""Templates chosen for a new project, and made of the sections of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefer.model.project import Project
from briefer.model.records import Section
from briefer.tasks.opening import DEFAULT_TEMPLATE
from briefer.tasks.output import write_beside


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of brief to begin; `name` is what `new_project` takes: a template's name or a file."""

    name: str
    title: str
    sections: Sequence[Section]


def shipped_kinds() -> list[Kind]:
    """Return the kinds of brief that come with the program, the usual one first and the blank one last."""
    from briefer.exchange.templates import names

    kinds = [kind_of(name) for name in names()]
    return sorted(kinds, key=lambda kind: (kind.name != DEFAULT_TEMPLATE, not kind.sections, kind.title))


def kind_of(name: str) -> Kind:
    """Return a kind of brief by its template's name or file; raises BrieferError when it is none."""
    from briefer.exchange.templates import read_template

    found = read_template(name)
    return Kind(name, found.title, found.sections)


def save_template(project: Project, path: Path) -> None:
    """Write the project's sections to a file that new projects can begin with, called by its name."""
    from briefer.exchange.templates import write_template

    write_beside(path, write_template(path.stem, project.sections()))
