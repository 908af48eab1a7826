"""The sentence under a statement that says, while it is written, what is wrong with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefer.checking.statements import NEEDS_CITATION, doubts
from briefer.gui.look import fonts, theme
from briefer.gui.look.speech import say, tip
from briefer.wording.counted import counted
from briefer.wording.quoted_edits import SIC, edits_between, kind_of

_DOT: Final = 6
_INDENT: Final = 12
_SEVERAL: Final = "The passages it cites need different edits; cite one of them."
_UNCITED: Final = "It cites nothing yet; type @ to cite the passage it rests on."


class WordCheck(QWidget):
    """Quiet: a dot and a sentence, nothing when all is well."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        """What it says now."""
        self._level = ""
        self.setFont(fonts.interface_font(8.5))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def check(self, kind: str, text: str, said: Sequence[str]) -> None:
        """Compare the words with those of the passages that are cited."""
        found = list(doubts(kind, text, said)) if text.strip() else []
        level, words = "", ""
        if found:
            worst = next((doubt for doubt in found if doubt.level == "error"), found[0])
            more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            level, words = worst.level, f"It {worst.claim}{more}."
        elif text.strip() and not said and kind in NEEDS_CITATION:
            words = _UNCITED
        elif text.strip() and kind == "quotation":
            level, words = _recorded(text, said)
        if (level, words) != (self._level, self.words):
            self._level, self.words = level, words
            self._show()

    def heightForWidth(self, width: int) -> int:
        return self._place(width).height()

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        colour = {"": colours.mute, "warning": colours.warning, "error": colours.danger}[self._level]
        place = self.rect().adjusted(_INDENT, 0, 0, 0)
        whole = self.height() >= self.heightForWidth(self.width())
        short = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, place.width())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(0, (self.fontMetrics().height() - _DOT) // 2 + 1, _DOT, _DOT)
            painter.setPen(colour)
            painter.drawText(place, Qt.TextFlag.TextWordWrap, self.words if whole else short)

    def _show(self) -> None:
        self.setAccessibleName(self.words)
        self.setToolTip(tip(self.words))
        self.setVisible(bool(self.words))
        self.updateGeometry()
        self.update()
        if self._level:
            say(self, self.words)

    def _place(self, width: int) -> QRect:
        room = QRect(0, 0, max(20, width - _INDENT), 1000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.words)


def _recorded(text: str, said: Sequence[str]) -> tuple[str, str]:
    """Say which edits of what each passage says are recorded with a quotation, after how bad that is."""
    ways = {edits_between(quote, text) or () for quote in said}
    if len(ways) > 1:
        return "error", _SEVERAL
    [edits] = ways
    kinds = Counter(map(kind_of, edits))
    what = ", ".join(
        f"{count} {SIC}" if kind == SIC else counted(count, kind) for kind, count in kinds.items()
    )
    return "", f"{counted(len(edits), 'edit')} recorded: {what}." if edits else ""
