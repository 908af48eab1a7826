"""What import and typed words are cleaned of before they are stored.

Letters stay as they were written: no normal form is applied, so that a quotation equals its source.
"""

from __future__ import annotations

import re
from typing import Final

_LINE_ENDS: Final = ("\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f")

_NON_CHARACTERS: Final = r"\ufdd0-\ufdef" + "".join(
    f"\\U{plane << 16 | last:08x}" for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNWANTED: Final = rf"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff{_NON_CHARACTERS}"
_DROPPED: Final = re.compile(f"[{_UNWANTED}]")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_PAIR: Final = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_UNSTORED: Final = re.compile(rf"[{_UNWANTED}\ud800-\udfff]")
_PLAIN: Final = bytes([*range(0x09, 0x0E), *range(0x20, 0x7F)])
_PIECE: Final = 1 << 17
"""Code points searched at a time: between two searches another thread has its turn."""


def clean(text: str) -> tuple[str, int]:
    """Give the text as it is stored, and how many characters were dropped or replaced.

    Every line end becomes LF, uncounted. Byte order marks, control characters but tab and LF, and
    non-characters go; a surrogate without its other half becomes U+FFFD.
    """
    changed = 0
    if any(_is_unstored(text[start : start + _PIECE]) for start in range(0, len(text), _PIECE)):
        text, changed = _stored(text)
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    return text, changed


def _is_unstored(piece: str) -> bool:
    if piece.isascii():
        return bool(piece.encode().translate(None, _PLAIN))
    return _UNSTORED.search("".join(set(piece))) is not None


def _stored(text: str) -> tuple[str, int]:
    joined = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    whole, replaced = _SURROGATE.subn("\ufffd", joined)
    kept, dropped = _DROPPED.subn("", whole)
    return kept, replaced + dropped
