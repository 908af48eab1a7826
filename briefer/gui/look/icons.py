"""Lucide icons, drawn when they are shown, in the colours of the theme that is worn then."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QLineEdit

from briefer import paths
from briefer.gui.look import theme

_FADED: Final = 0.4


class LucideEngine(QIconEngine):
    """Draws one icon at any size and pixel ratio; `role` names the theme's colour for it."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> LucideEngine:
        return LucideEngine(self._name, self._role)

    def key(self) -> str:
        return "lucide"

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        colour: QColor = getattr(theme.current(), self._role)
        return drawn(self._name, size, colour, scale, faded=mode == QIcon.Mode.Disabled)


def icon(name: str, role: str = "text") -> QIcon:
    """Return a Lucide icon ("undo-2") in a colour of the theme by its field's name ("on_accent")."""
    return QIcon(LucideEngine(name, role))


def drawn(name: str, size: QSize, colour: QColor, scale: float = 1.0, *, faded: bool = False) -> QPixmap:
    """Return an icon as a picture of this size on a screen of this pixel ratio; kept in Qt's own cache."""
    key = f"briefer:{name}:{size.width()}x{size.height()}@{scale}:{colour.name()}:{faded}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = QPixmap(size * scale)
        found.setDevicePixelRatio(scale)
        found.fill(Qt.GlobalColor.transparent)
        _draw(name, found, QRectF(0, 0, size.width(), size.height()), colour, _FADED if faded else 1.0)
        QPixmapCache.insert(key, found)
    return found


def _draw(name: str, picture: QPixmap, rect: QRectF, colour: QColor, opacity: float) -> None:
    # Read with the first icon: before the first paint only QtCore, QtGui and QtWidgets are.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(_svg(name).replace("currentColor", colour.name()).encode())
    with QPainter(picture) as painter:
        painter.setOpacity(opacity)
        renderer.render(painter, rect)


@cache
def _svg(name: str) -> str:
    return (paths.resources("icons") / f"{name}.svg").read_text("utf-8")


def lead(box: QLineEdit, name: str, words: str) -> None:
    """Draw an icon in front of a field; a screen reader calls it by these words."""
    box.addAction(icon(name, "mute"), QLineEdit.ActionPosition.LeadingPosition).setText(words)
