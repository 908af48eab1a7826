"""The file around the drawn pages: links, named places, the attached evidence and the catalogue."""

from __future__ import annotations

from itertools import count
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObjectReference, PDFString

from briefer.writing.brief import Brief, Heading
from briefer.writing.pdf_drawing import Drawn, Link, Place
from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_fonts import embed
from briefer.writing.pdf_objects import Objects
from briefer.writing.pdf_outline import outline
from briefer.writing.pdf_properties import packet, properties
from briefer.writing.pdf_shapes import Sheet
from briefer.writing.pdf_structure import Element, Linked, Tree

_PRINTED = 4
"""Annotation flag: links are part of what is printed (ISO 32000-1, 12.5.3)."""

_XMP = {"Type": "/Metadata", "Subtype": "/XML"}
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


class File:
    """The file of one brief. Pages are there before links, links before the structure that has them."""

    def __init__(self, drawn: list[Drawn], faces: Faces, paper: Sheet) -> None:
        self._objects = Objects()
        self._paper = paper
        self._pages = self._make_pages(drawn, faces)
        self._contents = [sheet.contents for sheet in drawn]

    def write(self, brief: Brief, places: dict[str, Place], top: Element, evidence: bytes) -> bytes:
        """Write the file; without evidence none is attached."""
        objects = self._objects
        attached = [_attach(objects, evidence)] if evidence else []
        destinations = {name: self._destination(place) for name, place in places.items()}
        names = {"Dests": objects.name_tree(destinations)}
        if attached:
            names["EmbeddedFiles"] = objects.name_tree({"evidence.json": attached[0]})
        catalogue = {
            "Type": "/Catalog",
            "Pages": objects.refer(self._parent),
            "Lang": PDFString(brief.language),
            "MarkInfo": PDFDictionary({"Marked": "true"}),
            "StructTreeRoot": Tree(objects, self._pages).write(top, self._contents),
            "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
            "Names": PDFDictionary(names),
            "Metadata": objects.stream(packet(brief).encode(), _XMP, compressed=False),
        }
        if attached:
            catalogue["AF"] = PDFArray(attached)
        headings = [block for block in brief.blocks if isinstance(block, Heading)]
        if headings:
            catalogue |= {"PageMode": "/UseOutlines", "Outlines": outline(objects, headings)}
        said = {name: PDFString(words) for name, words in properties(brief).items()}
        return objects.write(PDFDictionary(catalogue), PDFDictionary(said))

    def _make_pages(self, drawn: list[Drawn], faces: Faces) -> list[PDFObjectReference]:
        objects = self._objects
        fonts = PDFDictionary({face.resource: embed(objects, face) for face in faces.opened()})
        resources = objects.refer(PDFDictionary({"Font": fonts}))
        self._parent = PDFDictionary({"Type": "/Pages", "Count": len(drawn)})
        keys = count(len(drawn))
        references = []
        for number, sheet in enumerate(drawn):
            page = self._page(sheet, number, resources)
            links = [self._link(link, number, next(keys)) for link in sheet.links]
            if links:
                page["Annots"] = PDFArray(links)
            references.append(objects.refer(page))
        self._parent["Kids"] = PDFArray(references)
        return references

    def _page(self, sheet: Drawn, number: int, resources: PDFObjectReference) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": "/Page",
                "Parent": self._objects.refer(self._parent),
                "MediaBox": PDFArray([0, 0, self._paper.width, self._paper.height]),
                "Resources": resources,
                "Contents": self._objects.stream(sheet.operators.encode()),
                "StructParents": number,
                "Tabs": "/S",
            }
        )

    def _link(self, link: Link, page: int, key: int) -> PDFObjectReference:
        annotation = PDFDictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": PDFArray([round(edge, 2) for edge in link.box]),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": PDFString(link.element.alternative),
                "StructParent": key,
                "A": _action(link.target),
            }
        )
        reference = self._objects.refer(annotation)
        link.element.kids.append(Linked(page, reference, key))
        return reference

    def _destination(self, place: Place) -> PDFArray:
        return PDFArray([self._pages[place.page], "/XYZ", round(place.x, 2), round(place.y, 2), "null"])


def _action(target: str) -> PDFDictionary:
    """Make what a link does: go to a bookmark, or open an address."""
    if target.startswith("#"):
        return PDFDictionary({"S": "/GoTo", "D": PDFString(target[1:])})
    return PDFDictionary({"S": "/URI", "URI": PDFString(quote(target, safe=_ASCII))})


def _attach(objects: Objects, evidence: bytes) -> PDFObjectReference:
    size = PDFDictionary({"Size": len(evidence)})
    entries = {"Type": "/EmbeddedFile", "Subtype": "/application#2Fjson", "Params": size}
    held = objects.stream(evidence, entries)
    name = PDFString("evidence.json")
    specification = {
        "Type": "/Filespec",
        "F": name,
        "UF": name,
        "EF": PDFDictionary({"F": held, "UF": held}),
        "AFRelationship": "/Data",
        "Desc": PDFString("What the brief says, and the passages it rests on with offsets and hashes"),
    }
    return objects.refer(PDFDictionary(specification))
