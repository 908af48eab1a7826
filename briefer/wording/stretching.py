"""Drawing one end of a marked stretch to another place, by words or by characters; the other end stays."""

from __future__ import annotations

from typing import Final

from briefer.wording.characters import Span
from briefer.wording.sentences import snap_to_words

START: Final = 0
END: Final = 1
"""The ends of a stretch, as its places in a span."""

_CLOSING: Final = frozenset(".,;:!?…”’»)]}」』）】。、，！？")
_OPENING: Final = frozenset("“‘«([{「『（【")


def drawn(text: str, span: Span, end: int, place: int, *, exact: bool = False) -> Span:
    """Draw the start or the end of a stretch to a place, as far as the word there unless `exact`.

    It never passes the other end: a word, or a character, stays between the two.
    """
    if end == START:
        place = min(max(0, place), span[END] - 1)
        low = place if exact else _word_or_place(text, place, span[END])[0]
        return low, span[END]
    place = max(min(place, len(text)), span[START] + 1)
    high = place if exact else _word_or_place(text, span[START], place)[1]
    return span[START], high


def stepped(text: str, span: Span, end: int, by: int, *, exact: bool = False) -> Span:
    """Draw the start or the end of a stretch one word on (1) or back (-1), or one character if `exact`.

    By words it neither begins with what closes something before it nor ends with what opens the next.
    Where there is no more to take in or to leave out the stretch stays as it is.
    """
    place = span[end] + by
    while 0 <= place <= len(text):
        found = drawn(text, span, end, place, exact=exact)
        if (found[end] - span[end]) * by > 0 and (exact or not _hangs(text, found, end)):
            return found
        if not span[START] < place < span[END] and (end == END) is (by < 0):
            return span
        place += by
    return span


def _hangs(text: str, span: Span, end: int) -> bool:
    return text[span[START]] in _CLOSING if end == START else text[span[END] - 1] in _OPENING


def _word_or_place(text: str, start: int, end: int) -> Span:
    low, high = snap_to_words(text, start, end)
    return (low, high) if low < high else (start, end)
