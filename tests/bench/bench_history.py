"""The history: a jump over a thousand steps, and a log of a hundred thousand entries shown."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from briefer.actions import tagging
from briefer.session import Session, open_file
from tests.bench.figures import Figure, cpu_seconds
from tests.bench.large import large_file, lengthen

_STEPS = 1_000
_ENTRIES = 100_000


def figures() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as name:
        session = open_file(large_file(Path(name) / "p.brief", 1_000, 20_000, 100_000), "Ada", "Ada")
        project = session.project
        source, section = project.sources()[0], project.sections()[0]
        for start in range(_STEPS):
            session.do(tagging.tag(project, source, 5 * start, 5 * start + 4, section))
        yield Figure("back over 1,000 tags in one jump", cpu_seconds(lambda: session.jump(0), 1) * 1000, "ms")
        yield Figure("and forth again", cpu_seconds(lambda: session.jump(_STEPS), 1) * 1000, "ms", 150)
        lengthen(session, _ENTRIES)
        yield Figure(
            "the history page shown, 100,000 entries", cpu_seconds(lambda: _show(session)) * 1000, "ms", 250
        )
        session.close()


def _show(session: Session) -> None:
    from PySide6.QtWidgets import QApplication

    from briefer.gui.history.page import HistoryPage

    program = QApplication.instance() or QApplication([])
    page = HistoryPage()
    page.resize(380, 800)
    page.set_session(session)
    page.show()
    page.grab()
    page.close()
    del program
