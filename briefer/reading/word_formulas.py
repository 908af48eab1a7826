"""The formulas of Word (ISO 29500-1, 22.1) as text on one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from briefer.reading.markup import attribute, children, first, local, namespace, value
from briefer.wording.formulas import fraction, lowered, power, root

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARTED: Final = frozenset({"f", "rad", "sSup", "sSub", "sSubSup", "d", "nary"})


def is_formula(element: _Element) -> bool:
    """Tell whether the parts of an element are not simply read one after the other."""
    return local(element) in _PARTED and namespace(element).endswith("/math")


def written(element: _Element, words: Callable[[_Element], str]) -> str:
    """Write a formula; `words` gives what stands in a part of it."""
    found = {local(part): words(part) for part in element if not local(part).endswith("Pr")}
    base, below, above = (found.get(part, "") for part in ("e", "sub", "sup"))
    match local(element):
        case "f":
            bar = value(first(element, "fPr"), "type") != "noBar"
            return fraction(found.get("num", ""), found.get("den", ""), bar=bar)
        case "rad":
            return root(base, found.get("deg", ""))
        case "d":
            return _enclosed(element, [words(part) for part in children(element, "e")])
        case "nary":
            sign = _sign(element, "naryPr", "chr", "∫")
            return power(sign + lowered(below), above) + f" {base}"
        case _:
            return power(base + lowered(below), above)


def _enclosed(element: _Element, parts: list[str]) -> str:
    start, between, end = (
        _sign(element, "dPr", name, usual)
        for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
    )
    return f"{start}{between.join(parts)}{end}"


def _sign(element: _Element, properties: str, name: str, usual: str) -> str:
    found = first(first(element, properties), name)
    return usual if found is None else attribute(found, "val")
