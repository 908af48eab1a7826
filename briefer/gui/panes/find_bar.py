"""Finding words in one pane: a bar below the text, every hit marked, the way from hit to hit."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from briefer.gui.look import icons, theme
from briefer.gui.panes.text_view import TextView
from briefer.wording.folding import Folded, find_folded, fold

_PAUSE_MILLISECONDS: Final = 120


class FindBar(QWidget):
    """Finds without regard to case, accents, kinds of quotation marks and of spaces."""

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self._view = view
        self._folded: Folded | None = None
        self._hits: list[tuple[int, int]] = []
        self._line = QLineEdit()
        self._line.setPlaceholderText("Find in this source")
        self._line.setAccessibleName("Find in this source")
        self._line.addAction(icons.icon("search", "mute"), QLineEdit.ActionPosition.LeadingPosition)
        self._count = QLabel()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._find)
        self._line.textEdited.connect(lambda _words: self._pause.start())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._count)
        row.addWidget(self._button("chevron-up", "Previous hit (Shift+F3)", -1))
        row.addWidget(self._button("chevron-down", "Next hit (F3)", 1))
        closing = self._button("x", "Close the find bar (Esc)", 0)
        closing.clicked.connect(self.shut)
        row.addWidget(closing)
        self.hide()

    def open(self) -> None:
        """Show the bar with what is selected, or with what was last looked for."""
        span = self._view.selected_span()
        selected = self._view.text.body[slice(*span)] if span else ""
        if selected and "\n" not in selected:
            self._line.setText(selected)
        self.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._find()

    def shut(self) -> None:
        """Hide the bar and its hits, and give the keyboard back to the text."""
        self._pause.stop()
        self.hide()
        self._mark([])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let go of the text of before; when the bar is open, look through the new one."""
        self._folded = None
        self._hits = []
        if not self.isHidden():
            self._find()

    def step(self, by: int) -> None:
        """Go `by` hits on, round the ends; opens the bar when it is shut."""
        if self.isHidden():
            self.open()
        elif self._pause.isActive():
            self._pause.stop()
            self._find()
        elif self._hits:
            self._stand_on((self._view.under.found_now + by) % len(self._hits))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.current().panel)
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.current().line)
        finally:
            painter.end()

    def _find(self) -> None:
        words = self._line.text()
        if self._folded is None:
            self._folded = fold(self._view.text.body)
        self._mark(find_folded(self._folded, words))
        self._count.setText("Nothing found" if words else "")
        if self._hits:
            here = (self._view.selected_span() or (self._view.caret(), 0))[0]
            self._stand_on(bisect_left(self._hits, (here, 0)) % len(self._hits))

    def _stand_on(self, hit: int) -> None:
        self._view.under.found_now = hit
        self._count.setText(f"{hit + 1} of {len(self._hits)}")
        self._view.bring_up(*self._hits[hit])
        self._view.select(self._hits[hit][0], self._hits[hit][0])
        self._view.viewport().update()

    def _mark(self, hits: list[tuple[int, int]]) -> None:
        text = self._view.text
        self._hits = hits
        self._view.under.found = [(text.to_shown(start), text.end_to_shown(end)) for start, end in hits]
        self._view.under.found_now = -1
        self._view.viewport().update()

    def _button(self, icon: str, tip: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon, "mute"))
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if step:
            button.clicked.connect(lambda: self.step(step))
        return button
