"""Where a statement is written, beside the evidence it cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QTextCursor

from briefer.actions.drafting import edits_of
from briefer.gui.look.controls import Panel
from briefer.gui.outline.cards import KINDS
from briefer.gui.outline.citing_box import Citing
from briefer.gui.outline.editor_parts import EditorParts
from briefer.gui.outline.evidence_model import EvidenceModel
from briefer.gui.outline.model import OutlineModel
from briefer.gui.outline.rows import BOTTOM_LINE
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import BLUF, Passage, Section, Statement

_HEIGHT: Final = 290
_PAUSE: Final = 120  # milliseconds without a key before the words are checked


@dataclass(frozen=True, slots=True)
class Draft:
    """What the editor holds: a new statement for a section, or new words for one that is there."""

    section: Section | None
    statement: Statement | None
    text: str
    kind: str
    cites: Sequence[Passage]


class StatementEditor(Panel):
    """Hidden until something is to be written."""

    done = Signal(object)
    """The Draft to keep."""
    laid_aside = Signal(object)
    """The Draft that was left unfinished; it is in no editor any more."""
    removal_wanted = Signal(object)
    selection_wanted = Signal()
    """Cite what is selected in the active pane, or in the outline."""
    place_wanted = Signal(object)
    """A cited Passage to show where it stands."""
    remarked = Signal(str)
    """Why an @ cites nothing, or nothing was put among the words, in one sentence."""
    closed = Signal()

    def __init__(self, outline: OutlineModel) -> None:
        super().__init__(edges=Qt.Edge.TopEdge)
        self.evidence = EvidenceModel()
        self.parts = EditorParts(self, self.evidence)
        self.words, self.kind, self.list = self.parts.words, self.parts.kind, self.parts.list
        self._outline = outline
        self._citing = Citing(self.words, self.evidence)
        self._section: Section | None = None
        self._statement: Statement | None = None
        self._before: tuple[str, str, list[str]] = ("", "", [])
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._listen()
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words come before the list: an @ finds what it would show."""
        super().resizeEvent(event)
        holder = self.parentWidget()
        room = holder.height() if holder else event.size().height()
        self.parts.fit(event.size().height(), room, self.evidence)

    # Opening and closing

    def write_in(self, project: Project, section: Section | None, cites: Sequence[Passage] = ()) -> None:
        """Begin a new statement in a section, or in the bottom line for None."""
        kind = "judgement" if section is None else "fact"
        self._open(project, section, None, kind, [passage.id for passage in cites])

    def edit(self, project: Project, statement: Statement) -> None:
        """Take up a statement that is there."""
        section = None if statement.section == BLUF else project.get(Section, statement.section)
        self._open(project, section, statement, statement.kind, list(statement.cites))

    def is_dirty(self) -> bool:
        """Tell whether something was written that is not kept yet; ticks without words are nothing."""
        return not self.isHidden() and self._now() != self._before and bool(self.words.toPlainText().strip())

    def finish(self) -> None:
        """Hand over what was written; the editor closes when that was kept."""
        if self._now() == self._before and not self._is_unrecorded():
            self.close_editor()
            return
        self.done.emit(self.draft())

    def leave(self) -> None:
        """Close, laying aside what is not kept."""
        draft = self.draft() if self.is_dirty() else None
        self.close_editor()
        if draft is not None:
            self.laid_aside.emit(draft)

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
            for cite in draft.statement.cites:
                self.evidence.let_go(cite)
        self.words.setPlainText(draft.text)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self._choose_kind(draft.kind)
        for passage in draft.cites:
            self.evidence.cite(passage.id)

    def close_editor(self) -> None:
        """Close; what is not kept is gone."""
        self._statement = None
        self.evidence.clear()
        self._before = self._now()
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
                    self.leave()

    def cite(self, passage: Passage) -> None:
        """Add a passage to what is cited; a quotation without words yet takes its words."""
        self.evidence.cite(passage.id)

    # Inside

    def _listen(self) -> None:
        parts = self.parts
        self.words.done.connect(self.finish)
        self.words.left.connect(self.leave)
        self.words.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._check)
        self.kind.currentIndexChanged.connect(self._follow_citations)
        self.evidence.ticked.connect(self._follow_citations)
        self._citing.remarked.connect(self.remarked)
        parts.quoting.remarked.connect(self.remarked)
        parts.chips.shown.connect(self._show_place)
        parts.chips.let_go.connect(self._let_go)
        parts.cite.clicked.connect(self.selection_wanted)
        parts.close.clicked.connect(self.leave)
        parts.done.clicked.connect(self.finish)
        parts.remove.clicked.connect(lambda: self.removal_wanted.emit(self._statement))
        for number, kind in enumerate(KINDS, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda kind=kind: self._choose_kind(kind))

    def _open(
        self,
        project: Project,
        section: Section | None,
        statement: Statement | None,
        kind: str,
        cites: list[str],
    ) -> None:
        citable = self._outline.citable(section)
        assert citable is not None
        self.evidence.clear()
        self._section, self._statement = section, statement
        title = section.title if section else BOTTOM_LINE
        self.parts.where.say(f"{'STATEMENT' if statement else 'NEW'} IN {title}".upper())
        self.words.setPlainText(statement.text if statement else "")
        self._choose_kind(kind)
        self.evidence.show_section(project, citable, section, cites)
        self.parts.remove.setVisible(statement is not None)
        self._before = self._now() if statement is not None else ("", kind, [])
        self.show()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self._check()

    def _now(self) -> tuple[str, str, list[str]]:
        return self.words.toPlainText(), self.kind.currentData(), list(self.evidence.cites)

    def _is_unrecorded(self) -> bool:
        """Tell whether the quotation in hand shows edits that were never recorded with it."""
        one = self._statement
        return one is not None and edits_of(one.kind, one.text, self.evidence.passages()) != one.edits

    def _choose_kind(self, kind: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def _follow_citations(self) -> None:
        """Show what is cited; a quotation without words yet takes those of its only passage."""
        quoting = self.kind.currentData() == "quotation"
        self.parts.show_cited(self.evidence)
        self.parts.quoting.setVisible(quoting)
        cited = self.evidence.passages()
        if quoting and len(cited) == 1 and not self.words.toPlainText().strip():
            self.words.setPlainText(cited[0].anchor.quote)
            self.words.moveCursor(QTextCursor.MoveOperation.End)
        self._check()

    def _check(self) -> None:
        said = [passage.anchor.quote for passage in self.evidence.passages()]
        self.parts.check.check(self.kind.currentData(), self.words.toPlainText(), said)

    def _show_place(self, identifier: str) -> None:
        found = next((one for one in self.evidence.passages() if one.id == identifier), None)
        if found is not None:
            self.place_wanted.emit(found)

    def _let_go(self, identifier: str) -> None:
        self.evidence.let_go(identifier)
        if not self.evidence.cites:
            self.words.setFocus()
