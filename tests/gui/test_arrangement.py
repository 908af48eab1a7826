"""How a project lies in the window is remembered for each project."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.desk.layout import Layout, PaneLayout, layout_from, words_of
from briefer.gui.desk.settings import Settings
from briefer.gui.window import MainWindow
from tests.gui.hands import drag_line
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
    space.give(180, 320)
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


def columns_of(window: MainWindow) -> list[int]:
    space = room(window).space
    return [space.side.width(), space.brief.width()]


def test_columns_that_a_narrow_window_squeezed_come_back_when_it_grows(qtbot: QtBot, tmp_path: Path) -> None:
    path = two_long_reports(tmp_path)
    window = a_window_on(qtbot, tmp_path, path)
    before = columns_of(window)

    def when_narrow(*commands: str) -> list[int]:
        """Do something in a narrow window, and return the widths when it has grown again."""
        window.resize(900, 800)
        for command in commands:
            window.commands[command].trigger()
        drag_line(room(window).space, 1, -40)  # nothing gives way there
        window.resize(1400, 900)
        return columns_of(window)

    assert when_narrow() == before
    assert when_narrow("preview", "preview") == before
    assert when_narrow("sources-panel", "sources-panel") == before
    window.commands["preview"].trigger()
    previewing = columns_of(window)
    assert when_narrow("six-panes") == previewing
    assert when_narrow("preview") == before


def test_columns_left_in_a_narrow_window_come_back_in_a_wide_one(qtbot: QtBot, tmp_path: Path) -> None:
    path = two_long_reports(tmp_path)
    window = a_window_on(qtbot, tmp_path, path)
    before = columns_of(window)
    window.resize(900, 800)
    window.close()
    again = a_window_on(qtbot, tmp_path, path)
    assert again.width() == 900
    again.resize(1400, 900)
    assert columns_of(again) == before


def test_a_line_drawn_elsewhere_in_a_narrow_window_moves_its_own_column_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_window_on(qtbot, tmp_path, two_long_reports(tmp_path))
    window.commands["one-pane"].trigger()
    space = room(window).space
    right = space.brief.width()
    window.resize(1000, 800)
    drag_line(space, 1, -15)
    left = space.side.width()
    window.resize(1400, 900)
    assert [space.side.width(), space.brief.width()] == [left, right]


def test_what_changes_is_kept_while_the_program_runs(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.gui.arrangement._PAUSE", 1)
    path = two_long_reports(tmp_path)
    window = a_window_on(qtbot, tmp_path, path)
    space = room(window).space
    window.commands["three-panes"].trigger()
    window.commands["preview"].trigger()
    space.give(211, 333)
    window.resize(1300, 777)

    def killed_now() -> tuple[Layout, bool]:
        """Read what another program finds in the file."""
        kept = Settings(tmp_path / "settings.ini")
        return kept.layout_of(path), kept.window_of(path) == window.saveGeometry()

    qtbot.waitUntil(lambda: killed_now()[0].columns == 3 and killed_now()[1])
    layout, _ = killed_now()
    assert (layout.parts[0], layout.parts[2], layout.page) == (211, 333, "Outline")
    assert room(window).preview.preview.isVisible()


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
