"""A form by its description: fields to fill in, lists to choose from, facts to read and copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.gui.dialogs.suggestion import Suggestion
from briefer.gui.look import theme
from briefer.gui.look.controls import SlimScrollBar, caption, label
from briefer.gui.look.fields import TextField
from briefer.gui.look.speech import say

Box = QLineEdit | TextField | QComboBox


def _nothing_wrong(_words: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form; `choices` are (value, words) and make it a list to choose from."""

    name: str
    words: str
    value: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    wrong: Callable[[str], str] = _nothing_wrong
    """Says what is wrong with what was filled in, asked when the field is left; "" when nothing is."""
    offer: tuple[str, Callable[[], str]] | None = None
    """A button beside it: its words, and what it fills in."""
    lines: int = 1
    """How many lines it shows; the words are one paragraph all the same, unless it `keeps_lines`."""
    keeps_lines: bool = False
    origin: str = ""
    """Where the value comes from, in words."""
    suggestion: tuple[str, str] | None = None
    """Another value that may be meant, and from what it was guessed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line that can be read and copied, not changed."""

    words: str
    value: str
    offer: tuple[str, Callable[[], object]] | None = None
    """A button beside it: its words, and what it does."""


Part = Field | Fact | QWidget | str
"""A string is the heading of what follows it; a widget takes the whole width."""


class Form(QScrollArea):
    """Shows the parts one under the other; what is wrong with a field stands under it."""

    edited = Signal()

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self.fields = {part.name: part for part in parts if isinstance(part, Field)}
        self._boxes: dict[str, Box] = {}
        self._sentences: dict[str, QLabel] = {}
        self.suggestions: dict[str, Suggestion] = {}
        self._inside = QWidget()
        self._lay_out(parts)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the first field has the keyboard
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimScrollBar(self, "window"))
        self.setWidget(self._inside)

    def box(self, name: str) -> Box:
        """Return where a field is filled in."""
        return self._boxes[name]

    def value(self, name: str) -> str:
        """Return what a field holds now."""
        box = self._boxes[name]
        if isinstance(box, QComboBox):
            return str(box.currentData())
        if isinstance(box, QLineEdit):
            return box.text()
        words = box.toPlainText()
        return words.strip() if self.fields[name].keeps_lines else " ".join(words.split())

    def values(self) -> dict[str, str]:
        """Return what every field holds now."""
        return {name: self.value(name) for name in self.fields}

    def changed(self) -> dict[str, str]:
        """Return what was filled in otherwise than it was."""
        return {name: new for name, new in self.values().items() if new != self.fields[name].value}

    def sentence(self, name: str) -> str:
        """Return what stands under a field, an empty string for nothing."""
        return self._sentences[name].text() if name in self._sentences else ""

    def dismissed(self) -> list[str]:
        """Return the fields for which a suggestion was dismissed."""
        return [name for name, one in self.suggestions.items() if one.dismissed]

    def focused(self) -> str:
        """Return the name of the field that has the keyboard, or an empty string."""
        return next((name for name, box in self._boxes.items() if box.hasFocus()), "")

    def height_wanted(self, width: int) -> int:
        """Return how high it is at this width, in pixels, with everything in sight."""
        inside = self._inside
        return inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()

    def check(self, name: str) -> str:
        """Say under a field what is wrong with it, and return that."""
        found, line = self.fields[name].wrong(self.value(name)), self._sentences[name]
        if found and found != line.text():
            say(self, found)
        line.setText(found)
        line.setVisible(bool(found))
        return found

    def _lay_out(self, parts: Sequence[Part]) -> None:
        form = QFormLayout(self._inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setContentsMargins(0, 0, 8, 0)
        for part in parts:
            if isinstance(part, str):
                form.addRow(caption(part))
            elif isinstance(part, QWidget):
                form.addRow(part)
            elif isinstance(part, Fact):
                form.addRow(label(part.words, mute=True), _fact(part))
            else:
                form.addRow(part.words, self._field(part))

    def _field(self, field: Field) -> QWidget:
        box = self._boxes[field.name] = self._box(field)
        if isinstance(box, QComboBox):
            return box
        sentence = self._sentences[field.name] = _warning()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(box)
        if field.offer is not None:
            words, fill = field.offer
            row.addWidget(_button(field.words, words, lambda: self._fill(field.name, fill())))
        column.addLayout(row)
        column.addWidget(sentence)
        if field.origin:
            column.addWidget(_origin(field))
        if field.suggestion is not None:
            column.addWidget(self._suggestion(field, *field.suggestion))
        return whole

    def _suggestion(self, field: Field, value: str, where: str) -> Suggestion:
        line = self.suggestions[field.name] = Suggestion(field.words, value, where)
        line.taken.connect(lambda words: self._fill(field.name, words))
        self._boxes[field.name].installEventFilter(line)
        return line

    def _box(self, field: Field) -> Box:
        if field.choices:
            choice = _choice(field)
            choice.currentIndexChanged.connect(self.edited)
            return choice
        return self._line(field) if field.lines == 1 else self._paragraph(field)

    def _paragraph(self, field: Field) -> TextField:
        box = TextField(field.words, field.lines)
        box.show_words(field.value)
        box.setPlaceholderText(field.hint)
        box.textChanged.connect(self.edited)
        box.handed_over.connect(lambda _words: self.check(field.name))
        return box

    def _line(self, field: Field) -> QLineEdit:
        line = QLineEdit(field.value)
        line.setPlaceholderText(field.hint or "not recorded")
        line.setAccessibleName(field.words)
        line.setTextMargins(4, 1, 4, 1)
        line.setCursorPosition(0)
        line.textChanged.connect(self.edited)
        line.editingFinished.connect(lambda: self.check(field.name))
        return line

    def _fill(self, name: str, words: str) -> None:
        box = self._boxes[name]
        assert isinstance(box, QLineEdit)  # only a line has an offer or a suggestion
        box.setText(words)
        box.setCursorPosition(0)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check(name)


def _origin(field: Field) -> QLabel:
    line = label(f"from {field.origin}", 8.5, mute=True)
    line.setContentsMargins(6, 0, 0, 0)
    line.setAccessibleName(f"{field.words} comes from {field.origin}")
    return line


def _choice(field: Field) -> QComboBox:
    choice = QComboBox()
    for value, words in field.choices:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(0, choice.findData(field.value)))
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(12)
    choice.setAccessibleName(field.words)
    return choice


def _warning() -> QLabel:
    line = label("", 9)
    line.setWordWrap(True)
    palette = line.palette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.current().danger)
    line.setPalette(palette)
    line.hide()
    return line


def _fact(fact: Fact) -> QWidget:
    value = label(fact.value or "not recorded", 9)
    value.setWordWrap(True)
    value.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    value.setAccessibleName(f"{fact.words}: {fact.value}")
    if fact.offer is None:
        return value
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(value, 1)
    row.addWidget(_button(fact.words, *fact.offer))
    return whole


def _button(about: str, words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setAccessibleName(f"{about}: {words}")
    button.clicked.connect(lambda _checked: do())
    return button
