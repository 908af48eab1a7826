"""Everything by its words: a box that finds commands, sections and sources as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPainterStateGuard, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefer.gui.look import icons, theme
from briefer.gui.look.controls import SlimScrollBar

_WIDTH: Final = 560
_ROWS: Final = 16
_SEARCH: Final = "Search sources, sections, commands"
_BELOW: Final = 60
_EDGE: Final = 8  # pixels to the edge of the screen
_ROW: Final = 24
_NOTE: Final = Qt.ItemDataRole.UserRole
MOST: Final = 60
"""More rows than this nobody reads; another letter finds the one that is meant."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do; `note` stands behind its words: its keys, or what it is.

    What can be done with any words (`of_words`) shows last, with those that were typed in place of
    {} in its own, and `run` is given them.
    """

    words: str
    note: str
    icon: str
    run: Callable[..., object]
    of_words: bool = False


Finder = Callable[[str], Sequence[Choice]]
"""Gives the choices for the words that were typed, the best first."""


class Palette(QDialog):
    """Arrows go through what was found while the keys still type; Enter does it, or gives up."""

    def __init__(
        self, parent: QWidget, choices: Sequence[Choice] | Finder, words: str = _SEARCH, rows: int = _ROWS
    ) -> None:
        """`choices` are all there are, or what finds some of very many."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words)
        self.box = QLineEdit()
        self.found = QListWidget()
        self._find: Finder = choices if callable(choices) else partial(_among, choices)
        self._shown: list[Choice] = []
        self.box.setPlaceholderText(f"{words}…")
        self.box.setAccessibleName(words)
        icons.lead(self.box, "search", "Search")
        self.found.setVerticalScrollBar(SlimScrollBar(self.found, "base"))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setItemDelegate(_Row(self.found))
        self.found.setIconSize(QSize(16, 16))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setAccessibleName("Found")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.box)
        column.addWidget(self.found)
        self.box.textChanged.connect(self._search)
        self.found.itemClicked.connect(lambda _row: self.accept())
        self._search("")
        # Whole rows only; and keys go to what has the focus in a popup, which is nothing by itself.
        self.found.setFixedHeight(rows * self.found.sizeHintForRow(0) + 2 * self.found.frameWidth())
        self.setFixedSize(_WIDTH, self.sizeHint().height())
        self.move(parent.mapToGlobal(QPoint((parent.width() - _WIDTH) // 2, _BELOW)))
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def stand_by(self, caret: QRect) -> None:
        """Stand below a place on the screen, above it where there is no room."""
        screen = self.screen().availableGeometry().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        fits = caret.bottom() + self.height() <= screen.bottom()
        top = caret.bottom() if fits else max(screen.top(), caret.top() - self.height())
        self.move(max(screen.left(), min(caret.left(), screen.right() - self.width())), top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._shown:
            row = (self.found.currentRow() + steps[Qt.Key(event.key())]) % len(self._shown)
            self.found.setCurrentRow(row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(theme.current().outline)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def accept(self) -> None:
        """Close first, so that what is done finds the window as it was.

        It is done behind the key that asked for it: what it refuses would not come out of its event whole.
        """
        row = self.found.currentRow()
        if row < 0:
            self.reject()
            return
        super().accept()
        QTimer.singleShot(0, self._shown[row].run)

    def _search(self, words: str) -> None:
        self._shown = list(self._find(words))
        self.found.clear()
        for one in self._shown:
            row = QListWidgetItem(icons.icon(one.icon, "mute"), one.words)
            row.setData(_NOTE, one.note)
            spoken = ", ".join(filter(None, (one.words, one.note)))
            row.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.found.addItem(row)
        self.found.setCurrentRow(0 if self._shown else -1)


class _Row(QStyledItemDelegate):
    """The words at the left, and their note at the right edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        with QPainterStateGuard(painter):
            painter.setPen(theme.current().mute)
            note = option.rect.adjusted(0, 0, -_EDGE, 0)
            painter.drawText(
                note, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, index.data(_NOTE)
            )

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        metrics = option.fontMetrics
        taken = option.decorationSize.width() + metrics.horizontalAdvance(index.data(_NOTE)) + 4 * _EDGE
        room = option.rect.width() - taken
        option.text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room)


def _among(choices: Sequence[Choice], words: str) -> list[Choice]:
    """Return the choices with all these words, those that begin so first, and last what is made of them."""
    wanted, sought = words.casefold().split(), words.strip()
    hits = [
        one for one in choices if not one.of_words and all(word in one.words.casefold() for word in wanted)
    ]
    hits = sorted(hits, key=lambda one: not one.words.casefold().startswith(words.casefold()))[:MOST]
    made = [one for one in choices if one.of_words and sought]
    return hits + [replace(one, words=one.words.format(sought), run=partial(one.run, sought)) for one in made]
