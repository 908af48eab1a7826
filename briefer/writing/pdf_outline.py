"""The outline of a PDF: its headings, those of level 2 under the one of level 1 before them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFString

from briefer.writing.brief import Heading
from briefer.writing.pdf_objects import Objects


def outline(objects: Objects, headings: Sequence[Heading]) -> PDFObjectReference:
    """Add the outline; headings of level 2 before any of level 1 stand at the top."""
    root = PDFDictionary({"Type": "/Outlines"})
    levels: list[tuple[PDFDictionary, list[PDFDictionary]]] = [(root, [])]
    for heading in headings:
        entry = _entry(heading)
        if heading.level == 1:
            levels[0][1].append(entry)
            levels.append((entry, []))
        else:
            levels[-1][1].append(entry)
    for parent, entries in levels:
        if entries:
            _chain(objects, parent, entries)
    return objects.refer(root)


def _entry(heading: Heading) -> PDFDictionary:
    action = PDFDictionary({"S": "/GoTo", "D": PDFString(heading.bookmark)})
    return PDFDictionary({"Title": PDFString(heading.text), "A": action})


def _chain(objects: Objects, parent: PDFDictionary, entries: list[PDFDictionary]) -> None:
    """Link the entries of one level with each other and with what they stand under."""
    references = [objects.refer(entry) for entry in entries]
    parent["First"], parent["Last"], parent["Count"] = references[0], references[-1], len(references)
    for place, entry in enumerate(entries):
        entry["Parent"] = objects.refer(parent)
        if place:
            entry["Prev"] = references[place - 1]
        if place + 1 < len(entries):
            entry["Next"] = references[place + 1]
