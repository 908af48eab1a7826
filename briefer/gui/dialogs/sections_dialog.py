"""The sections editor: each edit is done at once, and Ctrl+Z takes it back here too."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from briefer.gui.desk.tools import Tools
from briefer.gui.dialogs.section_form import SectionForm
from briefer.gui.dialogs.section_leaving import Leaving, fill_merging, fill_removing
from briefer.gui.dialogs.sections_editing import SectionsEditing
from briefer.gui.dialogs.sections_list import SectionsList
from briefer.gui.look import icons, theme
from briefer.gui.look.controls import Panel, PrimaryButton, caption, label, small_button
from briefer.gui.look.fields import LineField
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Section

_SIZE: Final = (820, 600)
_LIST_WIDTH: Final = 290


class SectionsDialog(QDialog):
    """Shows the sections of the open project; what it asks for is done at the desk."""

    def __init__(self, tools: Tools, project: Project, chosen: Section | None = None) -> None:
        super().__init__(tools.window)
        self.listed = SectionsList()
        self.form = SectionForm()
        self.adding = LineField("Add a section")
        self.merging = QPushButton("Merge into")
        self.removing = QPushButton("Remove")
        self.saving = QPushButton("Save as a template…")
        self._said = label("", 9, mute=True)
        self._count = label("", 8.5, mute=True)
        self._tools = tools
        self._editing = SectionsEditing(tools)
        self._project = project
        self.setWindowTitle("Sections")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("undo", "redo"):
            self.addAction(tools.commands[name])
        self._lay_out()
        self._listen()
        self._show(chosen.id if chosen else "")
        self.listed.setFocus()

    @property
    def said(self) -> str:
        """What was done or refused last."""
        return self._said.text()

    def done(self, result: int) -> None:
        self.form.hand_over()
        super().done(result)

    def _listen(self) -> None:
        desk = self._tools.desk
        desk.changed.connect(self._follow)
        desk.told.connect(self._tell)
        desk.refused.connect(self._tell_refusal)
        desk.laid.connect(self.reject)
        self.listed.turned.connect(self._turn)
        self.listed.moved.connect(self._editing.move)
        self.listed.removal_wanted.connect(self._offer_removal)
        self.form.wished.connect(self._change)
        self.form.digit_wished.connect(self._take_digit)
        self.adding.returnPressed.connect(self._add)
        self.saving.clicked.connect(self._editing.save)
        self.merging.menu().aboutToShow.connect(self._fill_merging)
        self.removing.menu().aboutToShow.connect(self._fill_removing)

    def _add(self) -> None:
        title = self.adding.text().strip()
        if title:
            self.adding.show_words("")
            self._show(self._editing.add(title))

    def _change(self, field: str, value: Any) -> None:  # noqa: ANN401  # a field's own type
        self._editing.change(self._chosen(), {field: value})
        self._show()  # what was refused does not stay in the form

    def _take_digit(self, digit: int | None) -> None:
        self._editing.take_digit(self._chosen(), digit)

    def _follow(self, _change: Change) -> None:
        self._show()

    def _show(self, identifier: str = "") -> None:
        """Show the sections as they stand, the same one chosen, or the one that took its place."""
        chosen, row = self.listed.current(), self.listed.currentIndex().row()
        self.listed.rows.read(self._project)
        self.listed.choose(identifier or (chosen.id if chosen else ""), max(0, row))
        there = bool(self.listed.rows.sections)
        for part in (self.form, self.merging, self.removing):
            part.setEnabled(there)
        self.saving.setEnabled(there)
        self._count.setText(f"{len(self.listed.rows.sections):,}")

    def _turn(self, section: Section) -> None:
        self.form.show_section(section, self.listed.rows.sections)

    def _tell(self, words: str) -> None:
        self._say(words, theme.current().mute)

    def _tell_refusal(self, sentence: str) -> None:
        self._say(sentence, theme.current().danger)

    def _say(self, words: str, colour: QColor) -> None:
        palette = self._said.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self._said.setPalette(palette)
        self._said.setText(words)

    def _offer_removal(self) -> None:
        self.removing.menu().popup(self.removing.mapToGlobal(self.removing.rect().bottomLeft()))

    def _fill_merging(self) -> None:
        section, counts = self._chosen(), self.listed.rows.note(self._chosen())
        fill_merging(self.merging.menu(), counts, self._others(), partial(self._editing.merge, section))

    def _fill_removing(self) -> None:
        section, editing = self._chosen(), self._editing
        leaving = Leaving(
            self.listed.rows.statements(section),
            partial(editing.remove, section),
            partial(editing.merge, section),
            partial(editing.dissolve, section),
        )
        fill_removing(self.removing.menu(), self.listed.rows.note(section), self._others(), leaving)

    def _chosen(self) -> Section:
        """Return the section in the form; without one, nothing here can be pressed."""
        section = self.form.section
        assert section is not None
        return section

    def _others(self) -> list[Section]:
        return [other for other in self.listed.rows.sections if other.id != self._chosen().id]

    def _lay_out(self) -> None:
        close = PrimaryButton("Close")
        close.clicked.connect(self.accept)
        for button, menu in ((self.merging, QMenu(self)), (self.removing, QMenu(self))):
            button.setMenu(menu)
        for button in (self.merging, self.removing, self.saving, close):
            button.setAutoDefault(False)
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 20, 8)
        right.addWidget(self.form, 1)
        leaving = QHBoxLayout()
        leaving.setSpacing(8)
        leaving.addWidget(self.merging)
        leaving.addWidget(self.removing)
        leaving.addStretch()
        right.addLayout(leaving)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._left())
        upper.addLayout(right, 1)
        foot = Panel(edges=Qt.Edge.TopEdge)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        self._said.setWordWrap(True)
        row.addWidget(self._said, 1)
        row.addWidget(self.saving)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(foot)
        self.resize(*_SIZE)

    def _left(self) -> QWidget:
        """Return the list under its heading, with what adds to it and changes its order."""
        left = Panel()
        left.setFixedWidth(_LIST_WIDTH)
        top = QHBoxLayout()
        top.setContentsMargins(14, 10, 8, 2)
        top.setSpacing(6)
        top.addWidget(caption("Sections"))
        top.addWidget(self._count)
        top.addStretch()
        for icon, words, step in (
            ("arrow-up", "Move up (Alt+↑)", -1),
            ("arrow-down", "Move down (Alt+↓)", 1),
        ):
            button = small_button(icon, words)
            button.clicked.connect(partial(self.listed.move_by, step))
            top.addWidget(button)
        self.adding.setPlaceholderText("Add a section: its title, then Enter")
        icons.lead(self.adding, "plus", "Add")
        bottom = QHBoxLayout()
        bottom.setContentsMargins(10, 6, 10, 10)
        bottom.addWidget(self.adding)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.listed, 1)
        column.addLayout(bottom)
        return left
