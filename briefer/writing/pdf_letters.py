"""The characters that a PDF sets for the words of a brief, and what a reader finds of them.

Writer and verifier share these rules, so that they agree on every character.
"""

from __future__ import annotations

import re
import unicodedata

from briefer.wording.characters import UNSEEN

_NEW_LINE = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# Directions, joiners, fillers and variation selectors: no ink of their own, and no glyph to say so.
_NO_INK = re.compile(
    rf"[{UNSEEN}\u034f\u061c\u115f\u1160\u180e\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
# No font here has right-to-left scripts, and a reader would turn their order round; the letters of
# Devanagari, which the sans alone has, would need joining: each character is printed as the mark for
# what cannot be shown. Controls never reach a brief but by a forged file.
_NOT_SHOWN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u0590-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufefc"
    r"\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SELECTORS = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
NOT_SHOWN = "\ufffd"
"""The mark printed in place of a character that cannot be shown."""

_LIGATURES = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "ſt", "st"), 0xFB00))
_WHITE = re.compile(r"\s+")


def letters(text: str) -> str:
    r"""Give the characters to set: composed (NFC), each line ended by "\n", none without ink."""
    if text.isascii() and text.isprintable():
        return text
    seen = _NO_INK.sub("", _NEW_LINE.sub("\n", text)).replace("\t", " ")
    return unicodedata.normalize("NFC", _NOT_SHOWN.sub(NOT_SHOWN, seen))


def not_printed(text: str) -> tuple[set[str], set[str], set[str]]:
    """Give the characters that are printed as a mark, those left out and those beside their letters.

    Left out are selectors of another shape; joiners and directions have none. What has no glyph is for
    the fonts to say: here is what they have and cannot print right.
    """
    inked = unicodedata.normalize("NFC", _NO_INK.sub("", text))
    beside = {char for char in inked if unicodedata.category(char) in {"Mn", "Me"}}
    marked = set(_NOT_SHOWN.findall(inked))
    return marked, set(_SELECTORS.findall(text)), beside - marked


def as_read(text: str) -> str:
    """Give words as they compare after print: letters as set, runs of white space one space.

    Readers of PDF merge spaces and take ligatures apart; the attached evidence is exact.
    """
    return _WHITE.sub(" ", letters(text).translate(_LIGATURES)).strip()
