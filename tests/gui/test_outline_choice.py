"""Several cards of the outline at once, each time one step to undo."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefer.gui.look import theme
from briefer.gui.look.palette import Palette
from briefer.gui.outline import drops
from briefer.gui.window import MainWindow
from tests.gui import hands
from tests.gui.test_outline import card, heading, right_click
from tests.gui.test_outline_changes import a_column
from tests.gui.test_tagging import menu_words, take
from tests.gui.windows import (
    ALT,
    CONTROL,
    LEFT,
    SHIFT,
    a_dam,
    a_project,
    a_window,
    carry_in,
    choose,
    press,
    quotes,
    room,
    session_of,
    words_of,
)  # fmt: skip

NUMBERS = ("One.", "Two.", "Three.", "Four.")


def chosen(window: MainWindow) -> list[str]:
    return [words_of(window, line) for line in room(window).space.outline.chosen()]


def a_column_with(qtbot: QtBot, tmp_path: Path, *places: int) -> MainWindow:
    """Show four passages in one section, these chosen by Ctrl and click."""
    window = a_window(qtbot, tmp_path, a_column(*NUMBERS))
    viewport = room(window).space.outline.viewport()
    for number, place in enumerate(places):
        with_control = CONTROL if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(viewport, LEFT, with_control, card(window, NUMBERS[place]).center())
    room(window).space.outline.setFocus()
    return window


def ask(window: MainWindow, command: str) -> Palette:
    window.commands[command].trigger()
    QApplication.processEvents()
    box = QApplication.activePopupWidget()
    assert isinstance(box, Palette)
    return box


def test_ctrl_and_shift_choose_several(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 0, 2)
    assert chosen(window) == ["One.", "Three."]
    QTest.mouseClick(room(window).space.outline.viewport(), LEFT, SHIFT, card(window, "Four.").center())
    assert chosen(window) == ["Three.", "Four."]
    choose(window, "state", 1)
    press(room(window).space.outline, Qt.Key.Key_Down, SHIFT)
    assert chosen(window) == ["Two.", "Three."]
    press(room(window).space.outline, Qt.Key.Key_Up, SHIFT)
    press(room(window).space.outline, Qt.Key.Key_Up, SHIFT)
    assert chosen(window) == ["One.", "Two."]


def test_choosing_several_shows_nothing_else_in_the_panes(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 0, 3)
    assert room(window).space.panes.active.view.caret() == 0


def test_ctrl_a_chooses_the_section_and_then_everything(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline = room(window).space.outline
    choose(window, "state", 1)
    press(outline, Qt.Key.Key_A, CONTROL)
    assert len(chosen(window)) == 3
    press(outline, Qt.Key.Key_A, CONTROL)
    assert len(chosen(window)) == 5
    assert outline.current_line() is not None


def test_several_step_together_over_the_border_and_back_in_single_steps(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 1, 3)
    outline = room(window).space.outline
    press(outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state") == ["Two.", "Four.", "One.", "Three."]
    assert chosen(window) == ["Two.", "Four."]
    for _ in range(3):
        press(outline, Qt.Key.Key_Down, ALT)
    assert quotes(window, "state") == ["One.", "Three."]
    assert quotes(window, "cost") == ["Two.", "Four."]
    assert chosen(window) == ["Two.", "Four."]
    for _ in range(4):
        window.desk.undo()
    assert quotes(window, "state") == list(NUMBERS)
    assert chosen(window) == ["Two.", "Four."]


def test_several_are_dragged_in_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 0, 2)
    outline = room(window).space.outline
    carried = outline.outline.mimeData(outline.selectedIndexes())
    assert carry_in(outline.viewport(), carried, heading(window, "Cost").center())
    assert quotes(window, "cost") == ["One.", "Three."]
    assert chosen(window) == ["One.", "Three."]
    window.desk.undo()
    assert quotes(window, "state") == list(NUMBERS)


class Held(QDrag):
    """A drag that is let go of at once."""

    pictures: ClassVar[list[QImage]] = []

    def exec(self, *_actions: object) -> Qt.DropAction:
        Held.pictures.append(self.pixmap().toImage())
        return Qt.DropAction.IgnoreAction


def test_the_picture_of_a_drag_says_how_many_cards_it_stands_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drops, "QDrag", Held)
    window = a_column_with(qtbot, tmp_path, 0)
    outline = room(window).space.outline
    outline.startDrag(Qt.DropAction.CopyAction)
    press(outline, Qt.Key.Key_Down, SHIFT)
    outline.startDrag(Qt.DropAction.CopyAction)
    one, two = Held.pictures
    badge = theme.LIGHT.accent.name()
    corner = QRect(one.width() - 24, 4, 20, 18)
    assert badge not in hands.colours(one.copy(corner))
    assert badge in hands.colours(two.copy(corner))
    outline.choose_section()
    outline.setCurrentIndex(outline.outline.index(0))
    outline.startDrag(Qt.DropAction.CopyAction)
    assert len(Held.pictures) == 2


def test_what_lands_on_itself_stays(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 1, 2)
    outline = room(window).space.outline
    carried = outline.outline.mimeData(outline.selectedIndexes())
    assert carry_in(outline.viewport(), carried, card(window, "Three.").bottomLeft() + QPoint(40, -8))
    assert quotes(window, "state") == list(NUMBERS)
    assert not window.commands["undo"].isEnabled()


def test_several_are_taken_out_and_the_next_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 0, 1)
    press(room(window).space.outline, Qt.Key.Key_Delete)
    assert quotes(window, "state") == ["Three.", "Four."]
    assert chosen(window) == ["Three."]
    assert window.status.told == "Untag 2 passages"
    window.desk.undo()
    assert quotes(window, "state") == list(NUMBERS)


def test_after_the_last_card_the_one_before_is_chosen_and_then_the_heading(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_column_with(qtbot, tmp_path, 3)
    outline = room(window).space.outline
    press(outline, Qt.Key.Key_Delete)
    assert chosen(window) == ["Three."]
    press(outline, Qt.Key.Key_A, CONTROL)
    press(outline, Qt.Key.Key_Delete)
    group = outline.current_group()
    assert (chosen(window), group.title if group else "") == ([], "State")


def test_cards_are_moved_by_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 0, 3)
    box = ask(window, "move-to")
    QTest.keyClicks(box.box, "cost")
    press(box.box, Qt.Key.Key_Return)
    assert quotes(window, "cost") == ["One.", "Four."]
    assert chosen(window) == ["One.", "Four."]


def test_statements_alone_may_also_go_to_the_bottom_line(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "state", 2)
    press(ask(window, "move-to").box, Qt.Key.Key_Return)
    assert quotes(window, "bluf") == ["The dam is sound.", "The dam held through the flood."]


def test_passages_are_filed_under_one_more_section_by_name(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 0, 3)
    for told in ("File 2 passages under Cost", "Already filed under Cost"):
        box = ask(window, "file-under")
        QTest.keyClicks(box.box, "cost")
        press(box.box, Qt.Key.Key_Return)
        assert window.status.told == told
    assert quotes(window, "cost") == ["One.", "Four."]
    assert len(quotes(window, "state")) == 4


@pytest.mark.parametrize(
    ("command", "sentence"),
    [("move-to", "Choose cards in the outline first"), ("file-under", "Choose passages in the outline")],
)
def test_with_nothing_chosen_it_says_what_to_do(
    qtbot: QtBot, tmp_path: Path, command: str, sentence: str
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands[command].trigger()
    assert window.notice.words.startswith(sentence)


def test_unfiled_passages_and_entries_are_moved_together(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.tag(world.sources[0], "The mayor thanked the crew.", None)
    window = a_window(qtbot, tmp_path, world)
    outline = room(window).space.outline
    unfiled = session_of(window).project.unfiled()[0]
    choose(window, "cost", 0)
    outline.choose_all([*[line.id for line in outline.chosen()], unfiled.id])
    carried = outline.outline.mimeData(outline.selectedIndexes())
    carry_in(outline.viewport(), carried, heading(window, "Bottom line").center())
    assert window.notice.words.startswith("The bottom line holds statements only")
    carry_in(outline.viewport(), carried, heading(window, "People").center())
    assert quotes(window, "people") == ["Repairs cost two million.", "The mayor thanked the crew."]
    assert chosen(window) == quotes(window, "people")


def test_enter_writes_one_statement_that_cites_several(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 1, 2)
    press(room(window).space.outline, Qt.Key.Key_Return)
    editor = room(window).space.editor
    assert [passage.anchor.quote for passage in editor.evidence.passages()] == ["Two.", "Three."]
    QTest.keyClicks(editor.words, "Both.")
    press(editor.words, Qt.Key.Key_Return, CONTROL)
    assert quotes(window, "state")[-1] == "Both."


def test_statements_alone_cannot_be_cited(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(None, "The crew is tired.", kind="judgement")
    window = a_window(qtbot, tmp_path, world)
    choose(window, "bluf", 0)
    press(room(window).space.outline, Qt.Key.Key_A, CONTROL)
    press(room(window).space.outline, Qt.Key.Key_Return)
    assert window.notice.words.startswith("Choose passages in the outline first")


def test_cards_are_copied_with_what_they_rest_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    outline = room(window).space.outline
    choose(window, "state", 0)
    press(outline, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "“It held through the flood.” (The flood, S1 ¶1)"
    choose(window, "state", 2)
    press(outline, Qt.Key.Key_C, CONTROL)
    said = "The dam held through the flood.\n[1] “It held through the flood.” (The flood, S1 ¶1)"
    assert (QGuiApplication.clipboard().text(), window.status.told) == (said, "Copied with its notes")
    press(outline, Qt.Key.Key_Up, SHIFT)
    press(outline, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == f"“The dam held” (S2.txt, S2 ¶1)\n\n{said}"
    assert window.status.told == "Copied 2 cards"


def test_the_right_button_on_a_chosen_card_speaks_of_all(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_column_with(qtbot, tmp_path, 1, 2)
    right_click(window, card(window, "Two.").center())
    menu = room(window).menus.open
    assert menu_words(menu)[:5] == [
        "Write a statement that cites them", "Copy 2 cards", "Move to", "File also under", "Take out 2 cards",
    ]  # fmt: skip
    assert menu is not None
    inner = next(action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu))
    assert isinstance(inner, QMenu)
    take(inner, "&2  Cost")
    assert quotes(window, "cost") == ["Two.", "Three."]
    menu.close()
    right_click(window, card(window, "One.").center())
    assert chosen(window) == ["One."]


def test_a_project_to_be_read_offers_nothing_that_changes_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = a_project(tmp_path)
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    outline = room(window).space.outline
    place = heading(window, "People")
    plus = QPoint(place.right() - 20, place.center().y())
    with_plus = hands.picture(outline).copy(place)
    window.projects.close()
    window.projects.open(path, read_only=True)
    assert hands.picture(outline).copy(place) != with_plus
    QTest.mouseClick(outline.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, plus)
    assert not room(window).space.editor.isVisible()
    right_click(window, card(window, "Repairs cost").center())
    offered = set(menu_words(room(window).menus.open))
    assert {"Show where it stands", "Copy with its citation"} <= offered
    assert not {"Move to", "File also under", "Take it out of the section", "Write a statement"} & offered
