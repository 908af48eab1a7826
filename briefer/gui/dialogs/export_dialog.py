"""Export: in what form, to what file, what is wrong with the brief, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.chooser import Chooser
from briefer.gui.desk.settings import Settings
from briefer.gui.dialogs.export_form import ExportForm
from briefer.session import Session

_KINDS: Final = {".docx": "Word document (*.docx)", ".pdf": "PDF (*.pdf)"}
_TASKS: Final = "briefer.tasks.exporting"


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ExportDialog(QDialog):
    """Checks when it opens, exports when told to; both in a child process that reads the project's file."""

    place_wanted = Signal(str)
    """Where a finding is: an id, a label or a key."""
    exported = Signal(object)
    """The Path that was written."""

    def __init__(
        self, parent: QWidget | None, session: Session, settings: Settings, chooser: Chooser, *,
        folder: Path, show_file: Callable[[Path], None] = _open,
    ) -> None:  # fmt: skip
        """Propose a file in the folder of the last export, for the first one in `folder`."""
        super().__init__(parent)
        self.setWindowTitle("Export brief")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = ExportForm(self)
        self._project = str(session.path)
        self._settings = settings
        self._chooser = chooser
        self._show_file = show_file
        self._errors = 0
        self._written: Path | None = None
        self._job = ChildJob(self)
        self._job.progressed.connect(self.form.show_progress)
        self._connect()
        name = session.project.details().title.replace("/", "-").strip() or "Brief"
        place = Path(settings.words("export-folder") or folder)
        self.form.set_path(place / f"{name}{settings.words('export-format') or '.docx'}")
        self._check()

    def reject(self) -> None:
        """Cancel an export that runs; close when none does."""
        self._job.cancel()
        if self.form.exporting:
            self.form.rest("Cancelled: nothing was written.")
        else:
            super().reject()

    def _connect(self) -> None:
        form = self.form
        form.export_wanted.connect(self._export)
        form.cancel_wanted.connect(self.reject)
        form.browse_wanted.connect(self._browse)
        form.draft.toggled.connect(lambda _on: self._allow())
        form.place_wanted.connect(self.place_wanted)
        form.open_wanted.connect(lambda: self._written and self._show_file(self._written))
        form.show_wanted.connect(lambda: self._written and self._show_file(self._written.parent))

    def _check(self) -> None:
        self.form.say("Checking the brief…")
        self.form.allow(False)
        self._job.start(f"{_TASKS}:check_file", self._project, done=self._show_findings, failed=self._fail)

    def _show_findings(self, found: Sequence[dict[str, Any]]) -> None:
        self._errors = sum(finding["level"] == "error" for finding in found)
        self.form.show_findings(found)
        self._allow()

    def _allow(self) -> None:
        blocked = self._errors > 0 and not self.form.draft.isChecked()
        self.form.allow(not blocked)
        if blocked:
            many = "an error blocks" if self._errors == 1 else f"{self._errors} errors block"
            self.form.say(f"{many.capitalize()} the export; mend what is named above, or export a draft.")
        else:
            self.form.say("")

    def _browse(self) -> None:
        path = self._chooser.save("Export brief", self.form.path(), _KINDS[self.form.format()])
        if path is not None:
            self.form.set_path(path)

    def _export(self) -> None:
        out = self.form.path()
        if out.is_dir():
            self.form.say(f"“{out}” is a folder; name a file in it.", serious=True)
            return
        if not out.parent.is_dir():
            self.form.say(f"There is no folder “{out.parent}”; choose another place.", serious=True)
            return
        if out.exists() and out != self._written and not self._may_replace(out):
            return
        self._settings.keep("export-folder", str(out.parent))
        self._settings.keep("export-format", out.suffix)
        self.form.work()
        wanted = {
            "preset": "brief", "paper": "A4", "embedded": True, "draft": self.form.draft.isChecked(),
        }  # fmt: skip
        self._job.start(
            f"{_TASKS}:export_file", self._project, str(out), wanted,
            done=lambda _findings: self._finish(out), failed=self._fail, reports=True,
        )  # fmt: skip

    def _may_replace(self, out: Path) -> bool:
        question = f"“{out.name}” is there already. Replace it?"
        asked = QMessageBox(QMessageBox.Icon.Question, "Export brief", question, parent=self)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        replace = asked.addButton("Replace", QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.exec()
        return asked.clickedButton() is replace

    def _finish(self, out: Path) -> None:
        self._written = out
        self.form.rest(f"Written: {out.name}", done=True)
        self.exported.emit(out)

    def _fail(self, sentence: str) -> None:
        self.form.rest(sentence, serious=True)
