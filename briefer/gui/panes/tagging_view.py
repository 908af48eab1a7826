"""A text view that is worked in: digits tag, a drag selects words or carries them, the mouse lights up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent

from briefer.gui.desk import mime
from briefer.gui.panes.digit_keys import digit_of
from briefer.gui.panes.text_view import TextView
from briefer.wording.sentences import sentence_at, snap_to_words

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TaggingView(TextView):
    """Asks for tags by signal and makes none itself; a passage is named by its id, "" for none."""

    tag_requested = Signal(int)
    untag_requested = Signal(int)
    repeat_requested = Signal()
    hovered = Signal(str)
    passage_clicked = Signal(str)
    menu_requested = Signal(QPoint, str)

    def __init__(self, gutter_width: Callable[[int], int]) -> None:
        super().__init__(gutter_width)
        self._exact: tuple[int, int] | None = None
        self._composing = False
        self._over = ""
        self.viewport().setMouseTracking(True)
        # What is dropped is the pane's.
        self.setAcceptDrops(False)

    def span_to_tag(self) -> tuple[int, int] | None:
        """Return what a digit tags: the selection in whole words, else the sentence under the caret."""
        span = self.selected_span()
        if span is None:
            return sentence_at(self.text.body, self.caret())
        if span == self._exact:
            return span
        start, end = snap_to_words(self.text.body, *span)
        return (start, end) if start < end else None

    def keep_exact(self) -> None:
        """Take the selection as it stands, whatever words it cuts."""
        self._exact = self.selected_span()

    def passage_at(self, point: QPointF) -> str:
        """Return the innermost passage at a point of the viewport."""
        position = self.places.character_at(point + QPointF(0, self.verticalScrollBar().value()))
        marks = self.under.marks.at(position)
        return marks[-1].passage if marks else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = None if self._composing else digit_of(event)
        if digit is not None:
            self._ask_for(digit, event.modifiers())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._composing:
            self.repeat_requested.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.passage_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & _ALT:
            self.keep_exact()
        elif self.textCursor().hasSelection():
            self._snap()
        elif passage := self.passage_at(event.position()):
            self.passage_clicked.emit(passage)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        point = self.cursorRect().bottomLeft() if by_key else event.pos()
        if not by_key and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(point))
        self.menu_requested.emit(self.viewport().mapToGlobal(point), self.passage_at(QPointF(point)))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Carry the words as they are stored, not as the document has them, and where they stand."""
        made = QMimeData()
        selected, span = self.selected_span(), self.span_to_tag()
        if selected is not None and span is not None:
            made.setText(self.text.body[slice(*selected)])
            mime.carry_span(made, mime.Span(self.source, *span))
        return made

    def _ask_for(self, digit: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _ALT:
            self.keep_exact()
        (self.untag_requested if modifiers & _SHIFT else self.tag_requested).emit(digit)

    def _snap(self) -> None:
        """Grow the selection to whole words, the caret staying at its end of it."""
        span, cursor = self.selected_span(), self.textCursor()
        if span is not None:
            start, end = snap_to_words(self.text.body, *span)
            self.select(start, end, backwards=cursor.position() < cursor.anchor())

    def _hover(self, passage: str) -> None:
        if passage != self._over:
            self._over = passage
            self.hovered.emit(passage)
