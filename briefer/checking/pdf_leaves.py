"""Which pages a PDF has: those that were exported in their order, or some lost, added, doubled or moved.

Each page says at its foot which one it is. Where a whole page explains what differs it is told once,
and the words on the other pages are still compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, NamedTuple

from briefer.checking.discrepancy import Discrepancy, page_finding
from briefer.wording.differing import alike, excerpt
from briefer.writing.pdf_letters import as_read

_FOLIO: Final = re.compile(r"Page (\d+) of (\d+)")
_FOOT_OF_PAPER: Final = ("paper", 2)
_OURS: Final = frozenset({"body", "foot"})

Stretches = Sequence[Any]


class Leaf(NamedTuple):
    """A page by the number that it prints, and its words as `isolated.pdf_text` gives them."""

    number: int
    stretches: Stretches


@dataclass(frozen=True, slots=True)
class Leaves:
    """The pages of a brief in their order, how many it had, and what became of the others."""

    pages: tuple[Leaf, ...]
    total: int
    strange: tuple[Discrepancy, ...] = ()
    added: frozenset[int] = frozenset()
    """The places in the file (from 0) of pages that are none of the brief's."""

    def gaps(self) -> Iterator[tuple[int, int]]:
        """Give the first and the last page of each run of pages that is not there."""
        for before, after in pairwise((0, *(page.number for page in self.pages), self.total + 1)):
            if after - before > 1:
                yield before + 1, after - 1


def leaves(pages: Sequence[Stretches], banner: str) -> Leaves:
    """Sort the pages of a file, which say their number before the banner.

    Where a changed number explains nothing they stay as they are.
    """
    plain = Leaves(tuple(Leaf(place, page) for place, page in enumerate(pages, 1)), len(pages))
    ours = [(place, page) for place, page in enumerate(pages) if any(each[0] in _OURS for each in page)]
    folios = [_folio(page, banner) for _, page in ours]
    totals = {total for _, total in folios}
    if not ours or len(totals) != 1 or not 0 < max(folios)[0] <= (total := totals.pop()):
        return plain
    numbers = [number for number, _ in folios]
    kept: dict[int, Stretches] = {}
    for number, (_, page) in zip(numbers, ours, strict=True):
        if kept.setdefault(number, page) != page:
            return plain
    added = frozenset(range(len(pages))) - {place for place, _ in ours}
    strange = (*_added(pages, added), *_doubled(numbers), *_moved(numbers))
    return Leaves(tuple(Leaf(*one) for one in sorted(kept.items())), total, strange, added)


def filled(
    pages: Leaves, kind: str, found: Mapping[int, str], promised: Mapping[int, str]
) -> tuple[dict[int, str], dict[int, str]]:
    """Put back the words that lost pages took: those of whole paragraphs, and of some cut at their edges.

    `kind` is body or foot, the words go by number. Given beside them are the first words that went with
    each run of pages, by its first page.
    """
    whole, begin = dict(found), dict[int, str]()
    for first, last in pages.gaps():
        above = [n for page in pages.pages if page.number < first for n in _belonging(page, kind)]
        below = [n for page in pages.pages if page.number > last for n in _belonging(page, kind)]
        low, high = max(above, default=min(promised, default=0)), min(below, default=max(promised, default=0))
        for number in promised:
            if not min(low, high) <= number <= max(low, high):
                continue
            gone = _gone(found.get(number, ""), promised.get(number, ""))
            if gone:
                whole[number] = promised[number]
                begin.setdefault(first, gone)
    return whole, begin


def lost(pages: Leaves, begin: Mapping[int, str]) -> Iterator[Discrepancy]:
    """Yield each run of pages that is not there; `begin` has the first words that went with it."""
    for first, last in pages.gaps():
        which = f"Page {first} is" if first == last else f"Pages {first} to {last} are"
        words = f", from “{excerpt(begin[first], '')}” on" if first in begin else ""
        yield page_finding("missing-page", f"{which} missing{words}", f"page {first}")


def _gone(found: str, promised: str) -> str:
    """Return what is not there of words of which a page took the beginning, middle or end; "" if more is."""
    there, whole = as_read(found), as_read(promised)
    head = alike(there, whole)
    left = there[head:].strip()
    return whole[head : len(whole) - len(left)].strip() if whole.endswith(left) else ""


def _folio(page: Stretches, banner: str) -> tuple[int, int]:
    """Return which page of how many one says to be, or zeros."""
    words = "".join(text for kind, number, text, _ in page if (kind, number) == _FOOT_OF_PAPER)
    found = _FOLIO.fullmatch(as_read(words).removesuffix(as_read(banner)))
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _belonging(page: Leaf, kind: str) -> list[int]:
    return [number for each, number, *_ in page.stretches if each == kind]


def _added(pages: Sequence[Stretches], added: frozenset[int]) -> Iterator[Discrepancy]:
    for place in sorted(added):
        words = as_read("".join(text for _, _, text, _ in pages[place]))
        says = f"“{excerpt(words, '')}”" if words else "without words"
        where = f"sheet {place + 1}"
        yield page_finding("added-page", f"The file’s {where} was added ({says})", where)


def _doubled(numbers: Sequence[int]) -> Iterator[Discrepancy]:
    for number in sorted({number for number in numbers if numbers.count(number) > 1}):
        yield page_finding("added-page", f"Page {number} is there more than once", f"page {number}")


def _moved(numbers: Sequence[int]) -> Iterator[Discrepancy]:
    order = list(dict.fromkeys(numbers))
    for number, due in zip(order, sorted(order), strict=True):
        if number != due:
            what = f"Page {number} stands where page {due} belongs"
            yield page_finding("moved-page", what, f"page {due}")
            return
