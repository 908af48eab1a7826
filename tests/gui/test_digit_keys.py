"""A digit is a key in its place, whatever it types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from briefer.gui.panes.digit_keys import digit_of

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, scan: int = 0, virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key.value, modifiers, scan, virtual, 0)


@pytest.mark.parametrize(
    ("platform", "event", "digit"),
    [
        ("offscreen", pressed(Qt.Key.Key_2), 2),
        ("xcb", pressed(Qt.Key.Key_2, scan=11), 2),
        ("wayland", pressed(Qt.Key.Key_Eacute, scan=11), 2),
        ("xcb", pressed(Qt.Key.Key_Ampersand, scan=10), 1),
        ("xcb", pressed(Qt.Key.Key_Exclam, SHIFT, 10), 1),
        ("xcb", pressed(Qt.Key.Key_9, SHIFT, 18), 9),
        ("windows", pressed(Qt.Key.Key_Ccedilla, scan=10), 9),
        ("cocoa", pressed(Qt.Key.Key_Ampersand, virtual=18), 1),
        ("xcb", pressed(Qt.Key.Key_5, KEYPAD, 84), 5),
        ("xcb", pressed(Qt.Key.Key_End, KEYPAD | SHIFT, 87), 1),
        ("xcb", pressed(Qt.Key.Key_7, KEYPAD, 0), 7),
    ],
)
def test_a_digit_key_is_its_digit(platform: str, event: QKeyEvent, digit: int) -> None:
    assert digit_of(event, platform) == digit


@pytest.mark.parametrize(
    "event",
    [
        pressed(Qt.Key.Key_End, KEYPAD, 87),
        pressed(Qt.Key.Key_0, scan=19),
        pressed(Qt.Key.Key_A, scan=38),
        pressed(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, 11),
        pressed(Qt.Key.Key_2, Qt.KeyboardModifier.MetaModifier, 11),
        pressed(Qt.Key.Key_At, Qt.KeyboardModifier.GroupSwitchModifier, 11),
    ],
)
def test_other_keys_are_none(event: QKeyEvent) -> None:
    assert digit_of(event, "xcb") is None
