"""Where two sequences of paragraphs differ: what was changed, added, left out or moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from briefer.wording.differing import alike

_ALIGNABLE: Final = 4_000
_LIKENESSES: Final = 400_000
"""Stretches longer than this, or with more equal pairs, are compared place by place: aligning takes long."""
_MARK: Final = re.compile(r"\u2009?\[\^[^\]]*\]")

Kind = Literal["changed", "added", "missing", "moved", "reattributed"]
_Stretch = tuple[int, int, int, int]


class Difference(NamedTuple):
    """What stands at a place of what was found, and at one of what was promised; places count from 0.

    A text that is missing was found nowhere: its place is the one before which it should stand. Of two
    texts that differ in nothing but the marks of notes, one is attributed to other sources.
    """

    kind: Kind
    place: int
    found: str
    due: int
    promised: str


def differences(found: Sequence[str], promised: Sequence[str]) -> list[Difference]:
    """List where what was found is not what was promised, in the order of what was found."""
    if found == promised:
        return []
    differing = [
        difference
        for stretch in _stretches(found, promised)
        for difference in _differing(stretch, found, promised)
    ]
    return _with_moves(differing)


def runs(differing: Iterable[Difference]) -> Iterator[list[Difference]]:
    """Join neighbours that were added, left out or moved together, as a page or section is."""
    run: list[Difference] = []
    for each in differing:
        if run and not _goes_on(run[-1], each):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _goes_on(before: Difference, after: Difference) -> bool:
    on, due = after.place - before.place, after.due - before.due
    match after.kind if after.kind == before.kind else "":
        case "missing":
            return due == 1 and on in {0, 1}
        case "added":
            return on == 1 and due in {0, 1}
        case "moved":
            return on == due == 1
        case _:
            return False


def renumbering(found: Sequence[str], promised: Sequence[str]) -> dict[int, int]:
    """Give for each text found its number (from 1) among those promised; a strange one has none."""
    numbers: dict[int, int] = {}
    done, due = 0, 0
    for first, last, low, high in (*_stretches(found, promised), (len(found),) * 2 + (len(promised),) * 2):
        numbers |= {place + 1: due + place - done + 1 for place in range(done, first)}
        if last - first == high - low:
            numbers |= {first + at + 1: low + at + 1 for at in range(last - first)}
        done, due = last, high
    return numbers


def unmarked(words: str) -> str:
    """Return words without the marks of notes in them."""
    return _MARK.sub("", words)


def _stretches(found: Sequence[str], promised: Sequence[str]) -> Iterator[_Stretch]:
    """Yield where the two differ: from and to in what was found, from and to in what was promised."""
    head = alike(found, promised)
    tail = min(alike(found[::-1], promised[::-1]), len(found) - head, len(promised) - head)
    left, right = found[head : len(found) - tail], promised[head : len(promised) - tail]
    if not _alignable(left, right):
        yield head, head + len(left), head, head + len(right)
        return
    for kind, first, last, low, high in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            yield head + first, head + last, head + low, head + high


def _alignable(left: Sequence[str], right: Sequence[str]) -> bool:
    if max(len(left), len(right)) > _ALIGNABLE:
        return False
    there = Counter(right)
    return sum(there[words] for words in left) <= _LIKENESSES


def _differing(stretch: _Stretch, found: Sequence[str], promised: Sequence[str]) -> Iterator[Difference]:
    """Pair what stands in a stretch place by place; what is left over was added, or is missing."""
    first, last, low, high = stretch
    for place in range(max(last - first, high - low)):
        at, due = first + place, low + place
        if at < last and due < high and found[at] == promised[due]:
            continue
        if at >= last or (due < high and not found[at]):
            yield Difference("missing", min(at, last), "", due, promised[due])
        elif due >= high or not promised[due]:
            yield Difference("added", at, found[at], min(due, high), "")
        else:
            same = unmarked(found[at]) == unmarked(promised[due])
            yield Difference("reattributed" if same else "changed", at, found[at], due, promised[due])


def _with_moves(differing: Iterable[Difference]) -> list[Difference]:
    """Join each text that was added with its like that is missing elsewhere: it was moved."""
    listed = list(differing)
    missing: dict[str, list[int]] = {}
    for number, each in enumerate(listed):
        if each.kind == "missing":
            missing.setdefault(unmarked(each.promised), []).append(number)
    gone: set[int] = set()
    for number, each in enumerate(listed):
        if each.kind == "added" and (left := missing.get(unmarked(each.found))):
            gone.add(left[0])
            other = listed[left.pop(0)]
            listed[number] = Difference("moved", each.place, each.found, other.due, other.promised)
    return [each for number, each in enumerate(listed) if number not in gone]
