"""Words on a card, broken into lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from briefer.gui.look import fonts
from briefer.gui.look.text_lines import broken


@pytest.mark.usefixtures("qtbot")
def test_the_name_of_a_file_is_parted_where_its_parts_meet() -> None:
    font = fonts.interface_font()
    name = "000_265817ba674896df.txt"
    width = int(QFontMetricsF(font).horizontalAdvance(name)) - 4
    assert broken(name, font, width, 2) == ("000_265817ba674896df.", "txt")
    assert broken(name, font, width + 8, 2) == (name,)
    narrow = broken(name, font, width * 2 // 3, 2)
    assert "".join(narrow) == name
    assert not narrow[0].endswith("_")
    assert broken("U.S.-Japan talks", font, width, 2) == ("U.S.-Japan talks",)
