"""Subscripts in a web page: what stands beside one is known only when its line has ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefer.reading.web_unseen import style_of
from briefer.wording.superscripts import below

if TYPE_CHECKING:
    from lxml.etree import _Element

_HALVES: Final = {ord("0") + digit: 0xD810 + digit for digit in range(10)}
"""What stands for digits below the line until it ends; no page holds halves of characters."""
_DIGITS: Final = {half: digit for digit, half in _HALVES.items()}
_LOWERED: Final = re.compile("[\ud810-\ud819]+(?:[.,][\ud810-\ud819]+)*")


def is_lowered(element: _Element) -> bool:
    """Tell whether an element stands below the line."""
    return element.tag == "sub" or "vertical-align:sub" in style_of(element)


def lowered(words: str) -> str:
    """Mark the digits of a subscript."""
    return words.translate(_HALVES)


def settled(line: str) -> str:
    """Write the digits that were marked as what stands beside them lets them be."""

    def shown(found: re.Match[str]) -> str:
        before, after = line[max(found.start() - 1, 0) : found.start()], line[found.end() : found.end() + 1]
        return below(found[0].translate(_DIGITS), before, after)

    return _LOWERED.sub(shown, line)
