"""Word documents: what Word shows when all changes are accepted, without headers and footers.

Insertions are in; deletions and hidden words are out, struck-out ones marked. Notes follow the text, text
boxes the paragraph they hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefer.reading.blocks import PLAIN, Blocks, Look, Words
from briefer.reading.fields import Named, gathered
from briefer.reading.markup import attribute, first, local, namespace, words_of
from briefer.reading.omitted import Omitted
from briefer.reading.package import Package
from briefer.reading.reading import COMMENT, DELETED, FORMULA, HIDDEN, Extract
from briefer.reading.symbol_fonts import OWN, shown
from briefer.reading.word_formulas import is_formula, written
from briefer.reading.word_lists import Lists
from briefer.reading.word_runs import Runs

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT_RELATIONS: Final = "_rels/.rels"
_LEFT_OUT: Final = frozenset({
    "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "del", "moveFrom", "delText", "instrText",
    "delInstrText", "Fallback", "rt", "annotationRef", "footnoteRef", "endnoteRef",
})  # fmt: skip
_SIGNS: Final = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad",
}  # fmt: skip
_CODE: Final = re.compile("[0-9A-Fa-f]{4}")


def main_part(package: Package) -> str:
    """Name the part with the text of a Word document, or nothing when the package is something else."""
    relations = package.tree(_ROOT_RELATIONS)
    for relation in () if relations is None else relations:
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and target in package:
            root = package.tree(target)
            return target if root is not None and local(root) == "document" else ""
    return ""


def read(package: Package) -> Extract:
    """Read a Word document; raises UnreadableError."""
    name = main_part(package)
    folder = name.rpartition("/")[0]

    def aside(part: str) -> _Element | None:
        return package.tree(f"{folder}/{part}.xml".lstrip("/"))

    styles = aside("styles")
    story = _Story(Lists(aside("numbering"), styles), Runs(styles))
    root = package.tree(name)
    assert root is not None
    story.read(root)
    blocks = story.blocks
    for kind in ("footnote", "endnote"):
        notes = aside(f"{kind}s")
        if notes is not None:
            for number, note in story.notes(kind, notes):
                blocks.note(number, note)
    comments = aside("comments")
    if comments is not None:
        story.omitted.count(COMMENT, len(comments))
    text = blocks.text()
    core, app = package.tree("docProps/core.xml"), package.tree("docProps/app.xml")
    return Extract(
        "Word document",
        text,
        "UTF-8",
        replaced=text.count("\ufffd"),
        reference=gathered(_named(core)),
        suggested=gathered(_likely(core, app)),
        remarks=story.omitted.remarks(),
    )


def _named(core: _Element | None) -> Iterator[Named]:
    for field, name in (("title", "title"), ("author", "creator"), ("language", "language")):
        yield field, words_of(core, name), f"{name} in the document’s properties"


def _likely(core: _Element | None, app: _Element | None) -> Iterator[Named]:
    yield "publisher", words_of(app, "Company"), "company in the document’s properties"
    for name in ("created", "modified"):
        yield "published", words_of(core, name), f"“{name}” in the document’s properties"


class _Story:
    """The running text of a document and of its notes."""

    def __init__(self, lists: Lists, runs: Runs) -> None:
        self.blocks = Blocks()
        self.omitted = Omitted()
        self._lists = lists
        self._runs = runs
        self._numbers: dict[tuple[str, str], int] = {}
        self._font = ""
        """The font of the run that is read."""
        self._drawn = False
        """The field around draws a formula, as far as no words show it."""
        self._held = ""
        """Words of a paragraph whose end was deleted: the next one goes on with them."""

    def read(self, parent: _Element) -> None:
        """Add the paragraphs and tables under an element."""
        for child in parent:
            match local(child):
                case "p":
                    self._paragraph(child)
                case "tbl":
                    for row in child.iter(f"{{{namespace(child)}}}tr"):
                        if next(row.iterancestors(child.tag)) is child:
                            self._row(row)
                case name if name not in _LEFT_OUT:
                    self.read(child)
                case _:
                    pass

    def notes(self, kind: str, root: _Element) -> Iterator[tuple[int, list[str]]]:
        """Yield the notes that the text refers to, with their numbers there."""
        found = {attribute(note, "id"): note for note in root}
        for (_, key), number in sorted(
            (entry for entry in self._numbers.items() if entry[0][0] == kind), key=lambda entry: entry[1]
        ):
            if key in found:
                yield number, self._apart(found[key])

    def _apart(self, element: _Element) -> list[str]:
        """Read what stands for itself, such as a cell: its paragraphs."""
        mine, self.blocks = self.blocks, Blocks()
        held, self._held = self._held, ""
        self.read(element)
        self._flush()
        found, self.blocks, self._held = self.blocks.paragraphs(), mine, held
        return found

    def _row(self, row: _Element) -> None:
        if _has(row, "trPr", "del"):
            self.omitted.count(DELETED)
            return
        cells = [cell for cell in _cells(row) if not _has(cell, "tcPr", "cellDel")]
        self._flush()
        self.blocks.row([self._apart(cell) for cell in cells])

    def _paragraph(self, paragraph: _Element) -> None:
        words = Words()
        words.say(self._held)
        boxes: list[_Element] = []
        self._held = ""
        self._runs.begin(paragraph)
        self._run(paragraph, words, boxes)
        text = words.text()
        if _has(paragraph, "pPr", "rPr", "del") or _has(paragraph, "pPr", "rPr", "moveFrom"):
            self._held = text
        else:
            label = (
                "" if _has(paragraph, "pPr", "rPr", "vanish") and not text else self._lists.label(paragraph)
            )
            self.blocks.paragraph(label + text.lstrip(" \t") if text.strip() else "")
        for box in boxes:
            self.blocks.extend(self._apart(box))

    def _flush(self) -> None:
        self.blocks.paragraph(self._held)
        self._held = ""

    def _run(self, parent: _Element, words: Words, boxes: list[_Element], look: Look = PLAIN) -> None:
        for child in parent:
            name = local(child)
            if name == "t":
                self._drawn = False
                self.omitted.kept()
                words.say(shown(child.text or "", self._font), look)
            elif name in _SIGNS:
                words.say(_SIGNS[name], look)
            elif name == "sym":
                words.say(_symbol(child), look)
            elif name == "txbxContent":
                boxes.append(child)
            elif name in {"footnoteReference", "endnoteReference"}:
                number = self._number(name.removesuffix("Reference"), attribute(child, "id"))
                words.say(f"[{number}]", look._replace(above=False, below=False))
            elif name in {"del", "moveFrom"}:
                self.omitted.count(DELETED, name == "del" and bool(_words(child)))
            elif name in {"instrText", "fldChar"}:
                self._field(child)
            elif name not in _LEFT_OUT:
                self._inside(child, words, boxes, look)

    def _inside(self, element: _Element, words: Words, boxes: list[_Element], look: Look) -> None:
        if local(element) == "r":
            self._letters(element, words, boxes, look)
        elif is_formula(element):
            self._formula(element, words, boxes)
        else:
            self._run(element, words, boxes, look)

    def _formula(self, formula: _Element, words: Words, boxes: list[_Element]) -> None:
        def inside(part: _Element) -> str:
            found = Words()
            self._run(part, found, boxes)
            return found.text()

        text = written(formula, inside)
        words.say_apart(text) if local(formula) == "f" else words.say(text)

    def _field(self, mark: _Element) -> None:
        """Take the instruction or the end of a field; one that draws a formula has no words for it."""
        if local(mark) == "instrText":
            self._drawn = self._drawn or (mark.text or "").split()[:1] == ["EQ"]
        elif attribute(mark, "fldCharType") == "end":
            self.omitted.count(FORMULA, self._drawn)
            self._drawn = False

    def _letters(self, run: _Element, words: Words, boxes: list[_Element], around: Look) -> None:
        look = self._runs.look(run)
        if look.hidden:
            self.omitted.passed(HIDDEN, _words(run))
        else:
            font, self._font = self._font, _font(run)
            look = Look(
                struck=around.struck or look.struck,
                above=around.above or look.above,
                below=around.below or look.below,
            )
            self._run(run, words, boxes, look)
            self._font = font

    def _number(self, kind: str, key: str) -> int:
        return self._numbers.setdefault((kind, key), len(self._numbers) + 1)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) not in _LEFT_OUT:
            yield from _cells(child)


def _has(element: _Element, *path: str) -> bool:
    """Tell whether a path of local names leads from an element to another."""
    if not path:
        return True
    return any(_has(child, *path[1:]) for child in element if local(child) == path[0])


def _words(element: _Element) -> str:
    return "".join(part.text or "" for part in element.iter() if local(part) in {"delText", "t"})


def _symbol(sign: _Element) -> str:
    """Make a character of four hexadecimal digits, as its font draws it."""
    code, font = attribute(sign, "char"), attribute(sign, "font")
    if not _CODE.fullmatch(code):
        return ""
    number = int(code, 16)
    return shown(chr(number), font, of_signs=number >= OWN)


def _font(run: _Element) -> str:
    """Name the font that a run itself asks for."""
    fonts = first(first(run, "rPr"), "rFonts")
    return "" if fonts is None else attribute(fonts, "ascii")
