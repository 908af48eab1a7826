"""What is let go over the outline lands where the line shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint
from pytestqt.qtbot import QtBot

from briefer.gui.desk import mime
from briefer.gui.window import MainWindow
from tests.gui import hands
from tests.gui.test_outline import card, heading, said
from tests.gui.windows import FLOOD, a_dam, a_window, carry_in, quotes, room, section, session_of, source

MAYOR = "The mayor thanked the crew."


def words_from(window: MainWindow, words: str) -> QMimeData:
    """Return what a drag of these words out of the first source carries."""
    start, carried = FLOOD.index(words), QMimeData()
    mime.carry_span(carried, mime.Span(source(window, "S1").id, start, start + len(words)))
    return carried


def card_of(window: MainWindow, words: str) -> QMimeData:
    """Return what a drag of the first card that holds these words carries."""
    model = room(window).space.outline.outline
    return model.mimeData([model.index(next(row for row, line in enumerate(said(window)) if words in line))])


def let_go(window: MainWindow, carried: QMimeData, place: QPoint) -> bool:
    return carry_in(room(window).space.outline.viewport(), carried, place)


@pytest.mark.parametrize(("above", "place"), [("It held through", 1), ("The dam held, ", 2)])
def test_words_land_between_two_cards_in_one_step(
    qtbot: QtBot, tmp_path: Path, above: str, place: int
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    before = quotes(window, "state")
    assert let_go(window, words_from(window, MAYOR), card(window, above).bottomLeft() + QPoint(40, -8))
    assert quotes(window, "state") == [*before[:place], MAYOR, *before[place:]]
    window.desk.undo()
    assert quotes(window, "state") == before
    assert not window.commands["undo"].isEnabled()


def test_words_on_a_heading_come_first(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    assert let_go(window, words_from(window, MAYOR), heading(window, "State").center())
    assert quotes(window, "state")[0] == MAYOR


def test_words_that_stand_there_already_move(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    below = card(window, "The dam held, ").bottomLeft() + QPoint(40, -8)
    assert let_go(window, words_from(window, "It held through the flood."), below)
    assert quotes(window, "state")[:2] == ["The dam held", "It held through the flood."]


def test_an_unfiled_card_lands_between_two_cards(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], MAYOR, None)
    window = a_window(qtbot, tmp_path, world)
    below = card(window, "It held through").bottomLeft() + QPoint(40, -8)
    assert let_go(window, card_of(window, "The mayor"), below)
    assert quotes(window, "state")[1] == MAYOR


def test_the_bottom_line_refuses_words_in_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    assert let_go(window, words_from(window, MAYOR), heading(window, "Bottom line").center())
    assert window.notice.words == "The bottom line holds statements only; write one and cite this passage."
    assert len(quotes(window, "bluf")) == 1


def test_nothing_lands_among_the_unfiled(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], MAYOR, None)
    window = a_window(qtbot, tmp_path, world)
    outline = room(window).space.outline
    there = heading(window, "Unfiled passages").center()
    plain = hands.picture(outline)
    assert carry_in(outline.viewport(), card_of(window, "The dam held through"), there)
    assert hands.picture(outline) == plain
    assert len(session_of(window).project.statements_under(section(window, "state"))) == 1
    assert not window.commands["undo"].isEnabled()
