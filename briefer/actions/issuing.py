"""What a user does when the brief goes out: its version is kept, to compare the next one with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple

from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.quotations import quotations, words_said
from briefer.model.records import Issue, Passage, new_id


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
    passages = {passage.id: passage for passage in project.passages()}
    quoted = quotations(project, passages)
    sources = (
        _line(one.id, one.label, one.text, *astuple(one.reference), one.original, quoted.get(one.id, ""))
        for one in project.sources()
    )
    rulings = (
        _line(one.id, one.question, one.ruling, one.reason, " ".join(one.passages),
              words_said(passages, one.passages))
        for one in project.differences()
    )  # fmt: skip
    return tuple(_statements(project, passages)), tuple(sources), tuple(rulings)


def stands(project: Project, issued: Issue) -> bool:
    """Tell whether a project says what it said when it was issued, as far as the issue kept that."""
    kept = (issued.statements, issued.sources, issued.rulings)
    return all(map(_alike, kept, stand(project)))


def _alike(kept: Sequence[str], now: Sequence[str]) -> bool:
    """Tell whether lines are those of today, or their beginnings: earlier issues kept fewer parts."""
    return len(kept) == len(now) and all(
        f"{new}\t".startswith(f"{old}\t") for old, new in zip(kept, now, strict=True)
    )


def _statements(project: Project, passages: Mapping[str, Passage]) -> Iterator[str]:
    for section in (None, *project.sections()):
        for statement in project.statements_under(section):
            title, cites = section.title if section else "Bottom line", " ".join(statement.cites)
            said = words_said(passages, statement.cites)
            yield _line(statement.id, title, statement.text, statement.kind, cites, statement.section, said)


def _line(*parts: str) -> str:
    """Join parts by tabs; white space in them becomes a space."""
    return "\t".join(" ".join(part.split()) for part in parts)
