"""Text made alike for finding, with the way back: what stood at each place before.

Quotation marks and dashes become straight, runs of white space one space, letters lose their case and
(Latin, Greek, Cyrillic) their accents, characters that show nothing go, and the rest is NFKC.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import Final

from briefer.wording.characters import HAN, KANA, MARKS, UNSEEN, Span

_PLAIN: Final = r" !-~\u3001-\u3003\u3008-\u3011\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3"
"""Folding changes nothing about these but the case of A to Z, unless a mark follows."""

_MARK: Final = rf"{MARKS}\uff9e\uff9f"
_JAMO: Final = r"\u1100-\u11ff"
_CHANGING: Final = re.compile(
    rf" [\s{UNSEEN}]+|[^\S ][\s{UNSEEN}]*|[{UNSEEN}][\s{UNSEEN}]*"
    rf"|[\uac00-\ud7a3{_JAMO}][{_JAMO}]+"
    rf"|[{_PLAIN}][{_MARK}]+"
    rf"|[^{_PLAIN}\s{UNSEEN}][{_MARK}]*"
)
_BLANK: Final = re.compile(rf"[\s{UNSEEN}]+")
_SPACE: Final = re.compile(r"\s")
_SPACES: Final = re.compile(r"  +")
_ASCII_BLANKS: Final = "\t\n\v\f\r\x1c\x1d\x1e\x1f"
_ODD: Final = re.compile(rf"[^{_PLAIN}]")
_TIED: Final = re.compile(rf"[{_MARK}{_JAMO}]")
"""Folded together with what stands before it."""
_LETTER: Final = rf"[^\W{KANA}{HAN}]"
_INSIDE_WORD: Final = re.compile(rf"{_LETTER}{_LETTER}")
_RAISED: Final = re.compile(r"[²³¹\u2070-\u209c¼-¾\u2150-\u215f]")
_ACCENT: Final = re.compile(r"[\u0300-\u036f]")
_Spot = tuple[int, int, str]
"""Start and end of what is folded, and what it becomes."""
_STRAIGHT: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞〟", '"'),
        **dict.fromkeys("‘’‚‛‹›′´ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘", "-"),
    }
)


@dataclass(frozen=True)
class Folded:
    """A folded text and the way back to its original, which is made out when it is first asked for."""

    text: str
    keep_case: bool
    keep_accents: bool
    _even: str = field(repr=False)
    """The original, or what became of it as long as that kept its length."""
    _spots: Callable[[str], Iterable[_Spot]] = field(repr=False)
    """Gives what else is folded in it."""

    def span(self, start: int, end: int) -> Span:
        """Give the stretch of the original that was folded to `text[start:end]`."""
        if start < end:
            return self._place(start)[0], self._place(end - 1)[1]
        place = self._place(start)[0] if start < len(self.text) else len(self._even)
        return place, place

    def _place(self, position: int) -> Span:
        pieces, originals = self._way
        piece = bisect_right(pieces, position) - 1
        start, end = originals[piece : piece + 2]
        if pieces[piece + 1] - pieces[piece] != end - start:
            return start, end
        place = start + position - pieces[piece]
        return place, place + 1

    @cached_property
    def _way(self) -> tuple[list[int], list[int]]:
        """Where each piece begins in `text` and in the original, and last how long they are.

        A piece as long as its original maps place by place, any other only as a whole.
        """
        pieces, originals = [0], [0]
        size = done = 0
        for start, end, folded in self._spots(self._even):
            size += start - done
            if len(folded) != end - start:
                pieces += size, size + len(folded)
                originals += start, end
            size += len(folded)
            done = end
        return [*pieces, size + len(self._even) - done], [*originals, len(self._even)]


def fold(text: str, *, keep_case: bool = False, keep_accents: bool = False) -> Folded:
    """Fold a text for finding in it."""
    change = partial(_fold_characters, keep_case=keep_case, keep_accents=keep_accents)
    changed, even = _changed_alone(text, change)
    if _stand_alone(changed):
        text = even
        others = {one: after for one, after in changed.items() if len(after) != 1}
        spots = partial(_spots_left, others)
        joined = _joined(text, spots(text)) if others else _single_spaced(text)
    else:
        spots = partial(_all_spots, change)
        joined = _joined(text, spots(text))
    return Folded(joined if keep_case else joined.lower(), keep_case, keep_accents, text, spots)


def as_said(text: str) -> str:
    """Return words however they are set; their capitals, accents and raised digits count: 10² is not 102."""
    apart = _RAISED.sub(lambda sign: f"^{ord(sign[0])}^", text)
    return fold(apart, keep_case=True, keep_accents=True).text.strip()


def find_folded(
    haystack: Folded, needle: str, *, whole_words: bool = False, most: int = sys.maxsize
) -> list[Span]:
    """Give the first stretches of the original that read like `needle` once both are folded; none overlap.

    Whole words are cut by neither end; kana and kanji, which show no word ends, never cut one.
    """
    sought = _sought(needle, keep_case=haystack.keep_case, keep_accents=haystack.keep_accents)
    spans: list[Span] = []
    found = haystack.text.find(sought) if sought else -1
    while found >= 0 and len(spans) < most:
        end = found + len(sought)
        if whole_words and (_cuts_word(haystack.text, found) or _cuts_word(haystack.text, end)):
            found = haystack.text.find(sought, found + 1)
            continue
        span = haystack.span(found, end)
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
        found = haystack.text.find(sought, end)
    return spans


@lru_cache(maxsize=16)
def _sought(needle: str, *, keep_case: bool, keep_accents: bool) -> str:
    return fold(needle, keep_case=keep_case, keep_accents=keep_accents).text


def _changed_alone(text: str, change: Callable[[str], str]) -> tuple[dict[str, str], str]:
    """Give what each odd character becomes, and the text with all that become one character replaced.

    Each takes a pass over the text in C, and the last makes the rest plain: no pass of the regex.
    """
    changed: dict[str, str] = {}
    rest, place = text, 0
    while not rest.isascii() and (odd := _ODD.search(rest, place)):
        after = changed[odd[0]] = change(odd[0])
        rest, place = rest.replace(odd[0], after if _is_plain(after) else "x"), odd.end()
    for blank in _ASCII_BLANKS:
        if blank in rest:
            changed[blank] = " "
            rest = rest.replace(blank, " ")
    if all(map(_is_plain, changed.values())):
        return changed, rest
    for before, after in changed.items():
        if len(after) == 1 and before != after:
            text = text.replace(before, after)
    return changed, text


def _is_plain(folded: str) -> bool:
    return len(folded) == 1 and folded.isascii()


def _stand_alone(changed: Mapping[str, str]) -> bool:
    """Tell whether each of these characters is folded alike wherever it stands."""
    becoming = {after for before, after in changed.items() if before != after and not before.isspace()}
    # A character that becomes a space does not join with the spaces beside it.
    return not _TIED.search("".join(changed)) and not any(
        " " in after or any(changed.get(one, one) != one for one in after) for after in becoming
    )


def _single_spaced(text: str) -> str:
    # One search for two spaces in a row; replacing them until there are none makes three or more.
    first, *others = text.split("  ")
    if not others:
        return text
    *inner, last = (other.lstrip(" ") for other in others)
    return " ".join((first, *filter(None, inner), last))


def _joined(text: str, spots: Iterable[_Spot]) -> str:
    stretches: list[str] = []
    done = 0
    for start, end, folded in spots:
        stretches += text[done:start], folded
        done = end
    return "".join((*stretches, text[done:]))


def _spots_left(changed: Mapping[str, str], even: str) -> Iterable[_Spot]:
    """Give the runs of blanks, and the characters that become none or several."""
    unseen = "".join(sorted(before for before, after in changed.items() if not after))
    longer = "".join(sorted(before for before, after in changed.items() if after))
    runs = re.compile(rf"[ {unseen}]{{2,}}|[{unseen}]") if unseen else _SPACES
    spots = [(*run.span(), " " if " " in run[0] else "") for run in runs.finditer(even)]
    if longer:
        # Two searches that each know how a match begins take less time than one for either.
        spots += [(*one.span(), changed[one[0]]) for one in re.finditer(f"[{re.escape(longer)}]", even)]
        spots.sort()
    return spots


def _all_spots(change: Callable[[str], str], text: str) -> Iterable[_Spot]:
    """Give all that folding changes, each with the marks that belong to it."""
    return ((*spot.span(), change(spot[0])) for spot in _CHANGING.finditer(text))


def _cuts_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and _INSIDE_WORD.match(text, place - 1) is not None


@lru_cache(maxsize=4096)
def _fold_characters(characters: str, *, keep_case: bool, keep_accents: bool) -> str:
    if _BLANK.fullmatch(characters):
        return " " if _SPACE.search(characters) else ""
    folded = unicodedata.normalize("NFKD", characters.translate(_STRAIGHT))
    if not keep_accents:
        folded = _ACCENT.sub("", folded)
    return unicodedata.normalize("NFKC", folded if keep_case else folded.casefold())
