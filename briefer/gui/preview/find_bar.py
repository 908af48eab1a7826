"""Finding words in the preview: every page is looked through, every hit marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from briefer.gui.look import icons
from briefer.gui.look.controls import Panel, label, small_button
from briefer.gui.preview.page_view import PageView
from briefer.wording.folding import find_folded, fold

_PAUSE_MILLISECONDS: Final = 120


class FindBar(Panel):
    """Finds without regard to case, accents, kinds of quotation marks and of spaces, as in the panes."""

    def __init__(self, view: PageView) -> None:
        super().__init__(edges=Qt.Edge.TopEdge)
        self.line = QLineEdit()
        self._view = view
        self._count = label("", 9, mute=True)
        self._hits: dict[int, Sequence[tuple[int, int]]] = {}
        self._words = ""
        self._from = 0
        self._now: tuple[int, int] | None = None
        self._awaited = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._find)
        self._lay_out()
        self.line.textEdited.connect(lambda _words: self._pause.start())
        view.sheets.opened.connect(self._find)
        view.sheets.read.connect(self._take_page)
        view.sheets.drawn.connect(self._bring_up)
        self.hide()

    @property
    def said(self) -> str:
        """How many were found."""
        return self._count.text()

    def open(self) -> None:
        """Show the bar with what was last looked for."""
        self._from = self._view.page
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._find()

    def shut(self) -> None:
        """Hide the bar and its hits, and give the keyboard back to the pages."""
        self._pause.stop()
        self.hide()
        self._mark({})
        self._view.read_every_page(every=False)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Go `by` hits on, round the ends; opens the bar when it is shut."""
        if self.isHidden():
            self.open()
            return
        if self._pause.isActive():
            self._pause.stop()
            self._find()
        hits = self._all()
        if hits:
            here = hits.index(self._now) if self._now in hits else -1
            self._stand_on(hits[(here + by) % len(hits)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _find(self) -> None:
        """Look through all pages whose words are known; the others follow as they are read."""
        if self.isHidden():
            return
        words = self.line.text()
        if words != self._words:
            self._words, self._now = words, None
        self._view.read_every_page(every=bool(words))
        self._mark({page: self._in_page(page) for page in self._view.sheets.words} if words else {})
        self._stand_on_first()

    def _take_page(self, page: int) -> None:
        if not self.isHidden() and self.line.text():
            self._mark(self._hits | {page: self._in_page(page)})
            self._stand_on_first()

    def _in_page(self, page: int) -> Sequence[tuple[int, int]]:
        return find_folded(fold(self._view.sheets.words[page].text), self.line.text())

    def _mark(self, hits: dict[int, Sequence[tuple[int, int]]]) -> None:
        self._hits = hits
        if not any(hits.values()):
            self._now = self._view.found_now = None
        self._view.sheets.mark_hits(hits)
        self._view.viewport().update()
        self._tell()

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
        self._tell()
        self._view.viewport().update()

    def _bring_up(self) -> None:
        """Bring the hit into sight as soon as its place is known."""
        boxes = self._view.sheets.boxes.get(self._now[0]) if self._now else None
        if self._awaited and self._now and boxes and self._now[1] < len(boxes) and boxes[self._now[1]]:
            self._awaited = False
            box = boxes[self._now[1]][0]
            self._view.bring_up(self._now[0], box[1], box[3])

    def _tell(self) -> None:
        hits = self._all()
        if not hits:
            self._count.setText("Nothing found" if self.line.text() else "")
        else:
            here = hits.index(self._now) + 1 if self._now in hits else 0
            self._count.setText(f"{here} of {len(hits)}")

    def _all(self) -> list[tuple[int, int]]:
        """Return every hit as its page and its place among those there, in order."""
        return [(page, place) for page in sorted(self._hits) for place in range(len(self._hits[page]))]

    def _lay_out(self) -> None:
        self.line.setPlaceholderText("Find in the preview")
        self.line.setAccessibleName("Find in the preview")
        self.line.addAction(icons.icon("search", "mute"), QLineEdit.ActionPosition.LeadingPosition)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 8, 5)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addSpacing(4)
        row.addWidget(self._count)
        for icon, words, act in (
            ("chevron-up", "Previous hit (Shift+F3)", lambda: self.step(-1)),
            ("chevron-down", "Next hit (F3)", lambda: self.step(1)),
            ("x", "Close the find bar (Esc)", self.shut),
        ):
            button = small_button(icon, words)
            button.clicked.connect(act)
            row.addWidget(button)
