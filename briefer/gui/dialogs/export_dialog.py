"""Export: what is wanted, to what file, what is wrong with the brief, how far it is, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog

from briefer.gui.checking.model import Found
from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.tools import Tools
from briefer.gui.dialogs.export_form import ExportForm
from briefer.gui.work.checking import Checking
from briefer.gui.work.exporting import Exporting
from briefer.session import Session
from briefer.tasks.presets import presets

_KINDS: Final = {
    ".docx": "Word document (*.docx)",
    ".pdf": "PDF (*.pdf)",
    ".html": "Web page (*.html)",
    ".md": "Markdown (*.md)",
}
_NAME_LONGEST: Final = 60  # code points
_CHECKING: Final = "Checking the brief…"


def _file_name(title: str) -> str:
    """Return a title as the name of a file, cut between words where it is long."""
    words = title.replace("/", "-").split()
    while len(words) > 1 and len(" ".join(words)) > _NAME_LONGEST:
        words.pop()
    return " ".join(words)[:_NAME_LONGEST].rstrip(" .,;:–-") or "Brief"


class ExportDialog(QDialog):
    """What was chosen for a project last is chosen again; an export that runs shows as it runs."""

    mend_wanted = Signal(object)
    """The Found whose place to show; the dialog makes room for it."""

    def __init__(self, tools: Tools, session: Session, checking: Checking, exporting: Exporting) -> None:
        """Propose a file in the folder of the last export, for the first one in the project's own."""
        super().__init__(tools.window)
        self.setWindowTitle("Export brief")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        known, troubles = presets()
        self.form = ExportForm(self, known)
        self._tools = tools
        self._project = session.path or Path()
        self._exporting = exporting
        self._errors = 0
        self._checked = False
        self._pressed = False
        """Export was pressed while the brief was being checked."""
        self._written: Path | None = None
        self._verifying = ChildJob(self)
        self._connect(checking)
        self._take_up(session)
        exporting.watched = True
        if exporting.running:
            self.form.work()
        else:
            self.form.say(_CHECKING)
            checking.want()
        if troubles:
            tools.desk.noted.emit(troubles[0])

    def reject(self) -> None:
        """Cancel an export that runs; close when none does."""
        if self._exporting.running:
            self._exporting.cancel()
        else:
            self.put_away()

    def put_away(self) -> None:
        """Close; an export that runs goes on, shown in the status line."""
        self._exporting.watched = False
        self._verifying.cancel()
        super().reject()

    def _connect(self, checking: Checking) -> None:
        form = self.form
        checking.found.connect(self._show_findings)
        checking.failed.connect(self._fail_check)
        self._exporting.progressed.connect(form.show_progress)
        self._exporting.ended.connect(self._show_end)
        form.export.clicked.connect(self._export)
        form.replace.clicked.connect(lambda: self._write(form.path()))
        form.cancel.clicked.connect(self.reject)
        form.beside.clicked.connect(self.put_away)
        form.browse.clicked.connect(self._browse)
        form.choices.changed.connect(self._allow)
        form.file_changed.connect(self._allow)
        form.findings.mend_wanted.connect(self._mend)
        form.open.clicked.connect(lambda: self._written and self._exporting.show_file(self._written))
        form.show.clicked.connect(lambda: self._written and self._exporting.show_file(self._written.parent))
        form.verify.clicked.connect(self._verify)

    def _take_up(self, session: Session) -> None:
        """Choose as the last time."""
        settings, form = self._tools.settings, self.form
        kept = settings.export_of(self._project)
        form.choices.take_up(kept)
        name = _file_name(session.project.details().title)
        folder = kept.get("folder") or settings.words("export-folder") or self._tools.home()
        ending = kept.get("format") or settings.words("export-format") or ".docx"
        form.set_path(Path(folder) / f"{name}{ending}")

    def _show_findings(self, found: Sequence[Mapping[str, str]]) -> None:
        self._errors = sum(finding["level"] == "error" for finding in found)
        self._checked = True
        self.form.show_findings(found)
        if not self.form.exporting:
            self._allow()
            if self._pressed and not self._is_blocked():
                self._export()
        self._pressed = False

    def _fail_check(self, sentence: str) -> None:
        """Let the export itself be tried: it has a sentence of its own."""
        self._checked = True
        self._fail(sentence)

    def _is_blocked(self) -> bool:
        return self._errors > 0 and not self.form.choices.draft.isChecked()

    def _allow(self) -> None:
        """Let the export be pressed unless errors block it; what was written is not what is chosen now."""
        self.form.rest("" if self._checked else _CHECKING)
        self.form.export.setEnabled(not self._is_blocked())
        if self._is_blocked():
            many = "an error blocks" if self._errors == 1 else f"{self._errors} errors block"
            self.form.say(f"{many.capitalize()} the export; mend what is named above, or export a draft.")

    def _browse(self) -> None:
        path = self._tools.chooser.save("Export brief", self.form.path(), _KINDS[self.form.choices.format()])
        if path is not None:
            self.form.set_path(path)

    def _export(self) -> None:
        out = self.form.path()
        if not self._checked:
            self._pressed = True
            self.form.say("Checking the brief; it is written then unless an error blocks it.")
        elif out.is_dir():
            self.form.say(f"“{out}” is a folder; name a file in it.", serious=True)
        elif not out.parent.is_dir():
            self.form.say(f"There is no folder “{out.parent}”; choose another place.", serious=True)
        elif out.exists() and out != self._written:
            self.form.ask(f"“{out.name}” is there already. Replace it, or give the new file another name.")
        else:
            self._write(out)

    def _write(self, out: Path) -> None:
        settings, choices = self._tools.settings, self.form.choices
        settings.keep("export-folder", str(out.parent))
        settings.keep("export-format", out.suffix)
        settings.keep_export_of(self._project, {"folder": str(out.parent), **choices.kept()})
        self.form.work()
        self._exporting.start(self._project, out, choices.wanted())

    def _show_end(self, written: Path | None, why: str) -> None:
        if written is not None:
            self._written = written
            filled = self._exporting.filled
            self.form.rest(f"Written: {written.name}{filled and f' – {filled}'}", done=True)
        elif why:
            self._fail(why)
        else:
            self.form.rest("Cancelled: nothing was written.")

    def _verify(self) -> None:
        if self._written is not None:
            self.form.say("Reading the file again…")
            self._verifying.start(
                "briefer.tasks.verifying:verify_plain", str(self._written), str(self._project),
                done=lambda sentence: self.form.say(str(sentence)),
                failed=lambda sentence: self.form.say(sentence, serious=True),
            )  # fmt: skip

    def _mend(self, found: Found) -> None:
        """Make room for the place; not while an export runs, which the user may be waiting for."""
        if not self._exporting.running:
            self.put_away()
            self.mend_wanted.emit(found)

    def _fail(self, sentence: str) -> None:
        self.form.rest(sentence, serious=True)
