"""One difference: its question, the passages that answer it, the ruling and its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefer.gui.look.card_rows import CardList, CardRow
from briefer.gui.look.controls import SlimScrollBar, label, small_button
from briefer.gui.look.fields import TextField
from briefer.model.records import Difference

_FIELDS: Final = (
    ("question", "Question", "What do the sources answer differently?"),
    ("ruling", "Ruling", "Unresolved: what do you hold to be so?"),
    ("reason", "Reason", "Why; it is printed beside the ruling"),
)
_ANSWERS: Final = 108  # pixels: two passages of two lines


class DifferenceForm(QScrollArea):
    """Shows one difference and asks; a field is handed over when it is left."""

    wished = Signal(str, str)
    """The name of a field of a Difference, and its new words."""
    adding_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: TextField(words, 2) for name, words, _ in _FIELDS}
        self.answers = CardList("Passages that answer it", heads=1, lines=4, framed=True)
        self.add = QPushButton("Add passage")
        self.drop = small_button("x", "Take the passage out of the difference (Delete)")
        self._inside = QWidget()
        self._lay_out()
        self._name()
        for name, field in self.fields.items():
            field.handed_over.connect(lambda words, name=name: self.wished.emit(name, words))
        self.add.clicked.connect(self.adding_wanted)
        self.drop.clicked.connect(lambda: self.answers.removal_wanted.emit(self.answers.current()))

    def show_difference(self, difference: Difference, answers: Sequence[CardRow], *, anew: bool) -> None:
        """Show a difference; one that shows already (not `anew`) keeps what is being typed."""
        for name, field in self.fields.items():
            if anew or not field.document().isModified():
                field.show_words(getattr(difference, name))
        self.answers.show_rows(answers)
        self.drop.setEnabled(bool(answers))
        if anew:
            self.ensureVisible(0, 0)

    def hand_over(self) -> None:
        """Ask for whatever was typed and not yet asked for."""
        for field in self.fields.values():
            field.hand_over()

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.addWidget(label("What the sources say", 9, mute=True), 1)
        answers.addWidget(self.drop)
        answers.addWidget(self.add)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(14, 4, 14, 10)
        column.setSpacing(4)
        for name, words, hint in _FIELDS:
            column.addWidget(label(words, 9, mute=True))
            column.addWidget(self.fields[name])
            column.addSpacing(4)
            self.fields[name].setPlaceholderText(hint)
            if name == "question":
                column.addLayout(answers)
                column.addWidget(self.answers, 1)
                column.addSpacing(4)
        self.answers.setMinimumHeight(_ANSWERS)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)

    def _name(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self))
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.answers.setToolTip("Enter shows where it stands, Delete takes it out, Alt+↑ and Alt+↓ order")
        self.add.setToolTip("Add the passage at the caret of the active pane (Ctrl+Shift+R)")
