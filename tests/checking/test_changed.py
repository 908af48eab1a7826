"""What rests on words that have changed is named until somebody has looked at it."""

from __future__ import annotations

from briefer.actions import rereading
from briefer.actions.sources import Incoming
from briefer.checking.changed import resting
from briefer.checking.findings import findings
from briefer.session import Session
from tests.worlds import World, a_world

TEXT = "The dam held for 12 hours. The gate broke at noon."
LATER = TEXT.replace("12 hours", "14 long hours")


def a_report() -> World:
    return a_world(TEXT, tagged=["held for 12 hours", "at noon"])


def accepted(world: World) -> Session:
    """Read a newer copy, and accept what is proposed."""
    session = world.session()
    [source] = session.project.sources()
    newer = Incoming("newer.txt", b"n", LATER, "UTF-8")
    session.do(rereading.reread(session.project, source, newer, "2026-11-23T08:00:00Z"))
    [fate] = rereading.unsettled(session.project)
    assert fate.place is not None
    session.do(rereading.accept(session.project, fate.passage, fate.place.start, fate.place.end))
    return session


def told(session: Session) -> list[tuple[str, str]]:
    return [(one.message, one.where) for one in findings(session.project) if one.rule == "changed-words"]


def test_a_statement_is_named_with_the_number_that_is_no_longer_there() -> None:
    world = a_report()
    held, noon = world.passages
    fact = world.statement(world.sections[0], "It held 12 hours.", held, noon)
    world.statement(world.sections[0], "held for 12 hours", held, kind="quotation")
    world.statement(None, "It broke.", noon)
    session = accepted(world)
    [(message, where)] = told(session)
    assert where == fact.id
    assert message == (
        "The statement “It held 12 hours.” in Findings rests on words that have changed, and its 12 is not"
        f" among them; look at it again, and accept the words of {held.id[:8]}."
    )


def test_a_difference_and_a_ruling_are_named() -> None:
    world = a_report()
    first = world.difference("How long?", *world.passages)
    second = world.difference("Until when?", *world.passages, ruling="Until noon.")
    session = accepted(world)
    assert [where for _, where in told(session)] == [first.id, second.id]
    assert resting(session.project, world.passages[:1]) == [
        "The difference “How long?” rests on words that have changed.",
        "The ruling on “Until when?” rests on words that have changed.",
    ]


def test_the_bottom_line_rests_on_words_too() -> None:
    world = a_report()
    world.statement(None, "It held 14 hours.", world.passages[0])
    session = accepted(world)
    assert resting(session.project, session.project.passages()) == [
        "The statement “It held 14 hours.” in the bottom line rests on words that have changed."
    ]
