"""What two copies of a project last agreed on, told from all that either of them ever said."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from briefer.actions.three_way import may_be_joined
from briefer.model.records import Record, Records

State = Record | None
"""What a copy says of a record; None where it is not there."""

T = TypeVar("T")
_FAR: Final = 200
"""So many states back two copies are compared."""


@dataclass(frozen=True, slots=True)
class Said:
    """All that a copy ever said of some records, by their ids."""

    states: Mapping[str, Sequence[State]]
    """One after the other, what it says now last; never empty."""
    merges: Mapping[str, Sequence[tuple[State, State]]]
    """From what to what a merge changed it, of those alone that one did."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What tells who changed something since."""

    records: Records
    """What both said last, by id."""
    disputed: frozenset[str]
    """Ids of records that either may have changed back, so that nobody can tell whose is the newer one."""
    apart: Mapping[str, tuple[Sequence[Record], Sequence[Record]]]
    """All that ours and theirs ever said of a record of which they said nothing alike, by id."""


def agreed(ours: Said, theirs: Said, disputed: frozenset[str]) -> Agreed:
    """Return what both agreed on of the records that they tell of, which are the same ones.

    Of those that are `disputed` it is known already that nobody can tell.
    """
    may_be = {one: _both_had(one, ours, theirs) for one in ours.states if one not in disputed}
    apart = {
        one: (
            [state for state in ours.states[one] if state],
            [state for state in theirs.states[one] if state],
        )
        for one, found in may_be.items()
        if found in ([], [None])
    }
    return Agreed(
        {one: found[0] for one, found in may_be.items() if len(found) == 1 and found[0] is not None},
        disputed | {one for one, found in may_be.items() if len(found) > 1},
        apart,
    )


def _both_had(one: str, ours: Said, theirs: Said) -> list[State]:
    """Return what may be the state of a record that both had last, as `last_common` does."""
    mine, other = ours.states[one], theirs.states[one]
    made, made_there = _made_of_both(one, ours, theirs), _made_of_both(one, theirs, ours)
    found = last_common(_set_apart(mine, made), _set_apart(other, made_there))
    if (mine[-1] in made and found == [mine[-1]]) or (other[-1] in made_there and found == [other[-1]]):
        return [mine[-1], other[-1]]  # what a merge came to is what both began with: nobody can tell
    return found


def _made_of_both(one: str, said: Said, other: Said) -> set[State]:
    """Return what a record became by merges that put together the work of both.

    That is newer than what either said by hand, even where it equals that by chance. It is none where theirs
    was taken as it was, and where the other one was merged into it or, having no history, begins with it.
    """
    merges, states = said.merges.get(one, ()), other.states[one]
    if not merges:
        return set()
    brought = {after for _, after in other.merges.get(one, ())}
    brought |= {states[0]} - {said.states[one][0]}
    known = set(states)
    return {
        after
        for before, after in merges
        if before is not None and before not in known and after in known - brought
        if _may_be_joined(before, after, states)
    }


def _may_be_joined(before: Record, after: State, states: Sequence[State]) -> bool:
    """Tell whether a merge changed a record to what the other one had said, but no longer said then."""
    at = _end(states, after)
    later = (state for state in states[at:] if state)
    if after is None or at == 1:  # nobody takes from the other one what both began with
        return after is not None
    return any(may_be_joined(after, before, state) for state in later)


def _set_apart(states: Sequence[State], made: Container[State]) -> Sequence[Any]:
    """Return states, those but the first that were `made` of both so that they equal no other ones."""
    return [*states[:1], *((state,) if state in made else state for state in states[1:])]


def last_common(ours: Sequence[T], theirs: Sequence[T]) -> list[T]:
    """Return what may be the state that both had last: none, one, or two where either may have gone back.

    Where each had what the other one has, that one went on whose way the other's is a beginning of.
    """
    ours, theirs = ours[-_FAR:], theirs[-_FAR:]
    mine, other = ours[-1], theirs[-1]
    if mine not in theirs and other not in ours:
        return next(([state] for state in reversed(ours) if state in theirs), [])
    to_mine = _in_common(ours, theirs[: _end(theirs, mine)])
    to_other = _in_common(ours[: _end(ours, other)], theirs)
    if mine != other and to_mine == to_other:
        return [mine, other]
    return [mine if to_mine >= to_other else other]


def _end(states: Sequence[T], state: T) -> int:
    """Return the place after the last one where there is this state; 0 for none."""
    return next((place for place in range(len(states), 0, -1) if states[place - 1] == state), 0)


def _in_common(ours: Sequence[T], theirs: Sequence[T]) -> int:
    """Return how many states at most stand in both in the same order."""
    lengths = [0] * (len(theirs) + 1)
    for here in ours:
        before = 0
        for place, there in enumerate(theirs, 1):
            above = lengths[place]
            lengths[place] = before + 1 if here == there else max(above, lengths[place - 1])
            before = above
    return lengths[-1]
