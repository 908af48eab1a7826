from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.content import Content, Original, SourceText
from briefer.model.forms import FORBIDDEN, check_form, is_storable
from briefer.model.invariants import check_project
from briefer.model.records import (
    KINDS,
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Reference,
    Section,
    Source,
    Statement,
    Tag,
    Version,
)
from briefer.wording.control import clean
from tests.worlds import World, an_id

R = Any


def a_full_world() -> World:
    """Give a world of two sources, two sections, and a passage, tag and statement in each."""
    world = World()
    first, second = world.source("The dam held."), world.source("The bridge fell.", kind="agency")
    findings, losses = world.section("Findings"), world.section("Losses")
    dam, bridge = world.tag(first, "dam", findings), world.tag(second, "bridge", losses)
    world.statement(findings, "It held.", dam)
    world.statement(None, "One of two stands.", dam, bridge, kind="judgement")
    world.acronym("USFJ", "U.S. Forces Japan")
    world.difference("What stands?", dam, bridge)
    world.issue("1", f"{an_id()}\tFindings\tIt held.")
    return world


def check(world: World) -> None:
    contents: dict[tuple[type[Content], str], Any] = {(type(c), c.sha256): c.body for c in world.contents}
    check_project(
        sorted(world.records, key=lambda record: KINDS.index(type(record))),
        lambda name: contents.get((SourceText, name)),
        lambda name: contents.get((Original, name)),
    )


def of(world: World, kind: type[Record], place: int = 0) -> R:
    return [record for record in world.records if type(record) is kind][place]


def changed(world: World, record: R, **fields: object) -> World:
    world.records[world.records.index(record)] = replace(record, **fields)
    return world


def assert_refused(world: World, sentence: str) -> None:
    with pytest.raises(BrieferError, match=sentence) as refused:
        check(world)
    assert "\n" not in str(refused.value)


def test_a_project_as_it_must_be_passes() -> None:
    check(a_full_world())


