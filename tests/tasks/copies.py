"""Two copies of one project in which people work, for the tests of merging."""

from __future__ import annotations

import random
from typing import Final

from hypothesis import strategies as st

from briefer.actions import drafting
from briefer.actions.merging import Merged
from briefer.model.change import Change
from briefer.model.records import Record
from briefer.session import Session
from briefer.store import files
from briefer.tasks import merging
from briefer.tasks.opening import yaml_of
from tests.actions.deeds import do_something
from tests.worlds import World, a_world

SEEDS: Final = st.integers(0, 1 << 32)


def merged(ours: Session, theirs: Session, *, prefer: bool = False) -> Merged:
    return merging.merged_with(ours, theirs, "copy.brief", lambda _record, _field: prefer)


def records(session: Session) -> dict[str, Record]:
    return {record.id: record for record in session.project.records()}


def held(session: Session) -> tuple[dict[str, Record], bytes]:
    return records(session), yaml_of(session.project)


def filed(session: Session) -> dict[str, tuple[str, str, str]]:
    """Return what each tag files, from which source, and under which heading."""
    project = session.project
    keys = {one.id: one.key for one in project.sections()}
    passages = {one.id: one for one in project.passages()}
    tags = [tag for section in project.sections() for tag in project.tags_under(section)]
    return {
        tag.id: (passages[tag.passage].source, passages[tag.passage].anchor.quote, keys[tag.section])
        for tag in tags
    }


def rewritten(session: Session, words: str) -> Change:
    return drafting.rewrite(session.project, session.project.statements()[0], text=words)


def a_beginning() -> World:
    world = a_world(
        "The dam was inspected in May. It held. The dam fell in June.", tagged=["It held", "in May"]
    )
    world.source("Another dam held, and nobody knew why. It was an old one.")
    world.tag(world.sources[1], "nobody knew", world.section("Threats"))
    world.statement(world.sections[0], "It held.", world.passages[0])
    return world


def a_copy(session: Session, *, history: bool = True) -> Session:
    """Return a colleague’s copy of a project."""
    project = session.project
    if not history:
        return Session(files.memory_store(project.records(), project.contents()), "Bo")
    store = files.memory_store()
    session._store.copy_into(store.database)
    return Session(store, "Bo")


class Copies:
    """Two copies of a project in which something was done, each with what its user did since."""

    def __init__(self, seed: int, *, history: bool = True) -> None:
        self.chance = random.Random(seed)
        world = a_beginning()
        self.ours = world.session()
        self.work(self.ours, 10)
        self.theirs, self.untouched = (self._copy(history=history) for _ in range(2))
        self.before = set(records(self.untouched))
        self.work(self.theirs, 15)

    def work(self, session: Session, most: int) -> None:
        """Let a user do things, and undo some of them."""
        begun = session.history.head()
        for _ in range(self.chance.randint(0, most)):
            if self.chance.random() < 0.1 and session.history.head() > begun:
                session.undo()
            else:
                do_something(session, self.chance)

    def _copy(self, *, history: bool) -> Session:
        return a_copy(self.ours, history=history)
