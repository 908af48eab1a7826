"""The lists of an OpenDocument text and its numbered headings: what stands before each point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefer.reading.markup import local
from briefer.reading.numbering import Counts, Level

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMS: Final = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
    "一": "chineseCounting", "甲": "ideographTraditional", "子": "ideographZodiac", "ア": "aiueoFullWidth",
    "イ": "irohaFullWidth", "가": "ganada", "ㄱ": "chosung", "①": "decimalEnclosedCircle",
}  # fmt: skip
"""By the first sign of the format, which begins as the numbers do."""
_DEEPEST: Final = 9
"""Depths of a list that may stand in one number."""
_OWN: Final = re.compile("%([0-9]+)%")
"""A place in a format of LibreOffice’s own."""
_LONGEST, _LONGEST_WORDS = 9, 100
"""Digits of a number, and code points of what stands before a point, that a file may ask for."""


class Lists:
    """The lists of a document, as far as they were counted."""

    def __init__(self, *parts: _Element | None) -> None:
        styles = [style for part in parts if part is not None for style in part.iter("{*}list-style")]
        outlines = [style for part in parts if part is not None for style in part.iter("{*}outline-style")]
        self._levels = {named(style, "name"): dict(_levels(style)) for style in (*styles, *outlines)}
        self._outline = dict(_levels(outlines[0])) if outlines else {}
        self._headings = Counts()
        self._counts: dict[str, Counts] = {}
        """Of the last list of each style, and of each list that has an id."""
        self._around: list[tuple[str, Counts]] = []
        self._label = ""

    def begin(self, element: _Element) -> None:
        """Go into a list; one in another is a depth of it."""
        around = self._around[-1] if self._around else ("", None)
        style = named(element, "style-name") or around[0]
        before = style if named(element, "continue-numbering") == "true" else named(element, "continue-list")
        counts = around[1] or (self._counts.get(before) if before else None) or Counts()
        self._around.append((style, counts))
        self._counts |= {style: counts, named(element, "id"): counts}

    def point(self, element: _Element) -> None:
        """Count a point of the list; its first paragraph takes what stands before it."""
        if len(element) and local(element[0]) == "list":  # it is there for the depth alone
            return
        style, counts = self._around[-1]
        start = named(element, "start-value")
        if start:
            counts.begin(len(self._around) - 1, _number(start))
        self._label = counts.next(len(self._around) - 1, self._levels.get(style, {}))

    def end(self) -> None:
        """Come out of a list."""
        self._around.pop()

    def taken(self, paragraph: _Element) -> str:
        """Give what stands before a paragraph, or nothing."""
        label, self._label = self._label, ""
        if local(paragraph) != "h" or self._around or named(paragraph, "is-list-header") == "true":
            return label
        depth = max(_number(named(paragraph, "outline-level")), 1) - 1
        return self._headings.next(depth, self._outline)


def named(element: _Element, name: str) -> str:
    """Give the attribute of that local name, or nothing."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _levels(style: _Element) -> Iterator[tuple[int, Level]]:
    for element in style:
        depth = min(_number(named(element, "level")), _DEEPEST) - 1
        if local(element) in {"list-level-style-bullet", "list-level-style-image"}:
            yield depth, Level("bullet", named(element, "bullet-char"))
            continue
        form = _FORMS.get(named(element, "num-format")[:1], "decimal")
        shown = min(max(_number(named(element, "display-levels")), 1), depth + 1)
        places = [f"%{place}" for place in range(depth + 2 - shown, depth + 2)]
        words = [named(element, "num-prefix"), ".".join(places), named(element, "num-suffix")]
        label = _OWN.sub(r"%\1", named(element, "num-list-format")) or "".join(words)
        label = label[:_LONGEST_WORDS] if form != "none" else ""
        yield depth, Level(form, label, _number(named(element, "start-value") or "1"))


def _number(words: str) -> int:
    return int(words[:_LONGEST]) if words.isascii() and words.isdecimal() else 0
