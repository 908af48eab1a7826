"""A dialog made of fields: what it asks for is described, and what was changed is handed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from briefer.errors import BrieferError
from briefer.gui.dialogs.answering import answers
from briefer.gui.dialogs.form import Box, Form, Part
from briefer.gui.look import theme
from briefer.gui.look.controls import PrimaryButton, label
from briefer.gui.look.speech import say

_WIDTH: Final = 560
_TALLEST: Final = 680
_BESIDE: Final = 36  # margins
_AROUND: Final = 88  # margins and buttons


class FormDialog(QDialog):
    """`keep` takes the changed fields by name; when it refuses, its sentence shows and the form stays."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        parts: Sequence[Part],
        keep: Callable[[Mapping[str, str]], None],
        *,
        done: str = "Done",
    ) -> None:
        """`done` are the words of the button that keeps."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep = keep
        self.form = Form(parts)
        self._refusal = Refusal()
        keeps = PrimaryButton(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.form, 1)
        column.addWidget(self._refusal.line)
        column.addLayout(answers(self, keeps))
        keeps.setDefault(True)
        self.resize(_WIDTH, min(_TALLEST, self.form.height_wanted(_WIDTH - _BESIDE) + _AROUND))

    def box(self, name: str) -> Box:
        """Return where a field is filled in."""
        return self.form.box(name)

    @property
    def refusal(self) -> str:
        """Why the form was not kept, or an empty string."""
        return self._refusal.line.text()

    def accept(self) -> None:
        try:
            self._keep(self.form.changed())
        except BrieferError as error:
            self._refusal.show(str(error))
        else:
            super().accept()


class Refusal:
    """The line of a dialog that says why something was not kept."""

    def __init__(self) -> None:
        self.line = label()
        self.line.setWordWrap(True)
        self.line.hide()

    def show(self, sentence: str) -> None:
        """Show a sentence and say it, or take it away for an empty one."""
        palette = self.line.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.current().danger)
        self.line.setPalette(palette)
        self.line.setText(sentence)
        self.line.setVisible(bool(sentence))
        if sentence:
            say(self.line, sentence, urgent=True)
