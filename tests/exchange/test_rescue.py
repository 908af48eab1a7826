"""What is sound in a damaged YAML project."""

from __future__ import annotations

import pytest

from briefer.errors import BrieferError
from briefer.exchange import events
from briefer.exchange.rescue import rescue
from briefer.model.records import Passage, Tag
from briefer.tasks.opening import yaml_of
from tests.worlds import a_world

WORLD = a_world(tagged=["dam", "held"])
YAML = yaml_of(WORLD.session().project)


def test_all_of_a_sound_one_is_read() -> None:
    wreck = rescue(YAML)
    assert set(wreck.records.values()) == set(WORLD.records)
    assert (wreck.unread, wreck.missing, wreck.altered) == (set(), {}, {})


def test_a_spoilt_record_takes_no_other_with_it() -> None:
    wreck = rescue(YAML.replace(b'quote: "dam"', b'quote: "dam'))
    assert wreck.missing == {WORLD.passages[0].id: Passage}
    assert len(wreck.records) == len(WORLD.records) - 1


def test_a_record_without_a_name_is_told_as_unread() -> None:
    place = YAML.index(b"\ntags:")
    wreck = rescue(YAML[:place] + YAML[place:].replace(b'  - id: "', b"  - id: ", 1))
    assert wreck.unread == {Tag.__name__.lower()}


def test_what_comes_after_a_cut_is_told_as_unread() -> None:
    wreck = rescue(YAML[: YAML.index(b"\ntags:") + 1])
    assert wreck.unread == {"tag", "statement", "acronym", "difference", "issue"}
    assert rescue(YAML[: YAML.index(b"\ntags:") + 1].replace(b"briefer: 4", b"briefer: 1")).unread == {
        "tag",
        "statement",
    }


def test_a_text_that_is_no_utf_8_any_more_is_altered() -> None:
    place = YAML.index(b"\ntexts:")
    wreck = rescue(YAML[:place] + YAML[place:].replace(b"inspected", b"inspec\xffed", 1))
    (altered,) = wreck.altered.values()
    assert "inspec\ufffded" in altered


def test_a_file_that_is_no_base64_is_left() -> None:
    for body in (b'"no base64"', b"12"):
        assert not rescue(YAML.replace(b'"same-as-text"', body)).originals
    assert list(rescue(YAML.replace(b'"same-as-text"', b'"c2FtZQ=="')).originals.values()) == [b"same"]


def test_one_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MAX_BYTES", 9)
    with pytest.raises(BrieferError, match="keep this project as a .brief"):
        rescue(YAML)
