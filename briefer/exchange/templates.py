"""The sets of sections that a new project may begin with, shipped or the user's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError
from briefer.exchange import emitter, events
from briefer.exchange.events import Tree
from briefer.model import rank
from briefer.model.invariants import check_project
from briefer.model.plain import from_plain, to_plain
from briefer.model.records import Details, Section, new_id
from briefer.paths import resources

_FORM: Final = 1
_KEYS: Final = {"briefer_template", "title", "sections"}
_OF_A_PROJECT: Final = {"id", "rank"}
"""What a section is given anew in every project."""

_SUFFIX: Final = ".yaml"
_MAX_BYTES: Final = 1 << 20


class TemplateError(BrieferError):
    """A template is unknown, unreadable or not one; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Template:
    """What a kind of brief is called, and its sections, each with an id of its own."""

    title: str
    sections: Sequence[Section]


def names() -> list[str]:
    """Return the names of the templates that come with the program."""
    return sorted(path.stem for path in resources("templates").glob(f"*{_SUFFIX}"))


def load_template(name: str, new_id: Callable[[], str] = new_id) -> list[Section]:
    """Return the sections of a template, as `read_template` does."""
    return list(read_template(name, new_id).sections)


def read_template(name: str, new_id: Callable[[], str] = new_id) -> Template:
    """Return a template by its name or the path of a .yaml file, each of its sections with a new id.

    Raises TemplateError, or another BrieferError when a section is not as it must be.
    """
    tree = events.read(_content(name))
    if not isinstance(tree, dict) or tree.get("briefer_template") != _FORM or tree.keys() != _KEYS:
        wanted = "“briefer_template: 1”, “title” and “sections”"
        raise TemplateError(f"“{name}” is not a briefing template: it must hold {wanted} and nothing else.")
    title, sections = tree["title"], tree["sections"]
    if not isinstance(title, str) or not isinstance(sections, list):
        raise TemplateError(f"In the template “{name}” the title must be text and the sections a list.")
    ranks = rank.spread(len(sections))
    found = [_section(plain, new_id(), rank) for plain, rank in zip(sections, ranks, strict=True)]
    check_project([Details(title=title), *found], lambda _name: None, lambda _name: None)
    return Template(title, found)


def write_template(title: str, sections: Sequence[Section]) -> bytes:
    """Return these sections as a template that `read_template` reads back."""
    plain: list[Tree] = [
        {name: value for name, value in to_plain(section).items() if name not in _OF_A_PROJECT}
        for section in sections
    ]
    return emitter.write({"briefer_template": _FORM, "title": title, "sections": plain}).encode()


def _section(plain: Tree, identifier: str, rank: str) -> Section:
    fields = plain if isinstance(plain, dict) else {}
    return from_plain(Section, {**fields, "id": identifier, "rank": rank})


def _content(name: str) -> bytes:
    path = Path(name) if name.endswith(_SUFFIX) else resources("templates") / f"{name}{_SUFFIX}"
    if not name.endswith(_SUFFIX) and name not in names():
        raise TemplateError(
            f"No template is called “{name}”; take one of {', '.join(names())}, or a .yaml file."
        )
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise TemplateError(f"The template “{name}” cannot be read: {error.strerror}.") from None
    if len(content) > _MAX_BYTES:
        raise TemplateError(f"The template “{name}” is larger than 1 MB, so it is none.")
    return content
