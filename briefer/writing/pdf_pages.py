"""Strips to pages: the notes of a page stand at its foot, and a long one goes on overleaf."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import fsum

from briefer.writing.pdf_shapes import NOTE_RULE, Sheet
from briefer.writing.pdf_strips import SetLine, Strip

# A note is parted only if it is long, and begins with more than a scrap; in lines.
_PARTED = 7
_LEAST = 3
_HAIR = 0.01
"""What sums of heights may be wrong by."""
# Notes that go on overleaf leave room for so many lines of the text.
_LINES_OF_TEXT = 6


@dataclass(slots=True, eq=False)
class Page:
    """What stands on a page: strips, each with its distance from the top of the text, and notes."""

    strips: list[tuple[float, Strip]] = field(default_factory=list)
    notes: list[tuple[float, SetLine]] = field(default_factory=list)
    """The lines of notes, each with its distance from the top of the notes."""
    used: float = 0
    notes_height: float = 0


class Pager:
    """Fills page after page; a group of strips that stick together stays on one if it fits one."""

    def __init__(self, notes: dict[int, list[SetLine]], sheet: Sheet) -> None:
        self._notes = notes
        self._note = sheet.note
        self._room = sheet.text_height
        self._least_text = _LINES_OF_TEXT * sheet.shapes["statement"].leading
        self._page = Page()
        self._waiting: deque[SetLine] = deque()
        """Lines of notes that go on overleaf."""

    def pages(self, strips: Iterable[Strip]) -> Iterator[Page]:
        for group in _groups(strips):
            if self._fits(group):
                self._put(group)
                continue
            if self._page.used:
                yield self._turn()
            yield from self._force(group)
        while self._waiting:
            yield self._turn()
        yield self._page

    def _force(self, group: list[Strip]) -> Iterator[Page]:
        """Place a group on a new page, or, if it is too tall, strip by strip."""
        notes = fsum(self._note_height(len(note)) for note in self._noted(group))
        whole = fsum(strip.height for strip in group) + notes < self._room - NOTE_RULE
        for part in [group] if whole else [[strip] for strip in group]:
            while not self._fits(part) and (self._page.used or self._page.notes):
                yield self._turn()
            self._put(part)

    def _fits(self, group: list[Strip]) -> bool:
        room = self._room - self._page.used - self._height(group) - self._page.notes_height
        new = self._noted(group)
        if not new:
            return room >= 0
        if self._waiting:
            return False
        if not self._page.notes:
            room -= NOTE_RULE
        *full, last = map(len, new)
        room -= fsum(map(self._note_height, full))
        if room >= self._note_height(last):
            return True
        return last >= _PARTED and room >= _LEAST * self._note.leading

    def _noted(self, group: list[Strip]) -> list[list[SetLine]]:
        """Give the notes that a group refers to."""
        return [self._notes[mark] for strip in group for mark in strip.marks]

    def _height(self, group: list[Strip]) -> float:
        height = fsum(strip.before + strip.height for strip in group)
        if self._page.used:
            return height
        return height - group[0].before + fsum(strip.height for strip in group[0].header)

    def _note_height(self, lines: int) -> float:
        return lines * self._note.leading + self._note.after

    def _put(self, group: list[Strip]) -> None:
        page = self._page
        if not page.used:
            for strip in group[0].header:
                page.strips.append((page.used, strip))
                page.used += strip.height
        for strip in group:
            page.used += strip.before if page.strips else 0
            page.strips.append((page.used, strip))
            page.used += strip.height
        self._waiting.extend(line for note in self._noted(group) for line in note)
        self._put_notes(self._room - page.used + _HAIR)

    def _put_notes(self, room: float) -> None:
        """Place as many waiting lines of notes as there is room for, all their height counted."""
        page = self._page
        while self._waiting:
            line = self._waiting[0]
            last = len(self._waiting) == 1 or self._waiting[1].words is not line.words
            top = page.notes_height or NOTE_RULE
            after = self._note.after if last else 0
            bottom = top + self._note.leading + after
            if bottom - after > room:
                return
            page.notes.append((top, line))
            page.notes_height = bottom
            self._waiting.popleft()

    def _turn(self) -> Page:
        """Begin a new page, with the notes that go on from the last one, and give the last one."""
        ended, self._page = self._page, Page()
        self._put_notes(self._room - self._least_text)
        return ended


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.stick:
            yield group
            group = []
    if group:
        yield group
