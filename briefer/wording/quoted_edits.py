"""The edits that a quotation may show: an omission […], a [sic], words inserted in brackets.

An edit is written "START-END:WORDS": the stretch of the quoted words that it stands for (code points,
end exclusive) and what is printed there, one bracket with the white space around it. A [sic] or an
insertion stands for white space at most, an omission for more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

OMISSION: Final = "[…]"
SIC: Final = "[sic]"
OMISSIONS: Final = frozenset({OMISSION, "[...]"})
_BRACKET: Final = re.compile(r"(?:(?<!\s)\s+)?(\[[^\[\]\n]+\])\s*")
_WHITE: Final = re.compile(r"\s*")
_LETTER: Final = re.compile(r"\s*\S")
_WRITTEN: Final = re.compile(r"([0-9]+)-([0-9]+):(.+)", re.DOTALL)


class QuotedEdit(NamedTuple):
    """What stands for `quote[start:end]` (code points)."""

    start: int
    end: int
    words: str

    def __str__(self) -> str:
        return f"{self.start}-{self.end}:{self.words}"


class _Stretch(NamedTuple):
    """Words between two omissions: the source's own, and the insertions between them."""

    own: list[str]
    inserted: list[str]


def edits_between(quote: str, words: str) -> tuple[str, ...] | None:
    """Return what makes `words` of what a source says, () when they are the same, or None for anything else.

    A bracket that the source has itself is its own; where that leads nowhere, it may be an edit.
    """
    if words == quote:
        return ()
    found = _aligned(quote, words, frozenset(re.findall(r"\[[^\[\]\n]+\]", quote)))
    if found is None:
        found = _aligned(quote, words, frozenset())
    if not _BRACKET.sub("", words).strip():
        return None  # nothing of it is the source’s
    return None if found is None else tuple(map(str, found))


def edited(quote: str, edits: Iterable[str]) -> str | None:
    """Return what is printed of what a source says, or None when the edits do not fit it."""
    printed, place = [], 0
    for edit in map(_read, edits):
        if edit is None or not place <= edit.start <= edit.end <= len(quote):
            return None
        left_out = quote[edit.start : edit.end].strip()
        if bool(left_out) != (edit.words.strip() in OMISSIONS):
            return None
        printed += [quote[place : edit.start], edit.words]
        place = edit.end
    return "".join((*printed, quote[place:]))


def parting(words: str, quote: str, *, whole: bool) -> tuple[str, str]:
    """Return both texts from the stretch on in which words leave what a source says, edits left aside.

    `whole` asks for the whole of what it says, else for a slice. Texts that agree leave ("", "").
    """
    stretches, _ = _stretches(words, frozenset(re.findall(r"\[[^\[\]\n]+\]", quote)))
    place = 0
    for number, stretch in enumerate(stretches):
        for at, own in enumerate(stretch.own):
            if at:
                place = _white_after(quote, place)
            elif number or not whole:
                place += _nearest(own, quote[place:])
            if not quote.startswith(own, place):
                return own, quote[place:]
            place += len(own)
    return "", quote[place:] if whole else ""


def _nearest(own: str, rest: str) -> int:
    """Return where most of the beginning of some words is found."""
    length = bisect_left(range(1, len(own) + 1), 1, key=lambda size: int(own[:size] not in rest))
    return rest.find(own[:length])


def _white_after(quote: str, place: int) -> int:
    white = _WHITE.match(quote, place)
    assert white is not None
    return white.end()


def kind_of(edit: str) -> str:
    """Return what an edit as it is written is: “omission”, “[sic]” or “insertion”."""
    bracket = edit.partition(":")[2].strip()
    if bracket == SIC:
        return SIC
    return "omission" if bracket in OMISSIONS else "insertion"


def takes_from(words: str, quote: str) -> bool:
    """Tell whether words are a slice of what a source says, apart from such edits.

    A comma or full stop at their end may be the sentence's own, which stands inside the marks.
    """
    return any(
        one in quote or _placed(_stretches(one, frozenset())[0], quote) is not None
        for one in (words, words.rstrip(",."))
    )


def _read(edit: str) -> QuotedEdit | None:
    found = _WRITTEN.fullmatch(edit)
    return QuotedEdit(int(found[1]), int(found[2]), found[3]) if found else None


def _aligned(quote: str, words: str, own: frozenset[str]) -> list[QuotedEdit] | None:
    stretches, omissions = _stretches(words, own)
    spans = _placed(stretches, quote, whole=True)
    if spans is None:
        return None
    edits: list[QuotedEdit] = []
    before = 0
    for stretch, (start, end), omission in zip(stretches, spans, ["", *omissions], strict=True):
        if omission:
            edits.append(QuotedEdit(before, start, omission))
        edits += _insertions(quote, stretch, start)
        before = end
    return edits


def _stretches(words: str, own: frozenset[str]) -> tuple[list[_Stretch], list[str]]:
    """Part words at the brackets that are edits; return what stands between omissions, and these."""
    stretches, omissions = [_Stretch([], [])], list[str]()
    place = 0
    for found in _BRACKET.finditer(words):
        if found[1] in own:
            continue
        stretches[-1].own.append(words[place : found.start()])
        if found[1] in OMISSIONS:
            omissions.append(found[0])
            stretches.append(_Stretch([], []))
        else:
            stretches[-1].inserted.append(found[0])
        place = found.end()
    stretches[-1].own.append(words[place:])
    return stretches, omissions


def _placed(stretches: list[_Stretch], quote: str, *, whole: bool = False) -> list[tuple[int, int]] | None:
    """Find each stretch behind the one before it and what is left out there, which is more than white space.

    To take each as early as it comes is to find all if any.
    """
    spans: list[tuple[int, int]] = []
    place = 0
    for number, stretch in enumerate(stretches):
        left_out = _LETTER.match(quote, place)
        if number and left_out is None:
            return None
        place = left_out.end() if number and left_out else place
        # White space is taken whole (`*+`): many insertions must not try each way to share it out.
        pattern = r"\s*+".join(map(re.escape, stretch.own))
        first, last = whole and number == 0, whole and number == len(stretches) - 1
        pattern = ("\\A" if first else "") + pattern + ("\\Z" if last else "")
        found = re.compile(pattern).search(quote, place)
        if found is None:
            return None
        spans.append(found.span())
        place = found.end()
    return spans


def _insertions(quote: str, stretch: _Stretch, start: int) -> Iterator[QuotedEdit]:
    place = start
    for own, inserted in zip(stretch.own, stretch.inserted, strict=False):
        place += len(own)
        end = _white_after(quote, place)
        yield QuotedEdit(place, end, inserted)
        place = end
