"""Whether two changes that were made of one project can both be done, the one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from briefer.actions.claims import claims
from briefer.model.change import Change, Edit
from briefer.model.links import links
from briefer.model.records import Record, Source


def overlap(change: Change, others: Iterable[Change]) -> bool:
    """Tell whether others touch what a change is about, so that it has to be made anew after them.

    They do when one alters what the other touches or names, when both claim the same (a place in a text,
    a digit), and when both are about sources, which may be made from each other.
    """
    edits = [edit for other in others for edit in other.edits]
    return (
        not _altered(change.edits).isdisjoint(_met(edits))
        or not _altered(edits).isdisjoint(_met(change.edits))
        or not set(_claimed(change.edits)).isdisjoint(_claimed(edits))
        or (_are_of_sources(change.edits) and _are_of_sources(edits))
    )


def _altered(edits: Iterable[Edit]) -> set[str]:
    return {edit.before.id for edit in edits if edit.before is not None}


def _met(edits: Iterable[Edit]) -> Iterator[str]:
    """Yield the ids that edits touch or name."""
    for record in _sides(edits):
        yield record.id
        yield from (identifier for _, identifier in links(record))


def _claimed(edits: Iterable[Edit]) -> Iterator[object]:
    return chain.from_iterable(claims(edit.after) for edit in edits if edit.after is not None)


def _are_of_sources(edits: Iterable[Edit]) -> bool:
    return any(isinstance(edit.record, Source) for edit in edits)


def _sides(edits: Iterable[Edit]) -> Iterator[Record]:
    for edit in edits:
        yield from (side for side in (edit.before, edit.after) if side is not None)
