"""How the words of an OpenDocument text look, where that changes what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from briefer.reading.blocks import Look
from briefer.reading.markup import first, local
from briefer.reading.open_document_lists import named

if TYPE_CHECKING:
    from lxml.etree import _Element

_FAMILIES: Final = {"p": "paragraph", "h": "paragraph", "span": "text", "a": "text"}
"""The kinds of styles that elements with words take."""
_DEEPEST: Final = 30
"""Styles that are based on one another."""


class Looks:
    """The looks that the styles of a document give, those of its own text before those kept for all."""

    def __init__(self, *parts: _Element | None) -> None:
        self._styles = {
            (named(style, "family"), named(style, "name")): style
            for part in parts
            if part is not None
            for style in part.iter("{*}style")
        }
        fields = (mark for part in parts if part is not None for mark in part.iter("{*}hidden-paragraph"))
        self._hidden = {next(mark.iterancestors("{*}p", "{*}h"), None) for mark in fields if is_hidden(mark)}
        self._known: dict[tuple[str, str], Mapping[str, bool]] = {}

    def inside(self, element: _Element, around: Look) -> Look:
        """Give the look of the words in an element whose surroundings have another."""
        family = _FAMILIES.get(local(element))
        changes = self._changes(family, named(element, "style-name")) if family else {}
        if element in self._hidden:
            changes = {**changes, "hidden": True}
        return around._replace(**changes) if changes else around

    def _changes(self, family: str, name: str) -> Mapping[str, bool]:
        key = family, name
        if key not in self._known:
            changes: dict[str, bool] = {}
            for _ in range(_DEEPEST):
                if (family, name) not in self._styles:
                    break
                style = self._styles[family, name]
                changes = {**_own(first(style, "text-properties")), **changes}
                name = named(style, "parent-style-name")
            self._known[key] = changes
        return self._known[key]


def is_hidden(element: _Element) -> bool:
    """Tell whether a condition hides a section, or the words or the paragraph of a field."""
    return named(element, "is-hidden") == "true"


def _own(properties: _Element | None) -> Mapping[str, bool]:
    found: dict[str, bool] = {}
    for key, told in () if properties is None else properties.items():
        words = str(told)
        match str(key).rpartition("}")[2]:
            case "display":
                found["hidden"] = words == "none"
            case "text-line-through-style" | "text-line-through-type":
                found["struck"] = words != "none"
            case "text-position":
                found["above"] = _is_above(words)
                found["below"] = words.startswith("sub")
            case _:
                pass
    return found


def _is_above(position: str) -> bool:
    """Tell whether a position such as “super 58%” or “33% 100%” is above the line."""
    return position.startswith("super") or position[:1] in set("123456789")
