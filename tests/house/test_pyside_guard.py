from __future__ import annotations

import sys
import tomllib

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.house.tree import ROOT


def test_a_thousand_void_calls_cost_none_no_reference(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one a call and in the end aborts the program."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("The dam held.")
    assert sys.getrefcount(None) > before - 500


def test_python_3_11_is_kept_from_the_release_that_aborts() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert 'PySide6-Essentials>=6.11.3,<6.12; python_version < "3.12"' in project["dependencies"]
    assert project["requires-python"] == ">=3.11"
