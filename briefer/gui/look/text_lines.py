"""Words broken into a few lines for a card, always as plain text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from briefer.gui.look import fonts

_LONG: Final = re.compile(r"\S{16,}")
_JOINT: Final = re.compile(r"(?<=[_./-])(?=\w)")
_MAY_BREAK: Final = "\u200b"
"""Between the parts of what is longer than a word, the name of a file or an address."""
_KEPT: Final = 512
_CHARACTERS_TO_A_LINE: Final = 400
"""More never fits, so a statement of many pages is not laid out whole."""


def broken(words: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Return words as at most `most` lines of this width in pixels, the last one ending in … if need be."""
    return _broken(words[: _CHARACTERS_TO_A_LINE * most], font.toString(), max(20, width), most)


@lru_cache(_KEPT)
def _broken(words: str, font: str, width: int, most: int) -> tuple[str, ...]:
    fonts.cover(words)
    face = QFont()
    face.fromString(font)
    flowing = " ".join(words.split("\n"))
    parted = _LONG.sub(lambda word: _JOINT.sub(_MAY_BREAK, word[0]), flowing)
    lines, fits = _laid(parted, face, width, most)
    if not fits and parted != flowing:  # without its parts more of it fits
        lines, _ = _laid(flowing, face, width, most)
    return tuple(line.replace(_MAY_BREAK, "") for line in lines)


def _laid(flowing: str, face: QFont, width: int, most: int) -> tuple[list[str], bool]:
    """Return the lines, and whether all of it fits into them."""
    layout = QTextLayout(flowing, face)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts in UTF-16 what Python counts in code points.
    units = flowing.encode("utf-16-le")
    found: list[str] = []
    fits = True
    layout.beginLayout()
    while fits and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        fits = len(found) < most - 1 or end >= len(units) // 2
        if fits:
            found.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip())
        else:
            rest = units[2 * start :].decode("utf-16-le", "replace")
            found.append(QFontMetricsF(face).elidedText(rest, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return found, fits
