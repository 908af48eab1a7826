"""Where the sources differ: noted, ruled on and put in order beside the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import differences, tagging
from briefer.gui.checking.model import Found
from briefer.gui.differing.page import DifferencesPage
from briefer.gui.window import MainWindow
from briefer.model.records import Difference, Passage
from tests.gui.windows import (
    ALT,
    LEFT,
    a_dam,
    a_window,
    choose,
    press,
    room,
    section,
    session_of,
    source,
)
from tests.worlds import World


def a_cost() -> World:
    """Return a world in which two sources differ on a cost, and on who inspected."""
    world = World()
    first = world.source("The dam cost two million. Ada inspected it.", title="One")
    second = world.source("The dam cost three million. Bob inspected it.", title="Two")
    section = world.section("State")
    cheap, dear = world.tag(first, "two million", section), world.tag(second, "three million", section)
    ada, bob = world.tag(first, "Ada", section), world.tag(second, "Bob", section)
    world.difference("What did it cost?", cheap, dear)
    world.difference("Who inspected it?", ada, bob, ruling="Ada did.", reason="Her report.")
    return world


def page(window: MainWindow) -> DifferencesPage:
    """Turn to the page as a user does."""
    window.commands["differences"].trigger()
    QApplication.processEvents()
    return room(window).differing.page


def listed(window: MainWindow) -> list[str]:
    """Return what the list says of each difference."""
    return [f"{row.head} {row.below}" for row in room(window).differing.page.list.cards.rows]


def answers(window: MainWindow) -> list[str]:
    """Return what the form says of each passage."""
    return [f"{row.head} {row.below}" for row in room(window).differing.page.form.answers.cards.rows]


def noted(window: MainWindow) -> list[Difference]:
    return list(session_of(window).project.differences())


def fill(window: MainWindow, name: str, words: str) -> None:
    """Write into a field of the form and leave it."""
    field = room(window).differing.page.form.fields[name]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    press(field, Qt.Key.Key_Tab)


def put_caret(window: MainWindow, label: str, words: str) -> Passage:
    """Put the caret into the passage of these words, in a pane that shows its source."""
    project = session_of(window).project
    found = next(p for p in project.passages_in(source(window, label)) if p.anchor.quote == words)
    pane = room(window).space.panes.go_to(found)
    pane.view.setFocus()
    QApplication.processEvents()
    return found


def test_every_difference_is_listed_with_its_ruling_or_as_unresolved(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    form = page(window).form
    assert listed(window) == [
        "What did it cost? Unresolved · 2 passages",
        "Who inspected it? Ada did. · 2 passages",
    ]
    assert answers(window) == ["S1 ¶1 · One “two million”", "S2 ¶1 · Two “three million”"]
    press(room(window).differing.page.list, Qt.Key.Key_Down)
    assert [field.toPlainText() for field in form.fields.values()] == [
        "Who inspected it?", "Ada did.", "Her report.",
    ]  # fmt: skip


def test_a_ruling_is_kept_when_its_field_is_left_and_can_be_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    page(window)
    fill(window, "ruling", "Two million.")
    fill(window, "reason", "One has the bill.")
    first = noted(window)[0]
    assert (first.ruling, first.reason) == ("Two million.", "One has the bill.")
    assert listed(window)[0] == "What did it cost? Two million. · 2 passages"
    window.desk.undo()
    assert room(window).differing.page.form.fields["reason"].toPlainText() == ""
    window.desk.undo()
    assert listed(window)[0] == "What did it cost? Unresolved · 2 passages"


def test_a_question_cannot_be_emptied(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    page(window)
    fill(window, "question", " ")
    assert "needs a question" in window.notice.words
    assert room(window).differing.page.form.fields["question"].toPlainText() == "What did it cost?"


def test_chosen_cards_of_the_outline_become_a_difference_with_its_question(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "state", 0)
    room(window).space.outline.choose_all(
        [entry.id for entry in session_of(window).project.body(section(window, "state"))]
    )
    window.commands["difference"].trigger()
    QApplication.processEvents()
    assert listed(window) == ["New difference Not kept yet: it needs a question"]
    assert room(window).differing.page.form.fields["question"].hasFocus()
    fill(window, "question", "Did it hold?")
    [one] = noted(window)
    assert (one.question, len(one.passages)) == ("Did it hold?", 2)
    assert listed(window) == ["Did it hold? Unresolved · 2 passages"]


def test_the_menu_of_chosen_cards_notes_a_difference(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "state", 0)
    lines = session_of(window).project.body(section(window, "state"))
    outline = room(window).space.outline
    rows = outline.outline.rows
    assert rows is not None
    outline.choose_all([lines[0].id])
    room(window).menus.for_outline(rows.groups[1], lines[0], QPoint(5, 5))
    assert "Note a difference…" not in words_in(window)
    outline.choose_all([line.id for line in lines])
    room(window).menus.for_outline(rows.groups[1], lines[0], QPoint(5, 5))
    take(window, "Note a difference…")
    assert len(answers(window)) == 2


def test_passages_at_the_caret_are_gathered_one_after_the_other(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    put_caret(window, "S1", "It held through the flood.")
    window.commands["difference"].trigger()
    fill(window, "question", "What held?")
    assert listed(window) == ["What held? Not kept yet: it needs two passages"]
    put_caret(window, "S2", "The dam held")
    window.commands["difference"].trigger()
    assert listed(window) == ["What held? Unresolved · 2 passages"]
    assert not room(window).differing.page.form.fields["question"].hasFocus()
    window.commands["difference"].trigger()
    assert window.status.told == "This passage answers the question already"
    put_caret(window, "S2", "Repairs cost two million.")
    window.commands["difference"].trigger()
    assert [len(one.passages) for one in noted(window)] == [3]


def test_the_menu_of_a_passage_begins_a_difference(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    held = put_caret(window, "S1", "It held through the flood.")
    room(window).menus.for_pane(room(window).space.panes.active, QPoint(5, 5), held.id)
    take(window, "Note a difference…")
    assert answers(window) == ["S1 ¶1 · The flood “It held through the flood.”"]


def test_words_that_are_no_passage_are_asked_to_be_tagged_first(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    page(window)
    put_caret(window, "S1", "Ada")
    room(window).space.panes.active.view.select(0, 0)
    room(window).differing.page.form.add.click()
    assert window.notice.words == (
        "Put the caret into a tagged passage first; then it can be added to the difference."
    )


def test_a_click_on_a_passage_shows_where_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    shown = page(window).form.answers
    QTest.mouseClick(shown.viewport(), LEFT, pos=shown.visualRect(shown.cards.index(1)).center())
    assert room(window).tagging.passages_here()[0].anchor.quote == "three million"


def test_passages_are_ordered_and_taken_out_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    page(window)
    put_caret(window, "S1", "Ada")
    window.commands["difference"].trigger()
    shown = room(window).differing.page.form.answers
    shown.setFocus()
    press(shown, Qt.Key.Key_Down, ALT)
    assert [words.split("“")[1] for words in answers(window)] == ["three million”", "two million”", "Ada”"]
    press(shown, Qt.Key.Key_End)
    press(shown, Qt.Key.Key_Delete)
    assert len(answers(window)) == 2
    press(shown, Qt.Key.Key_Delete)
    assert "needs two passages" in window.notice.words
    assert len(answers(window)) == 2


def test_differences_change_places_and_are_removed_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    shown = page(window).list
    press(shown, Qt.Key.Key_Down, ALT)
    assert [one.question for one in noted(window)] == ["Who inspected it?", "What did it cost?"]
    assert shown.current() == noted(window)[1].id
    press(shown, Qt.Key.Key_Down, ALT)
    room(window).differing.page.up.click()
    assert [one.question for one in noted(window)] == ["What did it cost?", "Who inspected it?"]
    press(shown, Qt.Key.Key_Delete)
    assert listed(window) == ["Who inspected it? Ada did. · 2 passages"]
    window.desk.undo()
    assert len(listed(window)) == 2


def test_enter_on_a_difference_goes_to_its_question(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    press(page(window).list, Qt.Key.Key_Return)
    assert room(window).differing.page.form.fields["question"].hasFocus()


def test_that_there_is_none_is_said_and_the_keys_are_on_the_button(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["differences"].trigger()
    assert window.status.told == "No difference between the sources is noted yet"
    assert QApplication.focusWidget() is room(window).differing.page.new


def test_a_new_one_is_begun_by_its_button_and_can_be_given_up(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    shown = page(window)
    shown.new.click()
    fill(window, "ruling", "None is right.")
    assert listed(window)[2] == "New difference Not kept yet: it needs a question"
    shown.remove.click()
    assert len(listed(window)) == 2


def test_an_unfinished_one_is_not_lost_by_closing(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    page(window).new.click()
    fill(window, "question", "Who paid?")
    assert not window.close()
    assert "complete it, or remove it" in window.notice.words
    room(window).differing.page.remove.click()
    assert window.close()


def test_words_still_in_a_field_are_kept_by_closing(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    page(window)
    field = room(window).differing.page.form.fields["ruling"]
    field.setFocus()
    QTest.keyClicks(field, "Two.")
    session = session_of(window)
    assert room(window).settle()
    assert session.project.differences()[0].ruling == "Two."


def test_the_page_follows_what_is_done_elsewhere_and_keeps_what_is_typed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    field = page(window).form.fields["reason"]
    field.setFocus()
    QTest.keyClicks(field, "Hers")
    one = noted(window)[0]
    window.desk.do(lambda project: differences.rule(project, one, ruling="Two."))
    assert listed(window)[0] == "What did it cost? Two. · 2 passages"
    assert room(window).differing.page.form.fields["ruling"].toPlainText() == "Two."
    assert field.toPlainText() == "Hers"


def test_a_passage_that_goes_leaves_the_new_one(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    put_caret(window, "S2", "Repairs cost two million.")
    window.commands["difference"].trigger()
    tag = session_of(window).project.tags_under(section(window, "cost"))[0]
    window.desk.do(lambda project: tagging.untag(project, tag))
    assert answers(window) == []


def test_a_finding_about_a_difference_opens_it(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    room(window).mending.mend(Found("unresolved", "warning", "No ruling.", noted(window)[1].id))
    QApplication.processEvents()
    shown = room(window).differing.page
    assert shown.isVisible()
    assert shown.form.fields["question"].toPlainText() == "Who inspected it?"


def test_a_project_that_is_only_read_is_shown_and_not_changed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = a_window(qtbot, tmp_path, a_cost())
    monkeypatch.setattr(session_of(window), "read_only", True)
    room(window).differing.begin(())
    assert "reading only" in window.notice.words
    assert noted(window) == list(session_of(window).project.differences())


def words_in(window: MainWindow) -> list[str]:
    menu = room(window).menus.open
    assert menu is not None
    return [action.text() for action in menu.actions()]


def take(window: MainWindow, words: str) -> None:
    """Choose a line of the menu that is open."""
    menu = room(window).menus.open
    assert menu is not None
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    QApplication.processEvents()
