"""The objects of a PDF file, and the few kinds of them that more than one part of the writer makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)


class Objects:
    """All objects of one file. Its identifier follows from the content of its streams."""

    def __init__(self) -> None:
        # Invariant: no clock in it. Any: the library's types leave its methods untyped.
        self._document: Any = PDFDocument(invariant=1, pdfVersion=(1, 7), compression=1)

    def refer(self, made: PDFObject) -> PDFObjectReference:
        """Add an object, once, and give the reference to it."""
        reference: PDFObjectReference = self._document.Reference(made)
        return reference

    def stream(
        self, content: bytes, entries: Mapping[str, object] | None = None, *, compressed: bool = True
    ) -> PDFObjectReference:
        self._document.updateSignature(content)
        filters = [PDFZCompress] if compressed else []
        return self.refer(PDFStream(PDFDictionary(dict(entries or {})), content, filters))

    def name_tree(self, named: Mapping[str, object]) -> PDFObjectReference:
        """Add a name tree of one leaf; the names are ASCII."""
        pairs = [part for name in sorted(named) for part in (PDFString(name), named[name])]
        return self.refer(PDFDictionary({"Names": PDFArray(pairs)}))

    def write(self, catalogue: PDFDictionary, properties: PDFDictionary) -> bytes:
        """Give the file; the library's own catalogue and properties would name a clock and itself."""
        self._document.Catalog = catalogue
        self._document.info = properties
        written: bytes = self._document.format()
        return written
