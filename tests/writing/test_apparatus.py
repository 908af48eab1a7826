"""What the brief says of its own ground: differences, coverage, gaps, changes, purpose, single origins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefer.actions import details
from briefer.model.preset import PARTS, WHOLE
from briefer.writing.brief import Brief, Heading, Paragraph, Run, Table, plain_words, printed_body
from briefer.writing.compose import compose
from tests.worlds import World, a_world


def two_reports() -> World:
    """Two reports that name another minister, each tagged in the one section."""
    world = a_world("Kamikawa came.", tagged=["Kamikawa"])
    world.tag(world.source("Hayashi came.", publisher="The Courier"), "Hayashi", world.sections[0])
    return world


def composed(world: World) -> Brief:
    return compose(world.session().project)


def under(brief: Brief, heading: str) -> list[str]:
    """Give what is printed under a heading up to the next: paragraphs, captions, rows of tables."""
    blocks = iter(brief.blocks)
    for block in blocks:
        if isinstance(block, Heading) and block.text == heading:
            break
    return list(_printed(blocks))


def _printed(blocks: Iterator[object]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                return
            case Paragraph():
                yield plain_words(block.inlines)
            case Table():
                yield block.caption
                yield from (" | ".join(map(plain_words, row)) for row in block.rows)


def headings(brief: Brief) -> list[str]:
    return [block.text for block in brief.blocks if isinstance(block, Heading)]


def test_where_the_sources_differ_each_says_its_own_words_and_the_analyst_rules() -> None:
    world = two_reports()
    world.difference("Who came?", *world.passages, ruling="Kamikawa.", reason="On record.")
    world.difference("Who came first?", *reversed(world.passages))
    assert under(composed(world), "Where the sources differ") == [
        "Who came?",
        "S1 | Kamikawa[^3]",
        "S2, The Courier | Hayashi[^4]",
        "Ruling | Kamikawa.",
        "Reason | On record.",
        "Who came first?",
        "S2, The Courier | Hayashi[^5]",
        "S1 | Kamikawa[^6]",
        "Ruling | Unresolved",
    ]


def test_what_is_said_there_is_quoted_cited_and_in_the_annex_even_if_no_section_has_it() -> None:
    world = two_reports()
    unfiled = world.tag(world.sources[1], "came", None)
    world.difference("Who came?", world.passages[0], unfiled)
    brief = composed(world)
    body = list(printed_body(brief))
    (place,) = (quoted.place for quoted in brief.quoted if quoted.passage == unfiled.id)
    assert body[place] == "came[^4]"
    assert unfiled.id in {passage.id for passage in brief.passages}
    assert brief.cited[3].passages == (unfiled.id,)
    tables = [block for block in brief.blocks if isinstance(block, Table)]
    names = dict(tables[0].bookmarks)
    assert names == {1: f"_C2_{world.passages[0].id}", 3: f"_Cite{unfiled.id}"}


def test_without_a_difference_nothing_is_said_of_any() -> None:
    assert "Where the sources differ" not in headings(composed(two_reports()))


def test_the_coverage_table_counts_passages_by_section_and_source_and_their_origins() -> None:
    world = two_reports()
    world.section("Other")
    world.statement(None, "Somebody came.", *world.passages)
    world.source("Nobody came.")
    rows = [line for line in under(composed(world), "Sources") if " | " in line]
    assert rows == [
        "Bottom line | 1 | 1 | – | 1 to 2",
        "Findings | 1 | 1 | – | 1 to 2",
        "Other | – | – | – | –",
    ]


def test_many_sources_are_set_side_by_side_ten_at_a_time() -> None:
    world = a_world()
    for number in range(12):
        world.source(f"{number}.")
    tables = [block for block in composed(world).blocks if isinstance(block, Table)]
    assert [len(table.columns) for table in tables] == [12, 5]
    assert all(abs(sum(table.widths) - 1) < 1e-9 for table in tables)


def test_no_source_no_coverage() -> None:
    assert not [block for block in composed(World()).blocks if isinstance(block, Table)]


def test_gaps_and_assumptions_are_named_with_the_way_to_them() -> None:
    world = two_reports()
    world.section("Other")
    world.statement(world.sections[0], "both mean one man.", kind="assumption")
    world.difference("Who came?", *world.passages)
    world.difference("Who left?", *world.passages, ruling="Nobody.")
    brief = composed(world)
    assert under(brief, "Gaps and assumptions") == [
        "Empty: Bottom line and Other.",
        "Unresolved: Who came?",
        "Outlet not recorded: S1.",
        "Date not recorded: S1 and S2.",
        "Address not recorded: S1 and S2.",
        "Origin not recorded: S1 and S2.",
        "Assumed: both mean one man. (Findings)",
    ]
    links = [
        part.link
        for block in brief.blocks
        if isinstance(block, Paragraph) and not contents_of(block)
        for part in block.inlines
        if isinstance(part, Run) and part.text in {"Other", "Who came?", "Findings"}
    ]
    assert links == ["#_Section2", "#_Differences", "#_Section1"]


def test_a_brief_without_a_known_gap_says_so() -> None:
    world = World()
    known = {"publisher": "P", "published": "2024", "url": "https://example.org/", "kind": "official"}
    section, source = world.section("Findings"), world.source("It held.", **known)
    world.statement(None, "It held.", world.tag(source, "It held.", section))
    brief = composed(world)
    assert under(brief, "Gaps and assumptions") == ["None is known."]
    assert "Gaps:" not in under(brief, "Sources")[0]


def test_the_summary_counts_the_gaps() -> None:
    world = two_reports()
    world.section("Other")
    world.difference("Who came?", *world.passages)
    assert "Gaps: 1 empty section and 1 unresolved difference. " in under(composed(world), "Sources")[0]


def test_reports_of_one_origin_count_once() -> None:
    world = a_world("One.", tagged=["One"])
    section = world.sections[0]
    kyodo = world.source("Two.", relayed_from="Kyodo News")
    world.tag(kyodo, "Two", section)
    world.tag(world.source("Three.", relayed_from="KYODO NEWS"), "Three", section)
    world.tag(world.source("Four.", derived_from=kyodo.id), "Four", section)
    assert (
        "Independent origins: at least 1, at most 2, as the origin of S1 is not recorded."
        in under(composed(world), "Sources")[0]
    )
    assert "made from source S2" in plain_words(composed(world).notes[3].inlines)


def test_a_section_that_rests_on_one_origin_says_so() -> None:
    world = a_world("One.", tagged=["One"])
    assert under(composed(world), "Findings")[0] == "Rests on one source, S1."
    relayed = world.section("Relayed")
    for words in ("Two.", "Three."):
        world.tag(world.source(words, relayed_from="Kyodo News"), words, relayed)
    made = world.section("Made")
    four = world.source("Four.", derived_from=world.sources[0].id)
    world.statement(made, "One.", world.passages[0], world.tag(four, "Four", None))
    world.section("Both")
    world.tag(world.sources[0], "One", world.sections[-1])
    world.tag(world.sources[1], "Two", world.sections[-1])
    brief = composed(world)
    assert under(brief, "Relayed")[0] == "Rests on one origin, Kyodo News: S2 and S3 have it from there."
    assert under(brief, "Made")[0] == "Rests on one origin, S1: S4 has it from there."
    assert not under(brief, "Both")[0].startswith("Rests")


def test_a_ruling_is_printed_without_the_blank_lines_in_it() -> None:
    world = two_reports()
    world.difference(
        "Who came?", *world.passages, ruling="Kamikawa.\n\n \nShe alone.\n", reason="So\n\nit is."
    )
    printed = under(composed(world), "Where the sources differ")
    assert printed[-2:] == ["Ruling | Kamikawa.\nShe alone.", "Reason | So\nit is."]


def test_purpose_and_objectives_stand_behind_the_bottom_line_as_far_as_they_are_recorded() -> None:
    session = two_reports().session()

    def front() -> list[str]:
        return headings(compose(session.project))[:2]

    assert front() == ["Bottom line", "Findings"]
    session.do(details.set_field(session.project, "objectives", "Ask who came.\n\n Say thanks.\n"))
    assert front() == ["Bottom line", "Objectives"]
    session.do(details.set_field(session.project, "purpose", "To meet the minister."))
    brief = compose(session.project)
    assert under(brief, "Purpose and objectives") == [
        "To meet the minister.",
        "1. Ask who came.",
        "2. Say thanks.",
    ]
    assert "Purpose and objectives" not in headings(compose(session.project, preset=replace(WHOLE, parts=())))
    session.do(details.set_field(session.project, "objectives", ""))
    assert front() == ["Bottom line", "Purpose"]


@pytest.mark.parametrize(
    "parts", [PARTS, ("changes", "differences", "gaps", "coverage"), ("changes", "gaps")]
)
def test_every_link_of_a_table_leads_somewhere(parts: tuple[str, ...]) -> None:
    world = two_reports()
    world.difference("Who came?", *world.passages)
    world.issue("0")
    brief = compose(world.session().project, preset=replace(WHOLE, parts=parts))
    marks = {block.bookmark for block in brief.blocks if isinstance(block, Heading)}
    tables = [block for block in brief.blocks if isinstance(block, Table)]
    for block in brief.blocks:
        if isinstance(block, Paragraph):
            marks |= set(block.bookmarks)
    cells = [cell for table in tables for row in table.rows for cell in row]
    links = {part.link for cell in cells for part in cell if isinstance(part, Run)} - {""}
    assert {link.removeprefix("#") for link in links} <= marks


def test_the_contents_lead_to_every_heading_of_the_first_rank_that_is_printed() -> None:
    world = a_world(tagged=["It held"])
    for parts in (PARTS, ("contents",)):
        brief = compose(world.session().project, preset=replace(WHOLE, parts=parts))
        headings = [one for one in brief.blocks if isinstance(one, Heading) and one.level == 1]
        line = next(one for one in brief.blocks if isinstance(one, Paragraph) and contents_of(one))
        assert contents_of(line) == [(one.text, f"#{one.bookmark}") for one in headings[1:]]
        assert brief.blocks.index(headings[0]) < brief.blocks.index(line) < brief.blocks.index(headings[1])
    without = compose(world.session().project, preset=replace(WHOLE, parts=()))
    assert not any(contents_of(one) for one in without.blocks if isinstance(one, Paragraph))


def contents_of(paragraph: Paragraph) -> list[tuple[str, str]]:
    """Give the words and targets of the links in the contents, nothing for any other paragraph."""
    lead, *links = paragraph.inlines or (None,)
    if lead != Run("Contents: ", "quiet"):
        return []
    return [(one.text, one.link) for one in links if isinstance(one, Run) and one.link]
