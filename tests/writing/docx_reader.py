"""A Word document read back by another way than it was written: a zip of XML, and nothing assumed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parts(document: bytes) -> dict[str, bytes]:
    """Return what each member of the file holds, in the file's order."""
    with ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(document: bytes, name: str) -> Element:
    """Return a part's root element."""
    return fromstring(parts(document)[name])  # noqa: S314 - our own file


def body(document: bytes) -> list[str]:
    """Return the words of each paragraph of the body, those of table cells row by row."""
    return [words(paragraph) for paragraph in part(document, "word/document.xml").iter(f"{W}p")]


def notes(document: bytes) -> list[str]:
    """Return the words of each footnote but the separators, without its number."""
    found = part(document, "word/footnotes.xml").iter(f"{W}footnote")
    return [words(note).removeprefix("\t") for note in found if note.get(f"{W}type") is None]


def words(element: Element) -> str:
    """Return the words in an element: line breaks as line feeds, the mark of a note as [^7]."""
    return "".join(piece for run in element.iter(f"{W}r") for piece in _pieces(run))


def runs(document: bytes, text: str) -> list[Element]:
    """Return the properties, where there are any, of the runs of the body that print just this."""
    found = [
        run for run in part(document, "word/document.xml").iter(f"{W}r") if "".join(_pieces(run)) == text
    ]
    return [properties for run in found for properties in run.iter(f"{W}rPr")]


def value(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute of the format, empty without the element."""
    return "" if element is None else element.get(f"{W}{attribute}", "")


def targets(document: bytes, name: str) -> dict[str, str]:
    """Return where the relationships of a part lead, by id."""
    folder, _, file = name.rpartition("/")
    found = part(document, f"{folder}/_rels/{file}.rels")
    return {relation.get("Id", ""): relation.get("Target", "") for relation in found}


def _pieces(run: Element) -> Iterator[str]:
    for child in run:
        match child.tag.removeprefix(W):
            case "t":
                yield child.text or ""
            case "br":
                yield "\n"
            case "tab":
                yield "\t"
            case "footnoteReference":
                yield f"[^{value(child, 'id')}]"
