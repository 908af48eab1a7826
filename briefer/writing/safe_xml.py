"""XML from a file that anybody may have made: no document type, no entities, no other encodings."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, XMLParser

from briefer.errors import BrieferError


class UnsafeXmlError(BrieferError):
    """XML that is malformed, or that asks for what a document never needs."""


def parse_xml(part: bytes, where: str) -> Element:
    """Parse a part of a file, named in the error; raises UnsafeXmlError.

    Text that is not UTF-8, or declares a document type, is refused before the parser sees it: that
    is where entities come from. Ours never does, nor do word processors.
    """
    try:
        text = part.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise UnsafeXmlError(f"“{where}” in this file declares a document type; export the brief again.")
        parser = XMLParser(encoding="utf-8")  # noqa: S314 - what makes it unsafe was refused above
        parser.feed(text.encode())
        root = parser.close()
    except (ParseError, ValueError) as error:
        raise UnsafeXmlError(
            f"“{where}” in this file cannot be read ({error}); export the brief again."
        ) from None
    return root
