"""What became of the differences since an issue, and of the rulings on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from briefer.model.quotations import words_said
from briefer.model.records import Difference, Issue, Passage
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
        if (name := _difference_changed(one, issued.get(one.id), desk.passages))
    ]
    kept = {one.id for one in desk.differences}
    gone = [was for name, was in issued.items() if name not in kept]
    new = len(desk.differences) == len(found) and issued.keys().isdisjoint(kept)
    found += [Alteration("Removed", opening(was.question, LINE - len("Removed: "))) for was in gone]
    return Group(where, link, tuple(found), "differences" if new and not gone else "")


def _difference_changed(one: Difference, was: _Ruling | None, passages: Mapping[str, Passage]) -> str:
    """Say what became of a difference, or nothing."""
    if was is None:
        return "Added"
    ruling = even(one.ruling)
    if ruling != was.ruling:
        return "Ruling changed" if ruling and was.ruling else "Ruled on" if ruling else "Ruling withdrawn"
    if answers := _answers_changed(one, was, passages):
        return answers
    if even(one.question) != was.question:
        return "Question reworded"
    return "Reason changed" if was.reason is not None and even(one.reason) != was.reason else ""


def _answers_changed(one: Difference, was: _Ruling, passages: Mapping[str, Passage]) -> str:
    """Say what became of the answers, as far as the issue kept them, or nothing."""
    before = list(one.passages) if was.passages is None else was.passages.split()
    if set(before) != set(one.passages):
        return "Answers changed"
    if was.said and was.said != words_said(passages, before):
        return "Answers reworded"
    return "Answers in another order" if before != list(one.passages) else ""


def _ruled(one: Difference, name: str) -> str:
    """Return the first words of a question and, as far as the line has room, of the ruling on it."""
    room = LINE - len(f"{name}: ")
    if not one.ruling:
        return opening(even(one.question), room - len(_UNRESOLVED)) + _UNRESOLVED
    question = opening(even(one.question), room)
    left = room - len(question) - len(_RULING.format(""))
    return question + _RULING.format(opening(even(one.ruling), left)) if left >= LEAST else question
