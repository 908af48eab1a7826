"""The sections editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from briefer.actions import sections
from briefer.gui.dialogs.pick_rows import Pick
from briefer.gui.dialogs.sections_dialog import SectionsDialog
from briefer.gui.look import theme
from briefer.gui.outline.counting import details
from briefer.gui.outline.ledger import Count
from briefer.gui.window import MainWindow
from briefer.tasks.templates import kind_of
from tests.gui import hands
from tests.gui.test_tagging import menu_words, take
from tests.gui.windows import (
    ALT,
    CONTROL,
    LEFT,
    NONE,
    SHIFT,
    a_dam,
    a_window,
    press,
    quotes,
    room,
    section,
    session_of,
)  # fmt: skip
from tests.worlds import World


def editor(window: MainWindow) -> SectionsDialog:
    """Open the editor by its command."""
    window.commands["sections"].trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, SectionsDialog)
    QApplication.processEvents()
    return found


def titles(window: MainWindow) -> list[str]:
    return [one.title for one in session_of(window).project.sections()]


def digits(window: MainWindow) -> list[int | None]:
    return [one.digit for one in session_of(window).project.sections()]


def type_into(field: QWidget, words: str) -> None:
    """Replace what a field holds, and go on to the next field."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, words)
    press(field, Qt.Key.Key_Tab)


def choose(dialog: SectionsDialog, row: int) -> None:
    dialog.listed.setCurrentIndex(dialog.listed.rows.index(row))


def opened(menu: QMenu) -> QMenu:
    """Fill a menu as opening it does."""
    menu.aboutToShow.emit()
    return menu


def submenu(menu: QMenu, words: str) -> QMenu:
    return next(found for found in menu.findChildren(QMenu) if found.title() == words)


