"""The numbers and bullets of lists, as the reader of a document sees them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

BULLET: Final = "•"
_PLACE: Final = re.compile("%([1-9])")
_LETTERS: Final = 26
_MOST_LETTERS: Final = 780
"""As many as Word has: then A stands there thirty times."""
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN: Final = 3999
_IDEOGRAPHS: Final = "一二三四五六七八九"
_SERIES: Final = {
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
    "ハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオ"
    "クヤマケフコエテアサキユメミシヱヒモセス",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
}
_COUNTED: Final = frozenset({
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
    "japaneseCounting", "ideographDigital",
})  # fmt: skip
_TENS: Final = 100


@dataclass(frozen=True, slots=True)
class Level:
    """How the points of a list are marked at one depth."""

    form: str = "decimal"
    """By the names of Office Open XML (ST_NumberFormat)."""
    words: str = ""
    """What stands before a point; %1 is the number at the first depth, %2 at the second."""
    start: int = 1
    restart: int | None = None
    """The depth, from 1, whose points let this one begin anew: 0 for none, None for any above it."""
    decimal: bool = False
    """Numbers of all depths are decimal here, as in legal texts."""


@dataclass(slots=True)
class Counts:
    """How far the points of a list have come."""

    _numbers: dict[int, int] = field(default_factory=dict)

    def begin(self, depth: int, number: int) -> None:
        """Let the next point at a depth, from 0, have a number."""
        self._numbers[depth] = number - 1

    def next(self, depth: int, levels: Mapping[int, Level]) -> str:
        """Count a point at a depth, from 0; return what stands before it, with the space behind."""
        level = levels.get(depth, Level("none"))
        self._numbers[depth] = self._numbers.get(depth, level.start - 1) + 1
        for lower in [place for place in self._numbers if place > depth]:
            restart = levels.get(lower, level).restart
            if restart is None or depth < restart:
                del self._numbers[lower]
        if level.form == "bullet":
            return f"{bullet(level.words.strip())} "
        words = _PLACE.sub(lambda place: self._numeral(int(place[1]) - 1, level, levels), level.words)
        return f"{words.strip()} " if words.strip() else ""

    def _numeral(self, depth: int, level: Level, levels: Mapping[int, Level]) -> str:
        there = levels.get(depth, level)
        return numeral(self._numbers.get(depth, there.start), "decimal" if level.decimal else there.form)


def bullet(sign: str) -> str:
    """Draw a bullet: one that only a font of signs can draw, as any bullet."""
    drawn = sign and all(unicodedata.category(letter)[0] in "PS" for letter in sign)
    return sign if drawn else BULLET


def numeral(number: int, form: str) -> str:  # noqa: PLR0911  # one return a form
    """Write a number as a form wants it; one that the form has no words for is written in digits."""
    match form:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter" if 0 < number <= _MOST_LETTERS:
            times, letter = divmod(number - 1, _LETTERS)
            return _cased(chr(ord("A") + letter) * (times + 1), form)
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_ROMAN:
            return _cased(_roman(number), form)
        case _ if form in _COUNTED and 0 < number < _TENS:
            return _ideographs(number)
        case _ if 0 < number <= len(_SERIES.get(form, "")):
            return _SERIES[form][number - 1]
    return str(number)


def _cased(letters: str, form: str) -> str:
    return letters if form.startswith("upper") else letters.lower()


def _roman(number: int) -> str:
    found = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        found += letters * times
    return found


def _ideographs(number: int) -> str:
    tens, ones = divmod(number, 10)
    many = _IDEOGRAPHS[tens - 1] if tens > 1 else ""
    return f"{many}{'十' if tens else ''}{_IDEOGRAPHS[ones - 1] if ones else ''}"
