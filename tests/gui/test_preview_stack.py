"""Where pages lie: arithmetic without a window."""

from __future__ import annotations

import pytest

from briefer.gui.preview.edition import Edition
from briefer.gui.preview.stack import GAP, Stack, fitting

A4 = (595.0, 842.0)


def test_pages_lie_one_below_the_other_with_a_gap() -> None:
    stack = Stack([A4] * 3, 2.0)
    first, second = stack.rect(0, 700), stack.rect(1, 700)
    assert second.top() - first.bottom() == GAP
    assert first.center().x() == 700
    assert stack.height == second.top() + 2 * (second.height() + GAP)
    assert [stack.at(first.top() - 1), stack.at(first.bottom() + 1), stack.at(stack.height + 99)] == [0, 0, 2]
    assert list(stack.between(first.bottom() - 1, second.top() + 1)) == [0, 1]


def test_without_pages_nothing_is_in_sight() -> None:
    assert list(Stack().between(0, 500)) == []
    assert len(Stack()) == 0


@pytest.mark.parametrize("width", range(120, 1600, 37))
def test_the_words_always_fit_and_never_shrink_as_the_column_grows(width: int) -> None:
    scale = fitting(width, A4[0], 74)
    assert (A4[0] - 2 * 74) * scale <= max(width, 0.2 * A4[0])
    assert scale <= fitting(width + 37, A4[0], 74)


def test_a_wide_column_shows_whole_pages_a_narrow_one_cuts_the_white_off() -> None:
    assert fitting(800, A4[0], 74) * A4[0] < 800
    assert fitting(520, A4[0], 74) * A4[0] > 520


def test_what_is_printed_nowhere_has_no_place() -> None:
    found = {"pdf": b"", "draft": False, "margin": 74, "filled": "", "places": {"_Note1": [2, 10.0]},
             "traces": [["mark", 1, "_Note1", ["p"], ""], ["foot", 1, "gone", ["p"], ""]]}  # fmt: skip
    edition = Edition.of(found)
    printed = edition.first_printed(["q", "p"])
    assert printed is not None
    assert (printed.key, printed.place) == (("mark", 1), (2, 10.0))
    assert edition.first_printed(["q"]) is None
    assert edition.lasting() == []
