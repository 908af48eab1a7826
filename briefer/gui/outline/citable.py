"""What a statement can cite, nearest first, and how it is found by words; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from briefer.gui.outline.ledger import Ledger
from briefer.gui.outline.places import Places
from briefer.gui.outline.rows import Rows
from briefer.model.records import BLUF, Passage, Section, Tag
from briefer.wording.folding import fold


class Citable:
    """The passages of one section, then all others; for the bottom line what statements cite comes first."""

    def __init__(self, rows: Rows, ledger: Ledger, section: Section | None) -> None:
        self._rows = rows
        self._ledger = ledger
        self._section = section
        self._places = Places(rows.project)

    def passages(self) -> Iterator[str]:
        """Yield ids, each once, as far as they are asked for."""
        seen: set[str] = set()
        for identifier in chain(self.near(), self._ledger.known):
            if identifier not in seen:
                seen.add(identifier)
                yield identifier

    def near(self) -> Iterator[str]:
        """Yield the ids that come first; for the bottom line all that sections hold."""
        key = self._section.id if self._section else BLUF
        for group in self._rows.groups:
            if group.key == key:
                yield from (line.passage for line in self._rows.entries(group) if isinstance(line, Tag))
        if self._section is None:
            for statements in self._ledger.statements.values():
                for statement in statements.values():
                    yield from statement.cites
            for group in self._rows.groups:
                yield from self._ledger.tags.get(group.key, {})

    def find(self, words: str, most: int, without: set[str]) -> list[str]:
        """Return the ids of the first passages that have all these words, or a source’s label among them."""
        wanted = fold(words).text.split()
        found = (each for each in self.passages() if each not in without and self._has(each, wanted))
        return list(islice(found, most))

    def words_of(self, identifier: str) -> str:
        """Return the place and the words of a passage on one line."""
        passage = self._rows.project.get(Passage, identifier)
        if passage is None:
            return "a passage that is gone"
        return f"{self._places.of(passage)}   {' '.join(passage.anchor.quote.split())}"

    def place_of(self, passage: Passage) -> str:
        """Return where a passage stands: "S1 ¶4"."""
        return self._places.of(passage)

    def _has(self, identifier: str, wanted: list[str]) -> bool:
        known = self._ledger.known.get(identifier) or self._ledger.look_up(identifier)
        if known is None:
            return False
        for word in wanted:  # a loop: for a hundred thousand passages `all` takes three times as long
            if word not in known.folded and not self._ledger.labels.get(known.source, "").startswith(word):
                return False
        return True
