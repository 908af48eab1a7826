"""How much stands in each section and in the whole brief, counted while nobody waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal

from briefer.gui.outline.ledger import Count, Ledger
from briefer.gui.outline.rows import UNFILED, Group
from briefer.gui.outline.slices import Slices
from briefer.model.records import BLUF
from briefer.wording.counted import counted

_NONE: Final = Count()
_AT_ONCE: Final = 0.01
"""Seconds that counting may take while a project is opened: enough for a few hundred passages."""
PAINTED: Final = 100
"""Milliseconds after which a project that was opened is on the screen."""


class Counts(QObject):
    """Counts by the id of a section; what is not counted yet is nothing."""

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger: Ledger | None = None
        self._found: dict[str, Count] = {}
        self._stale: set[str] = set()
        self._slices = Slices(self)
        self._slices.done.connect(self.counted)

    def begin(self, ledger: Ledger | None, *, at_once: bool = True) -> None:
        """Count another project, or none; a small one `at_once`."""
        self._slices.stop()
        self._ledger = ledger
        self._found, self._stale = {}, set()
        if ledger is not None:
            self._stale.update([BLUF, *(section.id for section in ledger.project.sections())])
            self._slices.run(self._count(ledger), _AT_ONCE if at_once else 0.0, PAINTED)

    def count_anew(self, sections: Iterable[str]) -> None:
        """Count these sections again, soon."""
        self._stale.update(sections)
        if self._stale and self._ledger is not None:
            self._slices.run(self._count(self._ledger))

    @property
    def busy(self) -> bool:
        """Tell whether something is still to be counted."""
        return self._slices.busy

    def of(self, section: str) -> Count:
        """Return what a section holds, as far as it was counted."""
        return self._found.get(section, _NONE)

    def words(self) -> tuple[int, int]:
        """Return how many words the statements of the brief have, and the passages printed beside them."""
        found = self._found.values()
        return sum(count.words for count in found), sum(count.quoted for count in found)

    def _count(self, ledger: Ledger) -> Iterator[None]:
        yield from ledger.steps()
        while self._stale:
            section = self._stale.pop()
            self._found[section] = ledger.count(section)
            yield


_BOTTOM_LINE: Final = "what the reader must know who reads nothing else"


def details(group: Group, count: Count) -> list[str]:
    """Say what a section holds, part by part, the most telling first."""
    if group.key == UNFILED:
        return [f"in no section, so not printed: {counted(group.count, 'passage')}"]
    if not group.count:
        guidance = " ".join(group.section.guidance.split()) if group.section else _BOTTOM_LINE
        return [f"nothing yet: {guidance}" if guidance else "nothing yet"]
    said = []
    if count.passages:
        uncited = f", {count.uncited:,} not cited" if count.uncited else ""
        said.append(f"{counted(count.passages, 'passage')}{uncited}")
    if count.statements:
        said.append(counted(count.statements, "statement"))
    words = count.words + count.quoted
    if words:
        said.append(counted(words, "word"))
    return said
