"""The numbers of lists in a web page, as a browser shows them before their points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefer.reading.numbering import numeral
from briefer.reading.web_unseen import style_of, why_unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

_LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
_NUMBER: Final = re.compile(r"\s*([+-]?[0-9]{1,9})(?![0-9])")
"""Of a longer one browsers make this or that."""
_TYPES: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FORMS: Final = {
    "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}  # fmt: skip
_UNNUMBERED: Final = frozenset(
    {"", "none", "disc", "circle", "square", "disclosure-open", "disclosure-closed", "initial"}
)
"""What a style or a type calls points without a number; of a style that says but where they are, nothing."""
_STYLE: Final = re.compile(r"(?<![\w-])list-style(?:-type)?:([^;]+)")
_BESIDE: Final = re.compile(r"!important|inside|outside|url\(.*?\)")
"""What else a style says of points."""
_AS_IT_WAS: Final = frozenset({"inherit", "unset", "revert"})
_NO_POINT: Final = re.compile(r"(?<![\w-])display:(?!list-item)")
_LETTERS: Final = 26


def labels_of(root: _Element) -> dict[_Element, str]:
    """Return what stands before the points of numbered lists, with the space behind."""
    if root.find(".//ol") is None:
        return {}
    found = {}
    for around, points in _numbered(root).items():
        step = -1 if around.get("reversed") is not None else 1
        count = _number(around, "start", 1 if step > 0 else len(points)) - step
        for point in points:
            count = _number(point, "value", count + step)
            found[point] = _label(count, _form(point, around))
    return found


def _numbered(root: _Element) -> dict[_Element, list[_Element]]:
    """Return the points of each numbered list that take room in it."""
    from lxml import etree

    found: dict[_Element, list[_Element]] = {}
    around: list[_Element] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if around and element is around[-1]:
                around.pop()
        elif _takes_no_room(element):
            walk.skip_subtree()
        elif element.tag in _LISTS:
            around.append(element)
        elif element.tag == "li" and around and around[-1].tag == "ol":
            found.setdefault(around[-1], []).append(element)
    return found


def _takes_no_room(element: _Element) -> bool:
    why = why_unseen(element)
    return bool(why) and element.tag != "del" and "visibility:hidden" not in style_of(element)


def _form(point: _Element, around: _Element) -> str:
    """Say how the number of a point is written, by the names of Office Open XML."""
    if _NO_POINT.search(style_of(point)):
        return "none"
    forms = (_form_of_style(point), _form_of_type(point), _form_of_style(around), _form_of_type(around))
    return next(filter(None, forms), "decimal")


def _form_of_style(element: _Element) -> str:
    said = [_BESIDE.sub("", value) for value in _STYLE.findall(style_of(element))]
    if not said or said[-1] in _AS_IT_WAS:
        return ""
    kind = said[-1]
    return "none" if kind in _UNNUMBERED or kind[0] in "\"'" else _FORMS.get(kind, "decimal")


def _form_of_type(element: _Element) -> str:
    kind = element.get("type", "")
    return "none" if kind and kind.lower() in _UNNUMBERED else _TYPES.get(kind, "")


def _label(number: int, form: str) -> str:
    more = ""
    while form in {"lowerLetter", "upperLetter"} and number > _LETTERS:  # Word would double the letters
        number, letter = divmod(number - 1, _LETTERS)
        more = numeral(letter + 1, form) + more
    words = numeral(number, form) + more
    return f"{words}. " if words else ""


def _number(element: _Element, name: str, otherwise: int) -> int:
    found = _NUMBER.match(element.get(name, ""))
    return int(found[1]) if found else otherwise
