"""Blocks to strips: each paragraph, heading and note is set, measured and given its element."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.writing import pdf_grounds as grounds
from briefer.writing.brief import Block, Brief, Heading, Inlines, Note, Paragraph, Run, Table
from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_lines import Stretch, balanced, lines
from briefer.writing.pdf_setting import Setting
from briefer.writing.pdf_shapes import Shape, Sheet
from briefer.writing.pdf_strips import Fill, SetLine, Strip, Words, base_line
from briefer.writing.pdf_structure import Element
from briefer.writing.pdf_table import table_strips

_ROLES = {"title": "Title"}
_QUOTING = {"quotation", "evidence"}


class Setter:
    """Sets a brief, block by block, in the order of print."""

    def __init__(self, brief: Brief, faces: Faces, sheet: Sheet) -> None:
        self._setting = Setting(faces, brief.language, sheet)
        self._sheet = sheet
        self._width = sheet.text_width
        self._waiting = {note.number: note for note in brief.notes}
        self._printed = 0
        """How many paragraphs have been set: headings, captions and cells are counted too."""
        self._after = 0.0
        self._front: Strip | None = None
        """The last line of the title block, while it may go on."""
        self._grounded = False
        """Whether the last paragraph stands on the ground of the bottom line."""
        self.document = Element("Document")
        self.notes: dict[int, list[SetLine]] = {}
        """The lines of each note whose mark has been set."""

    def block(self, block: Block) -> list[Strip]:
        """Set a block, and after it the notes it refers to."""
        self._leave_ground(block)
        match block:
            case Heading():
                strips = self._heading(block)
            case Paragraph():
                strips = self._paragraph(block)
            case Table():
                strips = self._table(block)
        for strip in strips:
            for mark in strip.marks:
                self.notes[mark] = self._note(self._waiting[mark])
        return strips

    def _leave_ground(self, following: Block) -> None:
        """Close the title block or the ground of the bottom line when something else follows it."""
        role = following.role if isinstance(following, Paragraph) else ""
        if self._front is not None and role != "front":
            self._after = max(self._after, grounds.end_of_front(self._front, self._sheet))
            self._front = None
        if self._grounded and role != "bluf":
            self._after = max(self._after, self._sheet.look.space + 3)
            self._grounded = False

    def _heading(self, heading: Heading) -> list[Strip]:
        shape = self._sheet.headings[heading.level]
        stretches = self._setting.inlines((Run(heading.text),), shape)
        element = self.document.add(f"H{heading.level}")
        strips = self._strips(stretches, shape, element, (heading.bookmark,))
        if self._sheet.look.ruled and heading.level == 1 and strips:
            grounds.over_heading(strips[0], self._sheet)
        return strips

    def _paragraph(self, paragraph: Paragraph) -> list[Strip]:
        shape = self._sheet.shapes[paragraph.role]
        stretches = self._setting.inlines(paragraph.inlines, shape)
        if paragraph.role == "front" and len(stretches) > 1 and _labelled(paragraph.inlines):
            stretches = self._setting.indented(stretches[1:], stretches[0], self._sheet.front_label)
        above = self.document.add("BlockQuote") if paragraph.role in _QUOTING else self.document
        element = above.add(_ROLES.get(paragraph.role, "P"), language=_language(paragraph.inlines))
        strips = self._strips(stretches, shape, element, paragraph.bookmarks)
        if strips:
            self._adorn(paragraph, strips)
        if strips and paragraph.together:
            strips[-1].stick, self._after = True, shape.near
        return strips

    def _adorn(self, paragraph: Paragraph, strips: list[Strip]) -> None:
        match paragraph.role:
            case "title":
                grounds.head(strips, self._sheet)
            case "front":
                self._front = strips[-1]
            case "bluf":
                grounds.bottom_line(strips, self._sheet)
                self._grounded = True

    def _strips(
        self, stretches: Sequence[Stretch], shape: Shape, element: Element, places: tuple[str, ...]
    ) -> list[Strip]:
        words = Words(element, self._next())
        width = self._width - shape.left - shape.right
        set_lines = lines(stretches, balanced(stretches, width) if shape.balanced else width, shape.hang)
        drop, count = base_line(shape.leading, shape.size), len(set_lines)
        strips = []
        for place, line in enumerate(set_lines):
            x = shape.left + (shape.hang if place else 0)
            strip = Strip(shape.leading, [SetLine(x, drop, line, words)])
            strip.stick = _sticks(place, count, shape)
            if shape.rule:
                strip.fills.append(
                    Fill(shape.left - 12, 0, shape.rule, shape.leading, self._sheet.colours.rule)
                )
            strips.append(strip)
        if strips:
            strips[0].before, self._after = max(self._after, shape.before), shape.after
            strips[0].places = places
        return strips

    def _table(self, table: Table) -> list[Strip]:
        first = self._printed
        self._printed += 1 + len(table.columns) * (1 + len(table.rows))
        strips = table_strips(table, self._setting, self.document.add("Table"), first, self._sheet)
        strips[0].before, self._after = max(self._after, strips[0].before), 14
        return strips

    def _note(self, note: Note) -> list[SetLine]:
        element = self.document.add("Note", identity=f"note-{note.number}")
        words, shape = Words(element, note.number, of_note=True), self._sheet.note
        label = self._setting.label(note.number, shape)
        stretches = [label, *self._setting.inlines(note.inlines, shape)]
        if len(stretches) > 1:
            stretches = self._setting.indented(stretches[1:], label, self._sheet.note_label)
        drop = base_line(shape.leading, shape.size)
        return [
            SetLine(shape.hang if place else 0, drop, line, words)
            for place, line in enumerate(lines(stretches, self._width, shape.hang))
        ]

    def _next(self) -> int:
        self._printed += 1
        return self._printed - 1


def _sticks(place: int, count: int, shape: Shape) -> bool:
    """Tell whether a line stays with the next one: no single first or last line on a page."""
    if place + 1 == count:
        return shape.follows
    return count <= shape.whole or place == 0 or place == count - 2


def _labelled(inlines: Inlines) -> bool:
    """Tell whether a paragraph begins with a label that shows: without one nothing stands beside it."""
    first = inlines[0]
    if not isinstance(first, Run) or first.style != "quiet" or first.link:
        return False
    return any(sign.isprintable() for sign in first.text.strip())


def _language(inlines: Inlines) -> str:
    """Give the language that all runs of a paragraph share, or nothing."""
    spoken = {part.language for part in inlines if isinstance(part, Run)}
    return spoken.pop() if len(spoken) == 1 else ""
