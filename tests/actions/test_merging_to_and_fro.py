"""Two people merge each other’s copies again and again, and change their minds in between."""

from __future__ import annotations

import pytest

from briefer.actions import drafting, rereading, sections, tagging
from briefer.model.change import Change
from briefer.model.project import Project
from tests.actions.pairs import AT, TEXT, Deed, Pair, a_file, adding, tagging_quote
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


def test_a_section_that_both_made_stays_one_when_one_of_them_renames_it() -> None:
    def make(project: Project) -> Change:
        return sections.add(project, "people")

    def rename(project: Project) -> Change:
        return sections.change(project, project.find_section("people"), key="persons", title="Persons")

    def file_in_it(quote: str) -> Deed:
        def tag(project: Project) -> Change:
            start = TEXT.index(quote)
            section = project.find_section("people")
            return tagging.tag(project, project.sources()[0], start, start + len(quote), section)

        return tag

    pair = Pair(a_world(TEXT), (make,), (make, file_in_it("It held")))
    pair.merge()
    pair.merge_back()
    pair.do(rename)
    pair.theirs.do(file_in_it("in May")(pair.theirs.project))
    assert pair.merge() == []
    assert [one.key for one in pair.project.sections()] == ["findings", "persons"]
    tags = pair.project.tags_under(pair.project.find_section("persons"))
    assert [pair.project.passage(tag.passage).anchor.quote for tag in tags] == ["It held", "in May"]
    pair.merge_back()
    assert [one.title for one in pair.theirs.project.sections()] == ["Findings", "Persons"]


@pytest.mark.parametrize("here", [False, True])
def test_a_source_that_both_added_stays_one_when_one_of_them_reads_it_anew(*, here: bool) -> None:
    def read(project: Project) -> Change:
        newer = a_file("Both say this sentence here, and more.")
        return rereading.reread(project, project.find_source("S2"), newer, AT)

    both = adding("Both say this sentence here.")
    pair = Pair(a_world(TEXT), (both,), (both, tagging_quote("sentence", "S2")))
    pair.merge()
    pair.merge_back()
    (pair.ours if here else pair.theirs).do(read((pair.ours if here else pair.theirs).project))
    pair.theirs.do(tagging_quote("Both say", "S2")(pair.theirs.project))
    assert pair.merge() == []
    assert [one.label for one in pair.project.sources()] == ["S1", "S2"]
    assert pair.project.text_of(pair.project.find_source("S2")).endswith("and more.")
    assert [(one.anchor.quote, one.state) for one in pair.project.passages()] == [
        ("Both say", "anchored"),
        ("sentence", "anchored"),
    ]
