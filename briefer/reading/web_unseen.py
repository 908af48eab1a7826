"""What a web page does not show or takes back: hidden elements, what an editor deleted, words struck out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from briefer.reading.reading import DELETED, HIDDEN

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_TEXT: Final = frozenset({
    "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio",
    "video", "select", "textarea", "input", "button", "datalist", "map", "rp", "rt", "dialog", "title",
})  # fmt: skip
STRUCK: Final = "struck-out"
"""What the elements s and strike are called in a parsed page."""


def why_unseen(element: _Element) -> str:
    """Say why an element is no part of the text, or nothing, by its own style (see web_styles)."""
    if element.tag in _NO_TEXT:
        return "no text"
    style = style_of(element)
    if element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style:
        return HIDDEN
    return DELETED if element.tag == "del" else ""


def is_struck(element: _Element) -> bool:
    """Tell whether an element's words are struck out, which stay in the text."""
    return element.tag == STRUCK or "line-through" in style_of(element)


def style_of(element: _Element) -> str:
    """Give an element's own style, in small letters and without spaces."""
    return "".join(element.get("style", "").lower().split())


def count_unseen(root: _Element, shown: Iterable[_Element]) -> Counter[str]:
    """Count the stretches that are hidden or deleted in or beside the elements `shown`."""
    from lxml import etree

    inside = set(shown)
    beside = {element.getparent() for element in inside}
    found = Counter({DELETED: 0, HIDDEN: 0})
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        why = why_unseen(element)
        if not why:
            continue
        walk.skip_subtree()
        here = element.getparent() in beside or not inside.isdisjoint(element.iterancestors())
        found[why] += why in {DELETED, HIDDEN} and here and _has_words(element)
    return found


def _has_words(element: _Element) -> bool:
    return any(
        (part.text or "").strip() or (part is not element and (part.tail or "").strip())
        for part in element.iter()
        if part.tag not in _NO_TEXT
    )
