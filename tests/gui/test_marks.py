"""Overlapping marks never share a lane, and keep theirs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.gui.panes.marks import Mark, MarkIndex, marks_of
from briefer.gui.panes.source_text import ShownText
from tests.worlds import World

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=25)


def marks(spans: list[tuple[int, int]]) -> list[Mark]:
    return [
        Mark(str(n), str(n), start, start + length, "#b3261e", "1", "Findings")
        for n, (start, length) in enumerate(spans)
    ]


def index_of(placed: list[Mark]) -> MarkIndex:
    index = MarkIndex()
    index.place(placed)
    return index


def overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


@given(SPANS)
def test_marks_that_overlap_have_different_lanes(spans: list[tuple[int, int]]) -> None:
    placed = marks(spans)
    index = index_of(placed)
    assert len(index) == len(placed)
    for one in placed:
        assert 0 <= index.lane_of(one) < index.lanes
        for other in placed:
            assert one is other or not overlap(one, other) or index.lane_of(one) != index.lane_of(other)


@given(SPANS, st.sets(st.integers(0, 24)))
def test_a_mark_keeps_its_lane_when_others_go_and_come_back(
    spans: list[tuple[int, int]], gone: set[int]
) -> None:
    placed = marks(spans)
    index = index_of(placed)
    lanes = {mark.id: index.lane_of(mark) for mark in placed}
    left = [mark for mark in placed if int(mark.id) not in gone]
    index.place(left)
    index.place(placed)
    assert {mark.id: index.lane_of(mark) for mark in left} == {mark.id: lanes[mark.id] for mark in left}


@given(SPANS, st.integers(0, 60), st.integers(0, 20))
def test_between_finds_every_mark_there(spans: list[tuple[int, int]], start: int, length: int) -> None:
    placed = marks(spans)
    found = index_of(placed).between(start, start + length)
    expected = {mark.id for mark in placed if mark.start < start + length and start < mark.end}
    assert {mark.id for mark in found} == expected
    assert [mark.start for mark in found] == sorted(mark.start for mark in found)


@given(SPANS)
def test_segments_say_of_every_character_which_marks_are_on_it(spans: list[tuple[int, int]]) -> None:
    placed = marks(spans)
    on: dict[int, set[str]] = {}
    for left, right, over in index_of(placed).segments(0, 60):
        on |= {place: {mark.id for mark in over} for place in range(left, right)}
    for place in range(60):
        assert on.get(place, set()) == {mark.id for mark in placed if mark.start <= place < mark.end}


def test_the_innermost_mark_comes_last() -> None:
    index = index_of(marks([(0, 10), (2, 3), (1, 6)]))
    assert [mark.id for mark in index.at(3)] == ["0", "2", "1"]


def test_a_passage_has_a_mark_for_each_tag_and_one_when_it_has_none() -> None:
    world = World()
    source = world.source("😀 The dam held. It was built in May.")
    held, tenth = world.section("Findings"), [world.section(f"More {n}") for n in range(9)][-1]
    world.tag(source, "The dam held.", held)
    world.tag(source, "The dam held.", tenth)
    world.tag(source, "May", None)
    text = ShownText("😀 The dam held. It was built in May.")
    found = sorted(marks_of(world.session().project, source, text), key=lambda mark: (mark.start, mark.title))
    assert [(mark.start, mark.end, mark.digit, mark.title) for mark in found] == [
        (3, 16, "1", "Findings"),
        (3, 16, "", "More 8"),
        (33, 36, "", "unfiled"),
    ]
