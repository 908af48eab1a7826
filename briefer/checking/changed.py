"""What rests on passages whose words have changed since it was written: statements, and differences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefer.actions.following import named
from briefer.actions.rereading import reworded
from briefer.checking.finding import Finding
from briefer.checking.statements import opening
from briefer.citing.citation import SHORT_ID
from briefer.citing.piece import series
from briefer.model.project import Project
from briefer.model.records import BLUF, UNSETTLED, Difference, Passage, Section, Statement

_NUMBER: Final = re.compile(r"\d+(?:[.,:]\d+)*")


def changed_findings(project: Project) -> Iterator[Finding]:
    """Yield each statement and difference that rests on words which somebody accepted for others."""
    for record, passages in _resting(project, [fate.passage for fate in reworded(project)]):
        if _is_quotation(record):
            continue
        names = series([passage.id[:SHORT_ID] for passage in passages])
        message = f"{_said(project, record)}; look at it again, and accept the words of {names}."
        yield Finding("changed-words", "warning", message, record.id)


def resting(project: Project, passages: Iterable[Passage]) -> list[str]:
    """Say of each statement and difference that names one of the passages that their words have changed.

    A quotation is what its passages say, wherever these stand.
    """
    return [
        f"{_said(project, record)}."
        for record, those in _resting(project, passages)
        if not _is_quotation(record) or any(passage.state in UNSETTLED for passage in those)
    ]


def _resting(
    project: Project, passages: Iterable[Passage]
) -> list[tuple[Statement | Difference, list[Passage]]]:
    """Return what names passages, each once, with those that it names."""
    known = {passage.id: passage for passage in passages}
    records: list[Statement | Difference] = [*project.statements(), *project.differences()] if known else []
    resting = ((record, [known[one] for one in named(record) if one in known]) for record in records)
    return [(record, passages) for record, passages in resting if passages]


def _is_quotation(record: Statement | Difference) -> bool:
    return isinstance(record, Statement) and record.kind == "quotation"


def _said(project: Project, record: Statement | Difference) -> str:
    passages = [passage for one in named(record) if (passage := project.get(Passage, one))]
    unsettled = any(passage.state in UNSETTLED for passage in passages)  # what it will say is not known yet
    how = "rests on words that " + ("are not surely there any more" if unsettled else "have changed")
    if isinstance(record, Difference):
        return f"{'The ruling on' if record.ruling else 'The difference'} {opening(record.question)} {how}"
    section = project.get(Section, record.section) if record.section != BLUF else None
    said = f"The statement {opening(record.text)} in {section.title if section else 'the bottom line'} {how}"
    there = set(_NUMBER.findall(" ".join(passage.anchor.quote for passage in passages)))
    missing = [number for number in dict.fromkeys(_NUMBER.findall(record.text)) if number not in there]
    return f"{said}, and its {series(missing)} is not among them" if missing and not unsettled else said
