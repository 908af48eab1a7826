from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model import rank


@given(st.lists(st.integers(0, 1_000_000), min_size=1, max_size=200))
def test_there_is_always_room_between_two_neighbours(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        index = place % (len(ranks) + 1)
        low = ranks[index - 1] if index else ""
        high = ranks[index] if index < len(ranks) else ""
        ranks.insert(index, rank.between(low, high))
    assert ranks == sorted(set(ranks))
    assert not any(one.endswith("0") for one in ranks)


def test_a_hundred_thousand_appended_ranks_stay_short() -> None:
    last, longest = "", 0
    for _ in range(100_000):
        following = rank.between(last)
        assert following > last
        last, longest = following, max(longest, len(following))
    assert longest <= 4


@given(st.text(alphabet=rank.DIGITS, max_size=8).filter(lambda low: not low.endswith("0")))
def test_something_can_be_appended_to_any_rank(low: str) -> None:
    assert rank.between(low) > low


def test_a_gap_that_was_halved_thousands_of_times_still_has_room() -> None:
    crowded = "A" + "z" * 4000
    assert crowded < rank.between(crowded, "B") < "B"


def test_a_shorter_neighbour_stands_between_two_digits_that_touch() -> None:
    assert rank.between("A", "B5") == "B"


@pytest.mark.parametrize("count", [0, 1, 2, 61, 62, 5000])
def test_spread_ranks_are_in_order_and_distinct(count: int) -> None:
    ranks = rank.spread(count)
    assert len(ranks) == count
    assert ranks == sorted(set(ranks))
    assert all(ranks)


def test_ranks_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="is not before"):
        rank.between("b", "a")
