"""How long the window cannot answer while a large project is checked, opened, copied, or added to."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from briefer.actions import tagging
from briefer.gui.desk.chooser import Chooser
from briefer.gui.desk.settings import Settings
from briefer.gui.dialogs.export_dialog import ExportDialog
from briefer.gui.look import fonts, theme
from briefer.gui.window import MainWindow
from briefer.tasks.opening import close_project, new_project, open_project
from tests.bench.figures import Figure
from tests.bench.large import large_file
from tests.bench.waits import Waits, run_until

_MILLISECOND = 1000


class _Answers(Chooser):
    """Answers with a name that nothing stands at."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def save(self, _title: str, suggested: Path, _kinds: str) -> Path | None:
        return self._path.with_name("copy" + "".join(suggested.suffixes[-2:]))


def figures() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), name))
        path = large_file(folder / "large.brief", 1_000, 20_000, 100_000)
        window, waits = _window(folder), Waits()
        warm = large_file(folder / "warm.brief", 1, 20_000, 10)
        waits.during(lambda: window.projects.open(warm), lambda: window.desk.session is not None)
        window.projects.close()
        begun = time.monotonic()
        gap = waits.during(lambda: window.projects.open(path), lambda: window.desk.session is not None)
        yield Figure("a strange project of 100,000 tags checked and opened", time.monotonic() - begun, "s")
        yield Figure("the longest wait of the window meanwhile", _MILLISECOND * gap, "ms", 100)
        for command, what in (("copy", "a copy"), ("bare-copy", "a copy without history"), ("yaml", "YAML")):
            window.status.forget()
            ending = "copy.brief.yaml" if command == "yaml" else "copy.brief"
            begun = time.monotonic()
            gap = waits.during(window.commands[command].trigger, partial(_has_told, window, ending))
            yield Figure(f"{what} of it written", time.monotonic() - begun, "s")
            yield Figure("the longest wait of the window meanwhile", _MILLISECOND * gap, "ms", 100)
        yield from _merge_figures(path, window, waits)
        window.projects.close()
        yield from _import_figures(folder, window, waits)
        window.projects.close()
        yield from _export_figures(folder, window, waits)
        window.close()


def _merge_figures(path: Path, window: MainWindow, waits: Waits) -> Iterator[Figure]:
    """Measure a copy of the open project, in which 300 passages more are tagged, taken in."""
    copy = path.with_name("colleague.brief")
    shutil.copy(path, copy)
    theirs = open_project(copy, "Bo")
    [source, *_], sections = theirs.project.sources(), theirs.project.sections()
    for number in range(300):
        start, section = 60 * number, sections[number % len(sections)]
        theirs.do(tagging.tag(theirs.project, source, start, start + 7, section))
    close_project(theirs)
    assert window.workroom is not None
    begun = time.monotonic()
    work = partial(window.workroom.merging.take, copy)
    gap = waits.during(work, lambda: window.status.told.startswith("Merged"))
    yield Figure("a copy with 300 more tags merged into it", time.monotonic() - begun, "s")
    yield Figure("the longest wait of the window meanwhile", _MILLISECOND * gap, "ms", 100)


def _import_figures(folder: Path, window: MainWindow, waits: Waits) -> Iterator[Figure]:
    """Measure a hundred reports that are added at once."""
    new_project(folder / "import.brief")
    window.projects.open(folder / "import.brief")
    files = [folder / f"report-{number}.txt" for number in range(100)]
    for number, file in enumerate(files):
        file.write_text(f"Report {number}. " + "The dam held, said the mayor.\n" * 6_500)
    assert window.workroom is not None
    work = partial(window.workroom.importing.add_files, files)
    begun = time.monotonic()
    gap = waits.during(work, lambda: window.status.told.startswith("Added"))
    yield Figure("100 files of 200 kB added", time.monotonic() - begun, "s")
    yield Figure("the longest wait of the window meanwhile", _MILLISECOND * gap, "ms", 100)


def _export_figures(folder: Path, window: MainWindow, waits: Waits) -> Iterator[Figure]:
    """Measure an export with a thousand notes that goes on to its end, and one that is cancelled."""
    project = large_file(folder / "notes.brief", 5, 20_000, 1_000)
    waits.during(lambda: window.projects.open(project), lambda: window.desk.session is not None)
    assert window.workroom is not None
    exporting, told = window.workroom.asking.exporting, list[int]()
    exporting.progressed.connect(lambda done, _total: told.append(done))
    dialog = _export_dialog(window)
    begun = time.monotonic()
    gap = waits.during(dialog.form.export.click, lambda: dialog.form.message.startswith("Written"))
    yield Figure("1,000 notes exported", time.monotonic() - begun, "s")
    yield Figure("the longest wait of the window meanwhile", _MILLISECOND * gap, "ms", 100)
    told.clear()
    waits.during(dialog.form.export.click, lambda: len(told) > 1 or not dialog.form.replace.isHidden())
    if not told:
        waits.during(dialog.form.replace.click, lambda: len(told) > 1)
    child = exporting._child._running
    assert child is not None
    begun = time.monotonic()
    waits.during(dialog.form.cancel.click, lambda: child._process.poll() is not None)
    yield Figure("from Cancel until its process is gone", time.monotonic() - begun, "s", 0.5)
    dialog.reject()


def _export_dialog(window: MainWindow) -> ExportDialog:
    """Open the dialog and wait until the brief is checked."""
    window.commands["export"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    run_until(dialog.form.export.isEnabled)
    return dialog


def _has_told(window: MainWindow, ending: str) -> bool:
    return window.status.told.endswith(ending)


def _window(folder: Path) -> MainWindow:
    program = QApplication.instance() or QApplication(["bench"])
    assert isinstance(program, QApplication)
    program.setFont(fonts.interface_font())
    theme.wear(theme.LIGHT)
    window = MainWindow(Settings(folder / "settings.ini"), folder / "log", _Answers(folder / "copy"))
    window.resize(1400, 880)
    window.show()
    QApplication.processEvents()
    return window
