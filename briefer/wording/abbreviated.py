"""Short forms in running text: what each stands for is written where it is first used."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefer.wording.quoted import claimed_stretches


class FirstUses:
    """Writes "U.S. Forces Japan (USFJ)" for the first "USFJ" that it meets, and leaves the later ones."""

    def __init__(self, expansions: Mapping[str, str]) -> None:
        self._open = dict(expansions)

    def written_out(self, text: str) -> str:
        """Return a text with short forms written out that no text before it used.

        What stands in quotation marks is somebody's words and stays; a form that the text itself writes
        out, "U.S. Forces Japan (USFJ)", counts as used.
        """
        quoted = claimed_stretches(text)
        printed, place = [], 0
        for match in self._pattern().finditer(text) if self._open else ():
            start, end = match.span()
            if any(first <= start and end <= last for first, last in quoted):
                continue
            expansion = self._open.pop(match.group(), "")
            if expansion and not _writes_out(text[:start], expansion):
                printed += [text[place:start], f"{expansion} ({match.group()})"]
                place = end
        return "".join((*printed, text[place:]))

    def _pattern(self) -> re.Pattern[str]:
        shorts = sorted(self._open, key=lambda short: (-len(short), short))
        return re.compile(rf"(?<![\w.+-])(?:{'|'.join(map(re.escape, shorts))})(?![\w+-])")


def _writes_out(before: str, expansion: str) -> bool:
    """Tell whether the words before a short form are what it stands for, whatever space is between them."""
    said, wanted = (" ".join(words.split()).casefold() for words in (before, f"{expansion} ("))
    return said.endswith(wanted)
