from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.house.tree import ROOT, modules, parsed

# Each costs start-up or memory that the task at hand may never need: imported inside functions.
DEFERRED = {"charset_normalizer", "docx", "lxml", "pypdfium2", "pyphen", "reportlab", "yaml"}
QT_BEFORE_THE_FIRST_PAINT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
# The program never speaks to a network. One module speaks to a second start of the program itself, over
# a local socket of the user’s own, and Qt keeps local sockets in its network library.
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "PySide6.QtNetwork",
}
LOCAL = "briefer/gui/handing_over.py"


@pytest.mark.parametrize("module", ["briefer.__main__", "briefer.cli", "briefer.session", "briefer.tasks"])
def test_without_a_window_neither_qt_nor_a_heavy_library_is_loaded(module: str) -> None:
    loaded = modules_after(f"import {module}")
    assert {name.partition(".")[0] for name in loaded} & (DEFERRED | {"PySide6"}) == set()


def test_before_the_first_paint_only_three_rooms_of_qt_are_loaded() -> None:
    loaded = modules_after("import briefer.gui.app")
    assert {name for name in loaded if name.startswith("PySide6.Qt")} <= QT_BEFORE_THE_FIRST_PAINT
    assert {name.partition(".")[0] for name in loaded} & DEFERRED == set()


def test_nothing_imports_a_network() -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in modules("briefer")
        for name in imported(parsed(path))
    }
    assert {(path, name) for path, name in found if name in NETWORK} == {(LOCAL, "PySide6.QtNetwork")}
    spoken = {name for path, name in found if name.startswith("PySide6.QtNetwork.")}
    assert spoken == {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}


def modules_after(statement: str) -> set[str]:
    """Give the names of the modules that a fresh interpreter holds after one statement."""
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names
