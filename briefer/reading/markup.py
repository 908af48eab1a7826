"""XML of strangers: no document type, no entities, no network, no depth without end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefer.errors import BrieferError

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE: Final = re.compile(r"[ \t\r\n]+")


class MarkupError(BrieferError):
    """XML that is malformed, or asks for what a document never needs."""


class DeepMarkupError(BrieferError):
    """XML nested deeper than is read."""


def parse(body: bytes) -> _Element:
    """Parse XML; raises MarkupError or DeepMarkupError. Comments and processing instructions are left out."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise DeepMarkupError(str(error)) from error
        raise MarkupError(str(error)) from error
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        raise MarkupError("It declares a document type.")
    return root


def local(element: _Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: _Element, name: str) -> str:
    """Give an attribute that is of the element's own namespace, or nothing."""
    return element.get(f"{{{namespace(element)}}}{name}", "")


def children(parent: _Element | None, name: str) -> Iterator[_Element]:
    """Yield the elements of a local name that stand directly in one, or in none."""
    return (child for child in (() if parent is None else parent) if local(child) == name)


def first(parent: _Element | None, name: str) -> _Element | None:
    """Give the first of them."""
    return next(children(parent, name), None)


def value(parent: _Element | None, name: str) -> str:
    """Give the value of a property of a Word document, or nothing."""
    found = first(parent, name)
    return "" if found is None else attribute(found, "val")


def namespace(element: _Element) -> str:
    """Give the address that an element's name begins with."""
    return str(element.tag).partition("}")[0].lstrip("{")


def collapsed(text: str) -> str:
    """Make each run of white space one space, as HTML and ODF read it; a no-break space is none."""
    return _SPACE.sub(" ", text)


def words_of(root: _Element | None, name: str) -> str:
    """Give the words in the first element of that local name, or nothing."""
    if root is None:
        return ""
    return next(("".join(map(str, found.itertext())) for found in root.iter() if local(found) == name), "")
