"""The records of two copies of a project put together, so that what comes of it is a project again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefer.actions.agreeing import Agreed
from briefer.actions.claims import GIVEN, circular, clashes
from briefer.actions.conflicts import Conflict, conflict
from briefer.actions.following import follow, warned
from briefer.actions.former_texts import Bodies, missing, numbered, settled
from briefer.actions.outcome import remarks, vain
from briefer.actions.three_way import Takes, common, is_as, joined
from briefer.errors import BrieferError
from briefer.model.links import links, relinked
from briefer.model.records import (
    DETAILS,
    FEWEST,
    IN_PLACE,
    KINDS,
    Details,
    Difference,
    Passage,
    Record,
    Records,
    Section,
    Source,
    Version,
    of,
)

Prefers = Callable[[str, str], bool]
"""Tells by the id of a record and the name of a field whether theirs is preferred to ours."""

_ROUNDS: Final = 20
"""More than people need: a source, its passages and their tags are found to be the same in three."""


class Reconciling:
    """Puts both sides together again and again, each time knowing more of what cannot be as it is there."""

    def __init__(self, mine: Records, other: Records, base: Agreed, prefers: Prefers, body: Bodies) -> None:
        self.conflicts: list[Conflict] = []
        self._mine = mine
        self._other = other
        self._base = base
        self._prefers = prefers
        self._body = body
        self._ids: dict[str, str] = {}
        """Ids of theirs that stand for the same thing as another one."""
        self._refused: set[tuple[str, str]] = set()
        """Records of ours and fields that cannot be as they are there."""
        self._crowded: dict[str, None] = {}
        """Ids of theirs whose label or digit another record has, in the order in which they were met."""
        self._now: dict[str, Record] = {}
        self._theirs: dict[str, Record] = {}
        """Their records in our ids."""
        self._known: dict[str, Record] = {}
        """The records of both."""
        self._reread: set[str] = set()
        """Sources that both sides read anew."""

    def outcome(self) -> Records:
        """Return all records as they will be; raises BrieferError when there is no end of contradictions."""
        for _ in range(_ROUNDS):
            self._put_together()
            if not self._learned():
                self._keep_texts()
                sides = self._mine, self._theirs
                self._now |= {one.id: one for one in follow(self._now, sides)}
                self._now |= {one.id: one for one in warned(self._now, sides)}
                self._count_labels()
                return self._now
        raise BrieferError("The two copies contradict each other too often; take the changes over by hand.")

    def remarks(self) -> tuple[str, ...]:
        """Return what the user should know of the outcome, a sentence each."""
        chosen = (
            (each, each.theirs if self._prefers(each.record, each.field) else each.mine)
            for each in self.conflicts
        )
        return (
            *remarks(self._mine, self._other, self._now),
            *vain(chosen, self._now, self._known),
        )

    def _put_together(self) -> None:
        self.conflicts.clear()
        self._reread.clear()
        self._theirs.clear()
        self._now, self._known = dict(self._mine), dict(self._mine)
        for record in sorted(
            self._other.values(), key=lambda one: (KINDS.index(type(one)), one.id in self._ids)
        ):
            self._take(record)
        for identifier in self._mine:
            if identifier not in self._theirs:
                self._take_away(identifier)
        self._restore_what_is_named()
        for identifier in self._crowded:
            if identifier in self._now and identifier not in self._mine:
                self._now[identifier] = self._freed(self._now[identifier])

    def _learned(self) -> bool:
        """Note what cannot be as it was put together; tell whether there was anything."""
        known = self._lessons()
        former = (state for sides in self._base.apart.values() for side in sides for state in side)
        vain = list(clashes(self._now, self._mine, self._theirs, former))
        for record, field, holder in vain:
            if record.id in self._mine:
                self._refused.add((record.id, field))
            elif field not in GIVEN:
                self._ids[record.id] = holder
        for identifier, stands_for in self._ids.items():
            self._ids[identifier] = self._ids.get(stands_for, stands_for)
        for source in circular(self._now):
            mine = self._mine.get(source.id)
            if isinstance(mine, Source) and mine.reference.derived_from != source.reference.derived_from:
                self._refused.add((source.id, "derived_from"))
        if self._lessons() == known:  # now that nothing is there twice, what is free?
            self._crowded |= {record.id: None for record, _, _ in vain if record.id not in self._mine}
        return self._lessons() > known

    def _lessons(self) -> int:
        return len(self._ids) + len(self._refused) + len(self._crowded)

    def _take(self, record: Record) -> None:
        """Take in a record of theirs."""
        theirs, before = relinked(record, self._ids), self._base.records.get(record.id)
        before = before and relinked(before, self._ids)
        disputed = record.id in self._base.disputed
        self._theirs.setdefault(theirs.id, theirs)
        self._known.setdefault(theirs.id, theirs)
        mine = self._now.get(theirs.id)
        if isinstance(theirs, Difference) and len(theirs.passages) < FEWEST:
            self._tell("", mine, theirs)
        elif mine is not None:
            if mine != theirs and not isinstance(mine, Version):
                before = before or self._began(mine, theirs, record.id)
                takes = self._takes(mine, theirs)
                now = joined(before, mine, theirs, takes, disputed=disputed)
                self._now[mine.id] = self._as_labelled(mine, now)
        elif before is not None or disputed:
            self._take_back(before, theirs)
        else:
            if isinstance(theirs, Source) and int(theirs.label[1:]) <= _given(self._mine):
                self._crowded[theirs.id] = None
            self._now[theirs.id] = theirs

    def _as_labelled(self, mine: Record, now: Record) -> Record:
        """Keep the label of ours where theirs was given to another source; nobody is asked about labels."""
        if isinstance(mine, Source) and isinstance(now, Source) and (mine.id, "label") in self._refused:
            return replace(now, label=mine.label)
        return now

    def _began(self, mine: Record, theirs: Record, identifier: str) -> Record:
        """Return what two records that stand for one thing began with; theirs goes by another id there."""
        here, _ = self._base.apart.get(mine.id, ((), ()))
        _, there = self._base.apart.get(identifier, ((), ()))
        return common(mine, theirs, here, [relinked(one, self._ids) for one in there])

    def _take_back(self, before: Record | None, theirs: Record) -> None:
        """Take in what we removed, where they changed it and theirs is preferred."""
        if before is None or not is_as(before, theirs):
            self._tell("", None, theirs)
            if self._prefers(theirs.id, ""):
                self._now[theirs.id] = theirs

    def _takes(self, mine: Record, theirs: Record) -> Takes:
        """Return what decides whether theirs is taken for a field of a record."""

        def takes(field: str, *, contested: bool) -> bool:
            if isinstance(theirs, Passage) and field == "anchor":
                if contested and _is_at_one_place(mine, theirs):
                    return bool(theirs.was)  # to be looked at: nobody need be asked
                if theirs.source in self._reread:
                    source = self._now[theirs.source]
                    return isinstance(source, Source) and theirs.anchor.text == source.text
            refused = (mine.id, field) in self._refused
            if not contested and not refused:
                return True
            self._tell(field, mine, theirs)
            if isinstance(mine, Source) and field == "text":
                self._reread.add(mine.id)
            return not refused and self._prefers(mine.id, field)

        return takes

    def _take_away(self, identifier: str) -> None:
        """Remove what they removed, unless it was changed here."""
        mine, before = self._now.get(identifier), self._base.records.get(identifier)
        if mine is None or (before is None and identifier not in self._base.disputed):
            return
        if before is None or not is_as(before, mine):
            self._tell("", mine, None)
            if not self._prefers(identifier, ""):
                return
        del self._now[identifier]

    def _tell(self, field: str, mine: Record | None, theirs: Record | None) -> None:
        self.conflicts.append(conflict(field, mine, theirs, self._known))

    def _restore_what_is_named(self) -> None:
        """Let a removal give way to a use."""
        pending = list(self._now.values())
        while pending:
            for _, identifier in links(pending.pop()):
                if identifier not in self._now:
                    found = self._mine.get(identifier) or self._theirs[identifier]
                    self._now[identifier] = found
                    pending.append(found)

    def _freed(self, record: Record) -> Record:
        """Return a record of theirs with what is free in place of what ours has."""
        if isinstance(record, Source):
            return replace(record, label=f"S{self._labels() + 1}")
        assert isinstance(record, Section)
        return replace(record, digit=None)

    def _keep_texts(self) -> None:
        """Find the passages again whose source has another text now, and keep its former texts."""
        self._now |= {one.id: one for one in settled(self._now, self._body)}
        sources = [one for side in (self._mine, self._theirs) for one in of(Source, side)]
        both = {(one.id, one.text) for one in sources if one.id in self._reread}
        for version in missing(self._now, both, [*self._mine.values(), *self._theirs.values()]):
            self._now[version.id] = version
        self._now |= {one.id: one for one in numbered(self._now, self._mine)}

    def _labels(self) -> int:
        """Return how many labels were given on either side, and since."""
        labels = (int(source.label[1:]) for source in of(Source, self._now))
        return max(_given(self._mine), _given(self._other), *labels, 0)

    def _count_labels(self) -> None:
        """Let the details say how many labels were given."""
        details = self._now[DETAILS]
        assert isinstance(details, Details)
        self._now[DETAILS] = replace(details, sources_added=self._labels())


def _given(records: Records) -> int:
    details = records[DETAILS]
    assert isinstance(details, Details)
    return details.sources_added


def _is_at_one_place(mine: Record, theirs: Passage) -> bool:
    """Tell whether two passages are the same words, whatever they were before and whoever looked at them."""
    return (
        isinstance(mine, Passage)
        and (mine.source, mine.anchor) == (theirs.source, theirs.anchor)
        and mine.state in IN_PLACE
        and theirs.state in IN_PLACE
    )
