"""Which of the keys 1-9 was pressed, by where it lies on the keyboard and not by what it types.

On an AZERTY keyboard the digit row types & é " and so on, and digits only with Shift.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_X11_ROW: Final = {10 + place: place + 1 for place in range(9)}
_X11_KEYPAD: Final = {87: 1, 88: 2, 89: 3, 83: 4, 84: 5, 85: 6, 79: 7, 80: 8, 81: 9}
_ROWS: Final[Mapping[str, Mapping[int, int]]] = {
    # XKB key codes, which Wayland has too.
    "xcb": _X11_ROW,
    "wayland": _X11_ROW,
    # Scan codes of set 1.
    "windows": {2 + place: place + 1 for place in range(9)},
}
_KEYPADS: Final[Mapping[str, Mapping[int, int]]] = {
    "xcb": _X11_KEYPAD,
    "wayland": _X11_KEYPAD,
    "windows": {79: 1, 80: 2, 81: 3, 75: 4, 76: 5, 77: 6, 71: 7, 72: 8, 73: 9},
}
_MAC_KEYS: Final = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9}


_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


def digit_of(event: QKeyEvent, platform: str = "") -> int | None:
    """Return the digit 1-9 whose key, in the row or on the keypad, was pressed without Ctrl, Meta or AltGr.

    `platform` is Qt's name of it, by default the one that runs. The keypad counts while it types
    digits, and with Shift, when X11 has it type End or Home.
    """
    modifiers = event.modifiers()
    if modifiers & _COMMANDS:
        return None
    on_keypad = bool(modifiers & Qt.KeyboardModifier.KeypadModifier)
    platform = (platform or QGuiApplication.platformName()).split("-", maxsplit=1)[0]
    typed = _typed_digit(event)
    if platform == "cocoa":
        return typed or _MAC_KEYS.get(event.nativeVirtualKey())
    if on_keypad and not typed and not modifiers & Qt.KeyboardModifier.ShiftModifier:
        return None
    places = _KEYPADS if on_keypad else _ROWS
    return places.get(platform, {}).get(event.nativeScanCode(), typed)


def _typed_digit(event: QKeyEvent) -> int | None:
    first, last = Qt.Key.Key_1.value, Qt.Key.Key_9.value
    return event.key() - first + 1 if first <= event.key() <= last else None
