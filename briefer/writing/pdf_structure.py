"""The structure of a tagged PDF: elements, and the stretches of pages that are their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from briefer.writing.pdf_objects import Objects


class Content(NamedTuple):
    """A marked stretch of a page (from 0)."""

    page: int
    number: int


class Linked(NamedTuple):
    """A link annotation; `key` is its place in the parent tree."""

    page: int
    annotation: PDFObjectReference
    key: int


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document in its order: `role` is a standard type of ISO 32000-1, 14.8.4."""

    role: str
    language: str = ""
    alternative: str = ""
    identity: str = ""
    kids: list[Element | Content | Linked] = field(default_factory=list)

    def add(self, role: str, *, language: str = "", alternative: str = "", identity: str = "") -> Element:
        kid = Element(role, language, alternative, identity)
        self.kids.append(kid)
        return kid


class Tree:
    """The structure tree of one document; `pages` are references, one a page."""

    def __init__(self, objects: Objects, pages: list[PDFObjectReference]) -> None:
        self._objects = objects
        self._pages = pages
        self._references: dict[Element, PDFObjectReference] = {}
        self._links: list[tuple[int, PDFObjectReference]] = []

    def write(self, top: Element, contents: list[list[Element]]) -> PDFObjectReference:
        """Give a reference to the root; `contents` lists a page's elements by number of content."""
        # A title of one's own is a paragraph to a reader who knows only the standard types.
        root = PDFDictionary({"Type": "/StructTreeRoot", "RoleMap": PDFDictionary({"Title": "/P"})})
        reference = self._objects.refer(root)
        root["K"] = PDFArray([self._element(top, reference)])
        parents = PDFArray(list(self._parents(contents)))
        root["ParentTree"] = self._objects.refer(PDFDictionary({"Nums": parents}))
        root["ParentTreeNextKey"] = len(contents) + len(self._links)
        return reference

    def _element(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        entry = PDFDictionary({"S": PDFName(element.role), "P": parent})
        reference = self._objects.refer(entry)
        self._references[element] = reference
        _describe(entry, element)
        page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if page is not None:
            entry["Pg"] = self._pages[page]
        entry["K"] = PDFArray([self._kid(kid, reference, page) for kid in element.kids])
        return reference

    def _kid(self, kid: Element | Content | Linked, parent: PDFObjectReference, page: int | None) -> object:
        match kid:
            case Element():
                return self._element(kid, parent)
            case Content(page=where, number=number) if where == page:
                return number
            case Content(page=where, number=number):
                return PDFDictionary({"Type": "/MCR", "Pg": self._pages[where], "MCID": number})
            case Linked(page=where, annotation=annotation, key=key):
                self._links.append((key, parent))
                return PDFDictionary({"Type": "/OBJR", "Pg": self._pages[where], "Obj": annotation})

    def _parents(self, contents: list[list[Element]]) -> Iterator[object]:
        """Give the parent tree: for each page its elements, for each link its element."""
        for key, elements in enumerate(contents):
            yield key
            yield self._objects.refer(PDFArray([self._references[element] for element in elements]))
        for key, reference in sorted(self._links, key=lambda link: link[0]):
            yield key
            yield reference


def _describe(entry: PDFDictionary, element: Element) -> None:
    if element.language:
        entry["Lang"] = PDFString(element.language)
    if element.alternative:
        entry["Alt"] = PDFString(element.alternative)
    if element.identity:
        entry["ID"] = PDFString(element.identity)
    if element.role == "TH":
        entry["A"] = PDFDictionary({"O": "/Table", "Scope": "/Column"})