def test_each_text_and_each_file_is_asked_for_once() -> None:
    world = a_full_world()
    world.tag(world.sources[0], "held", world.sections[0])
    asked: Counter[str] = Counter()
    bodies: dict[str, Any] = {content.sha256: content.body for content in world.contents}
    check_project(
        sorted(world.records, key=lambda record: KINDS.index(type(record))),
        lambda name: [asked.update([f"text {name}"]), bodies[name].decode()][1],
        lambda name: [asked.update([f"file {name}"]), bodies[name]][1],
    )
    assert sorted(asked.values()) == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("kind", "fields", "sentence"),
    [
        (Details, {"id": "other"}, "no valid “id”"),
        (Details, {"scale": "gut feeling"}, "no valid “scale”"),
        (Details, {"event_date": "28 July"}, "no valid “event_date”"),
        (Details, {"cutoff": "2024-13-01"}, "no valid “cutoff”"),
        (Details, {"office": "a\x1bb"}, "no valid “office”"),
        (Details, {"office": "x" * 1_000_001}, "no valid “office”"),
        (Details, {"sources_added": -1}, "no valid “sources_added”"),
        (Details, {"sources_added": 1}, "S2 has a label that was never given"),
        (Source, {"id": "x"}, "no valid “id”"),
        (Source, {"id": "A" * 32}, "no valid “id”"),
        (Source, {"label": "S0"}, "no valid “label”"),
        (Source, {"label": "S2"}, "Two sources are called S2"),
        (Source, {"text": "a" * 64}, "in a text that its source does not have"),
        (Source, {"text": "a" * 63}, "no valid “text”"),
        (Source, {"original": "a" * 64}, "S1 was read from is not the one it was"),
        (Source, {"length": 12}, "S1 is not as long as its text"),
        (Source, {"length": 10**9 + 1}, "no valid “length”"),
        (Source, {"added": "yesterday"}, "no valid “added”"),
        (Source, {"reference": Reference(kind="rumour")}, "reference of this project has no valid “kind”"),
        (Source, {"reference": Reference(url="file:///etc/passwd")}, "no valid “url”"),
        (Source, {"reference": Reference(published="Sunday")}, "no valid “published”"),
        (Source, {"reference": Reference(language="<en>")}, "no valid “language”"),
        (Source, {"reference": Reference(reliability="G")}, "no valid “reliability”"),
        (Source, {"reference": Reference(derived_from=an_id())}, "S1 names a source"),
        (Section, {"key": "Findings"}, "no valid “key”"),
        (Section, {"key": "bluf"}, "no valid “key”"),
        (Section, {"key": "losses"}, "Two sections have the key losses"),
        (Section, {"digit": 0}, "the digit 0"),
        (Section, {"digit": 2}, "Two sections have the digit 2"),
        (Section, {"title": ""}, "no valid “title”"),
        (Section, {"colour": "#fff"}, "no valid “colour”"),
        (Section, {"cues": ("dam", "\u2028")}, "no valid “cues”"),
        (Section, {"rank": ""}, "no valid “rank”"),
        (Section, {"rank": "1-"}, "no valid “rank”"),
        (Section, {"rank": "10"}, "no valid “rank”"),
        (Passage, {"source": an_id()}, "names a source"),
        (Passage, {"state": "drifted"}, "no valid “state”"),
        (Passage, {"note": "\ufeff"}, "no valid “note”"),
        (Tag, {"passage": an_id()}, "names a passage"),
        (Tag, {"section": an_id()}, "names a section"),
        (Tag, {"section": "bluf"}, "no valid “section”"),
        (Statement, {"section": an_id()}, "names a section"),
        (Statement, {"cites": (an_id(),)}, "names a passage"),
        (Statement, {"cites": ("\x00",)}, "no valid “cites”"),
        (Statement, {"kind": "guess"}, "no valid “kind”"),
        (Statement, {"edits": ("0-4: […]", "later")}, "no valid “edits”"),
        (Details, {"scale": "mine"}, "no valid “scale”"),
        (Acronym, {"short": "U S"}, "no valid “short”"),
        (Acronym, {"expansion": ""}, "no valid “expansion”"),
        (Difference, {"question": ""}, "no valid “question”"),
        (Difference, {"passages": (an_id(), an_id())}, "names a passage"),
        (Difference, {"passages": ()}, "does not name two or more passages"),
        (Issue, {"day": "2026"}, "no valid “day”"),
        (Issue, {"statements": ("words",)}, "no valid “statements”"),
        (Issue, {"sources": (f"{an_id()}\tS1",)}, "no valid “sources”"),
        (Issue, {"sources": (an_id() + "\t" * 16 + "0" * 64 + "\tnone",)}, "no valid “sources”"),
        (Issue, {"statements": (an_id() + "\t" * 6 + "said",)}, "no valid “statements”"),
        (Issue, {"rulings": (an_id() + "\t" * 5 + "said",)}, "no valid “rulings”"),
    ],
)
def test_a_record_that_cannot_be_is_refused(
    kind: type[Record], fields: dict[str, object], sentence: str
) -> None:
    world = a_full_world()
    assert_refused(changed(world, of(world, kind), **fields), sentence)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"start": 5}, "does not say what its source says there"),
        ({"end": 8}, "does not say what its source says there"),
        ({"quote": "dem"}, "does not say what its source says there"),
        ({"prefix": "A "}, "does not say what its source says there"),
        ({"suffix": " held"}, "does not say what its source says there"),
        ({"end": 4}, "ends before it begins"),
        ({"start": -4}, "anchor of this project has no valid “start”"),
        ({"text": SourceText("The bridge fell.").sha256}, "in a text that its source does not have"),
    ],
)
def test_a_passage_says_what_its_source_says(fields: dict[str, Any], sentence: str) -> None:
    world = a_full_world()
    passage = world.passages[0]
    assert_refused(changed(world, passage, anchor=replace(passage.anchor, **fields)), sentence)


@pytest.mark.parametrize("state", ["review", "lost"])
def test_a_passage_that_lost_its_place_need_not_say_what_its_source_says(state: str) -> None:
    world = a_full_world()
    passage = world.passages[0]
    older = SourceText("The dam will hold.")
    anchor = Anchor.at(older.sha256, older.body, 4, 7)
    changed(world, passage, anchor=anchor, state=state)
    assert_refused(world, "in a text that its source does not have")
    world.records.append(a_version(world.sources[0], older))
    assert_refused(world, "is missing")
    world.contents.append(older)
    check(world)
    wrong = replace(passage, anchor=replace(anchor, quote="dem"), state=state)
    world.records[:] = [wrong if record.id == passage.id else record for record in world.records]
    assert_refused(world, "does not say what its source says there")


