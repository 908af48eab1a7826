"""The program as a user has it: a window on a screen, a mouse, a keyboard, and sometimes a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from briefer.gui.window import MainWindow
from briefer.session import snapshot
from briefer.wording.sentences import sentence_at
from tests.e2e.screen import started, until
from tests.gui.windows import room

FACTORS = "The leaders pointed to several factors"
"""Begins a sentence of S1 that the sample tags nowhere as a whole."""


def tagged(project: Path, key: str) -> list[str]:
    """Return what a project file says is tagged under a section, as it lies on disk."""
    session = snapshot(project)
    try:
        section = session.project.find_section(key)
        return [
            session.project.passage(tag.passage).anchor.quote for tag in session.project.tags_under(section)
        ]
    finally:
        session.close()


def place_of(twin: MainWindow, beginning: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """Return a sentence of the first pane and where in the window it begins and ends."""
    view = room(twin).space.panes.panes()[0].view
    span = sentence_at(view.text.body, view.text.body.index(beginning))
    assert span is not None
    points = []
    for offset in (span[0], span[1]):
        cursor = QTextCursor(view.document())
        cursor.setPosition(view.text.to_shown(offset))
        points.append(view.viewport().mapTo(twin, view.cursorRect(cursor).center() + QPoint(1, 0)))
    start, end = points
    return view.text.body[slice(*span)], (start.x(), start.y()), (end.x(), end.y())


def test_a_dragged_sentence_is_tagged_undone_and_outlives_a_crash(
    twin: MainWindow, tmp_path: Path, display: str, sample: Path
) -> None:
    sentence, start, end = place_of(twin, FACTORS)
    before = tagged(sample, "threats")
    assert sentence not in before
    with started(display, tmp_path, sample) as program:
        program.drag(start, end)
        program.key("2")
        until(lambda: tagged(sample, "threats") == [*before, sentence], f"“{sentence}” is tagged")
        program.key("ctrl+z")
        until(lambda: tagged(sample, "threats") == before, "the tag is undone")
        program.key("ctrl+shift+z")
        until(lambda: tagged(sample, "threats") == [*before, sentence], "the tag is there again")
    assert tagged(sample, "threats") == [*before, sentence]
    with started(display, tmp_path, sample) as again:
        again.key("ctrl+z")
        until(
            lambda: tagged(sample, "threats") == before, "what was done before the crash is undone after it"
        )
