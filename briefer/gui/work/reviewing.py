"""What newer copies did to passages, decided one by one: accepted, rejected, or placed by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject

from briefer.actions import rereading
from briefer.actions.rereading import Fate
from briefer.checking.changed import resting
from briefer.gui.checking.review_page import ReviewPage
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.mime import Span
from briefer.gui.desk.thread_job import ThreadJob
from briefer.gui.desk.tools import Tools
from briefer.gui.look.card_rows import CardRow
from briefer.gui.look.tabs import Tabs
from briefer.gui.panes.panes import Panes
from briefer.model.change import Change
from briefer.model.records import UNSETTLED, Passage, Source

_STATES: Final = {"review": "to review", "lost": "no longer there", "moved": "moved"}
_OPEN: Final = ("review", "moved", "lost")
_TONES: Final = {"review": "text", "lost": "text", "moved": "mute"}
_MOST: Final = 300
"""Rows at a time; those behind them come up as these are decided."""
_SELECT: Final = "Select the words in the pane of {} first; then the passage can be placed there."


class Reviewing(QObject):
    """Keeps the page as the project stands; what is proposed is found in a thread."""

    def __init__(
        self,
        tools: Tools,
        tabs: Tabs,
        panes: Panes,
        selected: Callable[[], Span | None],
        turn_to: Callable[[ReviewPage], None],
    ) -> None:
        """`selected` gives what is selected in the active pane, `turn_to` brings the page to the front."""
        desk = tools.desk
        super().__init__(desk)
        self.page = ReviewPage()
        self._desk = desk
        self._tabs = tabs
        self._panes = panes
        self._selected = selected
        self._turn_to = turn_to
        self._thread = ThreadJob(self.page)  # what it finds is shown there
        self._waiting: dict[str, Fate] = {}
        self._fates: dict[str, Fate] = {}
        """What waits, then what only moved."""
        self._moved: dict[str, Fate] = {}
        self._wanted = ""
        self._due: set[str] | None = set()
        """The passages, and the sources of those, that are still to be looked at; None for all."""
        tabs.add("Review", self.page, tools.commands["review"].toolTip(), lasting=False)
        tools.commands.bind(review=self.show)
        page = self.page
        page.list.turned.connect(lambda _id: self._show_texts())
        page.list.asked.connect(self.go_to)
        page.accept_wanted.connect(self.accept)
        page.reject_wanted.connect(self.reject)
        page.words_wanted.connect(self.take_words)
        desk.laid.connect(self._forget)
        desk.changed.connect(self._follow)
        self._forget()  # the first project lies there already

    def show(self, passage: str = "") -> None:
        """Turn to the page, on a passage perhaps."""
        self._wanted = passage
        self._tabs.set_shown(self.page, shown=True)
        self._turn_to(self.page)
        if not self._thread.busy:
            self._list()
            if not self._fates:
                self._desk.told.emit("No passage of a newer copy waits to be reviewed")

    def go_to(self, passage: str) -> None:
        """Show where a passage stands or may stand, the keys staying with the list."""
        fate, project = self._fates.get(passage), self._desk.project
        source = project.get(Source, fate.passage.source) if project and fate else None
        if fate is None or source is None:
            return
        pane = self._panes.show_source(source)
        if fate.place is not None:
            pane.view.go_to(fate.place.start, fate.place.end)
        self.page.list.setFocus()

    def accept(self, passage: str) -> None:
        """Let a passage stand where it is proposed."""
        fate = self._fates.get(passage)
        if fate is not None and fate.place is not None:
            start, end, _ = fate.place
            self._accept(passage, start, end)

    def reject(self, passage: str) -> None:
        """Say that the newer copy has it no more."""
        self._do(passage, lambda one: rereading.reject(self._desk.opened().project, one))

    def take_words(self, passage: str) -> None:
        """Let a passage stand where somebody selected words."""
        fate, span, project = self._fates.get(passage), self._selected(), self._desk.project
        source = project.get(Source, fate.passage.source) if project and fate else None
        if source is None:
            return
        if span is None or span.source != source.id:
            self._desk.refused.emit(_SELECT.format(source.label))
            return
        self._accept(passage, span.start, span.end)

    def _accept(self, passage: str, start: int, end: int) -> None:
        """Put a passage there, and say what rests on its words if they are others now."""
        if self._do(passage, lambda one: rereading.accept(self._desk.opened().project, one, start, end)):
            _tell_resting(self._desk, passage)

    def _do(self, passage: str, make: Callable[[Passage], Change]) -> bool:
        """Decide on a passage, and go on to the next one; tell whether it was not refused."""
        known, every = self._fates[passage].passage, list(self._fates)
        self._wanted = next(iter(every[every.index(passage) + 1 :]), passage)
        done = self._desk.do(lambda _project: make(known)) is not None
        self._wanted = self._wanted if done else ""
        return done

    def _follow(self, change: Change) -> None:
        """Look again at what waits, if the change touches any of it."""
        texts = [
            edit.record.id
            for edit in change.edits
            if isinstance(edit.before, Source | None)
            and isinstance(edit.after, Source | None)
            and (edit.before is None or edit.after is None or edit.before.text != edit.after.text)
        ]
        if texts:
            self._moved = {key: fate for key, fate in self._moved.items() if fate.passage.source not in texts}
            self._moved |= {fate.passage.id: fate for fate in rereading.moved(change)}
        touched = {
            edit.record.id
            for edit in change.edits
            if any(isinstance(side, Passage) and side.state in _OPEN for side in (edit.before, edit.after))
        }
        gone = {edit.record.id for edit in change.edits if edit.after is None}
        if len(touched) == 1 and not self._wanted:
            [self._wanted] = touched
        if texts or touched or not gone.isdisjoint(self._moved):
            self._moved = {key: fate for key, fate in self._moved.items() if key not in gone}
            due = {*texts, *touched}
            # What is proposed in a text that is another now must not be accepted any more.
            left = {
                key: fate
                for key, fate in self._waiting.items()
                if key not in gone and not _is_of(fate.passage, due)
            }
            self._show(left)
            self._look(due)

    def _forget(self) -> None:
        """Another project lies on the desk, or none."""
        self._moved.clear()
        self._wanted = ""
        self._show({})
        self._look(None)

    def _look(self, due: set[str] | None) -> None:
        """Find what of it waits and what is proposed for that."""
        project = self._desk.project
        self._thread.cancel()
        self._due = due = None if due is None or self._due is None else self._due | due
        if project is not None:
            look = partial(rereading.waiting, project, lambda passage: due is None or _is_of(passage, due))
            self._thread.start(look, self._take, self._desk.refused.emit)

    def _take(self, fates: Sequence[Fate]) -> None:
        self._due = set()
        self._show(self._waiting | {fate.passage.id: fate for fate in fates})

    def _show(self, waiting: dict[str, Fate]) -> None:
        """List what waits in the order of the sources, what is lost behind it, then what only moved."""
        project = self._desk.project
        order = {source.id: place for place, source in enumerate(project.sources())} if project else {}

        def standing(fate: Fate) -> tuple[int, int, int]:
            passage = fate.passage
            return _OPEN.index(passage.state), order.get(passage.source, -1), passage.anchor.start

        self._waiting = waiting
        self._fates = {fate.passage.id: fate for fate in sorted(waiting.values(), key=standing)}
        for key, fate in self._moved.items():
            passage = project.get(Passage, key) if project else None
            if passage is not None and passage.state == "moved":
                self._fates.setdefault(key, replace(fate, passage=passage))
        self._list()

    def _list(self) -> None:
        project = self._desk.project
        labels = {source.id: source.label for source in project.sources()} if project and self._fates else {}
        first = islice(self._fates.values(), _MOST)
        rows = [_row(fate, labels.get(fate.passage.source, "")) for fate in first]
        states = [fate.passage.state for fate in self._fates.values()]
        counts = {state: states.count(state) for state in _STATES}
        said = " · ".join(f"{count:,} {_STATES[state]}" for state, count in counts.items() if count)
        now = self._fates.get(self.page.list.current())
        top = next(iter(self._fates), "")
        stays = now.passage.id if now is not None and now.passage.state in UNSETTLED else top
        chosen = self._wanted if self._wanted in self._fates else stays
        self.page.show_rows(rows, said, chosen)
        self._tabs.count(self.page, counts["review"])
        self._tabs.set_shown(self.page, shown=bool(rows) or self.page.isVisible())
        if self._wanted == chosen:
            self._wanted = ""
        self._show_texts()

    def _show_texts(self) -> None:
        fate = self._fates.get(self.page.list.current())
        project, session = self._desk.project, self._desk.session
        source = project.get(Source, fate.passage.source) if project and fate else None
        if fate is None or project is None or source is None or session is None:
            self.page.show_texts("", None, "")
            self.page.allow(accept=False, reject=False, words=False)
            return
        place, state = fate.place, fate.passage.state
        proposed = project.text_of(source)[place.start : place.end] if place else None
        other = state in UNSETTLED or fate.was != proposed
        rests = resting(project, [fate.passage]) if other else ()
        self.page.show_texts(fate.was, proposed, "It says now" if state == "moved" else "Proposed", rests)
        open_ = not session.read_only
        self.page.allow(accept=open_ and place is not None, reject=open_ and state == "review", words=open_)


def _tell_resting(desk: Desk, passage: str) -> None:
    """Name what rests on a passage, if it was just accepted in other words."""
    project = desk.opened().project
    now = [fate.passage for fate in rereading.reworded(project, lambda one: one.id == passage)]
    rests = resting(project, now)
    more = f" … and {len(rests) - 1:,} more, which Check names." if rests[1:] else ""
    if rests:
        desk.noted.emit(f"{rests[0]}{more}")


def _is_of(passage: Passage, due: set[str]) -> bool:
    return passage.id in due or passage.source in due


def _row(fate: Fate, label: str) -> CardRow:
    state = fate.passage.state
    return CardRow(fate.passage.id, f"{label} · {_STATES[state]}", f"“{fate.was}”", _TONES[state])
