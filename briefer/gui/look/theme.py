"""Light and dark: a full palette for Fusion, the colours a QPalette has no role for, and section inks.

Ask `current()` while painting and nothing has to be told when the theme changes: Qt sends each
widget a PaletteChange, and it paints again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from briefer.gui.look.contrast import READABLE, readable_on

_PROPERTY: Final = "briefer_theme"
_FUSION: Final = 140
"""Fusion outlines a control in its window colour, darkened by so many per cent."""

_OUTLINED: Final = (
    "QCheckBox",
    "QComboBox",
    "QLineEdit",
    "QListView",
    "QPlainTextEdit",
    "QPushButton",
    "QRadioButton",
)
_DARK_RATIO: Final = 6.5
"""On a dark ground inks look dull at the ratio that will do on a light one."""


@dataclass(frozen=True, slots=True)
class Inks:
    """What a section's #rrggbb becomes in one theme."""

    ink: QColor
    """Bars, underlines, badges and text; readable on the base."""
    on_ink: QColor
    """The digit on a badge filled with the ink."""
    tint: QColor
    """The ink as a veil: under the words of a passage, behind a section's name."""
    hot: QColor
    """The same under the mouse."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours for everything the window paints."""

    name: str
    dark: bool
    window: QColor
    base: QColor
    """Behind the text of sources and in fields."""
    panel: QColor
    """Behind bars, lists and the outline."""
    line: QColor
    outline: QColor
    """Round what can be ticked, pressed or filled in."""
    text: QColor
    mute: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    """Translucent, so that what is tagged shows through."""
    chip: QColor
    hover: QColor
    found: QColor
    """Behind what the find bar found."""
    danger: QColor
    warning: QColor
    good: QColor
    tint: float
    """How much of the ground a veil of ink covers, 0 to 1."""
    hot: float
    """The same under the mouse, and where tags lie over each other at most."""

    def inks(self, colour: str) -> Inks:
        """Return the inks of a section with this #rrggbb."""
        return _inks(self.name, colour)

    def palette(self) -> QPalette:
        """Return every role in every state, so that Fusion derives nothing of its own."""
        palette = QPalette()
        for role, colour in self._roles().items():
            palette.setColor(QPalette.ColorGroup.All, role, colour)
        faded = veil(self.mute, 0.6)
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.HighlightedText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
        return palette

    def control_palette(self) -> QPalette:
        """Return the palette of controls that Fusion outlines; nothing of theirs shows the window colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.outline.lighter(_FUSION))
        return palette

    def _roles(self) -> dict[QPalette.ColorRole, QColor]:
        role = QPalette.ColorRole
        return {
            role.Window: self.window,
            role.WindowText: self.text,
            role.Base: self.base,
            role.AlternateBase: self.panel,
            role.Text: self.text,
            role.Button: self.panel,
            role.ButtonText: self.text,
            role.BrightText: self.danger,
            role.PlaceholderText: self.mute,
            role.ToolTipBase: self.base,
            role.ToolTipText: self.text,
            role.Highlight: self.selection,
            role.HighlightedText: self.text,
            role.Link: self.accent,
            role.LinkVisited: self.accent,
            role.Accent: self.accent,
            role.Light: self.panel,
            role.Midlight: self.chip,
            role.Mid: self.line,
            role.Dark: self.line,
            role.Shadow: QColor(0, 0, 0, 60),
        }


LIGHT: Final = Theme(
    name="light",
    dark=False,
    window=QColor("#f3f4f6"),
    base=QColor("#ffffff"),
    panel=QColor("#fafbfc"),
    line=QColor("#dfe3e8"),
    outline=QColor("#7c838f"),
    text=QColor("#1b1f26"),
    mute=QColor("#5d6778"),
    accent=QColor("#2f5bd8"),
    on_accent=QColor("#ffffff"),
    selection=QColor(47, 91, 216, 62),
    chip=QColor("#eef1f5"),
    hover=QColor("#e8ecf3"),
    found=QColor("#ffe58a"),
    danger=QColor("#b3261e"),
    warning=QColor("#8a5a00"),
    good=QColor("#1a7346"),
    tint=0.15,
    hot=0.32,
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    window=QColor("#15181d"),
    base=QColor("#1b1f26"),
    panel=QColor("#191d23"),
    line=QColor("#2c323b"),
    outline=QColor("#737d8d"),
    text=QColor("#e3e7ee"),
    mute=QColor("#97a1b2"),
    accent=QColor("#6f9bff"),
    on_accent=QColor("#0d1220"),
    selection=QColor(111, 155, 255, 84),
    chip=QColor("#262c35"),
    hover=QColor("#2a303a"),
    found=QColor("#6b5a14"),
    danger=QColor("#ff8f87"),
    warning=QColor("#f0b860"),
    good=QColor("#6fd6a0"),
    tint=0.19,
    hot=0.32,
)

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK)}


def current() -> Theme:
    """Return the theme of the running program, light until one is worn."""
    program = QApplication.instance()
    return THEMES.get(program.property(_PROPERTY), LIGHT) if program else LIGHT


def wear(theme: Theme) -> None:
    """Dress the whole program in a theme; every widget repaints."""
    program = QApplication.instance()
    if isinstance(program, QApplication):
        program.setProperty(_PROPERTY, theme.name)
        program.setStyle("Fusion")
        program.setPalette(theme.palette())
        for control in _OUTLINED:
            program.setPalette(theme.control_palette(), control)  # type: ignore[arg-type]  # stub says bytes


def preferred() -> Theme:
    """Return the theme that the desktop asks for."""
    scheme = QApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def veil(colour: QColor, share: float) -> QColor:
    """Return a colour that covers this share of the ground, 0 to 1."""
    found = QColor(colour)
    found.setAlphaF(share)
    return found


@cache
def _inks(name: str, colour: str) -> Inks:
    theme = THEMES[name]
    ink = readable_on(QColor(colour), theme.base, _DARK_RATIO if theme.dark else READABLE)
    on_ink = readable_on(theme.base if theme.dark else QColor("#ffffff"), ink)
    return Inks(ink, on_ink, veil(ink, theme.tint), veil(ink, theme.hot))
