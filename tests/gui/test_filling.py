"""How much of its pages a brief fills is told where it is looked at and where it is written."""

from __future__ import annotations

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.gui.previews import PATIENCE, a_preview, preview
from tests.gui.test_export import a_dialog, export
from tests.gui.windows import session_of

FILLS = r"0\.[3-9] of 2 pages"


def test_the_export_dialog_says_how_much_of_its_pages_a_brief_fills(qtbot: QtBot, tmp_path: Path) -> None:
    _, dialog, _ = a_dialog(qtbot, tmp_path)
    presets = dialog.form.choices.preset
    presets.setCurrentIndex(presets.findText("In focus"))
    export(qtbot, dialog)
    assert re.fullmatch(rf"Written: The dam held\.docx – {FILLS}", dialog.form.message)
    presets.setCurrentIndex(presets.findText("Brief"))
    export(qtbot, dialog)
    assert dialog.form.message == "Written: The dam held.docx"
    dialog.reject()


def test_the_preview_says_how_much_of_its_pages_a_brief_fills(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    assert preview(window).bar.state == ""
    path = session_of(window).path
    assert path is not None
    choices = window.settings.export_of(path) | {
        "folder": str(tmp_path), "format": ".pdf", "preset": "in-focus", "paper": "A4", "evidence": "yes",
        "citations": "chicago",
    }  # fmt: skip
    window.settings.keep_export_of(path, choices)
    window.commands["preview"].trigger()
    window.commands["preview"].trigger()
    qtbot.waitUntil(lambda: bool(re.fullmatch(FILLS, preview(window).bar.state)), timeout=PATIENCE)
