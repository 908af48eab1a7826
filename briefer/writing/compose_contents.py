"""The contents, as links: made of the headings that are printed and without page numbers, so never stale."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefer.writing.brief import Block, Heading, Paragraph, Run

_BETWEEN: Final = " · "
_ABOVE: Final = "_BottomLine"
"""What stands right above needs no link."""


def contents(blocks: Iterable[Block]) -> Paragraph:
    """Return the line below the bottom line that leads to each other heading of the first rank."""
    links: list[Run] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and block.bookmark != _ABOVE:
            links += [Run(_BETWEEN)] if links else []
            links.append(Run(block.text, link=f"#{block.bookmark}"))
    return Paragraph("small", (Run("Contents: ", "quiet"), *links))
