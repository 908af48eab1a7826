"""The parts of the export dialog and the three states they are in: choosing, working, done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from briefer.gui.look import icons, theme
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, caption, label
from briefer.gui.look.speech import say
from briefer.wording.counted import counted

_WIDTH: Final = 620
_ICONS: Final = {"error": ("circle-alert", "danger"), "warning": ("triangle-alert", "warning")}
_WHERE: Final = Qt.ItemDataRole.UserRole


class ExportForm(QObject):
    """Lays itself out in the dialog and tells what is pressed."""

    export_wanted = Signal()
    cancel_wanted = Signal()
    browse_wanted = Signal()
    open_wanted = Signal()
    show_wanted = Signal()
    place_wanted = Signal(str)

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.exporting = False
        self.word = QRadioButton("&Word document (.docx)")
        self.pdf = QRadioButton("&PDF (.pdf)")
        self.draft = QCheckBox("Export as a &draft: every page is marked DRAFT, errors do not block")
        self.findings = QListWidget()
        self.export = PrimaryButton("Export")
        self.cancel = QPushButton("Close")
        self._file = QLineEdit()
        self._found = label("", 8.5, mute=True)
        self._message = label()
        self._progress = QProgressBar()
        self._open = QPushButton("Open")
        self._show = QPushButton("Show in folder")
        self._browse = QPushButton("Browse…")
        self._dialog = dialog
        self._lay_out(dialog)
        self._connect()
        self._name_parts()
        self._show_result(done=False)
        self._progress.hide()

    def path(self) -> Path:
        """Return the file to write; its ending is that of the format. A folder stays what it is."""
        path = Path(self._file.text()).expanduser()
        named = path.suffix.lower() == self.format() or path.is_dir()
        return path if named else path.with_name(path.name + self.format())

    def format(self) -> str:
        return ".pdf" if self.pdf.isChecked() else ".docx"

    def set_path(self, path: Path) -> None:
        """Name the file to write, and with its ending the format."""
        pdf = path.suffix.lower() == ".pdf"
        (self.pdf if pdf else self.word).setChecked(True)
        self._file.setText(str(path))
        self._file.setCursorPosition(0)

    def show_findings(self, found: Sequence[Mapping[str, Any]]) -> None:
        """List what is wrong, errors first."""
        self.findings.clear()
        for finding in found:
            row = QListWidgetItem(icons.icon(*_ICONS[finding["level"]]), finding["message"])
            row.setData(_WHERE, finding["where"])
            row.setToolTip(f"{finding['level'].capitalize()}: {finding['rule']}")
            self.findings.addItem(row)
        errors = sum(finding["level"] == "error" for finding in found)
        warnings = len(found) - errors
        self._found.setText(
            f"{counted(errors, 'error')} · {counted(warnings, 'warning')}" if found else "nothing found"
        )

    def allow(self, allowed: bool) -> None:  # noqa: FBT001
        """Let Export be pressed, or not."""
        self.export.setEnabled(allowed)

    def say(self, words: str, *, serious: bool = False) -> None:
        """Say how it stands."""
        palette = self._message.palette()
        role = QPalette.ColorRole.WindowText
        palette.setColor(role, theme.current().danger if serious else theme.current().text)
        self._message.setPalette(palette)
        self._message.setText(words)
        if words:
            say(self._dialog, words, urgent=serious)

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    def work(self) -> None:
        """Look as while an export runs."""
        self.exporting = True
        self._show_result(done=False)
        self._enable(False)
        self.cancel.setText("Cancel")
        self._progress.setRange(0, 0)
        self._progress.show()
        self.say("Writing the brief…")

    def show_progress(self, done: int, total: int) -> None:
        """Show how far an export is."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def rest(self, words: str, *, done: bool = False, serious: bool = False) -> None:
        """Look as before or after an export."""
        self.exporting = False
        self._enable(True)
        self.cancel.setText("Close")
        self._progress.hide()
        self._show_result(done=done)
        self.say(words, serious=serious)

    def _enable(self, enabled: bool) -> None:  # noqa: FBT001
        for part in (self.word, self.pdf, self.draft, self._file, self._browse, self.export):
            part.setEnabled(enabled)

    def _show_result(self, *, done: bool) -> None:
        self._open.setVisible(done)
        self._show.setVisible(done)

    def _forget_result(self) -> None:
        """What was written is not what the field names now."""
        if not self._open.isHidden():
            self._show_result(done=False)
            self.say("")

    def _follow_format(self) -> None:
        """Give the file the ending of the format that was chosen."""
        path = Path(self._file.text())
        if path.suffix.lower() in {".docx", ".pdf"}:
            self._file.setText(str(path.with_suffix(self.format())))

    def _follow_ending(self) -> None:
        """Choose the format whose ending was typed."""
        suffix = Path(self._file.text()).suffix.lower()
        chosen = {".docx": self.word, ".pdf": self.pdf}.get(suffix)
        if chosen is not None:
            chosen.setChecked(True)

    def _lay_out(self, dialog: QDialog) -> None:
        formats, file, found, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        formats.addWidget(self.word)
        formats.addWidget(self.pdf)
        formats.addStretch()
        file.addWidget(self._file, 1)
        file.addWidget(self._browse)
        found.addWidget(caption("Findings"))
        found.addStretch()
        found.addWidget(self._found)
        for part in (self._open, self._show):
            foot.addWidget(part)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        self.findings.setWordWrap(True)
        self.findings.setIconSize(QSize(16, 16))
        self.findings.setVerticalScrollBar(SlimScrollBar(self.findings, "base"))
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._message.setWordWrap(True)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for row in (formats, file, found):
            column.addLayout(row)
        column.addWidget(self.findings, 1)
        column.addWidget(self.draft)
        column.addWidget(self._progress)
        column.addWidget(self._message)
        column.addLayout(foot)
        dialog.resize(_WIDTH, 480)

    def _connect(self) -> None:
        self.export.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.export.clicked.connect(self.export_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self._browse.clicked.connect(self.browse_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._show.clicked.connect(self.show_wanted)
        self._file.textChanged.connect(self._forget_result)
        self._file.textEdited.connect(lambda _words: self._follow_ending())
        self.pdf.toggled.connect(lambda _on: self._follow_format())
        self.findings.itemActivated.connect(lambda row: self.place_wanted.emit(row.data(_WHERE)))

    def _name_parts(self) -> None:
        self.findings.setAccessibleName("Findings")
        self._file.setAccessibleName("File to write")
        self._progress.setAccessibleName("Progress of the export")
        self.findings.setToolTip("Enter or a double click goes to the place")
