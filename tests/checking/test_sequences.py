from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.checking.sequences import Difference, differences, renumbering, runs

WORDS = st.lists(st.sampled_from(["a", "b", "c", ""]))


def test_equal_sequences_have_no_differences() -> None:
    assert differences(["a", "b"], ["a", "b"]) == []


def test_a_changed_paragraph_is_told_with_its_places() -> None:
    assert differences(["a", "x", "c"], ["a", "b", "c"]) == [Difference("changed", 1, "x", 1, "b")]


def test_an_added_and_a_lost_paragraph_are_told_alone() -> None:
    assert differences(["a", "new", "b", "c"], ["a", "b", "c"]) == [Difference("added", 1, "new", 1, "")]
    assert differences(["a", "c"], ["a", "b", "c"]) == [Difference("missing", 1, "", 1, "b")]
    assert differences(["x", "a", "b"], ["a", "b", "c"]) == [
        Difference("added", 0, "x", 0, ""),
        Difference("missing", 3, "", 2, "c"),
    ]
    assert differences(["a", "", "c"], ["a", "b", "c"]) == [Difference("missing", 1, "", 1, "b")]
    assert differences(["a", "b", "c"], ["a", "", "c"]) == [Difference("added", 1, "b", 1, "")]


def test_paragraphs_that_changed_places_were_moved() -> None:
    assert differences(["b", "a", "c"], ["a", "b", "c"]) == [Difference("moved", 1, "a", 0, "a")]
    assert differences(["a[^2]", "c", "b[^1]"], ["b[^1]", "a[^2]", "c"]) == [
        Difference("moved", 2, "b[^1]", 0, "b[^1]")
    ]


def test_a_paragraph_with_other_notes_is_attributed_to_others() -> None:
    assert differences(["a[^2]"], ["a[^1]\u2009[^2]"]) == [
        Difference("reattributed", 0, "a[^2]", 0, "a[^1]\u2009[^2]")
    ]


def test_long_stretches_are_compared_place_by_place() -> None:
    found = differences(["x"] * 5000, ["y"] * 5001)
    assert (found[0], found[-1], len(found)) == (
        Difference("changed", 0, "x", 0, "y"),
        Difference("missing", 5000, "", 5000, "y"),
        5001,
    )
    many = differences(["x", *["a"] * 1000, "y"], ["b", *["a"] * 1000, "c", "d"])
    assert [each.kind for each in many] == ["changed", "changed", "missing"]


@given(WORDS, WORDS)
def test_sequences_without_differences_are_equal(found: list[str], promised: list[str]) -> None:
    assert bool(differences(found, promised)) == (found != promised)


def test_notes_keep_their_numbers_where_others_were_lost_or_added() -> None:
    assert renumbering(["a", "b"], ["a", "b"]) == {1: 1, 2: 2}
    assert renumbering(["b", "c"], ["a", "b", "c"]) == {1: 2, 2: 3}
    assert renumbering(["new", "a", "x", "c"], ["a", "b", "c"]) == {2: 1, 3: 2, 4: 3}


def kinds(found: list[str], promised: list[str]) -> list[tuple[str, int]]:
    return [(run[0].kind, len(run)) for run in runs(differences(found, promised))]


def test_neighbours_with_one_fate_are_one_run() -> None:
    assert kinds(["a", "d"], ["a", "b", "c", "d"]) == [("missing", 2)]
    assert kinds(["a", "", "", "d"], ["a", "b", "c", "d"]) == [("missing", 2)]
    assert kinds(["a", "x", "y", "d"], ["a", "d"]) == [("added", 2)]
    assert kinds(["c", "d", "e", "a", "b"], ["a", "b", "c", "d", "e"]) == [("moved", 2)]
    assert kinds(["b", "d"], ["a", "b", "c", "d"]) == [("missing", 1), ("missing", 1)]
    assert kinds(["x", "y"], ["a", "b"]) == [("changed", 1), ("changed", 1)]
    assert kinds(["x", "a", "b"], ["a", "b", "c"]) == [("added", 1), ("missing", 1)]
    assert list(runs([])) == []
