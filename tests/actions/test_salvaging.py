"""What is made of the parts of a damaged project is sound, and says what is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from briefer.actions import rereading
from briefer.actions.salvaging import salvage
from briefer.checking.findings import findings
from briefer.model.content import SourceText
from briefer.model.records import Details, Passage, Record, Section, Source, Statement, Tag, Version
from briefer.model.wreck import Salvaged, Wreck
from briefer.session import in_memory
from tests.worlds import World, a_world

AT = "2026-11-23T04:00:00Z"
TEXT = "The dam was inspected in May. It held through the flood. The mayor thanked the crew for it."
R = TypeVar("R", bound=Record)


def wreck_of(world: World, *without: Record, **parts: object) -> Wreck:
    """Return all of a world but some records, as if it were read from a damaged file."""
    texts = {one.sha256: one.body for one in world.contents if isinstance(one, SourceText)}
    files = {one.sha256: one.body for one in world.contents if not isinstance(one, SourceText)}
    records = {record.id: record for record in world.records if record not in without}
    wreck = Wreck(records, texts, files)
    for name, part in parts.items():
        setattr(wreck, name, part)
    return wreck


def of(kind: type[R], found: Salvaged) -> list[R]:
    return [record for record in found.records if isinstance(record, kind)]


def told(found: Salvaged) -> list[str]:
    return [loss.kind for loss in found.losses]


def a_flood() -> World:
    return a_world(TEXT, tagged=["It held", "the crew"])


def test_nothing_is_lost_of_what_is_whole() -> None:
    world = a_flood()
    found = salvage(wreck_of(world), AT)
    assert set(found.records) == set(world.records)
    assert found.losses == ()


def test_of_two_passages_at_one_place_one_is_set_apart() -> None:
    world = a_world("The dam held.", tagged=["dam"])
    (one,) = world.passages
    world.records.append(replace(one, id=world.new_id(), state="review"))
    found = salvage(wreck_of(world), AT)
    first, second = of(Passage, found)
    assert (first.anchor.text, first.state) == (world.sources[0].text, "anchored")
    assert (second.anchor.quote, second.state) == ("dam", "review")
    assert told(found) == ["place"]


def test_passages_of_an_altered_text_stay_only_where_they_stand_word_for_word() -> None:
    world = a_flood()
    (source,) = world.sources
    altered = TEXT.replace("It held", "It hold")
    found = salvage(wreck_of(world, texts={}, altered={source.text: altered}), AT)
    held, crew = sorted(of(Passage, found), key=lambda one: one.anchor.quote)
    (now,) = of(Source, found)
    assert now.text == SourceText(altered).sha256 != source.text
    assert now.reference.descriptor.startswith("Its text was altered when the project file was damaged;")
    assert (held.anchor.quote, held.state) == ("It held", "review")
    assert (crew.anchor.quote, crew.state, crew.anchor.text) == ("the crew", "anchored", now.text)
    (version,) = of(Version, found)
    assert version.text == held.anchor.text
    assert version.file_name == "What is left of S1.txt"
    assert told(found) == ["text", "place"]
    assert found.losses[0].sentence == (
        "The text of S1, “S1.txt”, is altered; what is left of it is a text of its own;"
        " 1 of its 2 passages stand in that."
    )


def test_passages_that_an_altered_text_moved_are_found_again() -> None:
    world = a_flood()
    found = salvage(wreck_of(world, texts={}, altered={world.sources[0].text: f"\ufffd {TEXT}"}), AT)
    assert {(one.anchor.quote, one.state) for one in of(Passage, found)} == {
        ("It held", "moved"),
        ("the crew", "moved"),
    }


def test_passages_of_a_text_that_is_gone_are_found_again_when_its_file_is_read_anew() -> None:
    world = a_flood()
    found = salvage(wreck_of(world, texts={}, originals={}), AT)
    assert {one.state for one in of(Passage, found)} == {"review"}
    assert told(found) == ["file", "text", "place", "place"]
    session = in_memory(found.records, found.contents, "Ada")
    assert [one.rule for one in findings(session.project) if one.level == "error"] == ["for-review"] * 2
    (source,) = session.project.sources()
    assert session.project.text_of(source).startswith("The text of this source is lost")
    assert source.file_name == "Text of S1.txt"
    assert [loss.sentence for loss in found.losses[:2]] == [
        "The file that S1, “S1.txt”, was read from is gone.",
        "The text of S1, “S1.txt”, is gone; a sentence that says so stands in its place.",
    ]
    session.do(rereading.revise(session.project, source, TEXT, AT))
    fates = {one.anchor.quote: one.state for one in session.project.passages()}
    assert fates == {"It held": "anchored", "the crew": "moved"}


def test_tags_and_statements_of_a_section_that_is_gone_are_kept_under_another_name() -> None:
    world = a_flood()
    (section,) = world.sections
    world.statement(section, "It held.", world.passages[0])
    found = salvage(wreck_of(world, section), AT)
    (stand_in,) = of(Section, found)
    assert (stand_in.id, stand_in.title) == (section.id, "Recovered section 1")
    assert len(of(Tag, found)) == 2
    assert len(of(Statement, found)) == 1
    (loss,) = found.losses
    assert loss.kind == "section"
    assert loss.sentence.endswith("it is called “Recovered section 1”.")


def test_passages_of_a_source_that_is_gone_stand_in_its_text() -> None:
    world = a_flood()
    found = salvage(wreck_of(world, world.sources[0]), AT)
    (source,) = of(Source, found)
    assert (source.id, source.text, source.label) == (world.sources[0].id, world.sources[0].text, "S2")
    assert {one.state for one in of(Passage, found)} == {"anchored"}
    (loss,) = found.losses
    assert loss.sentence == (
        "A source has lost its name and all that was known of it; it is called S2, “Unnamed S2.txt”."
    )
    assert source.file_name == "Unnamed S2.txt"


def test_of_a_source_whose_file_is_gone_it_is_said_what_stands_in_for_it() -> None:
    world, file = a_flood(), "a" * 64
    (source,) = world.sources
    wreck = wreck_of(world)
    wreck.records[source.id] = replace(source, original=file)
    for altered in (False, True):
        if altered:
            wreck.texts, wreck.altered = {}, {source.text: TEXT.replace("It held", "It hold")}
        found = salvage(wreck, AT)
        assert told(found)[0] == "file"
        assert found.losses[0].sentence == (
            "The file that S1, “S1.txt”, was read from is gone;"
            " what there is of its text stands in for it as “Text of S1.txt”."
        )


def test_what_names_a_passage_that_is_gone_goes_on_without_it() -> None:
    world = a_flood()
    gone, kept = world.passages
    third = world.tag(world.sources[0], "in May", world.sections[0])
    statement = world.statement(world.sections[0], "It held.", gone, kept)
    world.difference("Did it hold?", gone, kept, third)
    settled = world.difference("Who said so?", gone, kept)
    found = salvage(wreck_of(world, gone), AT)
    (now,) = of(Statement, found)
    assert now == replace(statement, cites=(kept.id,))
    assert settled.id not in {record.id for record in found.records}
    assert sorted(told(found)) == ["answer", "citation", "difference", "passage", "tag"]
    (difference,) = (loss.sentence for loss in found.losses if loss.kind == "difference")
    assert difference == "Difference “Who said so?” is gone."


def test_details_that_are_gone_begin_anew() -> None:
    world = a_flood()
    found = salvage(wreck_of(world, world.details), AT)
    assert of(Details, found) == [Details(title="Recovered brief", sources_added=1)]
    assert told(found) == ["details"]


def test_what_two_records_claim_goes_to_one() -> None:
    world = a_flood()
    second = world.source("Nobody slept.")
    state, other = world.sections[0], world.section("State")
    acronym = world.acronym("NHK", "Japan’s broadcaster")
    wreck = wreck_of(world)
    wreck.records[second.id] = replace(second, label="S1")
    wreck.records[other.id] = replace(other, key=state.key, digit=state.digit)
    wreck.records["a" * 32] = replace(acronym, id="a" * 32)
    wreck.records["b" * 32] = replace(world.passages[0], id="b" * 32)
    found = salvage(wreck, AT)
    assert {one.label for one in of(Source, found)} == {"S1", "S3"}
    assert [one.digit for one in of(Section, found)] == [1, None]
    assert sorted(told(found)) == ["acronym", "digit", "label", "place"]
    assert "Acronym “NHK” is gone." in {loss.sentence for loss in found.losses}


def test_a_source_is_made_from_none_that_is_gone_or_from_itself() -> None:
    world = a_flood()
    second = world.source("Nobody slept.", derived_from="f" * 32)
    wreck = wreck_of(world)
    first = world.sources[0]
    reference = replace(first.reference, derived_from=first.id)
    wreck.records[first.id] = replace(first, reference=reference)
    world.records.append(replace(second, id="d" * 32, label="S3"))
    wreck.records["d" * 32] = replace(second, id="d" * 32, label="S3", reference=reference)
    found = salvage(wreck, AT)
    assert [one.reference.derived_from for one in of(Source, found)] == ["", "", first.id]
    assert [(loss.kind, loss.id) for loss in found.losses] == [("origin", first.id), ("origin", second.id)]


def test_a_former_version_goes_with_its_text_or_its_file_and_its_passages_are_kept() -> None:
    world = a_flood()
    session = world.session()
    for words in ("It held through the night.", "It broke."):
        session.do(rereading.revise(session.project, session.project.sources()[0], words, AT))
    records = {record.id: record for record in session.project.records()}
    texts = [content for content in session.project.contents() if isinstance(content, SourceText)]
    kept = {one.sha256: one.body for one in texts if one.body != TEXT}
    found = salvage(Wreck(records, kept, {}), AT)
    assert {one.state for one in of(Passage, found)} <= {"lost", "review"}
    assert [one.file_name for one in of(Version, found)] == ["What is left of S1.txt"]
    assert told(found).count("version") == 2


def test_a_passage_that_says_nothing_is_gone() -> None:
    world = a_flood()
    passage = world.passages[0]
    wreck = wreck_of(world)
    wreck.records[passage.id] = replace(passage, anchor=replace(passage.anchor, end=0, quote=""))
    found = salvage(wreck, AT)
    assert sorted(told(found)) == ["passage", "tag"]
    assert len(of(Passage, found)) == 1


def test_what_the_history_says_otherwise_and_what_was_not_read_is_told() -> None:
    world = a_flood()
    section = world.sections[0]
    found = salvage(wreck_of(world, differing={section.id}, unread={"log", "statement", "text"}), AT)
    assert told(found) == ["doubtful", "unread", "history"]
    assert found.losses[1].sentence.endswith("there may have been more statements.")
