"""A YAML file of millions of values that is no project is refused before they are all read."""

from __future__ import annotations

import pytest

from briefer.errors import BrieferError
from briefer.exchange import events
from briefer.exchange.project import from_yaml
from briefer.exchange.rescue import holds_records, rescue
from briefer.tasks.opening import yaml_of
from tests.worlds import a_world

MANY = 200_000
YAML = yaml_of(a_world(tagged=["dam", "held"]).session().project)
HASH = "0" * 64
BOMBS = {
    "values": "briefer: 4\na: [" + "0," * MANY + "0]",
    "names": "briefer: 4\n" + "".join(f"k{number}: 1\n" for number in range(MANY)),
    "empty records": "briefer: 4\ntags:\n" + "  - {}\n" * MANY,
    "lists": "briefer: 4\ntags:\n" + "- [[]]\n" * MANY,
    "one record": "briefer: 4\ntags:\n- a: [" + "0," * MANY + "0]",
    "numbers as texts": "briefer: 4\ntexts:\n" + "".join(f"  {number}: 0\n" for number in range(MANY)),
    "a list as a text": f"briefer: 4\ntexts:\n  {HASH}: [" + "0," * MANY + "0]",
    "no project": "a: [" + "0," * MANY + "0]",
    "a later form": "briefer: 5\na: [" + "0," * MANY + "0]",
}


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the events that are looked at."""
    found = [0]
    take = events._Growing.take

    def counted(growing: events._Growing, event: object) -> None:
        found[0] += 1
        take(growing, event)

    monkeypatch.setattr(events._Growing, "take", counted)
    return found


@pytest.mark.parametrize("name", BOMBS)
def test_many_values_that_are_no_project_are_refused_early(name: str, taken: list[int]) -> None:
    with pytest.raises(BrieferError):
        from_yaml(BOMBS[name].encode())
    assert taken[0] <= events.MOST_TOGETHER + 100


def test_pieces_without_a_name_are_not_read_one_by_one(taken: list[int]) -> None:
    content = BOMBS["empty records"].encode()
    assert not holds_records(content)
    assert rescue(content).records == {}
    assert taken[0] == 0


def test_one_sound_record_tells_of_a_project(taken: list[int]) -> None:
    assert holds_records(YAML)
    assert holds_records(YAML[YAML.index(b"tags:") :])
    assert not holds_records(YAML[YAML.index(b"texts:") :])
    assert not holds_records(b"\xff{")
    assert taken[0] < 200


def test_a_file_of_a_later_form_is_told_from_a_spoilt_one() -> None:
    with pytest.raises(BrieferError, match="install a newer one"):
        from_yaml(YAML.replace(b"briefer: 4", b"briefer: 5\nreminders: []", 1))


def test_what_is_missing_is_told_in_the_order_of_the_file() -> None:
    with pytest.raises(BrieferError, match="“details” is missing"):
        from_yaml(b"briefer: 4\n")


def test_an_unknown_name_before_the_form_is_refused_too() -> None:
    with pytest.raises(BrieferError, match="“reminders” is unknown"):
        from_yaml(b"reminders: []\n" + YAML)
