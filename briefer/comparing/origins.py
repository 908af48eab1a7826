"""How many independent origins a set of sources has: who has it from whom, as far as that is recorded.

Sources relayed from one body, and sources made from one another, have one origin, however many they are.
An official statement is its issuing body's own. Where a source has it from is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefer.citing.piece import series
from briefer.model.records import Source


@dataclass(frozen=True, slots=True)
class Origin:
    """Where sources have it from: a body or the label of the first of them; or that is not recorded."""

    name: str
    recorded: bool


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins some sources have; between `least` and `most`.

    `unrecorded` are the labels of the first of which it is not recorded where they have it from.
    """

    least: int
    most: int
    unrecorded: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        """Whether all of it certainly comes from one."""
        return self.most == 1

    def short(self) -> str:
        """Return the number alone: "2" or "1 to 4"."""
        return str(self.most) if self.least == self.most else f"{self.least} to {self.most}"

    def words(self) -> str:
        """Return the number, and why it is no surer than that."""
        if self.least == self.most:
            return str(self.most)
        return (
            f"at least {self.least}, at most {self.most}, "
            f"as the origin of {series(list(self.unrecorded))} is not recorded"
        )


class Origins:
    """The origin of each source of a project."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take all sources: one that is not asked about may tell where another has it from."""
        self._known = {source.id: source for source in sources}
        self._folded = {source.id: source.id for source in self._known.values()}
        self._fold()
        self._recorded = self._recorded_names()

    def of(self, source: Source) -> Origin:
        """Return where a source has it from."""
        group = self._group(source.id)
        name = self._recorded.get(group)
        return Origin(name or self._known[group].label, name is not None)

    def count(self, sources: Iterable[Source]) -> OriginCount:
        """Count the origins of some sources; those not recorded may be others, or the same again."""
        found = dict.fromkeys(self._group(source.id) for source in sources)
        unrecorded = [group for group in found if group not in self._recorded]
        least = max(len(found) - len(unrecorded), 1) if found else 0
        return OriginCount(least, len(found), tuple(self._known[group].label for group in unrecorded))

    def _fold(self) -> None:
        """Join each source with what it is made from or says word for word, and with all from one body."""
        relayed = {_body(source.reference.relayed_from) for source in self._known.values()}
        spokesmen: dict[str, str] = {}
        alike: dict[str, str] = {}
        for source in self._known.values():
            if source.reference.derived_from in self._known:
                self._join(source.reference.derived_from, source.id)
            for content in (source.original, source.text):
                self._join(alike.setdefault(content, source.id), source.id)
            if body := _spoken_for(source, relayed):
                self._join(spokesmen.setdefault(body, source.id), source.id)

    def _recorded_names(self) -> dict[str, str]:
        """Name the body behind each group of which one is recorded."""
        names: dict[str, str] = {}
        for source in self._known.values():
            reference = source.reference
            name = reference.relayed_from
            if reference.kind == "official":
                name = name or reference.publisher or reference.author or source.label
            if name:
                names.setdefault(self._group(source.id), name)
        return names

    def _group(self, identifier: str) -> str:
        while (above := self._folded[identifier]) != identifier:
            identifier = above
        return identifier

    def _join(self, one: str, other: str) -> None:
        first, second = self._group(one), self._group(other)
        self._folded[second] = first


def _spoken_for(source: Source, relayed: set[str]) -> str:
    """Name the body a source has it from: another, or its own if it is official or relayed by others."""
    reference = source.reference
    if reference.relayed_from:
        return _body(reference.relayed_from)
    own = _body(reference.publisher or reference.author)
    return own if reference.kind == "official" or own in relayed else ""


def _body(name: str) -> str:
    return " ".join(name.split()).casefold()
