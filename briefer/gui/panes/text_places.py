"""Where the characters of a text pane lie on the screen, asking Qt only about what is visible.

Qt lays a long document out as far as it is asked; asking for the place of the last tag of a
megabyte costs a tenth of a second. So the overview measures by characters and not by pixels.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

_HEBREW_ARABIC: Final = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LEFTWARD: Final = re.compile(rf"[{_HEBREW_ARABIC}](?:[{_HEBREW_ARABIC}\s]*[{_HEBREW_ARABIC}])?")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_PARAGRAPH_WEIGHT: Final = 30
"""A paragraph's end takes about as much height as this many characters."""


class TextPlaces:
    """Answers in coordinates of the document; positions are those of the document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._layout = document.documentLayout()
        self._shares: dict[int, float] = {}
        self._turning: dict[int, str] = {}

    def blocks(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the paragraphs that show between two heights, with where they lie."""
        block = self._block_at(top)
        while block.isValid():
            rect = self._layout.blockBoundingRect(block)
            if rect.top() > bottom:
                return
            yield block, rect
            block = block.next()

    def seen(self, block: QTextBlock, rect: QRectF, top: float, bottom: float) -> tuple[int, int]:
        """Return the part of a paragraph that shows between two heights, by whole lines."""
        start, layout = block.position(), block.layout()
        whole = start, start + block.length() - 1
        if top <= rect.top() and rect.bottom() <= bottom:
            return whole
        lines = range(layout.lineCount())
        first = bisect_right(lines, top, key=lambda place: rect.top() + layout.lineAt(place).rect().bottom())
        after = bisect_right(lines, bottom, key=lambda place: rect.top() + layout.lineAt(place).y())
        return (
            start + layout.lineAt(first).textStart() if first < len(lines) else whole[1],
            start + layout.lineAt(after).textStart() if after < len(lines) else whole[1],
        )

    def stretch(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the first and last position that show between two heights, by whole lines."""
        first = self._block_at(top)
        parts = [self.seen(block, rect, top, bottom) for block, rect in self.blocks(top, bottom)]
        return (parts[0][0], parts[-1][1]) if parts else (first.position(), first.position())

    def position_at(self, height: float) -> int:
        """Return the first position of the line at a height."""
        block = self._block_at(height)
        layout, top = block.layout(), self._layout.blockBoundingRect(block).top()
        lines = (layout.lineAt(place) for place in range(layout.lineCount()))
        line = next((line for line in lines if top + line.y() + line.height() > height), None)
        return block.position() + (line.textStart() if line else 0)

    def character_at(self, point: QPointF) -> int:
        """Return the position of the character at a point, or -1 where there is none."""
        return self._layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)

    def heights(self, start: int, end: int) -> tuple[float, float]:
        """Return the top of the line where a stretch begins and the bottom of the one where it ends."""
        return self._line_heights(start)[0], self._line_heights(max(start, end - 1))[1]

    def edge(self, position: int, *, after: bool) -> QRectF:
        """Return where a character begins, or ends, as a box without width from line top to baseline."""
        block = self._document.findBlock(position)
        box = next(
            self.line_rects(block, self._layout.blockBoundingRect(block), position, position + 1), QRectF()
        )
        text = _ASTRAL.sub("..", self._text_where_it_turns(block))
        leftward = _LEFTWARD.match(text, position - block.position()) is not None
        return QRectF(box.right() if after is not leftward else box.left(), box.top(), 0, box.height())

    def line_rects(self, block: QTextBlock, rect: QRectF, start: int, end: int) -> Iterator[QRectF]:
        """Yield for each line that holds part of a stretch this part, from the line's top to its baseline.

        Where a line runs in both directions the part may lie in several places.
        """
        layout, text = block.layout(), self._text_where_it_turns(block)
        span = start - block.position(), end - block.position()
        for left, right in _one_way(text, *span) if text else [span]:
            place = layout.lineForTextPosition(left).lineNumber()
            while 0 <= place < layout.lineCount() and layout.lineAt(place).textStart() < right:
                box = _part_of(layout.lineAt(place), left, right, turning=bool(text))
                yield box.translated(rect.topLeft())
                place += 1

    def share_of(self, position: int) -> float:
        """Return how far down the document a position is, 0 to 1, without laying anything out."""
        share = self._shares.get(position)
        if share is None:
            number = self._document.findBlock(position).blockNumber()
            share = self._shares[position] = (position + _PARAGRAPH_WEIGHT * number) / self._weight()
        return share

    def share_at(self, height: float) -> float:
        """Return how far down the document a height is, 0 to 1, moving evenly within a paragraph."""
        block = self._block_at(height)
        top, bottom = self._reach(block)
        within = min(1.0, max(0.0, (height - top) / max(1.0, bottom - top)))
        before = self._weight_before(block.blockNumber())
        return (before + within * (block.length() - 1 + _PARAGRAPH_WEIGHT)) / self._weight()

    def height_at(self, share: float) -> float:
        """Return the height that lies so far down the document: the inverse of `share_at`."""
        weight = min(1.0, max(0.0, share)) * self._weight()
        block = self._block_of_weight(weight)
        top, bottom = self._reach(block)
        before = self._weight_before(block.blockNumber())
        within = (weight - before) / (block.length() - 1 + _PARAGRAPH_WEIGHT)
        return top + min(1.0, within) * (bottom - top)

    def _text_where_it_turns(self, block: QTextBlock) -> str:
        """Return the text of a paragraph in which some words run leftward, and nothing for others."""
        number = block.blockNumber()
        if number not in self._turning:
            text = block.text()
            self._turning[number] = text if _LEFTWARD.search(text) else ""
        return self._turning[number]

    def _reach(self, block: QTextBlock) -> tuple[float, float]:
        """Return the top and bottom of a paragraph; what is above the first belongs to it."""
        rect = self._layout.blockBoundingRect(block)
        return rect.top() if block.blockNumber() else 0.0, rect.bottom()

    def _weight(self) -> int:
        return self._document.characterCount() - 1 + _PARAGRAPH_WEIGHT * self._document.blockCount()

    def _weight_before(self, number: int) -> int:
        return self._document.findBlockByNumber(number).position() + _PARAGRAPH_WEIGHT * number

    def _block_of_weight(self, weight: float) -> QTextBlock:
        number = bisect_right(range(self._document.blockCount()), weight, lo=1, key=self._weight_before)
        return self._document.findBlockByNumber(number - 1)

    def _block_at(self, height: float) -> QTextBlock:
        """Return the paragraph at a height, having no more laid out than twice as far.

        Qt's own answer, `hitTest`, is thousands of lines off while a long text is being laid out.
        """
        count, reach = self._document.blockCount(), 1
        while reach < count and self._top(reach) <= height:
            reach *= 2
        number = bisect_right(range(min(reach, count)), height, lo=1, key=self._top)
        return self._document.findBlockByNumber(number - 1)

    def _top(self, number: int) -> float:
        return self._layout.blockBoundingRect(self._document.findBlockByNumber(number)).top()

    def _line_heights(self, position: int) -> tuple[float, float]:
        block = self._document.findBlock(position)
        top = self._layout.blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return (top + line.y(), top + line.y() + line.height()) if line.isValid() else (top, top)


def _part_of(line: QTextLine, start: int, end: int, *, turning: bool) -> QRectF:
    begins, ends = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
    if turning:
        # Where the direction turns, Qt gives a caret two places and tells only one of them.
        inked = [run.boundingRect() for run in line.glyphRuns(begins, ends - begins)]
        sides = [side for box in inked for side in (box.left(), box.right())] or [0.0]
    else:
        sides = [_across(line, begins), _across(line, ends)]
    # The space at which a line was broken stands beyond the words.
    words = line.naturalTextRect()
    left, right = max(words.left(), min(sides)), min(words.right(), max(sides))
    return QRectF(left, line.y(), right - left, line.ascent())


def _across(line: QTextLine, place: int) -> float:
    # The stubs leave the answer, a place on the line and the character there, as an object.
    return cast("tuple[float, int]", line.cursorToX(place))[0]


def _one_way(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch (UTF-16 units) that each run in one direction, in the order of reading."""
    done = start
    for run in _LEFTWARD.finditer(_ASTRAL.sub("..", text), start, end):
        if done < run.start():
            yield done, run.start()
        yield run.span()
        done = run.end()
    if done < end:
        yield done, end
