"""The right column while the preview shows."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.hands import drag_line
from tests.gui.previews import a_preview, pages, preview
from tests.gui.windows import a_dam, a_window, room


def test_the_column_grows_for_the_preview_and_shrinks_again(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    space = room(window).space
    before = space.brief.width()
    window.commands["preview"].trigger()
    assert space.brief.width() > before
    assert not space.sections.isVisible()
    assert window.commands["preview"].isChecked()
    drag_line(space, 2, -90)
    wide = space.brief.width()
    window.commands["preview"].trigger()
    assert abs(space.brief.width() - before) <= 1
    assert space.sections.isVisible()
    assert not window.commands["preview"].isChecked()
    window.commands["preview"].trigger()
    assert abs(space.brief.width() - wide) <= 1


def test_the_words_are_readable_in_the_smallest_usual_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    window.resize(1280, 720)
    assert pages(window).percent() >= 75
    assert room(window).space.panes.width() >= 420


def test_the_command_brings_back_a_hidden_column(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["outline-panel"].trigger()
    assert room(window).space.brief.isHidden()
    window.commands["preview"].trigger()
    assert preview(window).isVisible()


def test_a_project_is_left_with_the_outline_in_front(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    before = room(window).space.brief.width()
    window.commands["preview"].trigger()
    window.desk.lay(a_dam().session())
    assert not preview(window).isVisible()
    assert abs(room(window).space.brief.width() - before) <= 1


def test_from_the_history_one_turns_back_to_the_history(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["history"].trigger()
    window.commands["preview"].trigger()
    assert preview(window).isVisible()
    window.commands["preview"].trigger()
    assert room(window).history.isVisible()
