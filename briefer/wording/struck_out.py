"""Words that a document shows struck out stay in its text, in square brackets that say so."""

from __future__ import annotations

import re
from typing import Final

BEGINS: Final = "[struck out: "
STRUCK_OUT: Final = re.compile(r"\[struck out: (?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]*\])+\]")
"""Such words in a text, on lines of one paragraph; signs of notes may stand among them."""
_BLANK_LINES: Final = re.compile(r"(\n[ \t]*\n\s*)")


def struck_out_paragraphs(words: str) -> str:
    """Write words that are struck out, with brackets of their own in each paragraph."""
    return "".join(map(struck_out, _BLANK_LINES.split(words)))


def struck_out(words: str) -> str:
    """Write words that are struck out, the space around them outside the brackets; blank ones stay so."""
    bare = words.strip()
    if not bare:
        return words
    start = words.index(bare)
    return f"{words[:start]}{BEGINS}{bare}]{words[start + len(bare) :]}"
