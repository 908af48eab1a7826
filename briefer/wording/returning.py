"""Lines that return from page to page, as heads and feet do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median
from typing import Final

from briefer.wording.characters import Span

_MOST: Final = 3
"""Lines of a head or foot."""
_NEAR: Final = 2
"""Pages: those on the left often have another head than those on the right."""
_NUMBER: Final = re.compile(r"(\d{1,9})")
_LINE: Final = re.compile(r"[^\n]+")
_LONGEST: Final = 120
_OTHERWISE: Final = re.compile(r"^$|[.!?…:;,。！？]$")
"""Lines that are blank or end as heads do not."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_BETWEEN_CELLS: Final = " | "
_YEAR: Final = 1_900
"""From here on a number is none of a page."""
_FEWEST: Final = 3
"""Places at which a line that returns stands."""
_PAGE: Final = 600
"""Code points, at least, that most of them are apart: speakers' names and cells of a table are closer."""


def returning(pages: Sequence[Sequence[str]]) -> list[int]:
    """Count for each page those of its lines, from the first on, that return on a page close by.

    Numbers may stay or count with the pages. Of feet, give the lines of each page from the last to the first.
    """
    edges = [[_parts(line) for line in lines[:_MOST]] for lines in pages]
    return [_count(edges, number) for number in range(len(edges))]


def _parts(line: str) -> list[str]:
    """Part a line into words and numbers by turns."""
    return _NUMBER.split(" ".join(line.casefold().split()))


def _count(edges: list[list[list[str]]], number: int) -> int:
    return sum(1 for _ in takewhile(lambda line: _returns(line, number, edges), edges[number]))


def _returns(line: list[str], number: int, edges: list[list[list[str]]]) -> bool:
    return any(
        _is_same(line, other, near - number)
        for near in range(max(number - _NEAR, 0), min(number + _NEAR + 1, len(edges)))
        if near != number
        for other in edges[near]
    )


def _is_same(line: list[str], other: list[str], pages: int) -> bool:
    """Tell whether two lines say the same, and whether each number stays or counts with so many pages."""
    return len(line) == len(other) and all(
        mine == theirs or (place % 2 and int(theirs) - int(mine) == pages)
        for place, (mine, theirs) in enumerate(zip(line, other, strict=True))
    )


def returning_lines(text: str) -> Iterator[Span]:
    """Yield the lines of a text, a page or so apart, that say the same; page numbers in them may count."""
    chains: defaultdict[tuple[str, ...], dict[tuple[int, ...], list[Span]]] = defaultdict(dict)
    broken: list[list[Span]] = []
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if len(words) > _LONGEST or _OTHERWISE.search(words):
            continue
        parts = _parts(words)
        numbers = tuple(map(int, parts[1::2]))
        known = chains[tuple(parts[::2])]
        chain = next((known.pop(before) for before in _before(words, numbers) if before in known), [])
        if numbers in known:
            broken.append(known[numbers])
        chain.append(line.span())
        known[numbers] = chain
    for chain in (*broken, *(chain for known in chains.values() for chain in known.values())):
        if len(chain) >= _FEWEST and median(after[0] - one[0] for one, after in pairwise(chain)) >= _PAGE:
            yield from chain


def _before(words: str, numbers: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield what the numbers of a line may have been where it stood before.

    In lines of one word and a number they do not count: those are headings, as Article 1 is.
    """
    named = len(_WORD.findall(words))
    if named:
        yield numbers
    for place, number in enumerate(numbers):
        if number < _YEAR and (named != 1 or _BETWEEN_CELLS in words):
            yield from (
                (*numbers[:place], number - near, *numbers[place + 1 :]) for near in range(1, _NEAR + 1)
            )
