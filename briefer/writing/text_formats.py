"""What HTML and Markdown share: the characters that a text file can hold, and what links out of a brief."""

from __future__ import annotations

import re

from briefer.errors import BrieferError

# A parser of either drops the first; UTF-8 has no form for the others.
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_WEB = re.compile(r"https?://[^\s\x00-\x20]+", re.IGNORECASE)


def writable(text: str) -> str:
    """Return the text; raises BrieferError for a character that a text file cannot hold."""
    found = _UNWRITABLE.search(text)
    if found is None:
        return text
    before = text[max(found.start() - 20, 0) : found.start()]
    raise BrieferError(
        f"A text file cannot hold the character U+{ord(found.group()):04X}: take it out after “{before}”."
    )


def is_web_address(link: str) -> bool:
    """Tell whether a link leads to the web; nothing else leads out of a brief."""
    return _WEB.fullmatch(link) is not None
