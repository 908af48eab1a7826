"""What shows while no project is open: ways to begin, and what was open last."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from briefer.gui.desk.commands import Commands
from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import caption, draw_focus_ring, label

_WIDTH: Final = 480
_HEIGHT: Final = 52
_LINE: Final = "Read reports side by side, tag what matters, and write a brief that can say who said so."


class _Choice(QAbstractButton):
    """A wide row: an icon, words, and quieter words under or behind them."""

    def __init__(self, icon: str, words: str, note: str) -> None:
        super().__init__()
        self._note = note
        self.setIcon(icons.icon(icon, "accent"))
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(_WIDTH, _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = self.rect().toRectF().adjusted(1, 1, -1, -2)
            painter.setPen(colours.line)
            painter.setBrush(colours.hover if self.underMouse() else colours.base)
            painter.drawRoundedRect(frame, 8, 8)
            if self.hasFocus():
                draw_focus_ring(painter, frame, 8)
            self.icon().paint(painter, 16, (_HEIGHT - 20) // 2, 20, 20)
            painter.setFont(fonts.interface_font(10, strong=True))
            painter.setPen(colours.text)
            painter.drawText(52, 22, self._fitting(self.text(), painter.fontMetrics()))
            painter.setFont(fonts.interface_font(8.75))
            painter.setPen(colours.mute)
            painter.drawText(52, 39, self._fitting(self._note, painter.fontMetrics()))
        finally:
            painter.end()

    def _fitting(self, words: str, metrics: QFontMetrics) -> str:
        return metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, _WIDTH - 68)


class StartPage(QWidget):
    """Begins anew each time it shows."""

    recent_chosen = Signal(object)
    """The Path of a project."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self._rows: list[_Choice] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(label("briefer", 24, strong=True))
        line = label(_LINE, 10.5, mute=True)
        line.setWordWrap(True)
        column.addWidget(line)
        column.addSpacing(16)
        for name, note in (
            ("new", "The sections of a meeting brief, ready to fill"),
            ("open", "A .brief or .brief.yaml project"),
            ("sample", "Five reports of one meeting, tagged by hand; opens as a copy"),
        ):
            column.addWidget(self._choice(commands, name, note))
        column.addSpacing(14)
        self._heading = caption("Recent")
        column.addWidget(self._heading)
        column.addLayout(self._recent)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch()
        row.addLayout(column)
        row.addStretch()
        self.setAccessibleName("Start")

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List the projects that were open last."""
        for old in self._rows:
            self._recent.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row_of(path) for path in paths]
        for row in self._rows:
            self._recent.addWidget(row)
        self._heading.setVisible(bool(self._rows))

    def _row_of(self, path: Path) -> _Choice:
        row = _Choice("file-text", path.name, str(path.parent))
        row.clicked.connect(lambda: self.recent_chosen.emit(path))
        return row

    def _choice(self, commands: Commands, name: str, note: str) -> _Choice:
        action = commands[name]
        choice = _Choice(_icon_of(name), action.text().replace("&", "").rstrip("…"), note)
        choice.clicked.connect(action.trigger)
        return choice


def _icon_of(name: str) -> str:
    """Return the icon of a way to begin."""
    return {"new": "file-plus", "open": "folder-open"}.get(name, "lightbulb")
