"""Where the sources differ: put, ruled on, ordered, forgotten."""

from __future__ import annotations

import pytest

from briefer.actions import adjusting, collecting, differences, sources, tagging
from briefer.errors import BrieferError
from briefer.model.records import Difference, Passage
from briefer.session import Session
from tests.worlds import a_world


@pytest.fixture
def session() -> Session:
    return a_world("Kamikawa came. Hayashi came.", tagged=["Kamikawa", "Hayashi"]).session()


def both(session: Session) -> list[Passage]:
    return list(session.project.passages())


def put(session: Session, question: str = "Who came?") -> Difference:
    session.do(differences.put(session.project, question, both(session)))
    return session.project.differences()[-1]


def test_a_difference_is_unresolved_until_it_is_ruled_on(session: Session) -> None:
    found = put(session)
    assert (found.question, found.ruling, found.reason) == ("Who came?", "", "")
    session.do(differences.rule(session.project, found, ruling="Kamikawa", reason="She was minister."))
    (ruled,) = session.project.differences()
    assert (ruled.ruling, ruled.reason) == ("Kamikawa", "She was minister.")
    assert session.undo() == "Rule on a difference"
    assert session.project.differences() == [found]
    assert differences.rule(session.project, found, question=" Who came? ").edits == ()


def test_it_needs_a_question_and_two_passages(session: Session) -> None:
    with pytest.raises(BrieferError, match="needs a question"):
        differences.put(session.project, " ", both(session))
    with pytest.raises(BrieferError, match="two passages at least"):
        differences.put(session.project, "Who?", both(session)[:1] * 2)
    with pytest.raises(BrieferError, match="two passages at least"):
        differences.rule(session.project, put(session), passages=[])


def test_differences_are_put_in_any_order(session: Session) -> None:
    *_, last = (put(session, question) for question in ("One?", "Two?", "Three?"))
    session.do(differences.place(session.project, last, None))
    assert [one.question for one in session.project.differences()] == ["Three?", "One?", "Two?"]
    _, first, second = session.project.differences()
    session.do(differences.place(session.project, first, second))
    assert [one.question for one in session.project.differences()] == ["Three?", "Two?", "One?"]
    last = session.project.differences()[-1]
    assert differences.place(session.project, last, session.project.differences()[1]).edits == ()


def test_a_passage_that_a_difference_names_stays_when_its_last_tag_goes(session: Session) -> None:
    found = put(session)
    one, other = both(session)
    session.do(tagging.untag(session.project, session.project.tags_of(one)[0]))
    session.do(collecting.take_out(session.project, [session.project.tags_of(other)[0]]))
    assert list(session.project.unfiled()) == [one, other]
    with pytest.raises(BrieferError, match="named by 1 difference; take it out of there first"):
        tagging.discard(session.project, one)
    with pytest.raises(BrieferError, match="S1 is part of 1 difference") as refused:
        sources.remove(session.project, session.project.sources()[0])
    assert isinstance(refused.value, sources.StillNamedError)
    assert refused.value.by == found
    session.do(differences.remove(session.project, found))
    session.do(tagging.discard(session.project, one))
    assert list(session.project.passages()) == [other]


def test_a_difference_follows_a_passage_that_becomes_another(session: Session) -> None:
    source, section = session.project.sources()[0], session.project.sections()[0]
    session.do(tagging.tag(session.project, source, 0, 14, section))
    found = put(session)
    short, long, last = both(session)
    session.do(adjusting.adjust(session.project, short, 0, 14))
    assert session.project.differences()[0].passages == (long.id, last.id)
    with pytest.raises(BrieferError, match="are named as a difference; remove that first"):
        adjusting.adjust(session.project, long, last.anchor.start, last.anchor.end)
    assert session.project.find_difference(found.id[:8]) == session.project.find(found.id)