def test_it_lists_the_sections_with_what_they_hold(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = editor(a_window(qtbot, tmp_path, a_dam()))
    model = dialog.listed.rows
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == [
        "State, digit 1, 2 tags · 1 statement",
        "Cost, digit 2, 1 tag · 0 statements",
        "People, digit 3, 0 tags · 0 statements",
    ]
    assert dialog.form.title.text() == "State"
    assert theme.LIGHT.inks("#b3261e").ink.name() in hands.colours(hands.picture(dialog.listed))


def test_what_is_typed_is_kept_on_leaving_the_field_each_a_step(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    type_into(dialog.form.title, "State of the dam")
    type_into(dialog.form.guidance, "What held.")
    type_into(dialog.form.cues, "held, stood;  firm,")
    changed = section(window, "state")
    assert (changed.title, changed.guidance) == ("State of the dam", "What held.")
    assert changed.cues == ("held", "stood", "firm")
    assert [entry.label for entry in session_of(window).log()] == ["Change section State of the dam"] * 3
    chip = room(window).space.sections.chips()[0]
    assert "What held." in chip.toolTip()


def test_ctrl_z_takes_back_what_was_kept_and_first_what_is_only_typed(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    dialog.activateWindow()
    type_into(dialog.form.title, "Dam")
    dialog.form.title.setFocus()
    QTest.keyClicks(dialog.form.title, "!")
    press(dialog.form.title, Qt.Key.Key_Z, CONTROL)
    assert titles(window)[0] == "Dam"
    assert dialog.form.title.text() == "Dam"
    press(dialog.form.title, Qt.Key.Key_Z, CONTROL)
    assert titles(window)[0] == "State"
    assert dialog.form.title.text() == "State"
    dialog.form.guidance.setFocus()
    press(dialog.form.guidance, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert dialog.form.title.text() == "Dam"


def test_a_title_is_needed(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = editor(a_window(qtbot, tmp_path, a_dam()))
    type_into(dialog.form.title, " ")
    assert dialog.said == "A section needs a title; write one."
    assert dialog.form.title.text() == "State"


def test_a_digit_that_another_has_is_exchanged(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    three = dialog.form.digits.picks[3]
    assert three.accessibleName() == "Digit 3, which People has; the two change digits"
    QTest.mouseClick(three, LEFT)
    assert digits(window) == [3, 2, 1]
    assert window.commands["undo"].text() == "&Undo give State the digit 3"
    QTest.mouseClick(dialog.form.digits.picks[0], LEFT)
    assert digits(window) == [None, 2, 1]


def test_the_arrows_go_along_the_digits_and_enter_takes_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    dialog.activateWindow()
    first = dialog.form.digits.picks[1]
    first.setFocus()
    press(first, Qt.Key.Key_Left)
    press(dialog.form.digits.picks[0], Qt.Key.Key_Left)
    nine = dialog.form.digits.picks[9]
    assert nine.hasFocus()
    assert digits(window) == [1, 2, 3]
    press(nine, Qt.Key.Key_Return)
    assert digits(window) == [9, 2, 3]
    press(nine, Qt.Key.Key_X)
    stops = [pick for pick in dialog.form.digits.picks if pick.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [nine]


def test_a_colour_is_picked_or_written(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    blue = dialog.form.swatches.picks[1]
    assert blue.accessibleName() == "Blue"
    QTest.mouseClick(blue, LEFT)
    assert section(window, "state").colour == "#2c71e1"
    assert [pick.isChecked() for pick in dialog.form.swatches.picks].index(True) == 1
    type_into(dialog.form.colour, "0AF")
    assert section(window, "state").colour == "#00aaff"
    assert not any(pick.isChecked() for pick in dialog.form.swatches.picks)
    type_into(dialog.form.colour, "blueish")
    assert dialog.said == "“#blueish” is no colour; give one such as #024ad6."
    assert dialog.form.colour.text() == "#00aaff"


def test_a_section_is_added_by_its_title(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    dialog.adding.setFocus()
    QTest.keyClicks(dialog.adding, "Next steps")
    press(dialog.adding, Qt.Key.Key_Return)
    assert titles(window) == ["State", "Cost", "People", "Next steps"]
    assert section(window, "next-steps").digit == 4
    assert dialog.form.title.text() == "Next steps"
    press(dialog.adding, Qt.Key.Key_Return)
    assert len(titles(window)) == 4
    assert dialog.isVisible()


def test_sections_change_places_by_keys_and_by_dragging(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    press(dialog.listed, Qt.Key.Key_Down, ALT)
    assert titles(window) == ["Cost", "State", "People"]
    press(dialog.listed, Qt.Key.Key_Up, ALT)
    press(dialog.listed, Qt.Key.Key_Up, ALT)
    assert titles(window) == ["State", "Cost", "People"]
    press(dialog.listed, Qt.Key.Key_Down)
    assert dialog.form.title.text() == "Cost"
    drop(dialog, QPoint(60, 4))
    assert titles(window) == ["Cost", "State", "People"]
    drop(dialog, QPoint(60, dialog.listed.viewport().height() - 4))
    assert titles(window) == ["State", "People", "Cost"]
    assert dialog.form.title.text() == "Cost"


def drop(dialog: SectionsDialog, place: QPoint) -> None:
    """Let the chosen section go somewhere in the list."""
    listed = dialog.listed
    carried = listed.rows.mimeData([listed.currentIndex()])
    move = Qt.DropAction.MoveAction
    assert listed.rows.supportedDropActions() == move
    assert carried.formats() == listed.rows.mimeTypes()
    event = QDropEvent(QPointF(place), move, carried, LEFT, NONE)
    listed.dropEvent(event)
    QApplication.processEvents()
    assert event.dropAction() == Qt.DropAction.IgnoreAction


def test_merging_says_what_moves_and_moves_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    menu = opened(dialog.merging.menu())
    assert menu_words(menu) == ["Moves 2 tags · 1 statement to the end of", "2  Cost", "3  People"]
    take(menu, "3  People")
    assert titles(window) == ["Cost", "People"]
    assert len(quotes(window, "people")) == 3
    assert dialog.said == "Merged State into People; Ctrl+Z takes it back"
    assert dialog.form.title.text() == "Cost"


def test_a_section_without_statements_is_removed_and_its_passages_stay(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    choose(dialog, 1)
    press(dialog.listed, Qt.Key.Key_Delete)
    menu = dialog.removing.menu()
    assert menu.isVisible()
    take(menu, "Remove it; passages tagged only here become unfiled")
    menu.hide()
    assert titles(window) == ["State", "People"]
    assert dialog.said == "Removed Cost; Ctrl+Z brings it back; 1 passage became unfiled"
    assert [one.anchor.quote for one in session_of(window).project.unfiled()] == ["Repairs cost two million."]


def test_where_statements_stand_it_asks_where_they_go(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    menu = opened(dialog.removing.menu())
    assert menu_words(menu)[0] == "It holds 2 tags · 1 statement"
    moving = submenu(menu, "Remove it and move its 1 statement to")
    assert menu_words(moving) == ["Bottom line", "2  Cost", "3  People"]
    take(moving, "Bottom line")
    assert titles(window) == ["Cost", "People"]
    assert quotes(window, "bluf") == ["The dam is sound.", "The dam held through the flood."]
    window.desk.undo()
    choose(dialog, 0)
    take(submenu(opened(menu), "Remove it and move its 1 statement to"), "2  Cost")
    assert quotes(window, "cost")[-1] == "The dam held through the flood."
    window.desk.undo()
    choose(dialog, 0)
    take(submenu(opened(menu), "Merge all of it into"), "2  Cost")
    assert len(quotes(window, "cost")) == 4


def test_the_last_section_can_go_and_another_come(qtbot: QtBot, tmp_path: Path) -> None:
    world = World()
    world.section("State")
    window = a_window(qtbot, tmp_path, world)
    dialog = editor(window)
    assert menu_words(opened(dialog.merging.menu())) == ["There is no other section"]
    take(opened(dialog.removing.menu()), "Remove it; passages tagged only here become unfiled")
    assert not dialog.form.isEnabled()
    assert not dialog.saving.isEnabled()
    QTest.keyClicks(dialog.adding, "Cost")
    press(dialog.adding, Qt.Key.Key_Return)
    assert dialog.form.isEnabled()


def test_what_is_being_typed_is_kept_on_closing(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    dialog = editor(window)
    dialog.form.guidance.setFocus()
    QTest.keyClicks(dialog.form.guidance, "What held.")
    left = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(dialog.form.guidance, left)
    assert section(window, "state").guidance == ""
    dialog.accept()
    assert section(window, "state").guidance == "What held."


@pytest.mark.parametrize("name", ["dams.yaml", "dams"])
def test_the_sections_are_saved_as_a_template(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    window = a_window(qtbot, tmp_path, a_dam(), tmp_path / name)
    QTest.mouseClick(editor(window).saving, LEFT)
    assert [one.title for one in kind_of(str(tmp_path / "dams.yaml")).sections] == ["State", "Cost", "People"]
    assert window.settings.templates() == [tmp_path / "dams.yaml"]


def test_a_template_that_was_not_asked_about_is_not_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "dams.yaml").write_text("mine")
    window = a_window(qtbot, tmp_path, a_dam(), tmp_path / "dams")
    dialog = editor(window)
    QTest.mouseClick(dialog.saving, LEFT)
    assert dialog.said.startswith("“dams.yaml” exists already")
    QTest.mouseClick(dialog.saving, LEFT)
    assert (tmp_path / "dams.yaml").read_text() == "mine"


def test_the_section_bar_leads_to_the_editor(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    bar = room(window).space.sections
    bar.menu_wanted.emit(section(window, "cost"), QPoint())
    take(room(window).menus.open, "Edit the section…")
    found = QApplication.activeModalWidget()
    assert isinstance(found, SectionsDialog)
    assert found.form.title.text() == "Cost"
    found.reject()
    bar.editing_wanted.emit()
    assert isinstance(QApplication.activeModalWidget(), SectionsDialog)


def test_every_part_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = editor(a_window(qtbot, tmp_path, a_dam()))
    assert [pick for pick in dialog.findChildren(Pick) if not pick.accessibleName()] == []


def test_without_sections_the_bar_says_how_to_add_some(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, World())
    bar = room(window).space.sections
    said = [line.text() for line in bar.findChildren(QLabel) if line.isVisible()]
    assert said == ["SECTIONS", "No sections yet: press Ctrl+Shift+T to add some."]
    dialog = editor(window)
    QTest.keyClicks(dialog.adding, "Cost")
    press(dialog.adding, Qt.Key.Key_Return)
    said = [line.text() for line in bar.findChildren(QLabel) if line.isVisible()]
    assert said == ["SECTIONS", "click or press a digit to tag"]


def test_an_empty_section_says_what_belongs_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.desk.do(
        lambda project: sections.change(project, section(window, "people"), guidance="Who\nworked.")
    )
    rows = room(window).space.outline.outline.rows
    assert rows is not None
    group = next(group for group in rows.groups if group.title == "People")
    assert details(group, Count()) == ["nothing yet: Who worked."]
