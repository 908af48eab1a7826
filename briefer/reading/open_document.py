"""OpenDocument text (LibreOffice and others), as it shows with all changes accepted.

What was deleted lies aside in the file and stays there; hidden words are left out, struck-out ones marked.
Notes follow the text, text boxes the paragraph they hang on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefer.reading.blocks import PLAIN, Blocks, Look, Words
from briefer.reading.fields import Named, gathered
from briefer.reading.markup import collapsed, local, words_of
from briefer.reading.omitted import Omitted
from briefer.reading.open_document_lists import Lists, named
from briefer.reading.open_document_looks import Looks, is_hidden
from briefer.reading.package import Package
from briefer.reading.reading import COMMENT, DELETED, HIDDEN, Extract

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_PARAGRAPHS: Final = frozenset({"p", "h"})
_STANDING: Final = frozenset({"p", "list", "table"})
"""What makes a box or a shape of an element in a paragraph."""
_LEFT_OUT: Final = frozenset({
    "annotation-end", "ruby-text", "title", "desc", "note-citation", "forms",
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
    styles = package.tree("styles.xml")
    story = _Story(Lists(styles, root), Looks(styles, root))
    story.read(root)
    for number, note in enumerate(story.notes, 1):
        story.blocks.note(number, note)
    story.omitted.count(DELETED, sum(1 for _ in root.iter("{*}deletion")))
    meta = package.tree("meta.xml")
    return Extract(
        "OpenDocument text",
        story.blocks.text(),
        "UTF-8",
        reference=gathered(_named(meta)),
        suggested=gathered(_likely(meta)),
        remarks=story.omitted.remarks(),
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

    def __init__(self, lists: Lists, looks: Looks) -> None:
        self.blocks = Blocks()
        self.omitted = Omitted()
        self._lists = lists
        self._looks = looks
        self.notes: list[list[str]] = []

    def read(self, parent: _Element) -> None:
        """Add the paragraphs and tables under an element."""
        for child in parent:
            name = local(child)
            if name in _PARAGRAPHS:
                self._paragraph(child)
            elif name == "table-row":
                self.blocks.row([[] if cell is None else self._apart(cell) for cell in _cells(child)])
            elif name == "list":
                self._lists.begin(child)
                self.read(child)
                self._lists.end()
            elif name == "annotation":
                self.omitted.count(COMMENT)
            elif name == "section" and (named(child, "display") == "none" or is_hidden(child)):
                self.omitted.passed(HIDDEN, _words(child))
            elif name not in _LEFT_OUT:
                if name == "list-item":
                    self._lists.point(child)
                self.read(child)

    def _paragraph(self, paragraph: _Element) -> None:
        label = self._lists.taken(paragraph)
        words = Words()
        boxes: list[_Element] = []
        self._run(paragraph, words, boxes, self._looks.inside(paragraph, PLAIN))
        text = words.text()
        self.blocks.paragraph(label + text.lstrip(" \t") if text.strip() else "")
        for box in boxes:
            self.blocks.extend(self._apart(box))

    def _apart(self, element: _Element) -> list[str]:
        """Read what stands for itself, such as a cell: its paragraphs."""
        mine, self.blocks = self.blocks, Blocks()
        self.read(element)
        found, self.blocks = self.blocks.paragraphs(), mine
        return found

    def _run(self, parent: _Element, words: Words, boxes: list[_Element], look: Look) -> None:
        self._say(collapsed(parent.text or ""), words, look)
        for child in parent:
            match local(child):
                case "s":
                    self._say(" " * _spaces(child), words, look)
                case "tab":
                    self._say("\t", words, look)
                case "line-break":
                    self._say("\n", words, look)
                case "annotation":
                    self.omitted.count(COMMENT)
                case "hidden-text" if is_hidden(child):
                    self.omitted.passed(HIDDEN, _words(child) or named(child, "string-value"))
                case name if name in _LEFT_OUT:
                    pass
                case "note" if not look.hidden:
                    self._note(child, words, look)
                case _ if any(local(part) in _STANDING for part in child):
                    boxes += [] if look.hidden else [child]
                case _:
                    self._run(child, words, boxes, self._looks.inside(child, look))
            self._say(collapsed(child.tail or ""), words, look)

    def _say(self, text: str, words: Words, look: Look) -> None:
        if look.hidden:
            self.omitted.passed(HIDDEN, text)
        elif text:
            self.omitted.kept()
            words.say(text, look)

    def _note(self, note: _Element, words: Words, look: Look) -> None:
        self.notes.append([])
        place = len(self.notes)
        words.say(f"[{place}]", look._replace(above=False, below=False))
        self.notes[place - 1] = [text for part in note for text in self._apart(part)]


def _cells(row: _Element) -> Iterator[_Element | None]:
    """Yield the cells of a row, and nothing where one of a row above reaches down."""
    covered = 0
    for cell in row:
        if local(cell) == "table-cell":
            covered = _number(named(cell, "number-columns-spanned")) - 1
            yield cell
        elif local(cell) == "covered-table-cell":
            if covered <= 0:
                yield None
            covered -= 1


def _words(element: _Element) -> str:
    return "".join(map(str, element.itertext()))


def _spaces(element: _Element) -> int:
    return min(_number(named(element, "c")), _MOST_SPACES)


def _number(words: str) -> int:
    return int(words[:9]) if words.isascii() and words.isdecimal() else 1
