"""Readable colours: how far two stand apart, and moving one until it can be read on the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor

READABLE: Final = 4.5
"""The ratio that WCAG 2.2 asks of text of ordinary size (success criterion 1.4.3)."""

_STEP: Final = 0.02
_KNEE: Final = 0.04045


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(colour: QColor, ground: QColor, ratio: float = READABLE) -> QColor:
    """Return the colour of this hue nearest in lightness that reaches the ratio on the ground.

    On a light ground it grows darker, on a dark one lighter, in the end black or white.
    """
    step = -_STEP if _luminance(ground) > _luminance(QColor("#777777")) else _STEP
    hue, saturation = max(0.0, colour.hslHueF()), colour.hslSaturationF()
    lightness, found = colour.lightnessF(), QColor(colour)
    while contrast(found, ground) < ratio and 0 <= lightness + step <= 1:
        lightness += step
        found = QColor.fromHslF(hue, saturation, lightness)
    return found


def _luminance(colour: QColor) -> float:
    return (
        0.2126 * _linear(colour.redF()) + 0.7152 * _linear(colour.greenF()) + 0.0722 * _linear(colour.blueF())
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= _KNEE else ((part + 0.055) / 1.055) ** 2.4
