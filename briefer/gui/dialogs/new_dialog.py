"""A project begun: what kind of brief, what it is called, and where it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.errors import BrieferError
from briefer.gui.desk import chooser
from briefer.gui.desk.tools import Tools
from briefer.gui.dialogs.section_rows import SectionPainter, SectionRows
from briefer.gui.look import theme
from briefer.gui.look.controls import OneLine, Panel, PrimaryButton, SlimScrollBar, caption, label
from briefer.gui.look.speech import say, tip
from briefer.tasks.templates import Kind, kind_of, shipped_kinds
from briefer.wording.counted import counted

_SIZE: Final = (760, 540)
_KINDS_WIDTH: Final = 250
_ROW: Final = 34
_SUFFIX: Final = ".brief"
_UNTITLED: Final = "Untitled brief"
_NAME_LONGEST: Final = 80
_KIND: Final = Qt.ItemDataRole.UserRole

Begin = Callable[[Path, str, str], None]
"""Makes the project at a place, of a template, with a title; raises BrieferError."""


class NewDialog(QDialog):
    """The place follows the title until the user names another; what is refused is said here."""

    def __init__(self, tools: Tools, begin: Begin, files: Sequence[Path] = ()) -> None:
        """`files` are the sources that will go in, told by name."""
        super().__init__(tools.window)
        self.kinds = QListWidget()
        self.title = QLineEdit()
        self.own = QPushButton("From a file…")
        self.elsewhere = QPushButton("Change…")
        self._rows = SectionRows()
        self._place = OneLine(9.5)
        self._none = label(_NO_SECTIONS, 9.5, mute=True)
        self._refusal = label("", 9.5)
        self._tools = tools
        self._begin = begin
        self._folder = _folder(tools)
        self._chosen: Path | None = None
        self.setWindowTitle("New from a template")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lay_out(files)
        self.kinds.currentItemChanged.connect(self._show_kind)
        self.kinds.itemDoubleClicked.connect(lambda _row: self.accept())
        self.title.textChanged.connect(self._show_place)
        self.own.clicked.connect(self._choose_own)
        self.elsewhere.clicked.connect(self._choose_place)
        self._list_kinds()
        self._show_place()
        self.title.setFocus()

    @property
    def refusal(self) -> str:
        """Why nothing was begun, or an empty string."""
        return self._refusal.text()

    @property
    def place(self) -> Path:
        """Where the project will be kept."""
        return self._chosen or _free(self._folder, self.title.text().strip() or _UNTITLED)

    def accept(self) -> None:
        kind: Kind = self.kinds.currentItem().data(_KIND)
        title = self.title.text().strip() or (self._chosen.stem if self._chosen else _UNTITLED)
        try:
            self._begin(self.place, kind.name, title)
        except BrieferError as error:
            self._refuse(str(error))
            return
        self._tools.settings.keep("new-folder", str(self.place.parent))
        super().accept()

    def _list_kinds(self) -> None:
        for kind in shipped_kinds():
            self._add_kind(kind)
        for path in self._tools.settings.templates():
            try:
                self._add_kind(kind_of(str(path)))
            except BrieferError:  # it is a template no more; there are others
                continue
        self.kinds.setCurrentRow(0)

    def _add_kind(self, kind: Kind) -> None:
        row = QListWidgetItem(kind.title)
        row.setData(_KIND, kind)
        row.setSizeHint(QSize(0, _ROW))
        row.setToolTip(tip(f"{kind.title}, {counted(len(kind.sections), 'section')}"))
        self.kinds.addItem(row)

    def _show_kind(self, row: QListWidgetItem) -> None:
        kind: Kind = row.data(_KIND)
        self._rows.show_sections(kind.sections)
        self._preview.setVisible(bool(kind.sections))
        self._none.setVisible(not kind.sections)

    def _choose_own(self) -> None:
        path = self._tools.chooser.open_one("A template of your own", chooser.TEMPLATE)
        if path is None:
            return
        try:
            self._add_kind(kind_of(str(path)))
        except BrieferError as error:
            self._refuse(str(error))
            return
        self._refuse("")
        self._tools.settings.remember_template(path)
        self.kinds.setCurrentRow(self.kinds.count() - 1)

    def _choose_place(self) -> None:
        path = self._tools.chooser.save("Keep the project as", self.place, chooser.PROJECT)
        if path is not None:
            self._chosen = path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)
            self._show_place()

    def _show_place(self) -> None:
        self._refuse("")
        self._place.say(str(self.place))

    def _refuse(self, sentence: str) -> None:
        self._refusal.setVisible(bool(sentence))
        palette = self._refusal.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.current().danger)
        self._refusal.setPalette(palette)
        self._refusal.setText(sentence)
        if sentence:
            say(self, sentence, urgent=True)

    def _lay_out(self, files: Sequence[Path]) -> None:
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._left())
        upper.addLayout(self._right(), 1)
        begin, cancel = PrimaryButton("Begin"), QPushButton("Cancel")
        begin.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        foot = Panel(edges=Qt.Edge.TopEdge)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        told = OneLine(9, mute=True)
        told.say(_told_of(files))
        row.addWidget(told, 1)
        for button in (cancel, begin):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(foot)
        begin.setDefault(True)  # once it is in the dialog; before, Qt would take Cancel for Enter
        self.resize(*_SIZE)

    def _left(self) -> QWidget:
        left = Panel()
        left.setFixedWidth(_KINDS_WIDTH)
        self.kinds.setAccessibleName("Kinds of brief")
        self.kinds.setFrameShape(QFrame.Shape.NoFrame)
        self.kinds.setVerticalScrollBar(SlimScrollBar(self.kinds))
        self.kinds.viewport().setBackgroundRole(self.kinds.backgroundRole().AlternateBase)
        self.kinds.setSpacing(2)
        self.own.setAutoDefault(False)
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(6)
        column.addWidget(caption("Kind of brief"))
        column.addWidget(self.kinds, 1)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        return left

    def _right(self) -> QVBoxLayout:
        self.title.setAccessibleName("Title of the brief")
        self.title.setPlaceholderText("What is it about? It can be changed at any time")
        self.title.setTextMargins(4, 2, 4, 2)
        self._place.setAccessibleName("Kept as")
        self.elsewhere.setAutoDefault(False)
        self.elsewhere.setAccessibleName("Change where it is kept")
        self._preview = QListView()
        self._preview.setModel(self._rows)
        self._preview.setItemDelegate(SectionPainter(self._rows, self._preview, grip=False))
        self._preview.setAccessibleName("Its sections")
        self._preview.setFrameShape(QFrame.Shape.NoFrame)
        self._preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._preview.setVerticalScrollBar(SlimScrollBar(self._preview, "window"))
        self._preview.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._preview.viewport().setAutoFillBackground(False)
        self._none.setWordWrap(True)
        kept = QHBoxLayout()
        kept.setSpacing(8)
        kept.addWidget(self._place, 1)
        kept.addWidget(self.elsewhere)
        column = QVBoxLayout()
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(4)
        column.addWidget(label("Title", 9, mute=True))
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(label("Kept as", 9, mute=True))
        column.addLayout(kept)
        column.addWidget(self._refusal)
        column.addSpacing(8)
        column.addWidget(label("Its sections", 9, mute=True))
        column.addWidget(self._preview, 1)
        column.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        return column


_NO_SECTIONS: Final = "It begins without sections: add your own under “Sections…” (Ctrl+Shift+T)."


def _folder(tools: Tools) -> Path:
    """Return where projects were begun last, else the user's documents."""
    kept = Path(tools.settings.words("new-folder"))
    if kept.is_absolute() and kept.is_dir():
        return kept
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if Path(documents).is_dir() else Path.home()


def _free(folder: Path, title: str) -> Path:
    """Return a place in a folder that is called by the title and where nothing stands yet."""
    name = title.replace("/", "-").replace("\0", "")[:_NAME_LONGEST].strip(" .") or _UNTITLED
    path, number = folder / f"{name}{_SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}{_SUFFIX}"
    return path


def _told_of(files: Sequence[Path]) -> str:
    if not files:
        return ""
    names = ", ".join(file.name for file in files)
    return f"{counted(len(files), 'file')} will go in as sources: {names}"
