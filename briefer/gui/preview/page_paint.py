"""How pages look: paper with its print, and over it what was found, is shown, is pointed at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from briefer.gui.look import theme
from briefer.gui.preview.sheets import Box

_PAPER: Final = QColor("#ffffff")
_POINTED: Final = QColor("#e3eafc")
_FOUND: Final = QColor("#ffe58a")
_FOUND_NOW: Final = QColor("#ffb24d")
_SHOWN: Final = QColor(47, 91, 216)
"""Paper is white in every theme, and so is what lies on it the same."""
_RING: Final = 2.0
_STAYS: Final = 0.35
"""How much of the flash on what was shown is left when it has faded."""


@dataclass(frozen=True, slots=True)
class Over:
    """What lies over the print of one page; boxes in points."""

    found: Iterable[Box] = ()
    found_now: Iterable[Box] = ()
    pointed: Box | None = None
    focused: Box | None = None
    shown: Box | None = None
    strength: float = 0.0
    """Of the flash on what is shown, 0 to 1."""


def paint_page(painter: QPainter, rect: QRectF, image: QImage | None, over: Over, scale: float) -> None:
    """Paint a page; `rect` is in pixels of the view, `scale` is pixels a point."""
    painter.setPen(QPen(theme.current().line, 1.0))
    painter.setBrush(_PAPER)
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
    if image is not None:
        _paint_print(painter, rect, image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    # As a marker does: what is under it stays as dark as it is.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    layers = ((over.found, _FOUND), (over.found_now, _FOUND_NOW), ([over.pointed], _POINTED))
    for boxes, colour in layers:
        for box in filter(None, boxes):
            painter.setBrush(colour)
            painter.drawRoundedRect(placed(box, rect, scale, 1.5), 2, 2)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if over.shown is not None:
        strength = _STAYS + (1 - _STAYS) * over.strength
        painter.setBrush(theme.veil(_SHOWN, 0.3 * strength))
        painter.drawRoundedRect(placed(over.shown, rect, scale, 4), 3, 3)
    if over.focused is not None:
        painter.setPen(QPen(_SHOWN, _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(placed(over.focused, rect, scale, 2), 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def placed(box: Box, rect: QRectF, scale: float, around: float = 0.0) -> QRectF:
    """Return where a box of a page lies in the view, with some pixels around it."""
    left, top, right, bottom = box
    found = QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
    return found.translated(rect.topLeft()).adjusted(-around, -around, around, around)


def _paint_print(painter: QPainter, rect: QRectF, image: QImage) -> None:
    """Paint a picture dot for dot where it has the size of the page, so that letters stay sharp."""
    ratio = painter.device().devicePixelRatioF()
    exact = image.width() == round(rect.width() * ratio) and image.height() == round(rect.height() * ratio)
    if exact:
        corner = QPointF(round(rect.left() * ratio) / ratio, round(rect.top() * ratio) / ratio)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(corner, image)
        image.setDevicePixelRatio(1.0)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, image)
