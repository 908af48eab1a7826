"""What is asked for about the differences between the sources, done at the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from briefer.actions import differences
from briefer.gui.desk.desk import Desk
from briefer.gui.differing.page import DifferencesPage
from briefer.gui.look.card_rows import CardRow
from briefer.gui.look.source_words import headline
from briefer.gui.outline.places import Places
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import FEWEST, Difference, Passage, Source
from briefer.session import ReadOnlyError
from briefer.wording.counted import counted

_NEW: Final = "new"
"""The id of a difference that is not whole yet."""
_BLANK: Final = Difference(_NEW, "", (), "", "", "")
_UNFINISHED: Final = "The new difference needs a question and two passages; complete it, or remove it."


class Differing(QObject):
    """Listens to the page; what is noted anew becomes part of the project once it is whole."""

    place_wanted = Signal(object)
    """The Passage to show where it stands."""

    def __init__(self, desk: Desk, page: DifferencesPage, turn_to: Callable[[QWidget], None]) -> None:
        """`turn_to` brings the page to the front, and the keys to it."""
        super().__init__(page)
        self.page = page
        self._desk = desk
        self._turn_to = turn_to
        self._draft: Difference | None = None
        self._shown: str | None = None
        """The id of the one that the form shows, None for none."""
        self._listen()

    def take(self, passages: Sequence[Passage]) -> None:
        """Add passages to the difference that shows, or begin one with them."""
        one = self._one() if self.page.isVisible() else None
        new = [passage.id for passage in passages if one is None or passage.id not in one.passages]
        if one is None:
            self.begin(passages)
        elif new:
            self._change(passages=(*one.passages, *new))
        else:
            self._desk.told.emit("This passage answers the question already")

    def begin(self, passages: Sequence[Passage]) -> None:
        """Note a difference anew, the keys on its question; one that was begun is gone on with."""
        if self._desk.opened().read_only:
            self._desk.refused.emit(str(ReadOnlyError()))
            return
        known = self._draft or _BLANK
        answers = dict.fromkeys((*known.passages, *(passage.id for passage in passages)))
        self._draft = replace(known, passages=tuple(answers))
        self.show(_NEW)
        self.page.form.fields["question"].setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to_page(self) -> None:
        """Bring the page to the front, and say so when there is nothing on it."""
        self._turn_to(self.page)
        if not self.page.list.cards.rows:
            self._desk.told.emit("No difference between the sources is noted yet")

    def show(self, identifier: str) -> None:
        """Turn to a difference."""
        self._turn_to(self.page)
        self._renew(identifier)

    def settle(self) -> bool:
        """Keep what is being written; tell whether nothing is left that would be lost."""
        self.page.form.hand_over()
        if self._draft is None or not (self._draft.question or self._draft.ruling or self._draft.reason):
            return True
        self._desk.refused.emit(_UNFINISHED)
        return False

    # Inside

    def _listen(self) -> None:
        page, answers = self.page, self.page.form.answers
        page.shown.connect(self._renew)
        page.beginning_wanted.connect(lambda: self.begin(()))
        page.list.turned.connect(self._turn)
        page.list.opened.connect(lambda _id: page.form.fields["question"].setFocus())
        page.list.removal_wanted.connect(self._remove)
        page.list.move_wanted.connect(self._move)
        page.form.wished.connect(lambda name, words: self._change(**{name: words}))
        answers.asked.connect(self._show_place)
        answers.removal_wanted.connect(self._take_out)
        answers.move_wanted.connect(self._reorder)
        self._desk.laid.connect(self._forget)
        self._desk.changed.connect(self._follow)

    def _one(self) -> Difference | None:
        """Return the difference that the form shows, as it stands."""
        if self._shown == _NEW:
            return self._draft
        project = self._desk.project
        return project.get(Difference, self._shown) if project and self._shown else None

    def _change(self, passages: tuple[str, ...] | None = None, **words: str) -> None:
        """Change what shows; a draft that is whole by it is kept."""
        one = self._one()
        if one is None:
            return
        if one.id != _NEW:
            named = None if passages is None else self._passages(passages)
            self._desk.do(lambda project: differences.rule(project, one, passages=named, **words))
        else:
            answers = one.passages if passages is None else passages
            self._draft = replace(one, passages=answers, **words)
            self._keep(self._draft)
        self._show(anew=False)

    def _keep(self, draft: Difference) -> None:
        """Make a draft part of the project if it is whole."""
        if not draft.question.strip() or len(draft.passages) < FEWEST:
            self._renew(_NEW)
            return
        named = self._passages(draft.passages)
        self._draft = None

        def make(project: Project) -> Change:
            return differences.put(project, draft.question, named, ruling=draft.ruling, reason=draft.reason)

        change = self._desk.do(make)
        if change is None:
            self._draft = draft
        else:
            self._shown = change.edits[0].record.id
            self._renew(self._shown)

    def _remove(self, identifier: str) -> None:
        if identifier != _NEW:
            one = self._difference(identifier)
            self._desk.do(lambda project: differences.remove(project, one))
        else:
            self._draft = None
            self._renew()

    def _move(self, identifier: str, step: int) -> None:
        every = list(self._desk.opened().project.differences())
        place = next((number for number, one in enumerate(every) if one.id == identifier), None)
        if place is not None and 0 <= place + step < len(every):
            one = every.pop(place)
            after = every[place + step - 1] if place + step else None
            self._desk.do(lambda project: differences.place(project, one, after))

    def _take_out(self, passage: str) -> None:
        one = self._one()
        if one is not None:
            self._change(passages=tuple(each for each in one.passages if each != passage))

    def _reorder(self, passage: str, step: int) -> None:
        one = self._one()
        if one is not None and 0 <= (place := one.passages.index(passage) + step) < len(one.passages):
            answers = [each for each in one.passages if each != passage]
            answers.insert(place, passage)
            self._change(passages=tuple(answers))

    def _show_place(self, identifier: str) -> None:
        self.place_wanted.emit(self._desk.opened().project.passage(identifier))

    def _difference(self, identifier: str) -> Difference:
        return self._desk.opened().project.find_difference(identifier)

    def _passages(self, identifiers: Sequence[str]) -> list[Passage]:
        project = self._desk.opened().project
        return [project.passage(identifier) for identifier in identifiers]

    def _turn(self, identifier: str) -> None:
        """Show another difference; what was being written in the one before is kept."""
        if identifier != self._shown:
            self.page.form.hand_over()
            self._renew(identifier)

    def _forget(self) -> None:
        self._draft, self._shown = None, None
        session = self._desk.session
        self.page.allow_changes(allowed=session is not None and not session.read_only)
        if self.page.isVisible():
            self._renew()

    def _follow(self, change: Change) -> None:
        """Show what a change left of what shows."""
        gone = {edit.record.id for edit in change.edits if edit.after is None}
        if self._draft is not None and not gone.isdisjoint(self._draft.passages):
            left = tuple(one for one in self._draft.passages if one not in gone)
            self._draft = replace(self._draft, passages=left)
        if self.page.isVisible() and any(
            isinstance(edit.record, Difference | Passage | Source) for edit in change.edits
        ):
            self._renew()

    def _renew(self, chosen: str | None = None) -> None:
        """List the differences as they stand, and show one by its id, else the one that was."""
        project = self._desk.project
        every = list(project.differences()) if project else []
        every += [self._draft] if self._draft is not None else []
        wanted = self._shown if chosen is None else chosen
        self.page.show_rows([_row(one) for one in every], wanted or "")
        now = self.page.list.current() if every else None
        anew, self._shown = now != self._shown, now
        self._show(anew=anew)

    def _show(self, *, anew: bool) -> None:
        one, project = self._one(), self._desk.project
        if one is not None and project is not None:
            self.page.form.show_difference(one, _answers(project, one), anew=anew)


def _row(one: Difference) -> CardRow:
    if one.id == _NEW:
        lacks = "a question" if not one.question.strip() else "two passages"
        return CardRow(_NEW, one.question or "New difference", f"Not kept yet: it needs {lacks}", "warning")
    answers = counted(len(one.passages), "passage")
    if one.ruling:
        return CardRow(one.id, one.question, f"{one.ruling} · {answers}")
    return CardRow(one.id, one.question, f"Unresolved · {answers}", "warning")


def _answers(project: Project, one: Difference) -> list[CardRow]:
    """Return the passages of a difference: where each stands, and its words."""
    places = Places(project)
    found = []
    for passage in filter(None, (project.get(Passage, identifier) for identifier in one.passages)):
        source = project.get(Source, passage.source)
        head = f"{places.of(passage)} · {headline(source)}" if source else places.of(passage)
        found.append(CardRow(passage.id, head, f"“{passage.anchor.quote}”", "text"))
    return found
