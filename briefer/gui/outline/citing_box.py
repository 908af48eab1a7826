"""Where an @ leads: a box that finds a passage to cite as one types on."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QPlainTextEdit

from briefer.gui.look.palette import Choice, Palette
from briefer.gui.outline.evidence_model import EvidenceModel

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


def _found(evidence: EvidenceModel, words: str) -> list[Choice]:
    return [
        Choice(line, "", "quote", partial(evidence.cite, identifier))
        for identifier, line in evidence.find(words)
    ]
