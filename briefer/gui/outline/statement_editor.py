"""Where a statement is written, beside the evidence it cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from briefer.gui.look import icons
from briefer.gui.look.controls import OneLine, Panel, PrimaryButton, SlimScrollBar, caption
from briefer.gui.outline.cards import KINDS
from briefer.gui.outline.citing_box import CitingBox
from briefer.gui.outline.evidence_model import EvidenceModel
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import BLUF, Passage, Section, Statement

_LOWEST: Final = 36  # pixels: with less of either box nothing could be read
_HEIGHT: Final = 250
_COMMANDS: Final = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Draft:
    """What the editor holds: a new statement for a section, or new words for one that is there."""

    section: Section | None
    statement: Statement | None
    text: str
    kind: str
    cites: Sequence[Passage]


class WordsBox(QPlainTextEdit):
    """Takes the words; Ctrl+Enter is done with them, Escape gives up, @ cites."""

    done = Signal()
    given_up = Signal()
    at_typed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & _COMMANDS:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text() == "@":
            self.at_typed.emit()
        else:
            super().keyPressEvent(event)


class StatementEditor(Panel):
    """Hidden until something is to be written."""

    done = Signal(object)
    """The Draft to keep."""
    removal_wanted = Signal(object)
    selection_wanted = Signal()
    """Cite what is selected in the active pane, or in the outline."""
    remarked = Signal(str)
    """Why an @ cites nothing, in one sentence."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(edges=Qt.Edge.TopEdge)
        self.evidence = EvidenceModel()
        self.words = WordsBox()
        self.kind = QComboBox()
        self.list = QListView()
        self._where = OneLine(8.5, strong=True, mute=True)
        self._cited = OneLine(8.5, mute=True)
        self._remove = QPushButton("Remove")
        self._section: Section | None = None
        self._statement: Statement | None = None
        self._before: tuple[str, str, list[str]] = ("", "", [])
        for name, words in KINDS.items():
            self.kind.addItem(words, name)
        self._lay_out()
        self._name_parts()
        self.words.done.connect(self.finish)
        self.words.given_up.connect(self.close_editor)
        self.words.at_typed.connect(self._offer_passages)
        self.evidence.ticked.connect(self._count_cites)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    # Opening and closing

    def write_in(self, project: Project, section: Section | None, cites: Sequence[Passage] = ()) -> None:
        """Begin a new statement in a section, or in the bottom line for None."""
        kind = "judgement" if section is None else "fact"
        self._open(project, section, None, kind, [passage.id for passage in cites])
        self._where.say(f"NEW IN {section.title if section else 'Bottom line'}".upper())

    def edit(self, project: Project, statement: Statement) -> None:
        """Take up a statement that is there."""
        section = None if statement.section == BLUF else project.get(Section, statement.section)
        self._open(project, section, statement, statement.kind, list(statement.cites))
        self._where.say(f"STATEMENT IN {section.title if section else 'Bottom line'}".upper())

    def is_dirty(self) -> bool:
        """Tell whether something was written that is not kept yet; ticks without words are nothing."""
        return not self.isHidden() and self._now() != self._before and bool(self.words.toPlainText().strip())

    def finish(self) -> None:
        """Hand over what was written; the editor closes when that was kept."""
        if self._now() == self._before:
            self.close_editor()
            return
        self.done.emit(self.draft())

    def draft(self) -> Draft:
        """Return what is written so far."""
        text, kind, _ = self._now()
        return Draft(self._section, self._statement, text, kind, self.evidence.passages())

    def resume(self, project: Project, draft: Draft) -> None:
        """Go on with what was not finished."""
        if draft.statement is None:
            self.write_in(project, draft.section)
        else:
            self.edit(project, draft.statement)
        self.words.setPlainText(draft.text)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        for passage in draft.cites:
            self.evidence.cite(passage.id)

    def close_editor(self) -> None:
        """Give up what is not kept."""
        self.evidence.clear()
        self._before = self._now()
        self._statement = None
        self.hide()
        self.closed.emit()

    def apply(self, change: Change) -> None:
        """Follow what happens to the statement in hand and to what it may cite."""
        self.evidence.apply(change)
        for edit in change.edits:
            if self._statement is not None and edit.record.id == self._statement.id:
                if isinstance(edit.after, Statement):
                    self._statement = edit.after
                else:
                    self.close_editor()

    def cite(self, passage: Passage) -> None:
        """Add a passage to what is cited; a quotation without words yet takes its words."""
        self.evidence.cite(passage.id)
        if self.kind.currentData() == "quotation" and not self.words.toPlainText():
            self.words.setPlainText(passage.anchor.quote)

    # Inside

    def _open(
        self,
        project: Project,
        section: Section | None,
        statement: Statement | None,
        kind: str,
        cites: list[str],
    ) -> None:
        self._section, self._statement = section, statement
        self.words.setPlainText(statement.text if statement else "")
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.evidence.show_section(project, section, cites)
        self._remove.setVisible(statement is not None)
        self._before = self._now() if statement is not None else ("", kind, [])
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def _now(self) -> tuple[str, str, list[str]]:
        return self.words.toPlainText(), self.kind.currentData(), list(self.evidence.cites)

    def _count_cites(self) -> None:
        count = len(self.evidence.cites)
        ask = "tick what the statement cites" if self.evidence.rowCount() else "nothing is tagged here yet"
        self._cited.say(f"{count} cited" if count else ask)
        text = self.words.toPlainText()
        if self.kind.currentData() == "quotation" and not text and count == 1:
            self.words.setPlainText(self.evidence.passages()[0].anchor.quote)

    def _offer_passages(self) -> None:
        """Cite by @."""
        if not self.evidence.uncited():
            self._leave("@", "There is nothing to cite here yet; select words in a pane and tag them first.")
            return
        box = CitingBox(self.words, self.evidence)
        box.left.connect(self._leave_typed)
        box.finished.connect(lambda _result: self.words.setFocus(Qt.FocusReason.OtherFocusReason))
        box.open()

    def _leave_typed(self, words: str) -> None:
        self._leave(words, f"“{words}” stays as it was typed and cites nothing; @ and Enter cite a passage.")

    def _leave(self, words: str, why: str) -> None:
        """Put an @ among the words, and say that it cites nothing."""
        self.words.insertPlainText(words)
        self.remarked.emit(why)

    def _lay_out(self) -> None:
        self.list.setModel(self.evidence)
        self.list.setVerticalScrollBar(SlimScrollBar(self.list, "base"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.words.setTabChangesFocus(True)
        self.words.setVerticalScrollBar(SlimScrollBar(self.words, "base"))
        self.list.setSpacing(1)
        for box in (self.words, self.list):
            box.setMinimumHeight(_LOWEST)
        self.words.setPlaceholderText("What the evidence shows, in a sentence. @ cites a passage.")
        top, middle, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._where, 1)
        top.addWidget(self.kind)
        middle.addWidget(caption("Evidence"))
        middle.addWidget(self._cited, 1)
        self._cite = QPushButton("Cite selection")
        middle.addWidget(self._cite)
        self._cancel, self._done = QPushButton("Cancel"), PrimaryButton("Done")
        for part in (self._remove, None, self._cancel, self._done):
            foot.addWidget(part) if part else foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addLayout(top)
        column.addWidget(self.words, 3)
        column.addLayout(middle)
        column.addWidget(self.list, 2)
        column.addLayout(foot)
        self._cite.clicked.connect(self.selection_wanted)
        self._cancel.clicked.connect(self.close_editor)
        self._done.clicked.connect(self.finish)
        self._remove.clicked.connect(lambda: self.removal_wanted.emit(self._statement))

    def _name_parts(self) -> None:
        self.setAccessibleName("Statement editor")
        self.words.setAccessibleName("Statement")
        self.kind.setAccessibleName("Kind of statement")
        self.list.setAccessibleName("Evidence that the statement cites")
        self._remove.setIcon(icons.icon("trash-2", "mute"))
        self._cite.setToolTip("Cite the words selected in the active pane, or the chosen card of the outline")
        self._done.setToolTip("Keep the statement (Ctrl+Enter)")
        self._cancel.setToolTip("Give up what was written (Esc)")
