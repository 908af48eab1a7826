"""Those who listen to a session hear of every change, and of nothing that did not happen."""

from __future__ import annotations

import pytest

from briefer.actions import details, tagging
from briefer.errors import BrieferError
from briefer.model.change import Change
from tests.worlds import a_world


def test_listeners_hear_what_was_done_undone_and_redone() -> None:
    world = a_world()
    session = world.session()
    heard: list[Change] = []
    session.listen(heard.append)
    session.listen(heard.append)
    change = tagging.tag(session.project, world.sources[0], 4, 7, world.sections[0])
    session.do(change)
    session.undo()
    session.redo()
    told = [change, change.inverse(), change]
    assert heard == [one for one in told for _ in range(2)]


def test_listeners_find_the_project_as_it_is_afterwards() -> None:
    session = a_world().session()
    titles: list[str] = []
    session.listen(lambda _change: titles.append(session.project.details().title))
    session.do(details.set_field(session.project, "title", "It held"))
    session.undo()
    assert titles == ["It held", "The dam held"]


def test_nobody_hears_of_what_changes_nothing_or_is_refused() -> None:
    session = a_world().session()
    stale = details.set_field(session.project, "title", "Stale")
    session.do(details.set_field(session.project, "title", "It held"))
    heard: list[Change] = []
    session.listen(heard.append)
    session.do(details.set_field(session.project, "title", "It held"))
    with pytest.raises(BrieferError, match="changed meanwhile"):
        session.do(stale)
    assert heard == []
