"""The structure of a tagged PDF: elements, and the stretches of pages that are their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from briefer.writing.pdf_objects import Entries, Objects, Reference, Text, Value


class Content(NamedTuple):
    """A marked stretch of a page (from 0)."""

    page: int
    number: int


class Linked(NamedTuple):
    """A link annotation; `key` is its place in the parent tree."""

    page: int
    annotation: Reference
    key: int


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document in its order: `role` is a standard type of ISO 32000-1, 14.8.4.

    `alternative` is read aloud in place of its words, `description` besides them, where a link leads.
    """

    role: str
    language: str = ""
    alternative: str = ""
    identity: str = ""
    description: str = ""
    kids: list[Element | Content | Linked] = field(default_factory=list)

    def add(
        self,
        role: str,
        *,
        language: str = "",
        alternative: str = "",
        identity: str = "",
        description: str = "",
    ) -> Element:
        kid = Element(role, language, alternative, identity, description)
        self.kids.append(kid)
        return kid


class Tree:
    """The structure tree of one document; `pages` are references, one a page."""

    def __init__(self, objects: Objects, pages: list[Reference]) -> None:
        self._objects = objects
        self._pages = pages
        self._references: dict[Element, Reference] = {}
        self._links: list[tuple[int, Reference]] = []

    def write(self, top: Element, contents: list[list[Element]]) -> Reference:
        """Give a reference to the root; `contents` lists a page's elements by number of content."""
        # A title of one's own is a paragraph to a reader who knows only the standard types.
        root: Entries = {"Type": "/StructTreeRoot", "RoleMap": {"Title": "/P"}}
        reference = self._objects.reserve()
        root["K"] = [self._element(top, reference)]
        root["ParentTree"] = self._objects.refer({"Nums": list(self._parents(contents))})
        root["ParentTreeNextKey"] = len(contents) + len(self._links)
        self._objects.fill(reference, root)
        return reference

    def _element(self, element: Element, parent: Reference) -> Reference:
        reference = self._objects.reserve()
        self._references[element] = reference
        entry: Entries = {"S": f"/{element.role}", "P": parent, **_described(element)}
        page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if page is not None:
            entry["Pg"] = self._pages[page]
        entry["K"] = [self._kid(kid, reference, page) for kid in element.kids]
        self._objects.fill(reference, entry)
        return reference

    def _kid(self, kid: Element | Content | Linked, parent: Reference, page: int | None) -> Value:
        match kid:
            case Element():
                return self._element(kid, parent)
            case Content(page=where, number=number) if where == page:
                return number
            case Content(page=where, number=number):
                return {"Type": "/MCR", "Pg": self._pages[where], "MCID": number}
            case Linked(page=where, annotation=annotation, key=key):
                self._links.append((key, parent))
                return {"Type": "/OBJR", "Pg": self._pages[where], "Obj": annotation}

    def _parents(self, contents: list[list[Element]]) -> Iterator[Value]:
        """Give the parent tree: for each page its elements, for each link its element."""
        for key, elements in enumerate(contents):
            yield key
            yield self._objects.refer([self._references[element] for element in elements])
        for key, reference in sorted(self._links, key=lambda link: link[0]):
            yield key
            yield reference


def _described(element: Element) -> Entries:
    entries: Entries = {}
    if element.language:
        entries["Lang"] = Text(element.language)
    if element.alternative:
        entries["Alt"] = Text(element.alternative)
    if element.identity:
        entries["ID"] = Text(element.identity)
    if element.role == "TH":
        entries["A"] = {"O": "/Table", "Scope": "/Column"}
    return entries
