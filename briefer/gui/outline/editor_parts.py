"""The parts of the statement editor, and where they stand in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.gui.look import icons
from briefer.gui.look.controls import OneLine, PrimaryButton, SlimScrollBar, caption
from briefer.gui.outline.cards import KINDS
from briefer.gui.outline.citation_chips import CHIP_HEIGHT, CitationChips
from briefer.gui.outline.evidence_model import EvidenceModel
from briefer.gui.outline.quotation_bar import QuotationBar
from briefer.gui.outline.word_check import WordCheck
from briefer.gui.outline.words_box import WordsBox

_LOWEST: Final = 36  # pixels: with less of either box nothing could be read
_LINES: Final = 5
_REST: Final = 178  # what all but the two boxes takes, one row of chips and a sentence included
_GAP: Final = 6
_LIST: Final = 72  # three passages
_HEADING: Final = 37  # what stands above the editor at least
_ANY: Final = 16_777_215  # what Qt takes for no limit


class EditorParts:
    """Put together, they do nothing yet."""

    def __init__(self, editor: QWidget, evidence: EvidenceModel) -> None:
        self.words = WordsBox()
        self.quoting = QuotationBar(self.words)
        self.kind = QComboBox()
        self.chips = CitationChips()
        self.check = WordCheck()
        self.list = QListView()
        self.where = OneLine(8.5, strong=True, mute=True)
        self.cited = OneLine(8.5, mute=True)
        self.cite = QPushButton("Cite selection")
        self.remove = QPushButton("Remove")
        self.close = QPushButton("Close")
        self.done = PrimaryButton("Done")
        for name, words in KINDS.items():
            self.kind.addItem(words, name)
        self._set_up_list(evidence)
        self._name(editor)
        self._lay_out(editor)

    def show_cited(self, evidence: EvidenceModel) -> None:
        """Show what is cited, or ask for it."""
        self._say_cited(evidence)
        self.chips.show_cited(evidence.places())

    def fit(self, height: int, room: int, evidence: EvidenceModel) -> None:
        """In a low editor give up the list first, then all but the first row of chips and sentence.

        `room` is the height of what holds the editor, which gives it enough for the words where it can.
        """
        line = self.words.fontMetrics().height()
        rest = _REST + (0 if self.quoting.isHidden() else self.quoting.sizeHint().height() + _GAP)
        listed = height >= rest + self.words.height_of(_LINES) + _LIST
        lines = max(1, min(_LINES, (room - rest - _HEADING - self.words.height_of(0)) // line))
        self.list.setVisible(listed)
        self.words.setMinimumHeight(self.words.height_of(lines))
        self.chips.setMaximumHeight(_ANY if listed else CHIP_HEIGHT)
        self.check.setMaximumHeight(_ANY if listed else line)
        self._say_cited(evidence)

    def _say_cited(self, evidence: EvidenceModel) -> None:
        """Say how much is cited, or ask for it in a way that is there."""
        count = len(evidence.cites)
        way = "type @ to cite a passage" if self.list.isHidden() else "tick what the statement cites"
        ask = way if evidence.rowCount() else "nothing is tagged here yet"
        self.cited.say(f"{count} cited" if count else ask)

    def _set_up_list(self, evidence: EvidenceModel) -> None:
        self.list.setModel(evidence)
        self.list.setVerticalScrollBar(SlimScrollBar(self.list, "base"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSpacing(1)
        for box in (self.words, self.list):
            box.setMinimumHeight(_LOWEST)

    def _lay_out(self, editor: QWidget) -> None:
        top, middle, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.where, 1)
        top.addWidget(self.kind)
        middle.addWidget(caption("Evidence"))
        middle.addWidget(self.cited, 1)
        middle.addWidget(self.cite)
        for part in (self.remove, None, self.close, self.done):
            foot.addWidget(part) if part else foot.addStretch()
        column = QVBoxLayout(editor)
        column.setContentsMargins(14, 10, 14, 10)
        column.addLayout(top)
        column.addWidget(self.words, 3)
        column.addWidget(self.quoting)
        column.addWidget(self.check)
        column.addWidget(self.chips)
        column.addLayout(middle)
        column.addWidget(self.list, 2)
        column.addLayout(foot)

    def _name(self, editor: QWidget) -> None:
        editor.setAccessibleName("Statement editor")
        # A screen reader is given the value as the name of a combo box, and the name by its label.
        named = QLabel("Kind of statement", editor)
        named.setBuddy(self.kind)
        named.hide()
        keys = ", ".join(f"{words} Alt+{number}" for number, words in enumerate(KINDS.values(), 1))
        self.kind.setToolTip(f"Kind of statement: {keys}")
        self.list.setAccessibleName("Evidence that the statement cites")
        self.remove.setIcon(icons.icon("trash-2", "mute"))
        self.remove.setToolTip("Take the statement out of the brief")
        self.cite.setToolTip("Cite the words selected in the active pane, or the chosen card of the outline")
        self.done.setToolTip("Keep the statement (Ctrl+Enter)")
        self.close.setToolTip("Close (Esc); words that are not done are laid aside, to write on later")
