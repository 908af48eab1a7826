"""What a page shows above the line stays apart from what stands on it."""

from __future__ import annotations

import pytest

from briefer.wording.superscripts import raised


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
