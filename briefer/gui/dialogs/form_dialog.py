"""A dialog made of fields: what it asks for is described, and what was changed is handed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.errors import BrieferError
from briefer.gui.look import theme
from briefer.gui.look.controls import PrimaryButton, SlimScrollBar, caption, label
from briefer.gui.look.speech import say

_WIDTH: Final = 560
_TALLEST: Final = 680
_AROUND: Final = 96  # margins and buttons


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form; `choices` are (value, words) and make it a list to choose from."""

    name: str
    words: str
    value: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line that can be read and copied, not changed."""

    words: str
    value: str


Part = Field | Fact | str
"""A string is the heading of what follows it."""


class FormDialog(QDialog):
    """`keep` takes the changed fields by name; when it refuses, its sentence shows and the form stays."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        parts: Sequence[Part],
        keep: Callable[[Mapping[str, str]], None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep = keep
        self._inside = QWidget()
        self._fields = {part.name: part for part in parts if isinstance(part, Field)}
        self._boxes: dict[str, QLineEdit | QComboBox] = {}
        self._refusal = label()
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        form = self._form(parts)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        done = PrimaryButton("Done")
        buttons.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(form, 1)
        column.addWidget(self._refusal)
        column.addWidget(buttons)
        done.setDefault(True)
        wanted = self._inside.sizeHint().height() + _AROUND
        self.resize(_WIDTH, min(_TALLEST, wanted))

    def box(self, name: str) -> QLineEdit | QComboBox:
        """Return where a field is filled in."""
        return self._boxes[name]

    @property
    def refusal(self) -> str:
        """Why the form was not kept, or an empty string."""
        return self._refusal.text()

    def accept(self) -> None:
        changed = {
            name: new for name, field in self._fields.items() if (new := self._value(name)) != field.value
        }
        try:
            self._keep(changed)
        except BrieferError as error:
            palette = self._refusal.palette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.current().danger)
            self._refusal.setPalette(palette)
            self._refusal.setText(str(error))
            self._refusal.show()
            say(self, str(error), urgent=True)
        else:
            super().accept()

    def _value(self, name: str) -> str:
        box = self._boxes[name]
        return str(box.currentData()) if isinstance(box, QComboBox) else box.text()

    def _form(self, parts: Sequence[Part]) -> QScrollArea:
        form = QFormLayout(self._inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setContentsMargins(0, 0, 8, 0)
        for part in parts:
            if isinstance(part, str):
                form.addRow(caption(part))
            elif isinstance(part, Fact):
                form.addRow(label(part.words, mute=True), _fact(part))
            else:
                self._boxes[part.name] = _box(part)
                form.addRow(part.words, self._boxes[part.name])
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBar(SlimScrollBar(area, "window"))
        area.setWidget(self._inside)
        return area


def _box(field: Field) -> QLineEdit | QComboBox:
    if field.choices:
        choice = QComboBox()
        for value, words in field.choices:
            choice.addItem(words, value)
        choice.setCurrentIndex(max(0, choice.findData(field.value)))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(12)
        choice.setAccessibleName(field.words)
        return choice
    line = QLineEdit(field.value)
    line.setPlaceholderText(field.hint or "not recorded")
    line.setAccessibleName(field.words)
    line.setCursorPosition(0)
    return line


def _fact(fact: Fact) -> QWidget:
    value = label(fact.value or "not recorded", 9)
    value.setWordWrap(True)
    value.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    value.setAccessibleName(f"{fact.words}: {fact.value}")
    return value
