"""The preview: from a change of the sample to the new page on the screen, and what the window waits for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from briefer.actions import drafting
from briefer.gui.desk.settings import Settings
from briefer.gui.look import fonts, theme
from briefer.gui.preview.preview import Preview
from briefer.gui.window import MainWindow
from briefer.model.records import Statement
from briefer.tasks.opening import convert, sample_path
from tests.bench.figures import Figure
from tests.bench.waits import Waits, run_for, run_until

_ROUNDS = 7
_JUMPS = 20
_PAUSE = 0.2
_MILLISECOND = 1000


def figures() -> Iterator[Figure]:
    """Yield wall-clock times: two children work, and the window only waits for them."""
    with TemporaryDirectory() as name:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.update(dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), name))
        window = _window(Path(name))
        preview = window.workroom.preview.preview if window.workroom else None
        assert preview is not None
        waits = Waits()
        window.commands["preview"].trigger()
        yield Figure("preview of the sample, its first page seen", run_until(lambda: _shows(preview)), "s")
        waits.begin()
        changed = [_changed(window, preview) for _ in range(_ROUNDS)]
        yield Figure("a changed statement to its new page seen", median(changed), "s", 0.7)
        jumps = [_jumped(preview, place) for place in range(_JUMPS)]
        yield Figure("a page far away seen, median", _MILLISECOND * median(jumps), "ms", 100)
        yield Figure("the longest the window waited meanwhile", _MILLISECOND * waits.end(), "ms", 100)
        window.close()


def _window(folder: Path) -> MainWindow:
    program = QApplication.instance() or QApplication(["bench"])
    assert isinstance(program, QApplication)
    program.setFont(fonts.interface_font())
    theme.wear(theme.LIGHT)
    window = MainWindow(Settings(folder / "settings.ini"), folder / "log")
    window.resize(1600, 1000)
    window.show()
    convert(sample_path(), folder / "sample.brief")
    window.projects.open(folder / "sample.brief")
    run_until(lambda: window.desk.session is not None)
    return window


def _changed(window: MainWindow, preview: Preview) -> float:
    """Rewrite a judgement of the bottom line, and wait until what is in sight is new."""
    project, before = window.desk.opened().project, preview.view.sheets.edition
    statement = next(one for one in project.statements() if one.kind == "judgement")
    assert isinstance(statement, Statement)
    window.desk.do(lambda project: drafting.rewrite(project, statement, text=f"{statement.text} Indeed."))
    return run_until(lambda: preview.view.sheets.edition is not before and _shows(preview))


def _jumped(preview: Preview, place: int) -> float:
    count = len(preview.view.stack)
    preview.view.go_to_page(place * 7 % count)
    taken = run_until(lambda: _shows(preview))
    run_for(_PAUSE)
    return taken


def _shows(preview: Preview) -> bool:
    return preview.view.sheets.edition is not None and preview.view.sheets.is_shown()
