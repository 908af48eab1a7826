"""Which cards of the outline show while it is filtered; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from briefer.gui.outline.ledger import Ledger
from briefer.gui.outline.rows import Line, Rows
from briefer.model.records import Statement, Tag
from briefer.wording.folding import fold

_AT_ONCE: Final = 1000  # cards between two breaths


@dataclass(frozen=True, slots=True)
class Filter:
    """Every word must be found; `uncited` leaves passages that nothing cites, `source` is an id."""

    words: tuple[str, ...] = ()
    uncited: bool = False
    statements: bool = False
    source: str = ""

    @classmethod
    def of(cls, words: str, *, uncited: bool = False, statements: bool = False, source: str = "") -> Filter:
        """Make a filter of words as they were typed."""
        return cls(tuple(fold(words).text.split()), uncited, statements, source)

    def admits(self, line: Line, ledger: Ledger) -> bool:
        """Tell whether a card shows."""
        if isinstance(line, Statement):
            return self._admits_statement(line, ledger)
        passage = line.passage if isinstance(line, Tag) else line.id
        known = ledger.known.get(passage)
        return (
            known is not None
            and not self.statements
            and not (self.uncited and ledger.cited(passage))
            and self.source in {"", known.source}
            and all(word in known.folded for word in self.words)
        )

    def _admits_statement(self, statement: Statement, ledger: Ledger) -> bool:
        if self.uncited or (self.source and self.source not in ledger.sources(statement.cites)):
            return False
        said = fold(statement.text).text
        return all(word in said for word in self.words)

    def search(self, rows: Rows, ledger: Ledger) -> Iterator[dict[str, list[Line]]]:
        """Yield what was found so far by the keys of the groups, and last all of it."""
        found: dict[str, list[Line]] = {}
        for _ in ledger.steps():
            yield found
        for group in rows.groups:
            entries, here = rows.entries(group), found.setdefault(group.key, [])
            for start in range(0, len(entries), _AT_ONCE):
                here += self._admitted(entries[start : start + _AT_ONCE], ledger)
                yield found
        yield found

    def _admitted(self, lines: Iterable[Line], ledger: Ledger) -> list[Line]:
        return [line for line in lines if self.admits(line, ledger)]


NOTHING: Final = Filter()
"""Lets every card show."""
