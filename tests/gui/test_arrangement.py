"""How a project lies in the window is remembered for each project."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.desk.layout import Layout, PaneLayout, layout_from, words_of
from briefer.gui.window import MainWindow
from tests.gui.windows import a_window, room
from tests.worlds import World

LONG = "\n".join(
    f"Paragraph {number}: the dam held through the flood, said the mayor." for number in range(300)
)
SIZES = st.lists(st.integers(0, 5000), max_size=6)


def two_long_reports(folder: Path, name: str = "long.brief") -> Path:
    world = World()
    world.source(LONG, title="The first")
    world.source(LONG + "\nAn end.", title="The second")
    world.section("State")
    path = folder / name
    session = world.session()
    session.write_copy(path)
    session.close()
    return path


def a_window_on(qtbot: QtBot, tmp_path: Path, path: Path) -> MainWindow:
    window = a_window(qtbot, tmp_path)
    window.projects.open(path)
    QApplication.processEvents()
    return window


def test_panes_come_back_with_their_zoom_and_where_they_were_read(qtbot: QtBot, tmp_path: Path) -> None:
    path = two_long_reports(tmp_path)
    window = a_window_on(qtbot, tmp_path, path)
    window.commands["two-panes"].trigger()
    first, second = room(window).space.panes.panes()
    first.view.set_points(18)
    second.view.set_top(9000)
    room(window).space.panes.focus(1)
    window.close()
    again = a_window_on(qtbot, tmp_path, path)
    panes = room(again).space.panes
    assert panes.panes()[0].view.points() == 18
    assert panes.panes()[1].view.points() == 12
    assert panes.panes()[0].view.top_position() == 0
    assert abs(panes.panes()[1].view.top_position() - 9000) < 70  # the same line
    assert panes.active is panes.panes()[1]


def test_columns_panels_and_pages_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    path = two_long_reports(tmp_path)
    window = a_window_on(qtbot, tmp_path, path)
    window.resize(900, 700)  # no larger than the screen of the tests
    QApplication.processEvents()
    space = room(window).space
    window.commands["two-panes"].trigger()
    space.setSizes([180, 400, 320])
    space.panes.set_sizes([[800], [200, 400]])
    title = space.pages.strip.tabText(space.pages.strip.count() - 1)
    space.pages.show_title(title)
    window.commands["sources-panel"].trigger()
    QApplication.processEvents()
    panes, parts = space.panes.sizes(), space.sizes()
    window.close()
    again = a_window_on(qtbot, tmp_path, path)
    space = room(again).space
    assert space.side.isHidden()
    assert not space.brief.isHidden()
    assert space.pages.title() == title
    assert space.sizes() == pytest.approx(parts, abs=2)
    assert space.panes.sizes()[1] == pytest.approx(panes[1], abs=2)


def test_each_project_lies_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = two_long_reports(tmp_path), two_long_reports(tmp_path, "other.brief")
    window = a_window_on(qtbot, tmp_path, first)
    window.commands["one-pane"].trigger()
    window.commands["outline-panel"].trigger()
    window.projects.open(second)
    assert room(window).space.panes.shape == (1, 2)
    assert not room(window).space.brief.isHidden()
    window.projects.open(first)
    assert room(window).space.panes.shape == (1, 1)
    assert room(window).space.brief.isHidden()


def test_a_window_is_as_large_as_its_project_had_it(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = two_long_reports(tmp_path), two_long_reports(tmp_path, "other.brief")
    for path, height in ((first, 600), (second, 700)):
        window = a_window_on(qtbot, tmp_path, path)
        window.resize(900, height)
        window.close()
    window = a_window_on(qtbot, tmp_path, first)
    assert window.height() == 600
    window.projects.open(second)  # what is looked at stays as it is
    assert window.height() == 600


def test_new_panes_are_as_large_as_the_one_that_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window_on(qtbot, tmp_path, two_long_reports(tmp_path))
    window.commands["one-pane"].trigger()
    room(window).space.panes.active.view.set_points(20)
    window.commands["two-panes"].trigger()
    assert [pane.view.points() for pane in room(window).space.panes.panes()] == [20, 20]


def test_sources_are_set_in_the_size_that_is_preferred(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path)
    window.settings.keep("text-size", "16")
    window.projects.open(two_long_reports(tmp_path))
    view = room(window).space.panes.active.view
    assert view.points() == 16
    window.commands["zoom-in"].trigger()
    window.commands["zoom-reset"].trigger()
    assert view.points() == 16


@pytest.mark.parametrize(
    "words",
    [
        "", "{", "[]", "3", '{"rows": 1}', "[" * 5000,
        words_of(Layout(1, 1, -1)), words_of(Layout(1, 1, 1 << 31)),
        words_of(Layout(1, 1, panes=[PaneLayout("x", -5.0, 3)])), words_of(Layout(1, 1, parts=["wide"])),  # type: ignore[list-item]
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_as_none(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    assert layout_from(words) == Layout()
    monkeypatch.setattr("briefer.gui.desk.settings.words_of", lambda _layout: words)
    path = two_long_reports(tmp_path)
    a_window_on(qtbot, tmp_path, path).close()
    window = a_window_on(qtbot, tmp_path, path)
    assert room(window).space.panes.shape == (1, 2)


def test_places_beyond_the_end_show_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    path, window = two_long_reports(tmp_path), a_window(qtbot, tmp_path)
    kept = Layout(1, 2, 5, [PaneLayout("gone", 500, 1 << 29)] * 9, [[1] * 9] * 9, [0, 0, 0], "x", "y")
    window.settings.keep_layout_of(path, kept)
    window.projects.open(path)
    QApplication.processEvents()
    assert room(window).space.panes.shape == (1, 2)


@given(
    st.builds(
        Layout, *[st.integers(0, 9)] * 3,
        panes=st.lists(st.builds(PaneLayout, st.text(), st.floats(6, 72), st.integers(0, 10**6)), max_size=6),
        pane_sizes=st.lists(SIZES, max_size=4), parts=SIZES, side=st.text(), page=st.text(),
    )
)  # fmt: skip
def test_a_layout_comes_back_from_its_words(layout: Layout) -> None:
    assert layout_from(words_of(layout)) == layout
