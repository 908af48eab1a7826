"""Every theme can be read, whatever colour a section has."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from briefer.gui.look import theme
from briefer.gui.look.contrast import contrast, readable_on
from briefer.gui.look.theme import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, THEMES, Theme

COLOURS = st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF))


@pytest.fixture
def program(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.wear(LIGHT)


def laid_over(colour: QColor, ground: QColor) -> QColor:
    """Return what the eye sees of a translucent colour on an opaque ground."""
    share = colour.alphaF()
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * (1 - share),
        colour.greenF() * share + ground.greenF() * (1 - share),
        colour.blueF() * share + ground.blueF() * (1 - share),
    )


@pytest.mark.parametrize("worn", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("ground", ["base", "panel", "window"])
@pytest.mark.parametrize("ink", ["text", "mute", "accent", "danger", "warning", "good"])
def test_every_ink_reads_on_every_ground(worn: Theme, ground: str, ink: str) -> None:
    assert contrast(getattr(worn, ink), getattr(worn, ground)) >= worn.readable


@pytest.mark.parametrize("worn", THEMES.values(), ids=THEMES)
def test_words_read_when_selected_found_or_on_a_button(worn: Theme) -> None:
    assert contrast(worn.text, laid_over(worn.selection, worn.base)) >= worn.readable
    assert contrast(worn.text, laid_over(theme.veil(worn.found, 0.8), worn.base)) >= worn.readable
    assert contrast(worn.on_accent, worn.accent) >= worn.readable
    assert contrast(worn.text, worn.chip) >= worn.readable


@given(COLOURS, st.sampled_from(list(THEMES.values())))
def test_a_section_of_any_colour_reads(colour: str, worn: Theme) -> None:
    inks = worn.inks(colour)
    assert contrast(inks.ink, worn.base) >= max(worn.readable, worn.vivid)
    assert contrast(inks.on_ink, inks.ink) >= worn.readable
    assert contrast(worn.text, laid_over(inks.tint, worn.base)) >= worn.readable
    assert contrast(worn.text, laid_over(inks.hot, worn.base)) >= worn.readable


def test_a_colour_that_reads_stays_as_it_is() -> None:
    assert readable_on(QColor("#7a4fd0"), QColor("white")) == QColor("#7a4fd0")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_wearing_a_theme_dresses_the_program(program: QApplication) -> None:
    theme.wear(DARK)
    assert theme.current() is DARK
    assert program.palette().color(QPalette.ColorRole.Base) == DARK.base
    theme.wear(LIGHT)
    assert theme.current() is LIGHT


def test_a_palette_leaves_no_role_to_the_desktop() -> None:
    asked = set(QPalette.ColorRole) - {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    unlike = [role for role in asked if LIGHT.palette().color(role) == DARK.palette().color(role)]
    assert unlike in ([], [QPalette.ColorRole.Shadow])


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("scheme", "strong", "worn"),
    [
        (Qt.ColorScheme.Light, False, LIGHT), (Qt.ColorScheme.Dark, False, DARK),
        (Qt.ColorScheme.Light, True, CONTRAST_LIGHT), (Qt.ColorScheme.Dark, True, CONTRAST_DARK),
    ],
)  # fmt: skip
def test_the_desktop_has_its_say(
    monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, strong: bool, worn: Theme
) -> None:
    wish = Qt.ContrastPreference.HighContrast if strong else Qt.ContrastPreference.NoPreference
    hints = SimpleNamespace(
        colorScheme=lambda: scheme, accessibility=lambda: SimpleNamespace(contrastPreference=lambda: wish)
    )
    monkeypatch.setattr(QApplication, "styleHints", lambda: hints)
    assert theme.preferred() is worn


def test_high_contrast_reads_at_seven_to_one_and_draws_thicker_lines() -> None:
    for plain, strong in ((LIGHT, CONTRAST_LIGHT), (DARK, CONTRAST_DARK)):
        assert (plain.readable, strong.readable) == (4.5, 7.0)
        assert strong.underline > plain.underline
        assert strong.ring > plain.ring
        assert contrast(strong.line, strong.base) == pytest.approx(21)
        assert theme.opposite(strong).dark != strong.dark


@pytest.mark.parametrize("worn", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QLineEdit, QPlainTextEdit, QListView])
def test_what_can_be_ticked_or_filled_in_has_an_outline_that_shows(
    program: QApplication, worn: Theme, kind: type[QWidget]
) -> None:
    theme.wear(worn)
    control = kind()
    control.resize(120, 40)
    image = control.grab().toImage()
    edge = [QColor(image.pixelColor(x, 20)) for x in range(3)]
    assert max(contrast(colour, worn.base) for colour in edge) >= 3  # of WCAG 2.2 for controls
    assert program.palette().color(QPalette.ColorRole.Window) == worn.window
