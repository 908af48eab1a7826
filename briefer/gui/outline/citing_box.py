"""Where an @ leads: a box that finds a passage to cite as one types on."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from briefer.gui.look.palette import Choice, Palette
from briefer.gui.outline.evidence_model import EvidenceModel
from briefer.gui.outline.words_box import WordsBox

_ROWS: Final = 10


class CitingBox(Palette):
    """The letters after the sign look for a passage by its words and place; Enter cites the first."""

    left = Signal(str)
    """The sign and the letters after it, when nothing was chosen."""

    def __init__(self, words: QPlainTextEdit, evidence: EvidenceModel) -> None:
        """Stand by the caret of `words` and offer what is not cited yet, the section’s own first."""
        super().__init__(words, partial(_found, evidence), "Cite a passage", _ROWS)
        caret, page = words.cursorRect(), words.viewport()
        self.stand_by(QRect(page.mapToGlobal(caret.topLeft()), caret.size()))
        self.rejected.connect(lambda: self.left.emit(f"@{self.box.text()}"))


class Citing(QObject):
    """Opens the box when an @ is typed, and says so when nothing came of it."""

    remarked = Signal(str)
    """Why an @ cites nothing, in one sentence."""

    def __init__(self, words: WordsBox, evidence: EvidenceModel) -> None:
        super().__init__(words)
        self._words = words
        self._evidence = evidence
        words.at_typed.connect(self._offer)

    def _offer(self) -> None:
        if not self._evidence.find(""):
            self._leave("@", "There is nothing to cite here yet; select words in a pane and tag them first.")
            return
        box = CitingBox(self._words, self._evidence)
        box.left.connect(self._leave_typed)
        box.finished.connect(lambda _result: self._words.setFocus(Qt.FocusReason.OtherFocusReason))
        box.open()

    def _leave_typed(self, words: str) -> None:
        self._leave(words, f"“{words}” stays as it was typed and cites nothing; @ and Enter cite a passage.")

    def _leave(self, words: str, why: str) -> None:
        """Put an @ among the words, and say that it cites nothing."""
        self._words.insertPlainText(words)
        self.remarked.emit(why)


def _found(evidence: EvidenceModel, words: str) -> list[Choice]:
    return [
        Choice(line, "", "quote", partial(evidence.cite, identifier))
        for identifier, line in evidence.find(words)
    ]
