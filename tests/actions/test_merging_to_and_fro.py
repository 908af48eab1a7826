"""Two people merge each other’s copies again and again, and change their minds in between."""

from __future__ import annotations

import pytest

from briefer.actions import drafting, tagging
from tests.actions.pairs import TEXT, Deed, Pair, tagging_quote
from tests.worlds import a_world


def rewording(words: str) -> Deed:
    return lambda project: drafting.rewrite(project, project.statements()[0], text=words)


def a_pair() -> Pair:
    """Return two copies in which a statement says "It held."."""
    world = a_world(TEXT)
    world.statement(world.sections[0], "It held.")
    return Pair(world)


def words(pair: Pair) -> list[str]:
    return [one.text for one in pair.project.statements()]


@pytest.mark.parametrize("undone", [False, True])
def test_what_i_took_back_after_my_colleague_had_it_stays_taken_back(*, undone: bool) -> None:
    pair = a_pair()
    pair.do(rewording("It fell."))
    pair.merge_back()
    if undone:
        pair.ours.undo()
    else:
        pair.do(rewording("It held."))
    assert pair.merge() == []
    assert words(pair) == ["It held."]


def test_what_my_colleague_took_back_after_i_had_it_is_taken_back_here() -> None:
    pair = a_pair()
    pair.theirs.do(rewording("It fell.")(pair.theirs.project))
    pair.merge()
    pair.theirs.undo()
    assert pair.merge() == []
    assert words(pair) == ["It held."]


def test_where_each_changed_to_what_the_other_had_somebody_is_asked() -> None:
    pair = a_pair()
    for session, ways in (
        (pair.ours, ("It fell.", "Nobody knew.")),
        (pair.theirs, ("Nobody knew.", "It fell.")),
    ):
        for way in ways:
            session.do(rewording(way)(session.project))
    assert pair.merge() == [("statement", "text", "Nobody knew.", "It fell.")]
    assert words(pair) == ["Nobody knew."]


@pytest.mark.parametrize("undone", [False, True])
def test_a_tag_that_i_took_off_after_my_colleague_had_it_stays_off(*, undone: bool) -> None:
    pair = Pair(a_world(TEXT), (tagging_quote("It held"),))
    pair.merge_back()
    if undone:
        pair.ours.undo()
    else:
        pair.do(lambda project: tagging.discard(project, project.passages()[0]))
    assert pair.merge() == []
    assert pair.quotes == []


def test_a_merge_that_i_undid_can_be_done_again() -> None:
    pair = Pair(a_world(TEXT), theirs=(tagging_quote("It held"),))
    pair.merge()
    pair.ours.undo()
    assert pair.quotes == []
    pair.merge()
    assert pair.quotes == ["It held"]


def test_that_my_colleague_undid_a_merge_takes_nothing_back_here() -> None:
    pair = Pair(a_world(TEXT), (tagging_quote("It held"),))
    pair.merge_back()
    pair.theirs.undo()
    assert pair.merge() == []
    assert pair.quotes == ["It held"]


def test_a_removal_that_i_took_back_after_my_colleague_had_it_stays_taken_back() -> None:
    pair = a_pair()
    pair.do(lambda project: drafting.remove(project, project.statements()[0]))
    pair.merge_back()
    pair.ours.undo()
    assert pair.merge() == []
    assert words(pair) == ["It held."]
