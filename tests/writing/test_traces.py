from __future__ import annotations

from briefer.session import Session
from briefer.writing.brief import Brief, printed_body
from briefer.writing.compose import compose
from briefer.writing.pdf import render_placed
from briefer.writing.traces import Trace, traces
from tests.worlds import World


def a_brief() -> tuple[Session, Brief]:
    """Compose a quotation, a statement that cites two passages of two sources, and one that cites none."""
    world = World()
    first, second = world.source("The dam held. It rained."), world.source("The dam is dry.")
    section = world.section("Findings")
    held = world.tag(first, "The dam held.", section)
    dry = world.tag(second, "The dam is dry.", section)
    world.tag(first, "It rained.", section)
    world.statement(section, "The dam held and is dry.", held, dry)
    world.statement(None, "All is well.", kind="judgement")
    session = world.session()
    return session, compose(session.project)


def test_every_trace_says_what_stands_there() -> None:
    session, brief = a_brief()
    body, project = list(printed_body(brief)), session.project
    for trace in traces(brief):
        if trace.kind == "body" and trace.statement:
            assert "The dam held and is dry." in body[trace.number] or "All is well." in body[trace.number]
        elif trace.kind == "body" and trace.place.startswith("_Cite"):
            assert body[trace.number].startswith(project.passage(trace.passages[0]).anchor.quote)


def test_notes_their_numbers_and_quotations_lead_to_their_passages() -> None:
    session, brief = a_brief()
    passages = {passage.anchor.quote: passage.id for passage in session.project.passages()}
    behind = {(trace.kind, trace.number): trace.passages for trace in traces(brief)}
    quoted = next(trace for trace in traces(brief) if trace.place.startswith("_Cite"))
    assert quoted.passages == (passages["It rained."],)
    assert {behind["mark", number] for number in (1, 2, 3)} == {(one,) for one in passages.values()}
    assert [behind["foot", number] for number in (1, 2, 3)] == [behind["mark", n] for n in (1, 2, 3)]


def test_each_paragraph_of_an_entry_of_the_annex_leads_to_its_passage() -> None:
    session, brief = a_brief()
    body = list(printed_body(brief))
    for passage in session.project.passages():
        numbers = [trace.number for trace in traces(brief) if trace.place == f"_Evid{passage.id}"]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert body[numbers[0]].startswith(passage.id[:8])
        assert passage.anchor.quote in [body[number] for number in numbers]


def test_the_places_named_are_places_of_the_file() -> None:
    _, brief = a_brief()
    places = render_placed(brief)[1]
    assert {trace.place for trace in traces(brief)} <= places.keys()


def test_an_answer_to_a_question_leads_to_its_passage() -> None:
    world = World()
    first, second = (world.source(words) for words in ("The dam held.", "The dam fell."))
    section = world.section("Findings")
    held, fell = world.tag(first, "held", section), world.tag(second, "fell", None)
    world.difference("Did it hold?", held, fell)
    brief = compose(world.session().project)
    body, found = list(printed_body(brief)), {trace.place: trace for trace in traces(brief)}
    assert (found[f"_C2_{held.id}"].passages, found[f"_Cite{fell.id}"].passages) == ((held.id,), (fell.id,))
    assert body[found[f"_Cite{fell.id}"].number] == "fell[^3]"
    assert {f"_C2_{held.id}", f"_Cite{fell.id}"} <= render_placed(brief)[1].keys()


def test_a_statement_without_a_citation_is_below_its_heading() -> None:
    session, brief = a_brief()
    [judged] = session.project.statements_under(None)
    assert Trace("body", _number(brief, "All is well."), "_BottomLine", (), judged.id) in list(traces(brief))


def _number(brief: Brief, words: str) -> int:
    return next(number for number, text in enumerate(printed_body(brief)) if words in text)
