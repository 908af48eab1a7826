"""What became of the differences since an issue, and of the rulings on them."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefer.model.quotations import words_said
from briefer.model.records import Difference, Issue
from briefer.writing.desk import Desk
from briefer.writing.issued import LEAST, LINE, Alteration, Group, even, opening, parts

_UNRESOLVED: Final = " – unresolved."
_RULING: Final = " – “{}”"


class _Ruling(NamedTuple):
    question: str
    ruling: str
    reason: str | None = None
    passages: str | None = None
    said: str = ""


def rulings_changed(desk: Desk, before: Issue, where: str, link: str) -> Group:
    """Return the changes of the differences and of the rulings on them."""
    issued = {name: _Ruling(*parts) for name, *parts in map(parts, before.rulings)}
    found = [
        Alteration(name, _ruled(one, name))
        for one in desk.differences
        if (name := _difference_changed(one, issued.get(one.id), words_said(desk.passages, one.passages)))
    ]
    kept = {one.id for one in desk.differences}
    gone = [was for name, was in issued.items() if name not in kept]
    new = len(desk.differences) == len(found) and issued.keys().isdisjoint(kept)
    found += [Alteration("Removed", opening(was.question, LINE - len("Removed: "))) for was in gone]
    return Group(where, link, tuple(found), "differences" if new and not gone else "")


def _difference_changed(one: Difference, was: _Ruling | None, said: str) -> str:
    """Say what became of a difference, whose passages say this, or nothing."""
    if was is None:
        return "Added"
    ruling = even(one.ruling)
    if ruling != was.ruling:
        return "Ruling changed" if ruling and was.ruling else "Ruled on" if ruling else "Ruling withdrawn"
    if was.passages is not None and was.passages.split() != list(one.passages):
        return "Answers changed"
    if was.said and was.said != said:
        return "Answers reworded"
    if even(one.question) != was.question:
        return "Question reworded"
    return "Reason changed" if was.reason is not None and even(one.reason) != was.reason else ""


def _ruled(one: Difference, name: str) -> str:
    """Return the first words of a question and, as far as the line has room, of the ruling on it."""
    room = LINE - len(f"{name}: ")
    if not one.ruling:
        return opening(even(one.question), room - len(_UNRESOLVED)) + _UNRESOLVED
    question = opening(even(one.question), room)
    left = room - len(question) - len(_RULING.format(""))
    return question + _RULING.format(opening(even(one.ruling), left)) if left >= LEAST else question
