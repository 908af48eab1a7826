"""The formulas of a web page (MathML Core) as text on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefer.reading.blocks import Words
from briefer.reading.markup import collapsed
from briefer.reading.web_unseen import why_unseen
from briefer.wording.formulas import fraction, lowered, power, root

if TYPE_CHECKING:
    from lxml.etree import _Element

_ASIDE: Final = frozenset({"annotation", "annotation-xml"})
_BETWEEN: Final = {"mtr": " ", "mtable": "; "}
_UNDRAWN: Final = dict.fromkeys(range(0x2061, 0x2065))
"""Operators that only tell what stands side by side."""


def put_on_one_line(page: _Element) -> None:
    """Make each formula of a page the words for it."""
    for math in [*page.iter("math")]:
        text, is_parted = _read(math)
        del math[:]
        math.text = text
        if is_parted:
            _part(math)


def _read(math: _Element) -> tuple[str, bool]:
    """Write a formula from its innermost parts on; tell whether it has a fraction at its own height."""
    known: dict[_Element, tuple[str, bool]] = {}
    for element in reversed([*math.iter()]):
        parts = [part for part in element if part.tag not in _ASIDE and not why_unseen(part)]
        written = _written(element, [known[part][0] for part in parts])
        if written is None:
            words = Words()
            words.say(_plain(element.text))
            for part in parts:
                text, is_parted = known[part]
                words.say_apart(text) if is_parted else words.say(text)
                words.say(_plain(part.tail))
            known[element] = _around(element, words.text()), any(known[part][1] for part in parts)
        else:
            known[element] = written, element.tag == "mfrac"
    return known[math]


def _written(element: _Element, parts: list[str]) -> str | None:
    """Write what is drawn on more than one line; None for what stands side by side."""
    match str(element.tag), parts:
        case "mfrac", [above, below]:
            return fraction(above, below, bar=element.get("linethickness", "1")[:1] != "0")
        case "mroot", [inside, degree]:
            return root(inside, degree)
        case "msup", [base, exponent]:
            return power(base, exponent)
        case "msub" | "munder" | "msubsup" | "munderover", [base, index, *exponent]:
            return power(base + lowered(index), "".join(exponent))
        case "mtr" | "mtable" as rank, _:
            return _BETWEEN[rank].join(parts)
        case _:
            return None


def _around(element: _Element, words: str) -> str:
    return root(words) if element.tag == "msqrt" else words


def _part(math: _Element) -> None:
    """Set a fraction off from the numbers and words that touch it: 2 1/2."""
    left = math.xpath("string(preceding-sibling::node()[1])")
    if str(left)[-1:].isalnum():
        math.text = f" {math.text}"
    if (math.tail or "")[:1].isalnum():
        math.tail = f" {math.tail}"


def _plain(text: str | None) -> str:
    return collapsed(text or "").strip(" ").translate(_UNDRAWN)
