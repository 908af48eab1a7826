"""What the brief says of quotations and citations that have changed since the version issued last."""

from __future__ import annotations

from dataclasses import replace

from briefer.actions import adjusting, differences, drafting, sections, tagging
from briefer.model.change import Change, Edit
from tests.worlds import a_world
from tests.writing.test_changes import changes, issued, statement


def test_what_became_of_quotations_is_said() -> None:
    quotes = ["One came early", "Two came", "Three came", "Four came", "Five came", "Six came"]
    world = a_world(". ".join(quotes) + ". Seven came and left and slept.", tagged=quotes)
    world.statement(world.sections[0], "Six came in all.", world.passages[5])
    world.statement(None, "Three did.", world.passages[2])
    session = issued(world)
    project = session.project
    section, [source] = world.sections[0], project.sources()
    third = project.tags_under(section)[2]
    session.do(adjusting.adjust(project, world.passages[0], 0, len("One came")))
    session.do(tagging.untag(project, third))
    session.do(tagging.discard(project, world.passages[3]))
    session.do(drafting.write(project, section, "Five did.", "fact", [world.passages[4]]))
    session.do(drafting.remove(project, statement(session, "Six came in all.")))
    for words in ("Seven", "came and", "left", "and slept"):
        start = project.text(source.text).rindex(words)
        session.do(tagging.tag(project, source, start, start + len(words), section))
    assert changes(session) == [
        "Findings | Added: “Five did.”",
        "Findings | Dropped: “Six came in all.”",
        "S1 | Quoted anew: “Seven”",
        "S1 | Quoted anew: “came and”",
        "S1 | Quoted anew: “left”",
        "S1 | Quoted anew: 1 more.",
        "S1 | Quoted in other words: “One came”",
        "S1 | Taken out of a section: “Three came”",
        "S1 | No longer quoted: a passage that was removed since.",
    ]


def test_quotations_that_are_no_more_are_counted() -> None:
    session = issued(a_world("One came. Two came.", tagged=["One", "Two"]))
    for passage in session.project.passages():
        session.do(tagging.discard(session.project, passage))
    assert changes(session) == ["S1 | No longer quoted: 2 passages that were removed since."]


def test_a_quotation_that_was_put_after_another_is_told() -> None:
    world = a_world("One came. Two came.", tagged=["One", "Two"])
    session = issued(world)
    last = session.project.tags_under(world.sections[0])[1]
    session.do(drafting.move(session.project, last, world.sections[0], None))
    assert changes(session) == ["S1 | Quoted in another place: “Two”"]


def test_a_quotation_that_other_parts_still_print_or_cite_is_not_said_to_be_no_longer_quoted() -> None:
    world = a_world("One, Two, Three, Four.", tagged=["One", "Two", "Three"])
    one, two, three = world.passages
    findings, later = world.sections[0], world.section("Later")
    gone = world.section("Gone")
    world.tag(world.sources[0], "Four", gone)
    world.tag(world.sources[0], "Three", later)
    world.difference("Who?", one, three)
    world.statement(later, "Two did.", two)
    session = issued(world)
    for tag in session.project.tags_under(findings):
        session.do(tagging.untag(session.project, tag))
    session.do(sections.remove(session.project, gone))
    assert changes(session) == [
        "S1 | Taken out of a section: “One”",
        "S1 | Taken out of a section: “Two”",
        "S1 | Taken out of a section: “Three”",
        "S1 | No longer quoted: “Four”",
    ]


def test_quotations_that_moved_to_another_section_are_told_once() -> None:
    quotes = [f"{number} came" for number in ("One", "Two", "Three", "Four", "Five")]
    world = a_world(". ".join(quotes), tagged=quotes)
    later = world.section("Later")
    session = issued(world)
    session.do(sections.merge(session.project, world.sections[0], later))
    session.do(adjusting.adjust(session.project, world.passages[0], 0, len("One")))
    assert changes(session) == [
        "S1 | Quoted in other words: “One”",
        "S1 | Quoted in another section: “One”",
        "S1 | Quoted in another section: “Two came”",
        "S1 | Quoted in another section: “Three came”",
        "S1 | Quoted in another section: 2 more.",
    ]


def test_a_passage_that_was_removed_and_marked_again_is_not_said_to_be_no_longer_quoted() -> None:
    world = a_world("One came.", tagged=["One"])
    session = issued(world)
    project, [source] = session.project, session.project.sources()
    session.do(tagging.discard(project, world.passages[0]))
    session.do(tagging.tag(project, source, 0, len("One"), world.sections[0]))
    assert changes(session) == [
        "S1 | Quoted anew: “One”",
        "S1 | Taken out of a section: a passage that was removed since.",
    ]


def test_what_a_statement_cites_now_is_said() -> None:
    quotes = ["One came", "Two", "Three", "Four", "Five", "Six"]
    world = a_world(". ".join(quotes), tagged=quotes)
    section, passages = world.sections[0], world.passages
    cites = {"more": (0,), "many": (0,), "other": (0, 1), "fewer": (0, 1), "turned": (0, 1), "gone": (0, 1)}
    for words, places in cites.items():
        world.statement(section, words, *(passages[place] for place in places))
    session = issued(world)
    project = session.project
    session.do(adjusting.adjust(project, passages[0], 0, len("One")))
    now = {
        "more": (0, 2),
        "many": (0, 2, 3, 4, 5),
        "other": (0, 3),
        "fewer": (0,),
        "turned": (1, 0),
        "gone": (),
    }
    for words, places in now.items():
        cited = [project.passages()[place] for place in places]
        session.do(drafting.rewrite(project, statement(session, words), cites=cited))
    assert changes(session) == [
        "Findings | Also cites “Three”: “more”",
        "Findings | Also cites “Three”, “Four”, “Five” and 1 more: “many”",
        "Findings | Cites other passages, now “Four”: “other”",
        "Findings | Cites fewer passages: “fewer”",
        "Findings | Cites in another order, rests on other words: “turned”",
        "Findings | Cites fewer passages: “gone”",
    ]


def test_a_citation_of_nothing_that_came_since_is_told_as_such() -> None:
    world = a_world("One came.", tagged=["One"])
    before = world.statement(None, "One did.", *world.passages)
    session = issued(world)
    astray = replace(before, cites=(*before.cites, "f" * 32))
    session.do(Change("Cite nothing", (Edit(before, astray),)))
    assert changes(session) == ["Bottom line | Also cites a missing passage: “One did.”"]


def test_words_that_statements_and_rulings_rest_on_are_told_when_they_change() -> None:
    world = a_world("One came early. Two came.", tagged=["One came early", "Two"])
    world.statement(world.sections[0], "Somebody came.", *world.passages)
    world.difference("Who?", *world.passages)
    session = issued(world)
    session.do(adjusting.adjust(session.project, world.passages[0], 0, len("One came")))
    assert changes(session) == [
        "Findings | Rests on other words: “Somebody came.”",
        "Differences | Answers reworded: Who? – unresolved.",
    ]


def test_other_answers_than_before_are_told() -> None:
    world = a_world("One, Two, Three.", tagged=["One", "Two", "Three"])
    asked = world.difference("Who?", *world.passages[:2])
    session = issued(world)
    session.do(differences.rule(session.project, asked, passages=world.passages[1:]))
    assert changes(session) == ["Differences | Answers changed: Who? – unresolved."]
