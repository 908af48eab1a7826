"""Icons are drawn sharp and in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QToolButton

from briefer import paths
from briefer.gui.look import icons, theme
from briefer.gui.look.theme import DARK, LIGHT

NAMES = sorted(path.stem for path in paths.resources("icons").glob("*.svg"))


pytestmark = pytest.mark.usefixtures("qapp", "light_again")


@pytest.fixture
def light_again() -> Iterator[None]:
    yield
    theme.wear(LIGHT)


def darkest(picture: QPixmap | QImage) -> QColor:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda colour: colour.alpha())


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_shows_something(name: str) -> None:
    assert darkest(icons.icon(name).pixmap(QSize(18, 18))).alpha() > 100


def test_an_icon_follows_the_theme() -> None:
    icon = icons.icon("undo-2")
    theme.wear(LIGHT)
    assert darkest(icon.pixmap(18, 18)).name() == LIGHT.text.name()
    theme.wear(DARK)
    assert darkest(icon.pixmap(18, 18)).name() == DARK.text.name()


def test_an_icon_takes_the_colour_that_was_asked_for() -> None:
    assert darkest(icons.icon("x", "accent").pixmap(18, 18)).name() == theme.current().accent.name()


def test_a_disabled_icon_is_faint() -> None:
    icon = icons.icon("x")
    assert darkest(icon.pixmap(QSize(18, 18), QIcon.Mode.Disabled)).alpha() < 150


def test_a_fine_screen_gets_more_pixels() -> None:
    picture = icons.icon("x").pixmap(QSize(18, 18), 2.0)
    assert picture.size() == QSize(36, 36)
    assert picture.devicePixelRatio() == 2.0


def test_a_button_paints_its_icon() -> None:
    button = QToolButton()
    button.setIcon(icons.icon("square"))
    bare = QToolButton().grab().toImage()
    assert button.grab().toImage() != bare


def test_a_copied_icon_still_draws() -> None:
    engine = icons.LucideEngine("x", "text")
    assert engine.key() == engine.clone().key()
    assert not engine.clone().pixmap(QSize(16, 16), QIcon.Mode.Normal, QIcon.State.Off).isNull()
