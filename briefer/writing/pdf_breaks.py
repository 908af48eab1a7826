"""Where a line may end: after spaces, hyphens and dashes, in addresses, between kana and kanji."""

from __future__ import annotations

import re

from briefer.wording.characters import HAN, KANA

BOUND = "\u2060"
"""Stands for a character that must not part from the one before it: a note's mark."""

_WIDE = rf"{KANA}{HAN}\u3000-\u3003\u3008-\u301f\u30fb\uff01-\uff5e"
# What may not begin a line, and what may not end one (the common core of JIS X 4051).
_CLOSING = (
    r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u301c\u30fb\u30fc\u3005\uff01\uff09\uff0c\uff0e"
    r"\uff1a\uff1b\uff1f\uff3d\uff5d\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5"
    r"\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7"
)
_OPENING = r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff08\uff3b\uff5b"
_WORD_PART = rf"[^\W{KANA}{HAN}]"

_SPACES = r"[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]++(?!" + BOUND + ")"
_HYPHENS = r"(?<=\w)[-\u2010\u2013](?=[^\W\d])|(?<=[^\W\d])[-\u2010\u2013](?=\w)|(?<=\w)\u2014(?=\w)"
_PLAIN = re.compile(rf"{_SPACES}|{_HYPHENS}")
_ALL = re.compile(
    rf"{_PLAIN.pattern}"
    rf"|(?<=[{_WIDE}])(?<![{_OPENING}])(?=[{_WIDE}])(?![{_CLOSING}])"
    rf"|(?<=[{_WIDE}])(?<![{_OPENING}])(?={_WORD_PART})|(?<={_WORD_PART})(?=[{_WIDE}])(?![{_CLOSING}])"
)
_ADDRESS = re.compile(r"[a-z]+://\S+")
_IN_ADDRESS = re.compile(r"://|(?<=\w)[/?&=#_.\-~,;%+]+(?=\w)")


def breaks(text: str) -> list[int]:
    """Give the offsets at which a new line may begin, in order, the end of the text among them."""
    found = [match.end() for match in (_PLAIN if text.isascii() else _ALL).finditer(text)]
    if "://" in text:
        for address in _ADDRESS.finditer(text):
            found += [match.end() for match in _IN_ADDRESS.finditer(text, *address.span())]
        found.sort()
    return [*found, len(text)]
