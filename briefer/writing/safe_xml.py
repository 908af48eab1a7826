"""XML from a file that anybody may have made: no document type, no entities, no other encodings."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError, XMLParser

from briefer.errors import BrieferError

_DEEPEST: Final = 64
_OTHER_LETTERS: Final = re.compile(r"<\?xml[^>]*\sencoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)


class UnsafeXmlError(BrieferError):
    """XML that is malformed, or that asks for what a document never needs."""


def parse_xml(part: bytes, where: str) -> Element:
    """Parse a part of a file, named in the error; raises UnsafeXmlError.

    Text that is not UTF-8, or says that it is not, or declares a document type, is refused before the
    parser sees it: that is where entities come from, and words that another program would read
    otherwise. Ours never does, nor do word processors.
    """
    try:
        text = part.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise UnsafeXmlError(f"“{where}” in this file declares a document type; export the brief again.")
        if _OTHER_LETTERS.match(text):
            raise UnsafeXmlError(f"“{where}” in this file says that it is not UTF-8; export the brief again.")
        parser = XMLParser(encoding="utf-8")  # noqa: S314 - what makes it unsafe was refused above
        parser.feed(text.encode())
        root = parser.close()
    except (ParseError, ValueError) as error:
        raise UnsafeXmlError(
            f"“{where}” in this file cannot be read ({error}); export the brief again."
        ) from None
    _check_depth(root, where)
    return root


def _check_depth(root: Element, where: str) -> None:
    """Refuse what is nested deeper than any document, so that reading it cannot take for ever."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise UnsafeXmlError(f"“{where}” in this file is nested deeper than any brief; export the brief again.")
