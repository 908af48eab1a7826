"""Two people work on copies of one project, and one takes in what the other did."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.actions.merging import Merged
from briefer.model.records import Record
from briefer.session import Session
from briefer.store import files
from briefer.tasks import merging
from briefer.tasks.opening import yaml_of
from tests.actions.deeds import do_something
from tests.proving import examples
from tests.worlds import World, a_world

SEEDS = st.integers(0, 1 << 32)


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


def a_beginning() -> World:
    world = a_world(
        "The dam was inspected in May. It held. The dam fell in June.", tagged=["It held", "in May"]
    )
    world.source("Another dam held, and nobody knew why. It was an old one.")
    world.tag(world.sources[1], "nobody knew", world.section("Threats"))
    world.statement(world.sections[0], "It held.", world.passages[0])
    return world


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
        project = self.ours.project
        if not history:
            return Session(files.memory_store(project.records(), project.contents()), "Bo")
        store = files.memory_store()
        self.ours._store.copy_into(store.database)
        return Session(store, "Bo")


@settings(max_examples=examples(1000), deadline=None)
@given(SEEDS, st.booleans(), st.booleans())
def test_merging_loses_no_tag_needs_no_second_time_and_is_undone_in_one_step(
    seed: int, history: bool, prefer: bool
) -> None:
    copies = Copies(seed, history=history)
    copies.work(copies.ours, 15)
    ours, theirs = copies.ours, copies.theirs
    before, tags, theirs_too = held(ours), filed(ours), held(theirs)
    found = merged(ours, theirs, prefer=prefer)  # which checks that a project comes of it
    ours.do(found.change)
    now = filed(ours)
    assert tags.keys() - copies.before <= now.keys()
    new = {tag: said for tag, said in filed(theirs).items() if tag not in copies.before}
    quotes = {(quote, key) for _, quote, key in now.values()}
    assert all(tag in now or (quote, key) in quotes for tag, (_, quote, key) in new.items())
    assert held(theirs) == theirs_too
    assert prefer or not merged(ours, theirs).change.edits
    if found.change.edits:
        ours.undo()
        assert held(ours) == before


@settings(max_examples=examples(500), deadline=None)
@given(SEEDS)
def test_what_only_they_did_is_taken_as_it_is(seed: int) -> None:
    copies = Copies(seed)
    found = merged(copies.untouched, copies.theirs)
    copies.untouched.do(found.change)
    assert not found.conflicts
    assert held(copies.untouched) == held(copies.theirs)


@settings(max_examples=examples(200), deadline=None)
@given(SEEDS)
def test_a_copy_in_which_nothing_was_done_has_nothing_to_take(seed: int) -> None:
    copies = Copies(seed)
    copies.work(copies.ours, 15)
    found = merged(copies.ours, copies.untouched)
    assert (found.change.edits, found.change.contents, found.conflicts) == ((), (), ())
