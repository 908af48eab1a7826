"""What became of the quotations that sections printed when the brief was issued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefer.model.records import Issue, Statement
from briefer.writing.desk import Desk, passages_behind
from briefer.writing.issued import Alteration, even, parts, quoting, rising

_NAMED: Final = 3
"""Quotations that are named of those to which the same happened."""
_Place = tuple[str, str]
"""The ids of a section and of a passage that it quotes."""


class IssuedQuotations:
    """What a brief quoted when it was issued, beside what it quotes today.

    What a statement of the section cites is printed with the statement, and told with it.
    """

    def __init__(self, desk: Desk, before: Issue) -> None:
        self._passages = desk.passages
        self._stated = {
            (section, cite)
            for _, _, _, _, cites, section, *_ in filter(_says_where, map(parts, before.statements))
            for cite in cites.split()
        }
        self._cited = {
            (entry.section, cite)
            for printed in desk.printed
            for entry in printed.body
            if isinstance(entry, Statement)
            for cite in entry.cites
        }
        body = [entry for printed in desk.printed for entry in printed.body]
        self._printed = {passage.id for passage in passages_behind(desk, body)}
        self._printed |= {answer for difference in desk.differences for answer in difference.passages}

    def changed(self, kept: str, now: str) -> Iterator[Alteration]:
        """Yield what became of the quotations of one source, as `model.quotations` writes them."""
        was, today = _read(kept), _read(now)
        said = {passage: words for (_, passage), words in was.items()}
        order = {place: number for number, place in enumerate(was)}
        in_order = rising([order[place] for place in today if place in was])
        new = [place for place in today if place not in was]
        gone = [place for place in was if place not in today]
        moved = {passage for _, passage in new} & {passage for _, passage in gone}
        left = [place for place in gone if place[1] not in moved and place not in self._cited]
        still = {place for place in left if place[1] in self._printed or was[place] in today.values()}
        found = {
            "Quoted anew": [each for each in new if each[1] not in moved and each not in self._stated],
            "Quoted in other words": [
                each for each in today if said.get(each[1], today[each]) != today[each]
            ],
            "Quoted in another place": [
                each for each in today if each in was and order[each] not in in_order
            ],
            "Quoted in another section": [each for each in new if each[1] in moved],
            "Taken out of a section": [each for each in left if each in still],
            "No longer quoted": [each for each in left if each not in still],
        }
        for name, places in found.items():
            yield from self._told(name, [*dict.fromkeys(passage for _, passage in places)])

    def _told(self, name: str, passages: list[str]) -> Iterator[Alteration]:
        there = [self._passages[passage] for passage in passages if passage in self._passages]
        for passage in there[:_NAMED]:
            yield quoting(name, even(passage.anchor.quote))
        if len(there) > _NAMED:
            yield Alteration(name, f"{len(there) - _NAMED} more.")
        removed = len(passages) - len(there)
        if removed:
            words = "a passage that was removed" if removed == 1 else f"{removed} passages that were removed"
            yield Alteration(name, f"{words} since.")


def _says_where(line: list[str]) -> bool:
    """Tell whether the line of a statement has what it cites and its section: earlier issues kept neither."""
    return len(line) > 5  # noqa: PLR2004 - these are the fifth and the sixth


def _read(kept: str) -> dict[_Place, str]:
    """Return the hashes of quotations by their places, in their order."""
    written = (each.split(":") for each in kept.split())
    return {(section, passage): said for section, passage, said in written}
