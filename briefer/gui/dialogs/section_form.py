"""What one section is: title, digit, colour, guidance and cues, each asked for as it is changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefer.actions.sections import COLOURS
from briefer.gui.dialogs.pick_rows import DigitRow, SwatchRow
from briefer.gui.look import fonts, theme
from briefer.gui.look.controls import label
from briefer.gui.look.fields import LineField, TextField
from briefer.model.records import Section

_CALLED: Final = ("Red", "Blue", "Violet", "Amber", "Teal", "Magenta", "Green", "Slate", "Brown")
_BETWEEN_CUES: Final = re.compile(r"[,;\n]+")


class SectionForm(QWidget):
    """Shows one section and asks; whoever listens does."""

    wished = Signal(str, object)
    """The name of a field of `actions.sections.change`, and its new value."""
    digit_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.section: Section | None = None
        self.title = LineField("Title")
        self.digits = DigitRow()
        self.swatches = SwatchRow(dict(zip(COLOURS, _CALLED, strict=True)))
        self.colour = LineField("Colour as #rrggbb")
        self.guidance = TextField("Guidance", 4)
        self.cues = TextField("Cues", 3)
        self._sample = _Sample()
        self._key = label("", 8.5, mute=True)
        self._lay_out()
        self.title.handed_over.connect(lambda words: self.wished.emit("title", words))
        self.guidance.handed_over.connect(lambda words: self.wished.emit("guidance", words))
        self.cues.handed_over.connect(lambda words: self.wished.emit("cues", cues_in(words)))
        self.colour.handed_over.connect(lambda words: self.wished.emit("colour", colour_in(words)))
        self.digits.picked.connect(lambda place: self.digit_wished.emit(place or None))
        self.swatches.picked.connect(lambda place: self.wished.emit("colour", COLOURS[place]))

    def show_section(self, section: Section, sections: Sequence[Section]) -> None:
        """Show a section as it stands among the others."""
        self.section = section
        self.title.show_words(section.title)
        self.digits.show_section(section, {other.digit: other for other in sections})
        self.swatches.show_colour(section.colour)
        self.colour.show_words(section.colour)
        self.guidance.show_words(section.guidance)
        self.cues.show_words(", ".join(section.cues))
        self._sample.show_section(section)
        self._key.setText(f"Scripts call it “{section.key}”.")

    def hand_over(self) -> None:
        """Ask for whatever was typed and not yet asked for."""
        for field in (self.title, self.colour, self.guidance, self.cues):
            field.hand_over()

    def _lay_out(self) -> None:
        self.title.setFont(fonts.interface_font(11.5, strong=True))
        self.guidance.setPlaceholderText("What belongs here; shown as its tool tip and while it is empty")
        self.cues.setPlaceholderText("Words that point to it, with commas between")
        self.colour.setFixedWidth(86)
        self.colour.setToolTip("Any colour as #rrggbb; it is made readable in both themes")
        tints = QHBoxLayout()
        tints.setSpacing(8)
        tints.addWidget(self.swatches)
        tints.addWidget(self.colour)
        tints.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        parts: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            ("Title", self.title), ("Digit", self.digits), ("Colour", tints),
            ("Guidance", self.guidance), ("Cues", self.cues),
        )  # fmt: skip
        for words, part in parts:
            column.addWidget(label(words, 9, mute=True))
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
            if words == "Colour":
                column.addWidget(self._sample)
            column.addSpacing(8)
        column.addWidget(self._key)
        column.addStretch()


class _Sample(QWidget):
    """How a tagged passage will look."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = COLOURS[0]
        self.setFixedHeight(32)
        self.setAccessibleName("How a tagged passage looks")

    def show_section(self, section: Section) -> None:
        self._colour = section.colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        inks = colours.inks(self._colour)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(0, 2, 0, -2)
            painter.setPen(colours.line)
            painter.setBrush(colours.base)
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(fonts.reading_font(points=10.5))
            words = "A passage that is tagged"
            wide = painter.fontMetrics().horizontalAdvance(words)
            inner = QRectF(12, frame.top() + 5, wide + 6, frame.height() - 10)
            painter.fillRect(inner, inks.tint)
            painter.fillRect(QRectF(inner.left(), inner.bottom() - 1.5, inner.width(), 2), inks.ink)
            painter.setPen(colours.text)
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)
            painter.drawText(
                frame.adjusted(inner.right() + 5, 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter,
                "and one that is not",
            )


def cues_in(words: str) -> list[str]:
    """Return cues written with commas, semicolons or line ends between."""
    return [cue for cue in map(str.strip, _BETWEEN_CUES.split(words)) if cue]


def colour_in(words: str) -> str:
    """Return a colour as it is kept: a missing # is put before it, #abc stands for #aabbcc."""
    digits = words.strip().removeprefix("#")
    if len(digits) == len("abc"):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits.lower()}"
