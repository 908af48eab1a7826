"""Texts that are nearly the same."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.likeness import near_twins, share_of
from tests.wording.edits import EDITS

SOURCES = [path.read_text("utf-8") for path in sorted(seeds().glob("*.txt"))]


def test_five_reports_of_one_meeting_are_no_twins() -> None:
    assert not any(near_twins(one, other) for one, other in combinations(SOURCES, 2))


def test_a_copy_with_slips_and_added_paragraphs_is_a_twin() -> None:
    for kind in ("typing errors", "dashes"):
        for old in SOURCES:
            new = EDITS[kind](old, random.Random(1)).text
            assert near_twins(old, new), kind
            assert near_twins(new, old), kind


def test_a_part_of_a_text_is_no_twin_of_it() -> None:
    text = SOURCES[0]
    assert share_of(text[:900], text) == 1.0
    assert not near_twins(text[:900], text)


def test_a_common_beginning_makes_no_twins() -> None:
    head = "All rights reserved, as stated above. " * 3
    assert not near_twins(head + "The dam held. " * 40, head + "The bridge fell. " * 35)


@given(st.text(min_size=1))
def test_every_text_is_its_own_twin(text: str) -> None:
    assert share_of(text, text) == 1.0
    assert near_twins(text, text)
    assert share_of(text, "") == 0.0
