"""What a page shows above or below the line stays apart from what stands on it."""

from __future__ import annotations

import pytest

from briefer.wording.superscripts import below, raised


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("2", "²"),
        ("−13", "⁻¹³"),
        ("-3", "⁻³"),
        ("(2, 3)", "⁽², ³⁾"),
        ("n+1", "ⁿ⁺¹"),
        ("i", "ⁱ"),
        ("2a", "²a"),
        ("st", "st"),
        ("in", "in"),
        ("me", "me"),
        ("TM)", "TM)"),
        ("[2]", "[2]"),
    ],
)
def test_digits_and_signs_are_raised_and_letters_are_not(words: str, shown: str) -> None:
    assert raised(words) == shown


@pytest.mark.parametrize(
    ("before", "words", "after", "shown"),
    [
        ("log", "10", "5", "₁₀"),
        ("101", "2", "", "₂"),
        ("", "2", "5", "₂"),
        ("x", "i2", "5", "i₂"),
        ("x", "1,2", "5", "₁,₂"),
        ("x", "-1", "5", "₋₁"),
        ("H", "2", "O", "2"),
        ("CO", "2", " 5", "2"),
        ("CO", "2", "³", "2"),
        ("x", "1", "", "1"),
        ("3", " 2 ", "5", " 2 "),
        ("3", "n", "5", "n"),
        ("5²", "3", "4", "3"),
        ("3", "", "5", ""),
    ],
)
def test_digits_are_lowered_where_they_would_run_into_others(
    before: str, words: str, after: str, shown: str
) -> None:
    assert below(words, before, after) == shown
