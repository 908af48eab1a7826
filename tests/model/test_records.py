from __future__ import annotations

import pytest

from briefer.model.anchor import Anchor
from briefer.model.plain import MalformedRecordError, from_plain, kind_called, to_plain
from briefer.model.records import KINDS, Section, Source
from tests.worlds import a_world


def test_an_anchor_holds_where_its_text_says_what_it_quotes() -> None:
    anchor = Anchor.at("hash", "The dam held.", 4, 7)
    assert (anchor.quote, anchor.prefix, anchor.suffix) == ("dam", "The ", " held.")
    assert anchor.holds_in("The dam held.")
    assert not anchor.holds_in("The dam fell.")
    assert not anchor.holds_in("The")


def test_every_record_comes_back_from_its_plain_form() -> None:
    world = a_world(tagged=["dam", "held"])
    world.statement(world.sections[0], "It held.", *world.passages)
    for record in world.records:
        assert from_plain(type(record), to_plain(record)) == record


@pytest.mark.parametrize(
    "plain",
    [
        {"id": "x"},
        "not fields",
        {**to_plain(a_world().sections[0]), "digit": "1"},
        {**to_plain(a_world().sections[0]), "digit": True},
        {**to_plain(a_world().sections[0]), "cues": "dam"},
        {**to_plain(a_world().sections[0]), "cues": [1]},
        {**to_plain(a_world().sections[0]), "more": "x"},
    ],
)
def test_a_record_from_outside_with_a_wrong_field_is_refused(plain: object) -> None:
    with pytest.raises(MalformedRecordError, match="valid"):
        from_plain(Section, plain)


def test_a_part_with_a_wrong_field_is_refused() -> None:
    plain = to_plain(a_world().sources[0])
    plain["reference"]["title"] = None
    with pytest.raises(MalformedRecordError, match="title"):
        from_plain(Source, plain)


def test_kinds_are_found_by_their_names_only() -> None:
    assert [kind_called(kind.__name__) for kind in KINDS] == list(KINDS)
    with pytest.raises(MalformedRecordError):
        kind_called("Trigger")
