"""Words left out, doubted and explained in a quotation: what is put there is an edit that can be recorded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.wording.bracketing import Splice, doubted, explained, left_out
from briefer.wording.quoted_edits import edits_between
from tests.proving import examples

SAID = "The dam, which Tawain built in 1912, held until May."


def spliced(text: str, splice: Splice | None) -> str:
    """Return a text with the caret of a splice as |."""
    assert splice is not None
    whole = text[: splice.start] + splice.words + text[splice.end :]
    return f"{whole[: splice.caret]}|{whole[splice.caret :]}"


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (", which Tawain built in 1912, ", "The dam […]| held until May."),
        ("which Tawain built in 1912,", "The dam, […]| held until May."),
        ("lt in 19", "The dam, which Tawain […]|, held until May."),
        ("The dam, which ", "[…]| Tawain built in 1912, held until May."),
        ("May", "The dam, which Tawain built in 1912, held until […]|."),
        ("until May.", "The dam, which Tawain built in 1912, held […]|"),
    ],
)
def test_an_omission_has_one_space_either_side(taken: str, words: str) -> None:
    start = SAID.index(taken)
    assert spliced(SAID, left_out(SAID, start, start + len(taken))) == words


def test_omissions_beside_each_other_become_one() -> None:
    text = "The dam […] held […] May."
    assert spliced(text, left_out(text, 12, 16)) == "The dam […]| May."


def test_nothing_is_no_omission() -> None:
    assert left_out(SAID, 4, 4) is None
    assert left_out(SAID, 8, 9) is None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (17, 17, "The dam, which Tawain [sic]| built in 1912, held until May."),
        (15, 22, "The dam, which Tawain [sic]| built in 1912, held until May."),
        (5, 5, "The dam [sic]|, which Tawain built in 1912, held until May."),
        (8, 8, "The dam, [sic]| which Tawain built in 1912, held until May."),
        (52, 52, f"{SAID} [sic]|"),
    ],
)
def test_sic_stands_behind_the_selection_or_the_word_at_the_caret(start: int, end: int, words: str) -> None:
    assert spliced(SAID, doubted(SAID, start, end)) == words


def test_brackets_take_the_caret_between_them() -> None:
    assert spliced("It held.", explained("It held.", 2)) == "It [|] held."
    assert spliced("It held.", explained("It held.", 0)) == "[|] It held."
    assert spliced("“It held.”", explained("“It held.”", 1)) == "“[|] It held.”"


@settings(max_examples=examples(2_000))
@given(st.data())
def test_what_is_put_there_is_always_an_edit_of_what_the_source_says(data: st.DataObject) -> None:
    quote = words = data.draw(st.text("ab .,’“”\n", min_size=1, max_size=30).filter(str.strip))
    for _ in range(data.draw(st.integers(1, 3))):
        start, end = sorted(data.draw(st.integers(0, len(words))) for _ in range(2))
        if "[" in words or "]" in words:
            start = end = len(words) if data.draw(st.booleans()) else 0
        kind = data.draw(st.sampled_from(("left out", "doubted", "explained")))
        splice = {
            "left out": left_out(words, start, end),
            "doubted": doubted(words, start, end),
            "explained": explained(words, start),
        }[kind]
        if splice is None:
            continue
        put = splice.words.replace("[]", "[of it]")
        words = words[: splice.start] + put + words[splice.end :]
        assert edits_between(quote, words) is not None


def test_not_all_can_be_left_out() -> None:
    assert left_out("It held.", 0, 8) is None
    assert left_out("It [sic] held.", 0, 2) is not None
    assert left_out("[sic] It", 6, 8) is None
