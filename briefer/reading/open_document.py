"""OpenDocument text (LibreOffice and others), as it shows with all changes accepted.

What was deleted lies aside in the file and stays there; notes follow the text, text boxes the paragraph
they hang on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefer.reading.blocks import Blocks
from briefer.reading.fields import Named, gathered
from briefer.reading.markup import collapsed, local, words_of
from briefer.reading.open_document_lists import Lists, named
from briefer.reading.package import Package
from briefer.reading.reading import Extract, left_out

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_PARAGRAPHS: Final = frozenset({"p", "h"})
_STANDING: Final = frozenset({"p", "list", "table"})
"""What makes a box or a shape of an element in a paragraph."""
_LEFT_OUT: Final = frozenset({
    "annotation", "annotation-end", "ruby-text", "title", "desc", "hidden-text", "note-citation", "forms",
    "sequence-decls", "variable-decls", "table-column", "covered-table-cell", "object", "object-ole",
    "table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
    "user-index-source", "alphabetical-index-source", "bibliography-source", "tracked-changes",
})  # fmt: skip
_MOST_SPACES: Final = 100
"""More in a row say nothing, and a file can ask for thousands of millions."""


def is_text(package: Package) -> bool:
    """Tell whether a package is an OpenDocument text."""
    return package.part("mimetype").startswith(_TEXT) and "content.xml" in package


def read(package: Package) -> Extract:
    """Read an OpenDocument text; raises UnreadableError."""
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise package.locked()
    root = package.tree("content.xml")
    if root is None:
        raise package.damaged()
    story = _Story(Lists(package.tree("styles.xml"), root))
    story.read(root)
    for number, note in enumerate(story.notes, 1):
        story.blocks.note(number, note)
    deletions = sum(local(element) == "deletion" for element in root.iter())
    meta = package.tree("meta.xml")
    return Extract(
        "OpenDocument text",
        story.blocks.text(),
        "UTF-8",
        reference=gathered(_named(meta)),
        suggested=gathered(_likely(meta)),
        remarks=left_out({"tracked deletion": deletions}),
    )


def _named(meta: _Element | None) -> Iterator[Named]:
    for field, name in (
        ("title", "title"), ("author", "initial-creator"), ("author", "creator"), ("language", "language"),
    ):  # fmt: skip
        yield field, words_of(meta, name), f"{name} in the document’s properties"


def _likely(meta: _Element | None) -> Iterator[Named]:
    for name in ("creation-date", "date"):
        yield "published", words_of(meta, name), f"“{name}” in the document’s properties"


class _Story:
    """The running text of a document; `notes` are its notes so far, a list of paragraphs each."""

    def __init__(self, lists: Lists) -> None:
        self.blocks = Blocks()
        self._lists = lists
        self.notes: list[list[str]] = []

    def read(self, parent: _Element) -> None:
        """Add the paragraphs and tables under an element."""
        for child in parent:
            name = local(child)
            if name in _PARAGRAPHS:
                label = self._lists.taken(child)
                words: list[str] = []
                boxes: list[_Element] = []
                self._run(child, words, boxes)
                text = "".join(words)
                self.blocks.paragraph(label + text.lstrip(" \t") if text.strip() else "")
                for box in boxes:
                    self.blocks.extend(self._apart(box))
            elif name == "table-row":
                cells = [cell for cell in child if local(cell) == "table-cell"]
                self.blocks.row([self._apart(cell) for cell in cells])
            elif name == "list":
                self._lists.begin(child)
                self.read(child)
                self._lists.end()
            elif name not in _LEFT_OUT:
                if name == "list-item":
                    self._lists.point(child)
                self.read(child)

    def _apart(self, element: _Element) -> list[str]:
        """Read what stands for itself, such as a cell: its paragraphs."""
        mine, self.blocks = self.blocks, Blocks()
        self.read(element)
        found, self.blocks = self.blocks.paragraphs(), mine
        return found

    def _run(self, parent: _Element, words: list[str], boxes: list[_Element]) -> None:
        words.append(collapsed(parent.text or ""))
        for child in parent:
            match local(child):
                case "s":
                    words.append(" " * _spaces(child))
                case "tab":
                    words.append("\t")
                case "line-break":
                    words.append("\n")
                case "note":
                    self._note(child, words)
                case name if name in _LEFT_OUT:
                    pass
                case _ if any(local(part) in _STANDING for part in child):
                    boxes.append(child)
                case _:
                    self._run(child, words, boxes)
            words.append(collapsed(child.tail or ""))

    def _note(self, note: _Element, words: list[str]) -> None:
        self.notes.append([])
        place = len(self.notes)
        words.append(f"[{place}]")
        self.notes[place - 1] = [text for part in note for text in self._apart(part)]


def _spaces(element: _Element) -> int:
    count = named(element, "c") or "1"
    return min(int(count[:9]), _MOST_SPACES) if count.isascii() and count.isdecimal() else 1
