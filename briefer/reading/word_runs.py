"""How the words of a run look in a Word document, where that changes what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefer.reading.blocks import PLAIN, Look
from briefer.reading.markup import attribute, children, first, local, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF: Final = {"0", "false", "off"}
_TELLING: Final = frozenset({"vanish", "strike", "dstrike", "vertAlign", "position", "rStyle"})
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_RAISED: Final = re.compile(r"\+?0*[1-9]")
_DEEPEST: Final = 30
"""Styles that are based on one another."""


class Runs:
    """Looks of runs: by their own properties, or else by their style and that of the paragraph around."""

    def __init__(self, styles: _Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(styles, "style")}
        self._known: dict[str, Mapping[str, str]] = {"": {}}
        self._around: Mapping[str, str] = {}

    def begin(self, paragraph: _Element) -> None:
        """Go into a paragraph."""
        self._around = self._of_style(value(first(paragraph, "pPr"), "pStyle"))

    def look(self, run: _Element) -> Look:
        """Tell how the words of a run look."""
        own = _marks(run)
        if not own and not self._around:
            return PLAIN
        style = self._of_style(own.get("rStyle", ""))
        hidden, struck, twice = (self._is_on(mark, own, style) for mark in ("vanish", "strike", "dstrike"))
        marks = {**self._around, **style, **own}
        return Look(hidden, struck or twice, _is_above(marks), marks.get("vertAlign") == "subscript")

    def _is_on(self, mark: str, own: Mapping[str, str], style: Mapping[str, str]) -> bool:
        # Of two styles that have it, one takes it back (ISO 29500-1, 17.7.3).
        return _holds(mark, own) if mark in own else _holds(mark, style) != _holds(mark, self._around)

    def _of_style(self, name: str) -> Mapping[str, str]:
        if name not in self._known:
            marks: dict[str, str] = {}
            based = name
            for _ in range(_DEEPEST):
                if based not in self._styles:
                    break
                style = self._styles[based]
                marks = {**_marks(style), **marks}
                based = value(style, "basedOn")
            self._known[name] = marks
        return self._known[name]


def _holds(mark: str, marks: Mapping[str, str]) -> bool:
    return mark in marks and marks[mark] not in _OFF


def _is_above(marks: Mapping[str, str]) -> bool:
    """Tell whether words are a superscript, or raised by hand (in half points)."""
    return marks.get("vertAlign") == "superscript" or bool(_RAISED.match(marks.get("position", "")))


def _marks(element: _Element) -> Mapping[str, str]:
    found = first(element, "rPr")
    if found is None:
        return _NONE
    return {name: attribute(mark, "val") for mark in found if (name := local(mark)) in _TELLING}
