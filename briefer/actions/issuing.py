"""What a user does when the brief goes out: its version is kept, to compare the next one with."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import Issue, new_id


def issue(project: Project, day: str) -> Change:
    """Record that the brief, as it stands, was issued on a day (ISO 8601).

    Raises BrieferError when it has no version, or its version was issued already.
    """
    version = project.details().version
    if not version:
        raise BrieferError("The brief has no version; set one, such as 1, and issue it then.")
    issued = project.issues()
    if any(one.version == version for one in issued):
        raise BrieferError(f"Version {version} was issued already; set the next one and issue that.")
    place = rank.between(issued[-1].rank if issued else "")
    made = Issue(new_id(), version, day, *stand(project), place)
    return Change(f"Issue version {version}", (Edit(None, made),))


def stand(project: Project) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the statements, sources and rulings of a project as an issue keeps them."""
    sources = (_line(one.id, one.label, one.text, one.reference.title) for one in project.sources())
    rulings = (_line(one.id, one.question, one.ruling) for one in project.differences())
    return tuple(_statements(project)), tuple(sources), tuple(rulings)


def _statements(project: Project) -> Iterator[str]:
    for section in (None, *project.sections()):
        for statement in project.statements_under(section):
            yield _line(statement.id, section.title if section else "Bottom line", statement.text)


def _line(*parts: str) -> str:
    """Join parts by tabs; white space in them becomes a space."""
    return "\t".join(" ".join(part.split()) for part in parts)
