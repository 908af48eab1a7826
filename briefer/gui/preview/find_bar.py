"""Finding words in the preview: every page is looked through, every hit marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from briefer.gui.desk.find_bar import FindBar
from briefer.gui.preview.page_view import PageView
from briefer.wording.folding import find_folded, fold


class PreviewFindBar(FindBar):
    """Pages are looked through as their words come to be known."""

    def __init__(self, view: PageView) -> None:
        super().__init__("Find in the preview")
        self._view = view
        self._hits: dict[int, Sequence[tuple[int, int]]] = {}
        self._words = ""
        self._from = 0
        self._now: tuple[int, int] | None = None
        self._awaited = False
        view.sheets.opened.connect(self._find)
        view.sheets.read.connect(self._take_page)
        view.sheets.drawn.connect(self._bring_up)

    def open(self) -> None:
        self._from = self._view.page
        super().open()

    def shut(self) -> None:
        """Hide the bar and its hits, and give the keyboard back to the pages."""
        super().shut()
        self._mark({})
        self._view.read_every_page(every=False)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        """Look through all pages whose words are known; the others follow as they are read."""
        super()._find()
        if self.isHidden():
            return
        words = self.box.text()
        if words != self._words:
            self._words, self._now = words, None
        self._view.read_every_page(every=bool(words))
        self._mark({page: self._in_page(page) for page in self._view.sheets.words} if words else {})
        self._stand_on_first()

    def _take_page(self, page: int) -> None:
        if not self.isHidden() and self.box.text():
            self._mark(self._hits | {page: self._in_page(page)})
            self._stand_on_first()

    def _in_page(self, page: int) -> Sequence[tuple[int, int]]:
        return find_folded(fold(self._view.sheets.words[page].text), self.box.text())

    def _mark(self, hits: dict[int, Sequence[tuple[int, int]]]) -> None:
        self._hits = hits
        if not any(hits.values()):
            self._now = self._view.found_now = None
        self._view.sheets.mark_hits(hits)
        self._view.viewport().update()
        self._count_up()

    def _stand_on_first(self) -> None:
        """Stand on the first hit from the page on where looking began, unless one was chosen."""
        hits = self._all()
        if hits and self._now not in hits:
            self._stand_on(next((hit for hit in hits if hit[0] >= self._from), hits[0]))

    def _stand_on(self, hit: tuple[int, int]) -> None:
        self._now = self._view.found_now = hit
        self._awaited = True
        if hit[0] not in self._view.seen():
            self._view.go_to_page(hit[0])
        self._bring_up()
        self._count_up()
        self._view.viewport().update()

    def _bring_up(self) -> None:
        """Bring the hit into sight as soon as its place is known."""
        boxes = self._view.sheets.boxes.get(self._now[0]) if self._now else None
        if self._awaited and self._now and boxes and self._now[1] < len(boxes) and boxes[self._now[1]]:
            self._awaited = False
            box = boxes[self._now[1]][0]
            self._view.bring_up(self._now[0], box[1], box[3])

    def _go(self, by: int) -> None:
        hits = self._all()
        if hits:
            here = hits.index(self._now) if self._now in hits else -1
            self._stand_on(hits[(here + by) % len(hits)])

    def _count_up(self) -> None:
        hits = self._all()
        here = hits.index(self._now) + 1 if self._now in hits else 0
        self._tell(f"{here} of {len(hits)}" if hits else "")

    def _all(self) -> list[tuple[int, int]]:
        """Return every hit as its page and its place among those there, in order."""
        return [(page, place) for page in sorted(self._hits) for place in range(len(self._hits[page]))]
