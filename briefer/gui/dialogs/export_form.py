"""The parts of the export dialog and the states they are in: choosing, asking, working, done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout

from briefer.gui.checking.view import FindingsList
from briefer.gui.dialogs.export_choices import ExportChoices
from briefer.gui.look import theme
from briefer.gui.look.controls import PrimaryButton, caption, label
from briefer.gui.look.speech import say
from briefer.model.preset import Preset
from briefer.tasks.exporting import FORMATS, PAGED

_WIDTH: Final = 680
_HEIGHT: Final = 660


class ExportForm(QObject):
    """Lays itself out in the dialog; who presses what is heard at the buttons."""

    file_changed = Signal()

    def __init__(self, dialog: QDialog, presets: Sequence[Preset]) -> None:
        super().__init__(dialog)
        self.exporting = False
        self.choices = ExportChoices(presets)
        self.findings = FindingsList(framed=True)
        self.export = PrimaryButton("Export")
        self.cancel = QPushButton("Close")
        self.beside = QPushButton("Go on in the background")
        self.replace = QPushButton("Replace it")
        self.browse = QPushButton("Browse…")
        self.open, self.show = QPushButton("Open"), QPushButton("Show in folder")
        self.verify = QPushButton("Verify")
        self.file = QLineEdit()
        self._found = label("", 8.5, mute=True)
        self._message = label()
        self._progress = QProgressBar()
        self._dialog = dialog
        self._lay_out(dialog)
        self._name_parts()
        self.export.setDefault(True)
        for part in (self.cancel, self.beside, self.replace, self.browse, self.open, self.show, self.verify):
            part.setAutoDefault(False)
        self.file.textChanged.connect(self.file_changed)
        self.file.textEdited.connect(self._follow_ending)
        self.choices.format_changed.connect(self._follow_format)
        self._show_state(done=False)

    def path(self) -> Path:
        """Return the file to write; its ending is that of the format. A folder stays what it is."""
        path, ending = Path(self.file.text()).expanduser(), self.choices.format()
        named = path.suffix.lower() == ending or path.is_dir()
        return path if named else path.with_name(path.name + ending)

    def set_path(self, path: Path) -> None:
        """Name the file to write, and with its ending the format."""
        self.choices.set_format(path.suffix.lower())
        self.file.setText(str(path))
        self.file.setCursorPosition(0)

    def show_findings(self, found: Sequence[Mapping[str, str]]) -> None:
        """List what is wrong, errors first."""
        self.findings.findings.show(found)
        summary = self.findings.findings.summary()
        self._found.setText(summary)
        say(self._dialog, summary)

    def say(self, words: str, *, serious: bool = False) -> None:
        """Say how it stands."""
        palette = self._message.palette()
        role = QPalette.ColorRole.WindowText
        palette.setColor(role, theme.current().danger if serious else theme.current().text)
        self._message.setPalette(palette)
        self._message.setText(words)
        self._message.setVisible(bool(words))
        if words:
            say(self._dialog, words, urgent=serious)

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    def ask(self, question: str) -> None:
        """Ask whether a file may be replaced: by its own button, never by the one that Enter presses."""
        self.say(question)
        self.replace.show()
        self.export.setEnabled(False)
        self.file.setFocus(Qt.FocusReason.OtherFocusReason)

    def work(self) -> None:
        """Look as while an export runs."""
        self.exporting = True
        self._show_state(done=False)
        self._progress.setRange(0, 0)
        self.say("Writing the brief…")
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far an export is."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def rest(self, words: str, *, done: bool = False, serious: bool = False) -> None:
        """Look as before or after an export."""
        self.exporting = False
        self._show_state(done=done)
        self.say(words, serious=serious)

    def _show_state(self, *, done: bool) -> None:
        for part in (self.choices, self.choices.draft, self.file, self.browse, self.export):
            part.setEnabled(not self.exporting)
        for part in (self.open, self.show):
            part.setVisible(done)
        self.verify.setVisible(done and self.choices.format() in PAGED)
        self.replace.hide()
        self.beside.setVisible(self.exporting)
        self._progress.setVisible(self.exporting)
        self.cancel.setText("Cancel" if self.exporting else "Close")

    def _follow_format(self) -> None:
        """Give the file the ending of the format that was chosen."""
        path = Path(self.file.text())
        if path.suffix.lower() in FORMATS:
            self.file.setText(str(path.with_suffix(self.choices.format())))

    def _follow_ending(self, file: str) -> None:
        """Choose the format whose ending was typed."""
        ending = Path(file).suffix.lower()
        if ending in FORMATS and ending != self.choices.format():
            self.choices.set_format(ending)

    def _lay_out(self, dialog: QDialog) -> None:
        file, found, said, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        name = label("&File")
        name.setBuddy(self.file)
        for part in (name, self.file, self.browse):
            file.addWidget(part)
        found.addWidget(caption("Findings"))
        found.addStretch()
        found.addWidget(self._found)
        said.addWidget(self._message, 1)
        said.addWidget(self.replace)
        for part in (self.open, self.show, self.verify):
            foot.addWidget(part)
        foot.addStretch()
        for part in (self.beside, self.cancel, self.export):
            foot.addWidget(part)
        self._message.setWordWrap(True)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.choices)
        column.addLayout(file)
        column.addSpacing(4)
        column.addLayout(found)
        column.addWidget(self.findings, 1)
        column.addWidget(self.choices.draft)
        column.addWidget(self._progress)
        column.addLayout(said)
        column.addLayout(foot)
        dialog.resize(_WIDTH, _HEIGHT)

    def _name_parts(self) -> None:
        self.file.setAccessibleName("File to write")
        self._progress.setAccessibleName("Progress of the export")
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(8)
        self.verify.setToolTip("Read the file again and compare every quotation with the sources")
        self.beside.setToolTip("Put this dialog away; the line at the foot of the window shows how it goes")
