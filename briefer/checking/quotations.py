"""Whether words claimed to be a source's own are: equal to it apart from edits that a reader can see.

The edits are those that a brief may make: an omission […], a [sic], words inserted in brackets.
"""

from __future__ import annotations

import re
from typing import Final

_OMISSION: Final = re.compile(r"(?:(?<!\s)\s+)?\[(?:…|\.\.\.)\]\s*")
_INSERTION: Final = re.compile(r"(?:(?<!\s)\s+)?\[[^\[\]\n]+\]\s*")


def quotes(text: str, source: str) -> bool:
    """Tell whether a text is the source's words from first to last, apart from visible edits."""
    chunks = _chunks(text)
    chunks[0] = rf"\A{chunks[0]}"
    chunks[-1] = rf"{chunks[-1]}\Z"
    return text == source or _in_turn(chunks, source)


def takes_from(text: str, source: str) -> bool:
    """Tell whether a text is a slice of the source's words, apart from visible edits.

    A comma or full stop at its end may be the sentence's own, which stands inside the marks.
    """
    return any(words in source or _in_turn(_chunks(words), source) for words in (text, text.rstrip(",.")))


def _chunks(text: str) -> list[str]:
    """Make a pattern of each stretch between omissions; at an insertion the source may have white space.

    It is taken whole (`*+`): a text of many insertions must not try each way to share it out.
    """
    return [
        r"\s*+".join(re.escape(words) for words in _INSERTION.split(chunk)) for chunk in _OMISSION.split(text)
    ]


def _in_turn(chunks: list[str], source: str) -> bool:
    """Find each chunk after the one before it; to take each as early as it comes is to find all if any."""
    place = 0
    for chunk in chunks:
        found = re.compile(chunk).search(source, place)
        if found is None:
            return False
        place = found.end()
    return True
