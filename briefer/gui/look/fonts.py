"""The fonts the program carries, each read when the first text needs it.

Korean and Japanese are 7 to 13 MB a weight, so they wait until a text holds such characters;
`cover` a text before showing it, in whatever widget.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from briefer import paths
from briefer.wording.characters import HAN, HANGUL, KANA

INTERFACE_POINTS: Final = 10.0
READING_POINTS: Final = 12.0

_SANS: Final = "Noto Sans"
_SERIF: Final = "Noto Serif"
_KOREAN: Final = "Noto Serif KR"
_JAPANESE: Final = "Noto Serif JP"
_FILES: Final = {
    _SANS: ("NotoSans-Regular", "NotoSans-SemiBold"),
    _SERIF: ("NotoSerif-Regular",),
    _KOREAN: ("NotoSerifKR-Regular",),
    _JAPANESE: ("NotoSerifJP-Regular",),
}
_SCRIPTS: Final = {
    _KOREAN: f"[{HANGUL}]",
    # Kana, Chinese characters, and the punctuation and wide forms that go with them.
    _JAPANESE: rf"[{KANA}{HAN}\u3000-\u33ff\ufe30-\ufe4f\uff01-\uffee]",
}
"""Which characters call for which font; compiled with the first text, not before the first paint."""


def interface_font(points: float = INTERFACE_POINTS, *, strong: bool = False) -> QFont:
    """Return the font of menus, lists and labels; `strong` is the semi-bold of headings."""
    _load(_SANS)
    font = _font([_SANS, _KOREAN, _JAPANESE], points)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def reading_font(text: str = "", points: float = READING_POINTS) -> QFont:
    """Return the font to read a text in, and load what its scripts need.

    Chinese characters are drawn by the Korean font in a text that has Hangul, else by the Japanese.
    """
    _load(_SERIF)
    return _font([_SERIF, *(cover(text) or (_KOREAN, _JAPANESE))], points)


def cover(text: str) -> tuple[str, ...]:
    """Load what the scripts of a text need, and return those families, the preferred one first."""
    families = tuple(family for family, characters in _SCRIPTS.items() if re.search(characters, text))
    for family in families:
        _load(family)
    return families


def _font(families: list[str], points: float) -> QFont:
    font = QFont(families)
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


@cache
def _load(family: str) -> None:
    for name in _FILES[family]:
        QFontDatabase.addApplicationFont(str(paths.resources("fonts") / f"{name}.ttf"))
