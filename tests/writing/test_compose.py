"""What the brief of a small world says, part by part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.checking.evidence import inner_findings
from briefer.model.change import Change, Edit
from briefer.model.preset import PARTS, WHOLE
from briefer.session import Session
from briefer.writing.brief import (
    Brief,
    Heading,
    NoteMark,
    Paragraph,
    Quoted,
    Run,
    plain_words,
    printed_body,
    printed_notes,
)
from briefer.writing.compose import compose
from briefer.writing.evidence import DIGEST_LEAD, digest, evidence
from tests.worlds import World, a_world

TEXT = (
    "The dam held.\n\nNobody slept, said Yōko Kamikawa. “We are safe,” she added.\nFirst line\nSecond line\n"
)


def brief_of(world: World, *, draft: bool = False) -> Brief:
    return compose(world.session().project, draft=draft)


def printed(world: World) -> list[str]:
    return list(printed_body(brief_of(world)))


def part(world: World, heading: str) -> list[str]:
    """Give what is printed under a heading, but for the mark of a single origin and the contents."""
    blocks = brief_of(world).blocks
    start = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading)
    found = []
    for block in blocks[start + 1 :]:
        if not isinstance(block, Paragraph):
            break
        found.append(f"{block.role}: {plain_words(block.inlines)}")
    return [line for line in found if not line.startswith(("small: Rests on ", "small: Contents: "))]


def detailed(world: World, **fields: str) -> Session:
    session = world.session()
    before = session.project.details()
    session.do(Change("Set", (Edit(before, replace(before, **fields)),)))  # type: ignore[arg-type]
    return session


def test_a_tag_prints_as_a_quotation_with_a_note() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    assert part(world, "Findings") == ["quotation: Nobody slept[^1]"]
    (note,) = printed_notes(brief_of(world))
    assert note == (
        "untitled (file S1.txt), no byline, outlet not recorded, n.d., para. 2, line 3, URL not recorded "
        f"[S1, other kind of source; passage {world.passages[0].id[:8]}; "
        f"SHA-256 {world.sources[0].original[:12]}]."
    )


def test_a_statement_that_cites_the_passage_takes_its_place() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    world.statement(world.sections[0], "It was a long night.", world.passages[0])
    assert part(world, "Findings") == ["statement: It was a long night.[^1]"]
    assert "evidence: Nobody slept" in part(world, "S1. untitled (file S1.txt)")


def test_the_tag_still_prints_in_another_section() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    other = world.section("Other")
    world.tag(world.sources[0], "Nobody slept", other)
    world.statement(world.sections[0], "It was a long night.", world.passages[0])
    assert part(world, "Other") == ["quotation: Nobody slept[^2]"]


def test_a_passage_quoted_twice_has_two_places_and_two_bookmarks() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    world.tag(world.sources[0], "Nobody slept", world.section("Other"))
    brief = brief_of(world)
    body, name = list(printed_body(brief)), world.passages[0].id
    assert [body[one.place] for one in brief.quoted if one.passage == name] == [
        "Nobody slept[^1]",
        "Nobody slept[^2]",
    ]
    marks = [mark for block in brief.blocks if isinstance(block, Paragraph) for mark in block.bookmarks]
    assert f"_Cite{name}" in marks
    assert f"_C2_{name}" in marks
    assert len(marks) == len(set(marks))


def test_a_quotation_keeps_its_lines() -> None:
    assert part(a_world(TEXT, tagged=["First line\nSecond line"]), "Findings") == [
        "quotation: First line\nSecond line[^1]"
    ]


def test_a_statement_of_kind_quotation_prints_as_one() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    world.statement(None, "Nobody slept", world.passages[0], kind="quotation")
    brief = brief_of(world)
    assert part(world, "Bottom line") == ["quotation: Nobody slept[^1]"]
    assert brief.quoted[0] == Quoted(
        world.passages[0].id, list(printed_body(brief)).index("Nobody slept[^1]")
    )


def test_a_quotation_with_recorded_edits_proves_its_passage() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    world.statement(None, "Nobody [at all] slept", world.passages[0], kind="quotation")
    brief = brief_of(world)
    (quoted, _) = brief.quoted
    assert (quoted.passage, quoted.edits) == (world.passages[0].id, ("6-7: [at all] ",))
    assert list(printed_body(brief))[quoted.place] == "Nobody [at all] slept[^1]"
    assert inner(brief) == []
    forged = replace(quoted, edits=("6-7: [of us] ",))
    assert "does not print passage" in inner(replace(brief, quoted=(forged,)))[0]


def inner(brief: Brief) -> list[str]:
    return [finding.message for finding in inner_findings(evidence(brief))]


def test_an_altered_quotation_proves_nothing() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    world.statement(None, "Nobody ever slept", world.passages[0], kind="quotation")
    assert [one.place for one in brief_of(world).quoted] == [
        printed(world).index("Nobody slept[^2]"),
    ]


def test_an_acronym_is_written_out_where_it_is_first_used() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    world.acronym("USFJ", "U.S. Forces Japan")
    world.statement(None, "USFJ grows.", kind="judgement")
    world.statement(world.sections[0], "USFJ stays.", kind="assumption")
    assert part(world, "Bottom line") == ["bluf: We judge: U.S. Forces Japan (USFJ) grows."]
    assert "statement: We assume: USFJ stays." in part(world, "Findings")


def test_a_day_is_resolved_against_the_event_that_the_analyst_gave() -> None:
    world = a_world(
        "They met on Sunday, and part on Monday.", tagged=["They met on Sunday, and part on Monday."]
    )
    assert "resolved" not in next(printed_notes(brief_of(world)))
    world.records[0] = replace(world.details, event_date="2024-07-28")
    note = next(printed_notes(brief_of(world)))
    assert note.endswith(" “Sunday” is July 28, 2024, resolved against the date of the event.")
    world.statement(world.sections[0], "So they met.", world.passages[0])
    world.statement(None, "They met.", world.passages[0])
    first, second = printed_notes(brief_of(world))
    assert "resolved" in first
    assert "resolved" not in second


def test_words_that_name_two_days_in_one_passage_are_not_resolved() -> None:
    world = a_world("They met on Sunday.")
    world.records[0] = replace(world.details, event_date="2024-07-28")
    twice = "They met on Sunday, will meet again next Sunday, and so on"
    world.tag(world.source(f"{twice} July 28."), twice, world.section("Meetings"))
    assert "resolved" not in next(printed_notes(brief_of(world)))


def test_the_words_of_likelihood_that_are_used_are_explained() -> None:
    world = a_world(TEXT)
    world.statement(None, "It is likely to hold.", kind="judgement")
    assert "Words of likelihood" not in printed(world)
    world.records[0] = replace(world.details, scale="icd-203")
    words = printed(world)
    place = words.index("Words of likelihood")
    assert words[place + 1 : place + 6] == [
        "What words of likelihood mean (ICD 203)", "Words", "Likelihood", "Almost no chance", "1–5%",
    ]  # fmt: skip
    assert "Remote" not in words


def test_judgements_and_assumptions_show_their_lead_in() -> None:
    world = a_world(TEXT)
    section = world.sections[0]
    world.statement(section, "it will hold.", kind="judgement")
    world.statement(section, "We judge that it will hold.", kind="judgement")
    world.statement(section, "We judged it before.", kind="judgement")
    world.statement(section, "it rains.", kind="assumption")
    assert part(world, "Findings") == [
        "statement: We judge: it will hold.",
        "statement: We judge that it will hold.",
        "statement: We judge: We judged it before.",
        "statement: We assume: it rains.",
    ]
    leads = [run for block in brief_of(world).blocks if isinstance(block, Paragraph) for run in block.inlines]
    assert leads.count(Run("We judge", "lead")) == 1
    assert leads.count(Run("We judge: ", "lead")) == 2


def test_a_source_is_named_in_full_once_and_shortly_after() -> None:
    world = a_world(TEXT, tagged=["Nobody slept", "The dam held."])
    notes = list(printed_notes(brief_of(world)))
    assert notes[1].startswith("untitled (file S1.txt), para. 1, line 1 (see n. 1) [S1; passage ")


def test_a_statement_has_one_note_for_each_source_it_cites() -> None:
    world = a_world(TEXT, tagged=["Nobody slept", "The dam held."])
    other = world.tag(world.source("It broke.", title="Other", publisher="The Courier"), "broke", None)
    first, second = world.passages[:2]
    world.statement(None, "They differ.", first, other, second)
    assert part(world, "Bottom line") == ["bluf: They differ.[^1]\u2009[^2]"]
    brief = brief_of(world)
    assert ", paras. 1 and 2, lines 1 and 3, " in plain_words(brief.notes[0].inlines)
    assert [(note.number, note.source, note.passages) for note in brief.cited[:2]] == [
        (1, world.sources[0].id, (first.id, second.id)),
        (2, world.sources[1].id, (other.id,)),
    ]


def test_a_citation_to_nothing_is_shown() -> None:
    world = a_world(TEXT)
    ghost = world.tag(world.sources[0], "Nobody", None)
    world.records.remove(ghost)
    world.statement(None, "It held.", ghost)
    assert part(world, "Bottom line") == ["bluf: It held. [citation missing]"]


def test_an_empty_section_says_so() -> None:
    world = a_world(TEXT)
    assert part(world, "Findings") == ["empty: No reporting in the sources examined."]
    assert part(world, "Bottom line") == ["empty: No bottom line has been written."]


def test_the_front_says_what_is_recorded_and_both_dates_in_any_case() -> None:
    assert printed(a_world(TEXT))[:4] == [
        "The dam held",
        "Date of product: not recorded",
        "Information cut-off: not recorded",
        "Bottom line",
    ]
    full = detailed(
        a_world(TEXT),
        author="Ada", office="Asia Desk", product_number="24-017", version="2", product_date="2024-08-02",
        cutoff="2024-07-31", event_date="2024-07-28", event_place="Tokyo", distribution="Minister",
    )  # fmt: skip
    assert list(printed_body(compose(full.project)))[1:7] == [
        "Product: 24-017, version 2",
        "Prepared by: Ada, Asia Desk",
        "Date of product: August 2, 2024",
        "Information cut-off: July 31, 2024",
        "Event: Tokyo, July 28, 2024",
        "Distribution: Minister",
    ]


def test_the_properties_come_from_the_details() -> None:
    brief = compose(
        detailed(a_world(TEXT), author="Ada", product_date="2024-08-02", event_place="Tokyo").project
    )
    assert (brief.title, brief.author, brief.subject, brief.created) == (
        "The dam held",
        "Ada",
        "Tokyo",
        "2024-08-02",
    )
    assert compose(detailed(a_world(TEXT), title="", product_date="2024").project).created == ""


def test_a_draft_says_so_in_the_banner() -> None:
    assert brief_of(a_world(TEXT)).banner == "UNCLASSIFIED"
    assert brief_of(a_world(TEXT), draft=True).banner == "UNCLASSIFIED — DRAFT"
    assert compose(detailed(a_world(TEXT), marking="").project, draft=True).banner == "UNCLASSIFIED — DRAFT"


def test_the_source_list_counts_and_links() -> None:
    world = a_world(TEXT, tagged=["Nobody slept", "The dam held."])
    world.source(
        "Unused.", title="Unused", publisher="The Courier", published="2024", url="https://example.org/"
    )
    (summary,) = part(world, "Sources")
    assert summary == (
        "small: This brief cites 1 of 2 sources examined: 2 passages in 2 notes. Kinds: "
        "other kind of source (1). Independent origins: 1. Resting on one origin: "
        "Findings. Not recorded: the outlet of 1, the date of 1 and the address of 1."
    )
    assert part(world, "Sources cited")[0].endswith(" Cited in notes 1, 2.")
    assert part(world, "Sources examined but not cited")[0].startswith("reference: S2. “Unused.” No byline. ")


def test_a_source_cited_once_says_its_note_and_what_it_is() -> None:
    world = a_world(TEXT)
    world.tag(world.source("It broke.", descriptor="A daily of the harbour."), "broke", world.sections[0])
    assert part(world, "Sources cited")[0].endswith(" A daily of the harbour. Cited in note 1.")


def test_the_annex_gives_each_passage_exactly_between_its_context() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    name, source = world.passages[0].id, world.sources[0]
    hashed = f"file SHA-256 {source.original[:12]}"
    explained = f"text of {len(TEXT)} code points, SHA-256 {source.text}."
    assert part(world, "S1. untitled (file S1.txt)")[:5] == [
        f"small: File S1.txt, SHA-256 {source.original}; {explained}",
        f"context: {name[:8]} · S1, para. 2, line 3 · code points 15–27 · {hashed} · note 1",
        "context: Before: The dam held.",
        "evidence: Nobody slept",
        "context: After: , said Yōko Kamikawa.",
    ]


def test_the_annex_is_in_the_order_of_the_sources() -> None:
    world = a_world("One. Two.", tagged=["Two", "One"])
    assert [passage.quote for passage in brief_of(world).passages] == ["One", "Two"]


@pytest.mark.parametrize("parts", [PARTS, (), ("cited",), ("annex",), ("summary", "examined")])
def test_every_link_leads_somewhere(parts: tuple[str, ...]) -> None:
    world = a_world(TEXT, tagged=["Nobody slept", "The dam held."])
    brief = compose(world.session().project, preset=replace(WHOLE, parts=parts))
    marks = {block.bookmark for block in brief.blocks if isinstance(block, Heading)}
    for block in brief.blocks:
        if isinstance(block, Paragraph):
            marks |= set(block.bookmarks)
            marks |= {f"_Note{part.number}" for part in block.inlines if isinstance(part, NoteMark)}
    printed = [part for block in brief.blocks if isinstance(block, Paragraph) for part in block.inlines]
    printed += [part for note in brief.notes for part in note.inlines]
    targets = {part.link for part in printed if isinstance(part, Run) and part.link}
    assert targets
    assert {target.removeprefix("#") for target in targets} <= marks


def test_the_last_line_is_the_digest_of_all_before_it() -> None:
    brief = brief_of(a_world(TEXT, tagged=["Nobody slept"]))
    *_, tool, last = printed_body(brief)
    assert tool.endswith("; this file embeds its evidence.")
    assert last == DIGEST_LEAD + digest(evidence(brief))


def test_only_the_parts_that_are_wanted_are_printed() -> None:
    world = a_world(TEXT, tagged=["Nobody slept"])
    world.source("Never cited.")

    def words(*parts: str) -> list[str]:
        preset = replace(WHOLE, parts=parts, embedded=False)
        return list(printed_body(compose(world.session().project, preset=preset)))

    headings = {"Sources", "Sources cited", "Sources examined but not cited", "Evidence annex"}
    assert headings.isdisjoint(words())
    assert headings & set(words("cited")) == {"Sources", "Sources cited"}
    assert headings & set(words("examined")) == {"Sources", "Sources examined but not cited"}
    assert headings & set(words("annex")) == {"Evidence annex"}
    assert words()[-2].endswith("; its evidence is not in this file.")


def test_the_same_project_gives_an_equal_brief() -> None:
    world = a_world(TEXT, tagged=["Nobody slept", "“We are safe,”"])
    assert brief_of(world) == brief_of(world)


def test_unfiled_passages_are_not_printed() -> None:
    world = a_world(TEXT)
    world.tag(world.sources[0], "Nobody slept", None)
    assert brief_of(world).passages == ()
    assert not any("Nobody slept" in words for words in printed(world))


def test_words_of_a_source_carry_its_language() -> None:
    world = a_world("One.")
    world.tag(world.source("본문 바로가기", language="ko"), "본문", world.sections[0])
    quotations = [
        block
        for block in brief_of(world).blocks
        if isinstance(block, Paragraph) and block.role == "quotation"
    ]
    assert quotations[0].inlines[0] == Run("본문", language="ko")


def test_a_quotation_has_the_language_of_the_source_that_says_it() -> None:
    world = a_world("Go to the text", tagged=["text"])
    korean = world.tag(world.source("본문 바로가기", language="ko"), "본문", None)
    world.statement(world.sections[0], "본문", world.passages[0], korean, kind="quotation")
    (words, *_) = next(
        block.inlines
        for block in brief_of(world).blocks
        if isinstance(block, Paragraph) and block.role == "quotation"
    )
    assert words == Run("본문", language="ko")
