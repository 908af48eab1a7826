"""The edits that a quotation may show, found between what a source says and what is printed of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.quoted_edits import SIC, edited, edits_between, kind_of, parting, takes_from

SAID = "The dam, which Tawain built in 1912, held until May."
PIECE = st.text("abI .,\n“[]c", min_size=1, max_size=8).filter(lambda words: words.strip() != "")
WORDS = st.lists(PIECE, min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("words", "edits"),
    [
        (SAID, ()),
        ("The dam […] held until May.", ("7-37: […] ",)),
        ("The dam, [...] held […] May.", ("8-37: [...] ", "41-48: […] ")),
        ("The dam, which Tawain [sic] built in 1912, held until May.", ("21-22: [sic] ",)),
        (
            "The dam, which Tawain[sic] built […] held [firmly] until May.",
            ("21-22:[sic] ", "27-37: […] ", "41-42: [firmly] "),
        ),
        ("[…] held until May.", ("0-37:[…] ",)),
        ("The dam […]", ("7-52: […]",)),
        ("[Here] The dam […]", ("0-0:[Here] ", "7-52: […]")),
    ],
)
def test_each_edit_says_what_it_stands_for(words: str, edits: tuple[str, ...]) -> None:
    assert edits_between(SAID, words) == edits
    assert edited(SAID, edits) == words


@pytest.mark.parametrize(
    "words",
    [
        "The dam held until May.",
        "The dam, which Taiwan built in 1912, held until May.",
        "[…] until May. […] held",
        "[…]",
        "dam, which Tawain built in 1912, held until May.",
        "The dam, which Tawain built in 1912, held until May",
        "The dam [sic] held until May.",
        "The dam, which […] Tawain built in 1912, held until May.",
        "[…] The dam, which Tawain built in 1912, held until May.",
    ],
)
def test_anything_else_is_an_altered_quotation(words: str) -> None:
    assert edits_between(SAID, words) is None


def test_brackets_of_the_source_are_its_own() -> None:
    said = "held on the 28th [Image source=AFP] in Tokyo"
    assert edits_between(said, said) == ()
    assert edits_between(said, "held […] [Image source=AFP] in Tokyo") == ("4-17: […] ",)
    assert edits_between(said, "held on the 28th [Image source=AFP] [sic] in Tokyo") == ("36-36:[sic] ",)
    assert edits_between("Tawain [sic] and Tawain", "Tawain [sic] and Tawain [sic]") is None


def test_words_that_stand_twice_are_looked_for_behind_what_was_left_out() -> None:
    assert edits_between("It held. It held in May.", "[…] It held […]") == ("0-9:[…] ", "16-24: […]")


def test_an_edit_that_does_not_fit_its_source_prints_nothing() -> None:
    for edits in (["later"], ["5-4:[sic]"], ["0-99:[…]"], ["0-3:[sic]"], ["3-3:[…]"], ["4-7:[…]", "2-3:[…]"]):
        assert edited(SAID, edits) is None


@given(WORDS, st.data())
def test_whatever_is_printed_by_edits_is_read_as_edits(pieces: list[str], data: st.DataObject) -> None:
    said, words = pieces[0], pieces[0]
    for piece in pieces[1:]:
        kind = data.draw(st.sampled_from([" ", " […] ", " [sic] ", "[he]", " [...] "]))
        said += (f" {piece} " if "." in kind or "…" in kind else " ") + piece
        words += kind + piece
    found = edits_between(said, words)
    if found is not None:
        assert edited(said, found) == words
    if not re.search(r"[\[\]]", said) and said == " ".join(said.split()):
        assert found is not None


def test_edits_without_end_are_compared_at_once() -> None:
    assert edits_between("a" + " " * 10_000 + "d", "a" + " [b]" * 1000 + " c") is None
    assert edits_between("a" + " " * 10_000 + "d", "a" + " [b]" * 1000 + " [c] d") is not None


def test_words_in_quotation_marks_are_a_slice() -> None:
    assert takes_from("held until", SAID)
    assert takes_from("held until,", SAID)
    assert takes_from("Tawain [sic] built […] May.", SAID)
    assert not takes_from("held until June", SAID)
    assert not takes_from("May. […] dam", SAID)


@pytest.mark.parametrize(
    ("words", "quote", "whole", "own", "theirs"),
    [
        ("The dam hold.", "The dam held.", True, "The dam hold.", "The dam held."),
        ("The […] held. Nobody", "The old dam held. Somebody", True, "held. Nobody", "held. Somebody"),
        ("The [old] dam hold", "The dam held", True, "dam hold", "dam held"),
        ("The dam", "The dam held.", True, "", " held."),
        ("a dam hold", "There was a dam held by men.", False, "a dam hold", "a dam held by men."),
        ("a dam", "There was a dam held by men.", False, "", ""),
        ("a [big] dam", "a [big] dim", True, "a [big] dam", "a [big] dim"),
        ("xyz", "abc", False, "xyz", "abc"),
    ],
)
def test_words_part_from_a_source_behind_the_edits(
    words: str, quote: str, *, whole: bool, own: str, theirs: str
) -> None:
    assert parting(words, quote, whole=whole) == (own, theirs)


@given(st.text(max_size=30), st.text(max_size=30))
def test_words_that_are_the_sources_own_part_nowhere(quote: str, other: str) -> None:
    assert parting(quote, quote, whole=True) == ("", "")
    own, theirs = parting(other, quote, whole=True)
    assert own or theirs or edits_between(quote, other) is not None


def test_each_edit_has_a_name() -> None:
    assert [kind_of(f"1-4:{words}") for words in ("[…] ", " [sic]", "[old]")] == [
        "omission",
        SIC,
        "insertion",
    ]
