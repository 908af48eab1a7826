"""The sections as chips: digit, colour, title and count; a click tags, a selection can be dropped on one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from briefer.gui.desk import mime
from briefer.gui.look import fonts, theme
from briefer.gui.look.controls import Panel, caption, draw_focus_ring, label, small_button
from briefer.gui.look.speech import tip
from briefer.model.records import Section
from briefer.wording.counted import counted

_HEIGHT: Final = 30
_COLUMNS: Final = 2
_NONE: Final = "No sections yet: press Ctrl+Shift+T to add some."


class Chip(QAbstractButton):
    """One section."""

    span_dropped = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, section: Section, count: int) -> None:
        super().__init__()
        self.section = section
        self._count = -1
        self._welcoming = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show how many passages the section holds."""
        if count == self._count:
            return
        self._count = count
        digit = self.section.digit
        key = f", key {digit}" if digit else ""
        self.setAccessibleName(f"Tag as {self.section.title}{key}, {counted(count, 'passage')}")
        press = (
            f"Press {digit}, click, or drop a selection here."
            if digit
            else "Click, or drop a selection here."
        )
        guidance = f"\n{self.section.guidance}" if self.section.guidance else ""
        self.setToolTip(tip(f"{self.section.title}{guidance}\n{press}"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event.mimeData().hasFormat(mime.SPAN_MIME))
        event.setAccepted(self._welcoming)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._welcome(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._welcome(False)
        span = mime.read_span(event.mimeData())
        if span is not None:
            event.acceptProposedAction()
            self.span_dropped.emit(span)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        inks = colours.inks(self.section.colour)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(Qt.PenStyle.NoPen)
            lit = self.underMouse() or self.isDown() or self._welcoming
            painter.setBrush(inks.hot if lit else inks.tint)
            painter.drawRoundedRect(frame, 7, 7)
            badge = QRectF(6, (self.height() - 18) / 2, 18, 18)
            painter.setBrush(inks.ink)
            painter.drawRoundedRect(badge, 4, 4)
            painter.setFont(fonts.interface_font(9, strong=True))
            painter.setPen(inks.on_ink)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self.section.digit or ""))
            self._paint_words(painter, frame)
            if self.hasFocus():
                draw_focus_ring(painter, frame)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        colours = theme.current()
        painter.setFont(fonts.interface_font(9))
        painter.setPen(colours.mute if colours.dark else colours.text)
        count = f"{self._count:,}"
        used = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(frame.adjusted(0, 0, -9, 0), _RIGHT, count)
        painter.setFont(fonts.interface_font(9.25))
        painter.setPen(colours.text)
        words = frame.adjusted(27, 0, -used - 12, 0)
        title = painter.fontMetrics().elidedText(
            self.section.title, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)

    def _welcome(self, welcoming: bool) -> None:  # noqa: FBT001
        self._welcoming = welcoming
        self.update()


class SectionBar(Panel):
    """All sections of the project, two in a row."""

    tag_wanted = Signal(object)
    """The Section whose chip was clicked."""
    span_dropped = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    editing_wanted = Signal()
    rebuilt = Signal()
    """There are other chips now."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[Chip] = []
        self._allowed = True
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._hint = label("click or press a digit to tag", 8.5, mute=True)
        self._none = label(_NONE, 9, mute=True)
        edit = small_button("pencil", "Edit the sections (Ctrl+Shift+T)")
        edit.clicked.connect(self.editing_wanted)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(caption("Sections"))
        top.addWidget(edit)
        top.addStretch()
        top.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._none)
        column.addLayout(self._grid)
        self.setAccessibleName("Sections")

    def chips(self) -> list[Chip]:
        """Return the chips in the order of the brief."""
        return list(self._chips)

    def show_sections(self, sections: Sequence[Section], counts: Mapping[str, int]) -> None:
        """Show these sections with their counts by id."""
        if [chip.section for chip in self._chips] != list(sections):
            self._rebuild(sections)
        self._none.setVisible(not sections)
        self._hint.setVisible(bool(sections) and self._allowed)
        for chip in self._chips:
            chip.set_count(counts.get(chip.section.id, 0))

    def allow_tagging(self, *, allowed: bool) -> None:
        """Say that sections can be tagged as, or do not."""
        self._allowed = allowed
        self._hint.setVisible(allowed and bool(self._chips))

    def _rebuild(self, sections: Sequence[Section]) -> None:
        for chip in self._chips:
            self._grid.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(section) for section in sections]
        for place, chip in enumerate(self._chips):
            self._grid.addWidget(chip, place // _COLUMNS, place % _COLUMNS)
        self.rebuilt.emit()

    def _chip(self, section: Section) -> Chip:
        chip = Chip(section, 0)
        chip.clicked.connect(lambda: self.tag_wanted.emit(section))
        chip.span_dropped.connect(lambda span: self.span_dropped.emit(section, span))
        chip.menu_wanted.connect(lambda place: self.menu_wanted.emit(section, place))
        return chip


_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
