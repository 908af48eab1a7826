"""The lines of the outline: each section a heading, then what stands in it; no Qt.

A section's entries are read from the project when it is first unfolded, a long one stays folded
until the user wants it, so that a hundred thousand tags cost no more than their count.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from briefer.model.change import Change
from briefer.model.project import Entry, Project
from briefer.model.records import BLUF, Passage, Section, Statement, Tag

UNFILED: Final = "unfiled"
BOTTOM_LINE: Final = "Bottom line"
LONG: Final = 400
"""More entries than this and a section begins folded, its cards all of one height."""

Line = Entry | Passage
"""What a card stands for; a passage when no section holds it."""


@dataclass(slots=True)
class Group:
    """A heading and what stands under it; `entries` is None until it was read."""

    key: str
    section: Section | None
    count: int
    folded: bool = False
    entries: list[Line] | None = None

    @property
    def title(self) -> str:
        if self.section is not None:
            return self.section.title
        return BOTTOM_LINE if self.key == BLUF else "Unfiled passages"

    @property
    def hidden(self) -> bool:
        """Unfiled passages have no heading while there are none."""
        return self.key == UNFILED and self.count == 0


@dataclass(slots=True)
class Rows:
    """The groups in the order of the brief, and the arithmetic between them and rows."""

    project: Project
    folds: dict[str, bool] = field(default_factory=dict)
    """By the key of a group: whether it was folded or unfolded by hand."""
    groups: list[Group] = field(default_factory=list)
    found: dict[str, list[Line]] | None = None
    """By the key of a group: what a filter lets show of it; None when there is no filter."""
    _closed: set[str] = field(default_factory=set)
    """Groups that were folded while the outline is filtered, which unfolds all."""
    _firsts: list[int] | None = None
    """The row at which each group begins, and the number of all rows; None when they are to be added up."""

    def reload(self, tags: Mapping[str, int] | None = None, unfiled: Sequence[Passage] | None = None) -> None:
        """Take the sections and counts anew; what was folded or unfolded by hand stays so.

        The number of `tags` by section, and the `unfiled` passages, are read unless they are given.
        """
        counts = Counter(self.project.tag_counts() if tags is None else tags)
        counts.update(statement.section for statement in self.project.statements())
        unfiled = self.project.unfiled() if unfiled is None else unfiled
        places: list[tuple[str, Section | None]] = [(BLUF, None)]
        places += [(section.id, section) for section in self.project.sections()]
        self.groups = [Group(key, section, counts[key]) for key, section in places]
        self.groups.append(Group(UNFILED, None, len(unfiled), entries=list(unfiled)))
        self._firsts = None
        for group in self.groups:
            group.folded = self.folds.get(group.key, group.count > LONG)
            if not group.folded:  # read now: in the midst of a change the project is ahead of the rows
                self.entries(group)

    def filter(self, found: dict[str, list[Line]] | None) -> None:
        """Show only what was found, or everything again for None."""
        self.found = found
        self._closed.clear()
        self._firsts = None

    def followed(self, found: dict[str, list[Line]], change: Change) -> dict[str, list[Line]]:
        """Return what was found without what a change took away, until it is looked for again."""
        now = {edit.record.id: edit.after for edit in change.edits}
        return {
            key: [
                after
                for line in lines
                if isinstance(after := now.get(line.id, line), Tag | Statement | Passage)
                and self.home(after).key == key
            ]
            for key, lines in found.items()
        }

    def fold(self, group: Group, *, folded: bool) -> None:
        self._firsts = None
        if self.found is None:
            group.folded = self.folds[group.key] = folded
        elif folded:
            self._closed.add(group.key)
        else:
            self._closed.discard(group.key)

    def folded(self, group: Group) -> bool:
        """Tell whether nothing shows below a heading; what is filtered is unfolded first."""
        return group.folded if self.found is None else group.key in self._closed

    def entries(self, group: Group) -> list[Line]:
        """Return what stands in a group, reading it the first time."""
        if group.entries is None:
            group.entries = list(self.project.body(group.section))
            group.count = len(group.entries)
        return group.entries

    def lines(self, group: Group) -> list[Line]:
        """Return what shows under a heading when it is unfolded."""
        return self.entries(group) if self.found is None else self.found.get(group.key, [])

    def shown(self, group: Group) -> int:
        """Return how many rows a group takes."""
        if group.hidden or (self.found is not None and not self.found.get(group.key)):
            return 0
        return 1 if self.folded(group) else 1 + len(self.lines(group))

    def amount(self, group: Group) -> str:
        """Say how many cards a group holds: "14", or "2 of 14" while the outline is filtered."""
        count = f"{group.count:,}"
        return count if self.found is None else f"{len(self.lines(group)):,} of {count}"

    def total(self) -> int:
        return self._beginnings()[-1]

    def first_row(self, group: Group) -> int:
        """Return the row of a group's heading."""
        place = next(place for place, other in enumerate(self.groups) if other is group)
        return self._beginnings()[place]

    def at(self, row: int) -> tuple[Group, int]:
        """Return the group of a row and the index of its entry in it, -1 for the heading."""
        firsts = self._beginnings()
        place = bisect_right(firsts, row) - 1
        return self.groups[place], row - firsts[place] - 1

    def line(self, row: int) -> Line | None:
        """Return what a row stands for, None for a heading."""
        group, index = self.at(row)
        return None if index < 0 else self.lines(group)[index]

    def row_of(self, identifier: str) -> int:
        """Return the row of an entry by its id, -1 when none shows it."""
        for group, index in self._shown_entries():
            if self.lines(group)[index].id == identifier:
                return self.first_row(group) + 1 + index
        return -1

    def row_of_passage(self, passage: str) -> int:
        """Return the first row that shows a passage itself, -1 when none does."""
        for group, index in self._shown_entries():
            line = self.lines(group)[index]
            if passage == (line.passage if isinstance(line, Tag) else line.id):
                return self.first_row(group) + 1 + index
        return -1

    def home(self, line: Line) -> Group:
        """Return the group that a line belongs to."""
        key = UNFILED if isinstance(line, Passage) else line.section
        return next(group for group in self.groups if group.key == key)

    def index_for(self, group: Group, line: Line) -> int:
        """Return where in its group a line belongs by its rank, or by its source and place."""
        return bisect_right(self.entries(group), _place(line), key=_place)

    def index_of(self, group: Group, identifier: str) -> int:
        """Return where in its group an entry stands; it must be there."""
        return next(index for index, line in enumerate(self.entries(group)) if line.id == identifier)

    def rows_with(self, group: Group, index: int, *, alone: bool) -> range:
        """Return the rows that an entry takes, with the heading of unfiled passages when it is `alone`."""
        heading = self.first_row(group)
        entry = heading + 1 + index
        first = heading if alone and group.key == UNFILED else entry
        return range(first, entry if self.folded(group) else entry + 1)

    def take(self, group: Group, index: int) -> None:
        """Let an entry go, and count one less; `index` says nothing in a group that was never read."""
        if group.entries is not None:
            del group.entries[index]
        group.count -= 1
        self._firsts = None

    def put(self, group: Group, index: int, line: Line) -> None:
        """Let an entry in, and count one more; `index` says nothing in a group that was never read."""
        if group.entries is not None:
            group.entries.insert(index, line)
        group.count += 1
        self._firsts = None

    def _beginnings(self) -> list[int]:
        """Return `_firsts`: Qt asks for the number of rows several times for each card that it lays out."""
        if self._firsts is None:
            self._firsts = list(accumulate(map(self.shown, self.groups), initial=0))
        return self._firsts

    def _shown_entries(self) -> Iterator[tuple[Group, int]]:
        for group in self.groups:
            if self.shown(group) > 1:
                for index in range(len(self.lines(group))):
                    yield group, index


def passage_of(line: Line | None) -> str:
    """Return the id of the passage that a line shows or cites first, or an empty string."""
    if isinstance(line, Tag):
        return line.passage
    if isinstance(line, Statement):
        return line.cites[0] if line.cites else ""
    return line.id if line else ""


def _place(line: Line) -> tuple[str, int, int, str]:
    if isinstance(line, Passage):
        return line.source, line.anchor.start, line.anchor.end, line.id
    return line.rank, 0, 0, line.id
