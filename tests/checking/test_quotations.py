from __future__ import annotations

import pytest

from briefer.checking.quotations import quotes, takes_from

SAID = "The dam, which Tawain built in 1912, held until May."


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "The dam […] held until May.",
        "The dam, [...] held […] May.",
        "The dam, which Tawain [sic] built in 1912, held until May.",
        "The dam, which Tawain[sic] built […] held [firmly] until May.",
        "[…] held until May.",
        "The dam […]",
    ],
)
def test_a_quotation_may_show_omissions_and_insertions(text: str) -> None:
    assert quotes(text, SAID)


@pytest.mark.parametrize(
    "text",
    [
        "The dam held until May.",
        "The dam, which Taiwan built in 1912, held until May.",
        "[…] until May. […] held",
        "dam, which Tawain built in 1912, held until May.",
        "The dam, which Tawain built in 1912, held until May",
        "The dam [sic] held until May.",
    ],
)
def test_anything_else_is_an_altered_quotation(text: str) -> None:
    assert not quotes(text, SAID)


def test_a_source_with_brackets_of_its_own_is_quoted_as_it_is() -> None:
    assert quotes("held on the 28th [Image source=AFP]", "held on the 28th [Image source=AFP]")


def test_insertions_without_end_are_compared_at_once() -> None:
    assert not quotes("a" + " [b]" * 1000 + " c", "a" + " " * 10_000 + "d")
    assert quotes("a" + " [b]" * 1000 + " [c] d", "a" + " " * 10_000 + "d")


def test_words_in_quotation_marks_are_a_slice() -> None:
    assert takes_from("held until", SAID)
    assert takes_from("held until,", SAID)
    assert takes_from("Tawain [sic] built […] May.", SAID)
    assert not takes_from("held until June", SAID)
    assert not takes_from("May. […] dam", SAID)
