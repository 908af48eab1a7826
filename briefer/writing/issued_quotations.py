"""What became of the quotations that sections printed when the brief was issued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefer.model.records import Issue, Statement
from briefer.writing.desk import Desk
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

    def changed(self, kept: str, now: str) -> Iterator[Alteration]:
        """Yield what became of the quotations of one source, as `model.quotations` writes them."""
        was, today = _read(kept), _read(now)
        order = {place: number for number, place in enumerate(was)}
        stayed = [place for place in today if place in was]
        in_order = rising([order[place] for place in stayed])
        new = [place for place in today if place not in was and place not in self._stated]
        gone = [place for place in was if place not in today and place not in self._cited]
        yield from self._told("Quoted anew", new)
        yield from self._told("Quoted in other words", [each for each in stayed if was[each] != today[each]])
        yield from self._told(
            "Quoted in another place", [each for each in stayed if order[each] not in in_order]
        )
        yield from self._told("No longer quoted", gone)

    def _told(self, name: str, places: list[_Place]) -> Iterator[Alteration]:
        there = [self._passages[passage] for _, passage in places if passage in self._passages]
        for passage in there[:_NAMED]:
            yield quoting(name, even(passage.anchor.quote))
        if len(there) > _NAMED:
            yield Alteration(name, f"{len(there) - _NAMED} more.")
        removed = len(places) - len(there)
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
