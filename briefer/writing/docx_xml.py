"""The small change of WordprocessingML: escaped words, runs, fields, bookmarks, as text."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

from briefer.errors import BrieferError

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

# XML 1.0 has no way to write the characters of the second line (its production 2, "Char").
_SPECIAL = re.compile(
    "[&<>\r"
    "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # fmt: skip
# A bare carriage return would be read back as a line feed.
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
# Word takes letters, digits and underscores, 40 at most, the first one no digit.
_BOOKMARK = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")


def escape(text: str) -> str:
    """Escape text for an element; raises BrieferError for a character that XML cannot hold."""
    return _SPECIAL.sub(_entity, text) if _SPECIAL.search(text) else text


def quoted(text: str) -> str:
    """Escape text for an attribute and put it between quotation marks."""
    escaped = escape(text)
    for character, entity in _IN_QUOTES.items():
        escaped = escaped.replace(character, entity)
    return f'"{escaped}"'


def run(words: str, properties: str = "") -> str:
    """Make a run of words; a line feed becomes a line break, a tab stays the character it is."""
    if not words:
        return ""
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    broken = escape(words).replace("\n", _LINE_BREAK)
    return f'<w:r>{formatted}<w:t xml:space="preserve">{broken}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """Make a field that Word can update, showing a result until it does; the result is runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark_name(name: str) -> str:
    """Return the name, or where Word would not take it, one made from its hash."""
    return name if _BOOKMARK.fullmatch(name) else f"_{sha256(name.encode()).hexdigest()[:39]}"


class Bookmarks:
    """Numbers the bookmarks of a document; of two of one name Word keeps the first, and so does this."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def around(self, name: str, content: str) -> str:
        """Put a bookmark around inline content."""
        name = bookmark_name(name)
        if name in self._names:
            return content
        self._names.add(name)
        number = len(self._names)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _entity(match: re.Match[str]) -> str:
    found = match.group()
    if found in _ENTITIES:
        return _ENTITIES[found]
    before = match.string[max(match.start() - 20, 0) : match.start()]
    raise BrieferError(
        f"A Word document cannot hold the character U+{ord(found):04X}: take it out after “{before}”."
    )
