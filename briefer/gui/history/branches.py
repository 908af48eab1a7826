"""The log as the tree that it is: which entries stand, which would be redone, which were left; no Qt."""

from __future__ import annotations

from typing import Final, Literal

from briefer.session import Log

State = Literal["here", "standing", "undone", "left"]
"""`undone` can be redone step by step; `left` lies on a way that other work has left."""

BEGINNING: Final = 0


class Branches:
    """Reads of the log only what is new; entries are numbered from 1, each higher than its parent."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._parents: dict[int, int] = {}
        self._youngest: dict[int, int] = {}
        self._standing = {BEGINNING}
        self._ahead: set[int] = set()
        self.head = BEGINNING
        self.follow()

    def count(self) -> int:
        """Return how many entries there are."""
        return len(self._parents)

    def entries(self) -> list[int]:
        """Return every entry, the youngest first, and the beginning."""
        return [*reversed(self._parents), BEGINNING]

    def follow(self) -> None:
        """Take in what was done, and where the project stands now."""
        new = self._log.parents(next(reversed(self._parents), BEGINNING))
        self._parents.update(new)
        self._youngest.update({parent: entry for entry, parent in new})
        self._stand_at(self._log.head())
        self._ahead = set()
        later = self._youngest.get(self.head)
        while later is not None:
            self._ahead.add(later)
            later = self._youngest.get(later)

    def _stand_at(self, head: int) -> None:
        """Take what lies on the way there for standing, and no more what lay on the way here: a short way."""
        arrived: list[int] = []
        meeting = head
        while meeting not in self._standing:
            arrived.append(meeting)
            meeting = self._parents[meeting]
        while self.head != meeting:
            self._standing.remove(self.head)
            self.head = self._parents[self.head]
        self._standing.update(arrived)
        self.head = head

    def state(self, entry: int) -> State:
        if entry == self.head:
            return "here"
        if entry in self._standing:
            return "standing"
        return "undone" if entry in self._ahead else "left"

    def fork(self, entry: int) -> int | None:
        """Return the entry after which this one, the first of a way that was left, went another way."""
        parent = self._parents.get(entry)
        if parent is None or self.state(entry) != "left" or self.state(parent) == "left":
            return None
        return parent
