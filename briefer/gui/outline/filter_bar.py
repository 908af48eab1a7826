"""The field above the outline that leaves only the cards one looks for."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring
from briefer.gui.look.palette import Choice, Palette
from briefer.gui.look.source_words import headline
from briefer.gui.outline.filtering import NOTHING, Filter
from briefer.gui.outline.model import OutlineModel

_HEIGHT: Final = 26
_WIDE: Final = 380
"""From this width on the switches stand beside the field; below it they show when they are needed."""


class Switch(QAbstractButton):
    """A word that is on or off."""

    def __init__(self, words: str, tip: str) -> None:
        super().__init__()
        self.setText(words)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setFont(fonts.interface_font(8.5))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 18, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(colours.accent if self.isChecked() else colours.line, 1.0))
            lit = self.underMouse() or self.isDown()
            painter.setBrush(
                colours.selection if self.isChecked() else colours.hover if lit else colours.base
            )
            painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
            painter.setFont(self.font())
            painter.setPen(colours.text if self.isChecked() else colours.mute)
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.text())
            if self.hasFocus():
                draw_focus_ring(painter, frame, frame.height() / 2)


class FilterBar(QWidget):
    """Words, and three switches; Escape shows everything again."""

    finished = Signal()
    """The keys belong to the outline again."""

    def __init__(self, outline: OutlineModel) -> None:
        super().__init__()
        self._outline = outline
        self._source = ""
        self.box = QLineEdit()
        self.uncited = Switch("Not cited", "Show only passages that no statement cites")
        self.statements = Switch("Statements", "Show only statements")
        self.source = Switch("By source", "Show only what rests on one source")
        self._switches = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self.box.textChanged.connect(self._filter)
        self.uncited.toggled.connect(self._choose_uncited)
        self.statements.toggled.connect(self._choose_statements)
        self.source.clicked.connect(self._ask_source)
        outline.modelReset.connect(self._follow)
        self.box.installEventFilter(self)
        self._show_switches()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self.box, self.uncited, self.statements, self.source]

    def show_only(self, *, source: str = "", uncited: bool = False) -> None:
        """Filter by a source’s id, or by what is not cited, from elsewhere."""
        self.clear()
        self.uncited.setChecked(uncited)
        self._take_source(source)

    def clear(self) -> None:
        """Show everything again."""
        self.box.clear()
        for switch in (self.uncited, self.statements):
            switch.setChecked(False)
        self._take_source("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.finished.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_switches()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show_switches()
        return super().eventFilter(watched, event)

    def _choose_uncited(self, on: bool) -> None:  # noqa: FBT001
        if on:
            self.statements.setChecked(False)
        self._filter()

    def _choose_statements(self, on: bool) -> None:  # noqa: FBT001
        if on:
            self.uncited.setChecked(False)
        self._filter()

    def _ask_source(self) -> None:
        """Offer the sources; one that is chosen already is let go of by the same click."""
        project = self._outline.rows.project if self._outline.rows else None
        self.source.setChecked(bool(self._source))
        if self._source or project is None:
            self._take_source("")
            return
        found = [
            Choice(f"{one.label}  {headline(one)}", "", "file-text", partial(self._take_source, one.id))
            for one in project.sources()
        ]
        if found:
            Palette(self.window(), found, "Show what rests on a source").open()

    def _take_source(self, source: str) -> None:
        project = self._outline.rows.project if self._outline.rows else None
        label = next((one.label for one in project.sources() if one.id == source), "") if project else ""
        self._source = source if label else ""
        self.source.setText(label or "By source")
        self.source.setChecked(bool(label))
        self.source.updateGeometry()
        self._filter()

    def _filter(self) -> None:
        self._outline.set_filter(
            Filter.of(
                self.box.text(),
                uncited=self.uncited.isChecked(),
                statements=self.statements.isChecked(),
                source=self._source,
            )
        )
        self._show_switches()

    def _follow(self) -> None:
        """Forget what was looked for in another project."""
        if self._outline.filter == NOTHING and (self.box.text() or self._source):
            self.clear()

    def _show_switches(self) -> None:
        wide = self.width() >= _WIDE
        sideways = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(sideways if wide else QBoxLayout.Direction.TopToBottom)
        busy = self._outline.filter != NOTHING or any(part.hasFocus() for part in self.stops())
        self._switches.setVisible(wide or busy)

    def _lay_out(self) -> None:
        self.box.setPlaceholderText("Filter the outline")
        self.box.setAccessibleName("Filter the outline")
        self.box.setToolTip("Leave only the cards with these words (Ctrl+Shift+L)")
        self.box.setClearButtonEnabled(True)
        icons.lead(self.box, "filter", "Filter")
        switches = QHBoxLayout(self._switches)
        switches.setContentsMargins(0, 0, 0, 0)
        switches.setSpacing(6)
        for switch in (self.uncited, self.statements, self.source):
            switches.addWidget(switch)
            switch.installEventFilter(self)
        switches.addStretch()
        self._row.setContentsMargins(12, 2, 22, 4)
        self._row.setSpacing(6)
        self._row.addWidget(self.box, 1)
        self._row.addWidget(self._switches)
