"""Light, dark and two of high contrast: a palette for Fusion, colours it has no role for, section inks.

Ask `current()` while painting and nothing has to be told when the theme changes: Qt sends each
widget a PaletteChange, and it paints again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    "QMenu",
    "QPlainTextEdit",
    "QPushButton",
    "QRadioButton",
    "QSpinBox",
    "QTableView",
)
_ENHANCED: Final = 7.0
"""The ratio that WCAG 2.2 asks of text for those who see less (success criterion 1.4.6)."""


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
    readable: float
    """The contrast that words have at least."""
    vivid: float
    """The contrast of section inks: on a dark ground they look dull at what will do on a light one."""
    underline: float
    """How thick the line under a passage is."""
    ring: float
    """How thick the line round what has the focus is."""

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
    readable=READABLE,
    vivid=READABLE,
    underline=2.0,
    ring=2.0,
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
    readable=READABLE,
    vivid=6.5,
    underline=2.0,
    ring=2.0,
)

CONTRAST_LIGHT: Final = replace(
    LIGHT,
    name="contrast-light",
    window=QColor("#ffffff"),
    panel=QColor("#ffffff"),
    line=QColor("#000000"),
    outline=QColor("#000000"),
    text=QColor("#000000"),
    mute=QColor("#2b2b2b"),
    accent=QColor("#0031a8"),
    selection=QColor(0, 49, 168, 72),
    chip=QColor("#e4e4e4"),
    hover=QColor("#d6d6d6"),
    found=QColor("#ffd800"),
    danger=QColor("#960000"),
    warning=QColor("#5f3d00"),
    good=QColor("#00511f"),
    tint=0.10,
    hot=0.26,
    readable=_ENHANCED,
    vivid=_ENHANCED,
    underline=2.5,
    ring=3.0,
)

CONTRAST_DARK: Final = replace(
    DARK,
    name="contrast-dark",
    window=QColor("#000000"),
    base=QColor("#000000"),
    panel=QColor("#000000"),
    line=QColor("#ffffff"),
    outline=QColor("#ffffff"),
    text=QColor("#ffffff"),
    mute=QColor("#dcdcdc"),
    accent=QColor("#ffe14d"),
    on_accent=QColor("#000000"),
    selection=QColor(255, 225, 77, 84),
    chip=QColor("#2c2c2c"),
    hover=QColor("#3a3a3a"),
    found=QColor("#5c4a00"),
    danger=QColor("#ffa8a2"),
    warning=QColor("#ffc46b"),
    good=QColor("#7df0b2"),
    tint=0.14,
    hot=0.26,
    readable=_ENHANCED,
    vivid=_ENHANCED,
    underline=2.5,
    ring=3.0,
)

THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}
_OPPOSITES: Final = {
    one.name: other
    for pair in ((LIGHT, DARK), (CONTRAST_LIGHT, CONTRAST_DARK))
    for one, other in (pair, pair[::-1])
}


def current() -> Theme:
    """Return the theme of the running program, light until one is worn."""
    program = QApplication.instance()
    return THEMES.get(program.property(_PROPERTY), LIGHT) if program else LIGHT


def wear(theme: Theme) -> None:
    """Dress the whole program in a theme; every widget repaints, unless it is worn already."""
    program = QApplication.instance()
    if isinstance(program, QApplication) and program.property(_PROPERTY) != theme.name:
        program.setProperty(_PROPERTY, theme.name)
        program.setStyle("Fusion")
        program.setPalette(theme.palette())
        for control in _OUTLINED:
            program.setPalette(theme.control_palette(), control)  # type: ignore[arg-type]  # stub says bytes


def preferred() -> Theme:
    """Return the theme that the desktop asks for."""
    hints = QApplication.styleHints()
    strong = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    if hints.colorScheme() == Qt.ColorScheme.Dark:
        return CONTRAST_DARK if strong else DARK
    return CONTRAST_LIGHT if strong else LIGHT


def opposite(theme: Theme) -> Theme:
    """Return the dark one of a light theme, and the light one of a dark."""
    return _OPPOSITES[theme.name]


def veil(colour: QColor, share: float) -> QColor:
    """Return a colour that covers this share of the ground, 0 to 1."""
    found = QColor(colour)
    found.setAlphaF(share)
    return found


@cache
def _inks(name: str, colour: str) -> Inks:
    theme = THEMES[name]
    ink = readable_on(QColor(colour), theme.base, theme.vivid)
    on_ink = readable_on(theme.base if theme.dark else QColor("#ffffff"), ink, theme.readable)
    return Inks(ink, on_ink, veil(ink, theme.tint), veil(ink, theme.hot))
