"""Cards of the outline moved with a real mouse, and read back from the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from briefer.gui.window import MainWindow
from briefer.session import snapshot
from tests.e2e.screen import Running, started, until
from tests.gui.windows import room

Place = tuple[int, int]


@pytest.fixture
def program(display: str, tmp_path: Path, sample: Path) -> Iterator[Running]:
    """Start the program on the sample, its window filling the screen."""
    with started(display, tmp_path, sample) as running:
        yield running


def card(twin: MainWindow, row: int, below: int | None = None) -> Place:
    """Return the middle of a row of the outline in the window, or so many pixels above its lower end."""
    outline = room(twin).space.outline
    frame = outline.visualRect(outline.outline.index(row))
    inside = frame.center() if below is None else QPoint(frame.center().x(), frame.bottom() - below)
    place = outline.viewport().mapTo(twin, inside)
    return place.x(), place.y()


def body(project: Path, key: str = "") -> list[str]:
    """Return the ids of what stands in a section or, without a key, in the bottom line, as on disk."""
    session = snapshot(project)
    try:
        section = session.project.find_section(key) if key else None
        return [entry.id for entry in session.project.body(section)]
    finally:
        session.close()


def test_a_card_is_dragged_into_another_section_and_back_by_undo(
    twin: MainWindow, program: Running, sample: Path
) -> None:
    first, *others = body(sample)
    attendees = body(sample, "attendees")
    heading = len(others) + 2
    moved = [attendees[0], first, *attendees[1:]]
    program.drag(card(twin, 1), card(twin, heading + 1, below=10))
    until(lambda: body(sample, "attendees") == moved, "the statement stands behind the first of Attendees")
    assert body(sample) == others
    program.key("ctrl+z")
    until(lambda: body(sample) == [first, *others], "it is back in the bottom line")
    assert body(sample, "attendees") == attendees


def test_several_cards_are_dragged_at_once(twin: MainWindow, program: Running, sample: Path) -> None:
    first, second, third = body(sample)
    program.click(card(twin, 1))
    program.hold("ctrl")
    program.click(card(twin, 2))
    program.let_go("ctrl")
    program.drag(card(twin, 1), card(twin, 3, below=10))
    until(lambda: body(sample) == [third, first, second], "the first two stand behind the third")
    program.key("ctrl+z")
    until(lambda: body(sample) == [first, second, third], "one step takes both back")
    assert body(sample) == [first, second, third]


def test_chosen_cards_step_by_keys_over_the_border(twin: MainWindow, program: Running, sample: Path) -> None:
    first, second, third = body(sample)
    attendees = body(sample, "attendees")
    program.click(card(twin, 2))
    program.key("shift+Down", "alt+Down")
    until(
        lambda: body(sample, "attendees") == [second, third, *attendees],
        "the last two statements of the bottom line come first in Attendees",
    )
    assert body(sample) == [first]
