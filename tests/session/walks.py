"""A user who walks to and fro in what was done, for tests of what may be done between two steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Record
from briefer.session import Session, open_file
from briefer.tasks.opening import yaml_of
from tests.worlds import NOON, a_world

TEXT: Final = "Yōko Kamikawa met “Kihara”. 본문 바로가기 😀 The U.S. agreed.\nA second line, and a third."
PICK: Final = st.integers(0, 1_000)


def state(session: Session) -> tuple[list[Record], bytes]:
    return list(session.project.records()), yaml_of(session.project)


class Walks(RuleBasedStateMachine):
    """A user who goes to and fro in what was done, on a file that is closed and reopened at will."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "p.brief"
        world = a_world(TEXT)
        world.section("Threats")
        world.session().write_copy(self.path)
        self.open()
        self.head = 0
        self.parents: dict[int, int] = {}
        self.states = {0: state(self.session)}

    def open(self) -> None:
        self.session = open_file(self.path, "Ada", "Ada", clock=lambda: NOON)
        self.told: list[Change] = []
        self.session.listen(self.told.append)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
            self.folder.cleanup()

    def attempt(self, action: Callable[[Project], Change]) -> None:
        """Do what an action answers; one that refuses must leave everything as it was."""
        before = state(self.session)
        try:
            change = action(self.session.project)
        except BrieferError:
            assert state(self.session) == before
            return
        self.session.do(change)
        if change.edits:
            self.parents[len(self.parents) + 1] = self.head
            self.head = len(self.parents)
            self.states[self.head] = state(self.session)

    def children(self) -> list[int]:
        """Give what was done where the project stands now."""
        return [entry for entry, parent in self.parents.items() if parent == self.head]

    @precondition(lambda self: self.head)
    @rule()
    def undo(self) -> None:
        assert self.session.undo_label == self.session.undo()
        self.head = self.parents[self.head]
        assert state(self.session) == self.states[self.head]

    @precondition(lambda self: self.children())
    @rule()
    def redo(self) -> None:
        assert self.session.redo_label == self.session.redo()
        self.head = max(self.children())
        assert state(self.session) == self.states[self.head]

    @rule(which=PICK)
    def jump(self, which: int) -> None:
        """Go to any moment there ever was: as it was then, told in one change, and back again."""
        goal, here = which % len(self.states), self.head
        before = {record.id: record for record in self.session.project.records()}
        self.told.clear()
        for place in (goal, here, goal):
            self.session.jump(place)
            assert state(self.session) == self.states[place]
            assert self.session.history.head() == place
        self.head = goal
        for edit in self.told[0].edits if self.told else ():
            assert before.pop(edit.record.id, None) == edit.before
            assert edit.before != edit.after
            if edit.after is not None:
                before[edit.record.id] = edit.after
        assert before == {record.id: record for record in self.session.project.records()}

    @rule()
    def close_and_reopen(self) -> None:
        before = state(self.session)
        self.session.close()
        self.open()
        assert state(self.session) == before

    @invariant()
    def the_log_tells_what_stands(self) -> None:
        if hasattr(self, "session"):
            standing = [entry.seq for entry in self.session.log() if not entry.undone]
            above = []
            entry = self.head
            while entry:
                above.append(entry)
                entry = self.parents[entry]
            assert standing == above[::-1]
            assert self.session.history.parents() == list(self.parents.items())
