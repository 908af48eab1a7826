"""Text parted by the font it wants: one for Latin, Cyrillic and Greek, one for Korean, one for Japanese."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import groupby
from typing import Final, NamedTuple

from briefer.wording.characters import HAN, HANGUL, KANA, MARKS


class Script(StrEnum):
    """A choice of font; a Latin one also stands for whatever the other two do not cover."""

    LATIN = "latin"
    KOREAN = "korean"
    JAPANESE = "japanese"


class Run(NamedTuple):
    """A stretch of one script, in code points, end exclusive."""

    script: Script
    start: int
    end: int


_SHARED: Final = (
    # Ideographs; their punctuation, enclosed and full-width forms are drawn by either font too.
    rf"{HAN}\u3000-\u3004\u3008-\u3020\u302a-\u3040\u3190-\u319f\u3200-\u33ff"
    r"\ufe30-\ufe4f\uff01-\uff65\uffe0-\uffee"
)
_KOREAN: Final = re.compile(f"[{HANGUL}]")
_JAPANESE: Final = re.compile(f"[{KANA}]")
_STRETCH: Final = re.compile(
    # White space stays with the run before it, which spares runs.
    rf"(?P<korean>[{HANGUL}][{HANGUL}{MARKS}\s]*)"
    rf"|(?P<japanese>[{KANA}][{KANA}{MARKS}\s]*)"
    rf"|(?P<shared>[{_SHARED}][{_SHARED}{MARKS}\s]*)"
    rf"|[^{HANGUL}{KANA}{_SHARED}]+"
)


def script_runs(text: str, language: str = "") -> list[Run]:
    """Part a text into runs that cover it, no two neighbours alike.

    Ideographs are read in the one script they touch, else in that of `language` (a tag such as ko or
    ja-JP), else in that of the text: Japanese if it has kana, Korean if Hangul, Japanese if neither.
    """
    stretches = [(stretch.lastgroup or Script.LATIN, *stretch.span()) for stretch in _STRETCH.finditer(text)]
    names = [name for name, _, _ in stretches]
    usual = _usual(text, language)
    runs = []
    for place, (name, start, end) in enumerate(stretches):
        touched = {*names[max(0, place - 1) : place + 2]} & {Script.KOREAN, Script.JAPANESE}
        ideographic = touched.pop() if len(touched) == 1 else usual
        runs.append(Run(Script(ideographic if name == "shared" else name), start, end))
    return [_joined([*alike]) for _, alike in groupby(runs, key=lambda run: run.script)]


def _usual(text: str, language: str) -> Script:
    tag = language.lower()
    if tag.startswith("ko"):
        return Script.KOREAN
    if tag.startswith("ja") or _JAPANESE.search(text):
        return Script.JAPANESE
    return Script.KOREAN if _KOREAN.search(text) else Script.JAPANESE


def _joined(runs: list[Run]) -> Run:
    return Run(runs[0].script, runs[0].start, runs[-1].end)
