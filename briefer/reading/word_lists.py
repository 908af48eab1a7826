"""Which paragraphs of a Word document are points of a list, and what stands before each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefer.reading.markup import attribute, children, first, value
from briefer.reading.numbering import BULLET, Counts, Level

if TYPE_CHECKING:
    from lxml.etree import _Element

_OF_SIGNS: Final = ("symbol", "wingdings", "webdings", "zapf")
_LONGEST: Final = 9
"""Digits of a number that a file may ask for."""
_LONGEST_WORDS: Final = 100
"""Code points of what may stand before a point."""


class Lists:
    """The lists of a document, as far as they were counted."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(styles, "style")}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}
            ),
            "",
        )
        self._abstract = {
            attribute(entry, "abstractNumId"): entry for entry in children(numbering, "abstractNum")
        }
        self._linked = {value(entry, "styleLink"): entry for entry in self._abstract.values()}
        self._linked.pop("", None)
        self._lists = {attribute(entry, "numId"): entry for entry in children(numbering, "num")}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._places: dict[tuple[str, str], tuple[str, int]] = {}
        self._counts: dict[str, Counts] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: _Element) -> str:
        """Count a paragraph; return what stands before it, or nothing when it is no point of a list."""
        name, depth = self._place(paragraph)
        entry = self._lists.get(name)
        if entry is None:
            return ""
        if name not in self._levels:
            self._levels[name] = self._read(entry)
        counts = self._counts.setdefault(value(entry, "abstractNumId"), Counts())
        if (name, depth) not in self._begun:
            self._begun.add((name, depth))
            for override in children(entry, "lvlOverride"):
                start = _number(override, "startOverride")
                if start is not None and _digits(attribute(override, "ilvl")) == depth:
                    counts.begin(depth, start)
        return counts.next(depth, self._levels[name])

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """Find the list of a paragraph and its depth, from 0: its own, or those of its style."""
        properties = first(paragraph, "pPr")
        own = first(properties, "numPr")
        name, depth = value(own, "numId"), _number(own, "ilvl")
        if name and depth is not None:
            return name, depth
        style = value(properties, "pStyle") or self._default
        if (style, name) not in self._places:
            self._places[style, name] = self._place_of(style, name)
        named, there = self._places[style, name]
        return named, there if depth is None else depth

    def _place_of(self, style: str, name: str) -> tuple[str, int]:
        """Find the list and the depth that a style gives; a list that has a `name` is that one."""
        based = list(self._based(style))
        depth: int | None = None
        for at in based:
            theirs = first(first(self._styles[at], "pPr"), "numPr")
            name = name or value(theirs, "numId")
            depth = _number(theirs, "ilvl") if depth is None else depth
        if depth is None:
            depth = next((at for at in (self._depth_of(name, one) for one in based) if at is not None), 0)
        return name, depth

    def _based(self, style: str) -> Iterator[str]:
        """Yield a style and those that it is based on."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            yield style
            seen.add(style)
            style = value(self._styles[style], "basedOn")

    def _depth_of(self, name: str, style: str) -> int | None:
        """Find the depth that a list keeps for a style."""
        entry = self._lists.get(name)
        for level in () if entry is None else children(self._described(entry), "lvl"):
            if value(level, "pStyle") == style:
                return _digits(attribute(level, "ilvl"))
        return None

    def _described(self, entry: _Element) -> _Element | None:
        """Find what describes a list; it may name a style that another one describes."""
        found = self._abstract.get(value(entry, "abstractNumId"))
        return self._linked.get(value(found, "numStyleLink"), found)

    def _read(self, entry: _Element) -> dict[int, Level]:
        levels = dict(map(_level, children(self._described(entry), "lvl")))
        for override in children(entry, "lvlOverride"):
            levels |= dict(map(_level, children(override, "lvl")))
        return levels


def _level(element: _Element) -> tuple[int, Level]:
    form = value(element, "numFmt") or "decimal"
    level = Level(
        form,
        value(element, "lvlText")[:_LONGEST_WORDS],
        _number(element, "start") or 0,
        _number(element, "lvlRestart"),
        first(element, "isLgl") is not None,
    )
    fonts = first(first(element, "rPr"), "rFonts")
    if form == "bullet" and fonts is not None and attribute(fonts, "ascii").lower().startswith(_OF_SIGNS):
        level = replace(level, words=BULLET)
    return _digits(attribute(element, "ilvl")) or 0, level


def _number(parent: _Element | None, name: str) -> int | None:
    return _digits(value(parent, name))


def _digits(words: str) -> int | None:
    return int(words[:_LONGEST]) if words.isascii() and words.isdecimal() else None
