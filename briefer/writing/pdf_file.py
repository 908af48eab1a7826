"""The file around the drawn pages: links, named places, the attached evidence and the catalogue."""

from __future__ import annotations

from itertools import count
from urllib.parse import quote

from briefer.writing.brief import Brief, Heading
from briefer.writing.pdf_attached import attach
from briefer.writing.pdf_drawing import Drawn, Link, Place
from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_fonts import embed
from briefer.writing.pdf_objects import Entries, Objects, Reference, Text, Value
from briefer.writing.pdf_outline import outline
from briefer.writing.pdf_properties import packet, properties
from briefer.writing.pdf_shapes import Sheet
from briefer.writing.pdf_structure import Element, Linked, Tree

_PRINTED = 4
"""Annotation flag: links are part of what is printed (ISO 32000-1, 12.5.3)."""

_XMP = {"Type": "/Metadata", "Subtype": "/XML"}
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


class File:
    """The file of one brief, to which its pages are added in their order.

    Pages are there before links, links before the structure that has them.
    """

    def __init__(self, paper: Sheet, pages: int) -> None:
        self._objects = Objects()
        self._paper = paper
        self._parent, self._resources = self._objects.reserve(), self._objects.reserve()
        self._pages: list[Reference] = []
        self._contents: list[list[Element]] = []
        self._keys = count(pages)
        """The places of links in the parent tree: they come behind those of pages."""

    def add(self, drawn: Drawn) -> None:
        """Add the next page."""
        page = self._page(drawn)
        links = [self._link(link) for link in drawn.links]
        if links:
            page["Annots"] = links
        self._pages.append(self._objects.refer(page))
        self._contents.append(drawn.contents)

    def write(self, brief: Brief, faces: Faces, places: dict[str, Place], top: Element) -> bytes:
        """Write the file when all its pages are there, with what is attached to it."""
        objects = self._objects
        fonts = {face.resource: embed(objects, face) for face in faces.opened()}
        objects.fill(self._resources, {"Font": fonts})
        attached = attach(objects, brief)
        destinations = {name: self._destination(place) for name, place in places.items()}
        names: Entries = {"Dests": objects.name_tree(destinations)}
        if attached:
            names["EmbeddedFiles"] = objects.name_tree(attached)
        objects.fill(self._parent, {"Type": "/Pages", "Count": len(self._pages), "Kids": self._pages})
        catalogue: Entries = {
            "Type": "/Catalog",
            "Pages": self._parent,
            "Lang": Text(brief.language),
            "MarkInfo": {"Marked": "true"},
            "StructTreeRoot": Tree(objects, self._pages).write(top, self._contents),
            "ViewerPreferences": {"DisplayDocTitle": "true"},
            "Names": names,
            "Metadata": objects.stream(packet(brief).encode(), _XMP, compressed=False),
        }
        if attached:
            catalogue["AF"] = list(attached.values())
        headings = [block for block in brief.blocks if isinstance(block, Heading)]
        if headings:
            catalogue |= {"PageMode": "/UseOutlines", "Outlines": outline(objects, headings)}
        said = {name: Text(words) for name, words in properties(brief).items()}
        return objects.write(catalogue, said)

    def _page(self, sheet: Drawn) -> Entries:
        return {
            "Type": "/Page",
            "Parent": self._parent,
            "MediaBox": [0, 0, self._paper.width, self._paper.height],
            "Resources": self._resources,
            "Contents": self._objects.stream(sheet.operators.encode()),
            "StructParents": len(self._pages),
            "Tabs": "/S",
        }

    def _link(self, link: Link) -> Reference:
        key = next(self._keys)
        annotation: Entries = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": [round(edge, 2) for edge in link.box],
            "Border": [0, 0, 0],
            "F": _PRINTED,
            "Contents": Text(link.element.description or link.element.alternative),
            "StructParent": key,
            "A": _action(link.target),
        }
        reference = self._objects.refer(annotation)
        link.element.kids.append(Linked(len(self._pages), reference, key))
        return reference

    def _destination(self, place: Place) -> Value:
        return [self._pages[place.page], "/XYZ", round(place.x, 2), round(place.y, 2), "null"]


def _action(target: str) -> Entries:
    """Make what a link does: go to a bookmark, or open an address."""
    if target.startswith("#"):
        return {"S": "/GoTo", "D": Text(target[1:])}
    return {"S": "/URI", "URI": Text(quote(target, safe=_ASCII))}
