"""What the parts beside the words of a Word brief say of its looks: only what our writer may write there.

Its styles and its theme follow a look of which the file says nothing, so that measures may be all that a
look may have; its other parts are those of the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from math import fsum
from typing import Any, Final
from xml.etree.ElementTree import Element

from briefer.checking.word_markup import W, is_between, shown
from briefer.checking.word_parts import Parts
from briefer.model.look import LIMITS, Look, shares_of
from briefer.paths import resources
from briefer.writing.docx_styles import styles
from briefer.writing.docx_theme import theme
from briefer.writing.docx_words import word_language
from briefer.writing.docx_xml import NAMESPACES
from briefer.writing.safe_xml import parse_xml

STYLES: Final = "word/styles.xml"
_THEME: Final = "word/theme1.xml"
_SAME: Final = ("word/settings.xml", "word/fontTable.xml", "docProps/app.xml")
_COLOUR: Final = re.compile(r"[0-9A-F]{6}")
_DARK: Final = 0.25
"""Luminance (0 to 1) that no letters have more of."""
_GAMMA: Final = 2.2
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in luminance."""
_TEMPLATE: Final = "docx-template.docx"


def strange_looks(parts: Parts, language: str) -> Iterator[tuple[str, str]]:
    """Yield the parts that say what ours never say, and what that is; `language` is that of the brief."""
    for name in (*_SAME, STYLES, _THEME):
        if name not in parts:
            yield name, "nothing"
    for name in _SAME:
        if name in parts:
            yield from ((name, strange) for strange in unlike(parts.root(name), template().root(name)))
    if STYLES not in parts:
        return
    least, most = (_look(parts.root(STYLES), end) for end in (0, 1))
    for name in (STYLES, _THEME):
        if name in parts:
            drawn = (_drawn(name, look, language) for look in (least, most))
            yield from ((name, strange) for strange in unlike(parts.root(name), *drawn))


def unlike(found: Element, least: Element, most: Element | None = None) -> Iterator[str]:
    """Yield where an element differs from another, numbers from what is between two; words do not count."""
    other = least if most is None else most
    if not _is_like(found, least, other):
        yield shown(found)
    elif len(found) != len(least):
        yield f"{shown(found)} of other parts"
    else:
        for children in zip(found, least, other, strict=True):
            yield from unlike(*children)


def _is_like(found: Element, least: Element, most: Element) -> bool:
    return (found.tag, found.keys()) == (least.tag, least.keys()) and all(
        value == least.attrib[name] or _is_measure(value, least.attrib[name], most.attrib[name])
        for name, value in found.items()
    )


def _is_measure(value: str, least: str, most: str) -> bool:
    return least != most and is_between(value, int(least), int(most))


@cache
def template() -> Parts:
    """Return the empty document that every brief is written into."""
    file = resources("export") / _TEMPLATE
    return Parts(file.read_bytes(), file.name)


def _look(made: Element, end: int) -> Look:
    """Return the look that styles seem to follow, with the least (0) or the greatest (1) measures."""
    title, heading = (f"{W}style[@{W}styleId='{name}']/{W}" for name in ("Title", "Heading1"))
    colour = made.find(f"{title}rPr/{W}color")
    found = "" if colour is None else colour.get(f"{W}val", "")
    letters = _COLOUR.fullmatch(found) and luminance(shares_of(f"#{found}")) <= _DARK
    band, rule, ruled = (
        made.find(f"{place}pPr/{W}{name}") is not None
        for place, name in ((title, "shd"), (title, "pBdr"), (heading, "pBdr"))
    )
    look = Look(
        accent=f"#{found}" if letters else "#000000",
        masthead="band" if band else "rule" if rule else "plain",
        ruled=ruled,
    )
    measures: dict[str, Any] = {name: limits[end] for name, limits in LIMITS.items()}
    return replace(look, **measures)


def _drawn(name: str, look: Look, language: str) -> Element:
    """Return a part as our writer makes it."""
    if name == _THEME:
        return parse_xml(theme(look).encode(), name)
    made = f"<w:styles {NAMESPACES}>{styles(look, word_language(language))}</w:styles>"
    return parse_xml(made.encode(), name)


def luminance(shares: Iterable[float]) -> float:
    """Give how light a colour of so much red, green and blue is, each from 0 to 1, so is the answer."""
    return fsum(weight * share**_GAMMA for weight, share in zip(_WEIGHTS, shares, strict=True))
