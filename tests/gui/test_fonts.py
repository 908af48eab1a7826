"""The carried fonts draw what the sources hold, and the heavy ones wait until they are needed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from briefer.gui.look import fonts

pytestmark = pytest.mark.usefixtures("qapp")


def drawn_by(text: str, font: QFont) -> set[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Yōko Kamikawa “met”", {"Noto Serif"}),
        ("본문 Top", {"Noto Serif", "Noto Serif KR"}),
        ("かな", {"Noto Serif JP"}),
        ("日本の辺", {"Noto Serif JP"}),
        ("한국美國", {"Noto Serif KR"}),
    ],
)
def test_a_text_is_drawn_by_the_font_of_its_script(text: str, families: set[str]) -> None:
    assert drawn_by(text, fonts.reading_font(text)) == families


def test_the_interface_shows_a_korean_title() -> None:
    fonts.cover("본문")
    assert "Noto Serif KR" in drawn_by("본문", fonts.interface_font())


def test_headings_are_semi_bold() -> None:
    assert fonts.interface_font(11, strong=True).weight() == QFont.Weight.DemiBold
    assert "Noto Sans" in QFontDatabase.families()


def test_korean_and_japanese_wait_until_a_text_needs_them() -> None:
    script = (
        "from PySide6.QtGui import QFontDatabase\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from briefer.gui.look import fonts\n"
        "fonts.interface_font()\n"
        "fonts.reading_font('Tokyo')\n"
        "assert not {'Noto Serif KR', 'Noto Serif JP'} & set(QFontDatabase.families())\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env=dict(os.environ))
