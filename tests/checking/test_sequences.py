from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.checking.sequences import Difference, differences, excerpt

WORDS = st.lists(st.sampled_from(["a", "b", "c", ""]))


def test_equal_sequences_have_no_differences() -> None:
    assert list(differences(["a", "b"], ["a", "b"])) == []


def test_a_changed_paragraph_is_told_with_its_place() -> None:
    assert list(differences(["a", "x", "c"], ["a", "b", "c"])) == [Difference(2, "x", "b")]


def test_an_added_and_a_lost_paragraph_are_told_alone() -> None:
    assert list(differences(["a", "new", "b", "c"], ["a", "b", "c"])) == [Difference(2, "new", "")]
    assert list(differences(["a", "c"], ["a", "b", "c"])) == [Difference(2, "", "b")]
    assert list(differences(["x", "a", "b"], ["a", "b", "c"])) == [
        Difference(1, "x", "a"),
        Difference(2, "a", "b"),
        Difference(3, "b", "c"),
    ]
    assert list(differences(["x", "a", "y", "b"], ["a", "b", "c", "d", "e"])) == [
        Difference(1, "x", ""),
        Difference(3, "y", ""),
        Difference(5, "", "c"),
        Difference(6, "", "d"),
        Difference(7, "", "e"),
    ]


def test_long_stretches_are_compared_place_by_place() -> None:
    found = list(differences(["x"] * 1000, ["y"] * 1001))
    assert (found[0], found[-1], len(found)) == (Difference(1, "x", "y"), Difference(1001, "", "y"), 1001)


@given(WORDS, WORDS)
def test_sequences_without_differences_are_equal(found: list[str], promised: list[str]) -> None:
    assert bool(list(differences(found, promised))) == (found != promised)


def test_an_excerpt_shows_the_first_change() -> None:
    assert excerpt("short", "shirt") == "short"
    assert excerpt("a" * 100 + "X" + "b" * 100, "a" * 100 + "Y") == f"…{'a' * 20}X{'b' * 39}…"
