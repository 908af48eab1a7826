"""The structure of a PDF as our writer builds one: its elements, and what of the pages each of them has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from briefer.checking.pdf_syntax import Entries, NotOursError, Objects, Reference, Value

_INLINE: Final = frozenset({"MCR", "Span", "Link", "Reference", "Lbl"})
_BELOW: Final = {
    "": frozenset({"Document"}),
    "Document": frozenset({"Title", "H1", "H2", "P", "BlockQuote", "Table", "Note"}),
    "BlockQuote": frozenset({"P"}),
    "Table": frozenset({"Caption", "TR"}),
    "TR": frozenset({"TH", "TD"}),
    "Reference": frozenset({"Link"}),
    "Lbl": frozenset({"Link"}),
    "Span": frozenset({"MCR"}),
    "Link": frozenset({"MCR", "OBJR"}),
    **dict.fromkeys(("Title", "H1", "H2", "P", "Caption", "TH", "TD", "Note"), _INLINE),
}
"""What our writer puts into what; MCR and OBJR are contents and links of the pages."""
_ALWAYS: Final = frozenset({"S", "P", "Pg", "K"})
_BESIDE: Final = {
    "P": frozenset({"Lang"}),
    "Span": frozenset({"Lang"}),
    "Link": frozenset({"Lang", "Alt"}),
    "Note": frozenset({"ID"}),
    "TH": frozenset({"A"}),
}
_TITLE_OF_COLUMN: Final = {"O": "Table", "Scope": "Column"}
_LEAVES: Final = {"MCR": frozenset({"Type", "Pg", "MCID"}), "OBJR": frozenset({"Type", "Pg", "Obj"})}
_ROOT: Final = frozenset({"Type", "RoleMap", "K", "ParentTree", "ParentTreeNextKey"})
_ROLES: Final = {"Title": "P"}


class Content(NamedTuple):
    """A marked content: page (from 0), number there, its role, and the element that has it."""

    page: int
    number: int
    role: str
    element: Reference


class Tree:
    """Elements by where they are kept, the contents in their order, the element of each annotation.

    Whatever is not as our writer makes it raises NotOursError or KeyError.
    """

    def __init__(self, objects: Objects, root: Value, pages: Sequence[Value]) -> None:
        self._objects = objects
        self._pages = {page: number for number, page in enumerate(pages) if isinstance(page, Reference)}
        self.elements: dict[Reference, Entries] = {}
        self.contents: list[Content] = []
        self.links: dict[Reference, Reference] = {}
        found = objects.entries(root, _ROOT)
        if found["RoleMap"] != _ROLES:
            raise NotOursError
        self._below(root, "", found)
        self.traced = self._are(found["ParentTree"], self._parents())
        """Whether each content and annotation leads back to the element that has it."""

    def _below(self, above: Reference, role: str, entries: Entries) -> None:
        """Read what an element holds; as no role is within itself, this comes to an end."""
        for kid in self._objects.items(entries["K"]):
            here = {"Type": "MCR", "Pg": entries.get("Pg"), "MCID": kid}
            found = here if type(kid) is int else self._objects.entries(kid)
            kind = found.get("Type", found.get("S"))
            if not isinstance(kind, str) or kind not in _BELOW[role]:
                raise NotOursError
            if kind in _LEAVES:
                self._leaf(found, kind, role, above)
            else:
                self._element(kid, kind, found, above)

    def _leaf(self, found: Entries, kind: str, role: str, above: Reference) -> None:
        page, place = found["Pg"], found["MCID" if kind == "MCR" else "Obj"]
        if found.keys() != _LEAVES[kind] or not isinstance(page, Reference):
            raise NotOursError
        if kind == "MCR" and type(place) is int:
            self.contents.append(Content(self._pages[page], place, role, above))
        elif kind == "OBJR" and isinstance(place, Reference) and place not in self.links:
            self.links[place] = above
        else:
            raise NotOursError

    def _element(self, kid: Value, kind: str, found: Entries, above: Reference) -> None:
        allowed = _ALWAYS | _BESIDE.get(kind, frozenset())
        named = isinstance(kid, Reference) and kid not in self.elements and found["P"] == above
        if not named or found.keys() - allowed or (kind == "TH" and found["A"] != _TITLE_OF_COLUMN):
            raise NotOursError
        self.elements[kid] = found
        self._below(kid, kind, found)

    def _parents(self) -> dict[int, Value]:
        """Give the elements that each page and annotation leads back to, by the number that it has there."""
        pages: dict[int, list[Reference]] = {number: [] for number in self._pages.values()}
        for content in sorted(self.contents):
            pages[content.page].append(content.element)
        found = {self._key(page, "StructParents"): pages[number] for page, number in self._pages.items()}
        return found | {self._key(link, "StructParent"): element for link, element in self.links.items()}

    def _key(self, kept: Reference, name: str) -> int:
        key = self._objects.entries(kept)[name]
        if type(key) is not int:
            raise NotOursError
        return key

    def _are(self, parents: Value, due: dict[int, Value]) -> bool:
        """Tell whether this is what the file has leading back."""
        told = self._objects.items(self._objects.entries(parents, frozenset({"Nums"}))["Nums"])
        keys = len(due) == len(self._pages) + len(self.links) and told[::2] == sorted(due)
        return keys and all(
            each == due[key] if isinstance(due[key], Reference) else self._objects.get(each) == due[key]
            for key, each in zip(told[::2], told[1::2], strict=False)
        )
