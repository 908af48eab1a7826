"""A text view that is worked in: digits tag, a drag selects words or carries them, the mouse lights up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip

from briefer.gui.desk import mime
from briefer.gui.look.speech import tip
from briefer.gui.panes.adjuster import Adjuster
from briefer.gui.panes.digit_keys import digit_of
from briefer.gui.panes.handles import handles_of, paint_handles
from briefer.gui.panes.marks import told
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
        self.adjuster = Adjuster(self)
        self._exact: tuple[int, int] | None = None
        self._composing = False
        self._over = ""
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self.choose_here)
        self.selectionChanged.connect(self.choose_here)
        # What is dropped is the pane's.
        self.setAcceptDrops(False)

    def span_to_tag(self) -> tuple[int, int] | None:
        """Return what a digit tags: the selection in whole words, else the sentence under the caret.

        A sentence that is greyed is tagged only when it is selected.
        """
        span = self.selected_span()
        if span is None:
            return None if self.skipped() else sentence_at(self.text.body, self.caret())
        if span == self._exact:
            return span
        start, end = snap_to_words(self.text.body, *span)
        return (start, end) if start < end else None

    def skipped(self) -> str:
        """Return why the sentence under the caret is greyed, or an empty string."""
        sentence = None if self.selected_span() else sentence_at(self.text.body, self.caret())
        return self.under.asides.skipped(*self._shown(*sentence)) if sentence else ""

    def keep_exact(self) -> None:
        """Take the selection as it stands, whatever words it cuts."""
        self._exact = self.selected_span()

    def passage_at(self, point: QPointF) -> str:
        """Return the innermost passage at a point of the viewport."""
        position = self.places.character_at(point + QPointF(0, self.verticalScrollBar().value()))
        marks = self.under.marks.at(position)
        return marks[-1].passage if marks else ""

    def words_at(self, point: QPointF) -> str:
        """Return what is to be said of a point of the viewport: its passage, and why it is marked."""
        passage = self.passage_at(point)
        said = told(self.under.marks.of(passage)) if passage else ""
        position = self.places.character_at(point + QPointF(0, self.verticalScrollBar().value()))
        reasons = "; ".join(self.under.asides.reasons(position))
        return f"{said}\n{reasons[:1].upper()}{reasons[1:]}".strip()

    def choose(self, passage: str) -> None:
        """Let the ends of a passage be taken hold of, whichever others lie there too."""
        if passage != self.under.chosen:
            self.under.chosen = passage
            self.viewport().update()

    def choose_span(self, start: int, end: int) -> None:
        """Choose the passage that has exactly these code points, if there is one."""
        span = self._shown(start, end)
        marks = [mark for mark in self.under.marks.at(span[0]) if (mark.start, mark.end) == span]
        if marks:
            self.choose(marks[-1].passage)

    def choose_here(self) -> None:
        """Choose the passage that is selected from end to end, or the innermost one at the caret."""
        if self.adjuster.passage:
            return
        cursor = self.textCursor()
        marks = self.under.marks.at(cursor.selectionStart())
        if cursor.hasSelection():
            span = cursor.selectionStart(), cursor.selectionEnd()
            marks = [mark for mark in marks if (mark.start, mark.end) == span]
        self.choose(marks[-1].passage if marks else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.adjuster.key(event):
            return
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

    def event(self, event: QEvent) -> bool:
        """Say what a passage is under the mouse; let the keys of adjusting it come before all commands."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
            QToolTip.showText(event.globalPos(), tip(self.words_at(point)), self)
            return True
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self.adjuster.takes(event):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.adjuster.press(event.position()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.adjuster.drag(event.position(), exact=bool(event.modifiers() & _ALT)):
            return
        super().mouseMoveEvent(event)
        if event.buttons() and not QGuiApplication.mouseButtons():
            self._end_carrying(event)
        elif not event.buttons():
            self._hover(self.passage_at(event.position()))
            held = any(handle.grip.contains(event.position()) for handle in handles_of(self))
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if held else Qt.CursorShape.IBeamCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                paint_handles(painter, self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.adjuster.release():
            return
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

    def _end_carrying(self, event: QMouseEvent) -> None:
        """Say that the button was let go where words were dropped: Qt would begin to carry them again."""
        none = Qt.MouseButton.NoButton
        let_go = QEvent.Type.MouseButtonRelease
        super().mouseReleaseEvent(
            QMouseEvent(let_go, event.position(), event.globalPosition(), none, none, event.modifiers())
        )

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
