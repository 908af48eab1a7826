"""The label of a source at the head of its pane, which is a button: another source can be chosen there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring
from briefer.gui.look.source_words import headline
from briefer.gui.look.speech import tip
from briefer.model.records import Source

_LABEL: Final = QSize(32, 21)
_ARROW: Final = 12
_RING: Final = 3


class SourceBadge(QAbstractButton):
    """`active` colours it for the pane that keys go to."""

    def __init__(self) -> None:
        super().__init__()
        self.active = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_room(wide=True)

    def set_room(self, *, wide: bool) -> None:
        """Show by an arrow that there is more to choose, where there is room for it."""
        self._arrow = wide
        arrow = _ARROW + 2 if wide else 0
        self.setFixedSize(_LABEL.width() + arrow + 2 * _RING, _LABEL.height() + 2 * _RING)

    def show_source(self, source: Source | None) -> None:
        """Name the source that shows, if one does."""
        self.setText(source.label if source else "")
        shown = f"{source.label}: {headline(source)}. " if source else ""
        self.setAccessibleName(f"{shown}Choose another source")
        self.setToolTip(tip("Choose another source for this pane (Ctrl+L); drag the head to move it"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(worn.hover)
                painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            badge = QRectF(_RING, _RING, _LABEL.width(), _LABEL.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.accent if self.active else worn.chip)
            painter.drawRoundedRect(badge, 5, 5)
            painter.setPen(worn.on_accent if self.active else worn.text)
            painter.setFont(fonts.interface_font(9, strong=True))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.text())
            if self._arrow:
                top = (self.height() - _ARROW) // 2
                icons.icon("chevron-down", "mute").paint(painter, int(badge.right()) + 3, top, _ARROW, _ARROW)
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))