def test_a_source_has_each_version_once_and_its_pages_in_their_order() -> None:
    world = a_full_world()
    source, text = world.sources[0], SourceText("The dam will hold.")
    world.contents.append(text)
    first = replace(a_version(source, text), pages=(0, 3, 3))
    world.records.append(first)
    check(world)
    world.records.append(replace(first, id=an_id()))
    assert_refused(world, "Version 1 of S1 is there twice")
    for pages in ((0, 100), (4, 2)):
        world.records[-2:] = [replace(first, pages=pages)]
        assert_refused(world, "pages of Version 1 of S1 do not follow each other")


def a_version(source: Source, text: SourceText) -> Version:
    """What the source was before it was read anew."""
    return Version(
        an_id(), source.id, 1, text.sha256, source.original, "old.txt", "UTF-8", source.added,
        len(text.body), (0,),
    )  # fmt: skip


def test_a_text_or_a_file_is_what_its_hash_says() -> None:
    world = a_full_world()
    records = sorted(world.records, key=lambda record: KINDS.index(type(record)))
    bodies: dict[str, Any] = {content.sha256: content.body for content in world.contents}
    with pytest.raises(BrieferError, match="not the one that was read"):
        check_project(records, lambda _: "The dam fell.", bodies.get)
    with pytest.raises(BrieferError, match="not the one it was"):
        check_project(records, lambda name: bodies[name].decode(), lambda _: b"The dam fell.")


def test_a_text_with_control_characters_is_refused() -> None:
    world = World()
    world.source("The dam\x00 held.")
    assert_refused(world, "not the one that was read")


def test_no_two_records_share_an_id() -> None:
    world = a_full_world()
    assert_refused(changed(world, of(world, Tag), id=of(world, Passage).id), "Two records have the id")


def test_a_span_is_one_passage_and_a_passage_stands_once_in_a_section() -> None:
    world = a_full_world()
    world.records.append(replace(world.passages[0], id=an_id()))
    assert_refused(world, "stands where another one does")
    world = a_full_world()
    world.records.append(replace(of(world, Tag), id=an_id()))
    assert_refused(world, "filed already")


def test_a_difference_names_each_passage_once() -> None:
    world = a_full_world()
    first = of(world, Passage)
    difference = changed(world, of(world, Difference), passages=(first.id, first.id))
    assert_refused(difference, "does not name two or more passages")


def test_an_acronym_and_a_version_are_there_once() -> None:
    world = a_full_world()
    world.acronym("USFJ", "United States Forces, Japan")
    assert_refused(world, "Two acronyms are written USFJ")
    world = a_full_world()
    world.issue("1")
    assert_refused(world, "Version 1 was issued twice")


def test_a_project_without_details_is_refused() -> None:
    world = World()
    world.records.clear()
    assert_refused(world, "has no details")


def test_sources_may_derive_from_each_other_but_not_from_themselves() -> None:
    world = a_full_world()
    first, second = world.sources
    changed(world, second, reference=Reference(derived_from=first.id))
    check(world)
    changed(world, first, reference=Reference(derived_from=second.id))
    assert_refused(world, "S1 is derived from itself")


def test_what_is_forbidden_is_what_import_and_typing_drop() -> None:
    allowed = "".join(chr(code) for code in range(0x110000) if not FORBIDDEN.match(chr(code)))
    assert clean(allowed) == (allowed, 0)
    for character in FORBIDDEN.findall("".join(map(chr, range(0x110000)))):
        assert clean(character)[0] != character


def test_a_text_is_storable_if_no_character_of_it_is_forbidden() -> None:
    every = "".join(map(chr, range(0x110000)))
    for character in every[:0x3000] + "".join(FORBIDDEN.findall(every)):
        is_allowed = not FORBIDDEN.match(character)
        for text in (character, f"{character}é"):
            assert is_storable(text) == is_allowed
            assert (clean(text)[0] == text) == is_allowed


def test_nothing_that_is_forbidden_passes_for_printable() -> None:
    for character in FORBIDDEN.findall("".join(map(chr, range(0x110000)))):
        with pytest.raises(BrieferError):
            check_form(Details(title=character))
