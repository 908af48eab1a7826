"""What an export is to be: its format, parts, paper and notes, with its evidence, a draft or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefer.gui.look import fonts, icons, theme
from briefer.gui.look.controls import draw_focus_ring, label
from briefer.model.preset import CITATIONS, PAPERS, Preset
from briefer.tasks.exporting import CARRYING, FORMATS, PAGED, WITH_SOURCES

_HEIGHT: Final = 58
_ICON: Final = 22
_EMBEDDED: Final = "The evidence is embedded; “verify” proves every quotation."
_STYLES: Final = {"chicago": "Chicago", "apa": "APA form"}
_SAVED: Final = "The evidence is embedded; a click on the digest at the end saves it."
_NO_ROOM: Final = "Markdown has no place for the evidence; nobody can verify the file alone."
_LEFT_OUT: Final = "Without its evidence nobody can verify the quotations from the file alone."


class ChoiceCard(QRadioButton):
    """One of a few clear choices: an icon, a name, and what it means."""

    def __init__(self, icon: str, name: str, meaning: str) -> None:
        super().__init__(name)
        self._icon = icon
        self._meaning = meaning
        self.setAccessibleDescription(meaning)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, chosen = theme.current(), self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(1.0 if self.isEnabled() else 0.5)
            frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(colours.accent, 2.0) if chosen else QPen(colours.outline, 1.0))
            painter.setBrush(colours.hover if self.underMouse() and not chosen else colours.base)
            painter.drawRoundedRect(frame, 8, 8)
            if self.hasFocus():
                draw_focus_ring(painter, frame.adjusted(3, 3, -3, -3), 6)
            role = "accent" if chosen else "mute"
            icons.icon(self._icon, role).paint(painter, 16, (self.height() - _ICON) // 2, _ICON, _ICON)
            inner = self.rect().adjusted(52, 9, -12, -9)
            self._paint_words(painter, inner)

    def _paint_words(self, painter: QPainter, inner: QRect) -> None:
        colours = theme.current()
        painter.setFont(fonts.interface_font(10, strong=True))
        painter.setPen(colours.text)
        top, centre = Qt.AlignmentFlag.AlignTop, Qt.TextElideMode.ElideRight
        painter.drawText(inner, top, self.text())
        painter.setFont(fonts.interface_font(8.75))
        painter.setPen(colours.mute)
        shown = painter.fontMetrics().elidedText(self._meaning, centre, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, shown)


class ExportChoices(QWidget):
    """Choosing a preset sets its paper, citations and evidence; each can be changed after."""

    changed = Signal()
    format_changed = Signal()

    def __init__(self, presets: Sequence[Preset]) -> None:
        super().__init__()
        self.word = ChoiceCard("file-text", "Word document", ".docx, real footnotes, to edit and restyle")
        self.pdf = ChoiceCard("book-open", "PDF", ".pdf, footnotes, ready to hand up")
        self.html = ChoiceCard("globe", "Web page", ".html, one file, no scripts, for any screen")
        self.markdown = ChoiceCard("hash", "Markdown", ".md, plain text with footnotes, to work on")
        self._formats = dict(zip(FORMATS, (self.word, self.pdf, self.html, self.markdown), strict=True))
        self.preset = QComboBox()
        self.paper = QComboBox()
        self.citations = QComboBox()
        self.evidence = QCheckBox("&Embed the evidence")
        self.with_sources = QCheckBox("With the &files of the cited sources")
        self.draft = QCheckBox("Export as a &draft: every page is marked DRAFT, errors do not block")
        self._meaning = label("", 9, mute=True)
        self._promise = label("", 9, mute=True)
        self._presets = {preset.name: preset for preset in presets}
        for one in presets:
            self.preset.addItem(one.title, one.name)
        for paper in PAPERS:
            self.paper.addItem(paper, paper)
        for style in CITATIONS:
            self.citations.addItem(_STYLES[style], style)
        self.word.setChecked(True)
        self._lay_out()
        self._connect()
        self._follow_preset()

    def format(self) -> str:
        """Return the ending of the file's name."""
        return next(ending for ending, card in self._formats.items() if card.isChecked())

    def set_format(self, ending: str) -> None:
        self._formats.get(ending, self.word).setChecked(True)

    def take_up(self, kept: dict[str, str]) -> None:
        """Choose as was chosen the last time; a preset that is gone gives way to the first."""
        if kept.get("preset") in self._presets:
            self.preset.setCurrentIndex(self.preset.findData(kept["preset"]))
            self.paper.setCurrentIndex(max(0, self.paper.findData(kept["paper"])))
            self.citations.setCurrentIndex(max(0, self.citations.findData(kept.get("citations"))))
            self.evidence.setChecked(kept["evidence"] != "left out")
            self.with_sources.setChecked(kept["evidence"] == "with sources")

    def kept(self) -> dict[str, str]:
        """Return the choices as they are remembered."""
        return {
            "format": self.format(),
            "preset": str(self.preset.currentData()),
            "paper": str(self.paper.currentData()),
            "citations": str(self.citations.currentData()),
            "evidence": self._carried(),
        }

    def wanted(self) -> dict[str, str | bool]:
        """Return the choices as the export is asked for them."""
        return {
            "preset": str(self.preset.currentData()),
            "paper": str(self.paper.currentData()),
            "citations": str(self.citations.currentData()),
            "embedded": self.evidence.isChecked(),
            "with_sources": self._carried() == "with sources",
            "draft": self.draft.isChecked(),
        }

    def _carried(self) -> str:
        """Say what the file carries, in the words of a preset."""
        if not self.evidence.isChecked():
            return "left out"
        return "with sources" if self.with_sources.isChecked() else "embedded"

    def _follow_preset(self) -> None:
        preset = self._presets[str(self.preset.currentData())]
        self._meaning.setText(preset.description)
        self.paper.setCurrentIndex(self.paper.findData(preset.paper))
        self.citations.setCurrentIndex(self.citations.findData(preset.citations))
        self.evidence.setChecked(preset.embedded)
        self.with_sources.setChecked(preset.with_sources)

    def _follow_format(self) -> None:
        """Leave what the format has no place for out of the choice."""
        carries = self.format() in CARRYING
        self.evidence.setEnabled(carries)
        self.paper.setEnabled(carries)
        self._promise_evidence()
        self.format_changed.emit()
        self.changed.emit()

    def _promise_evidence(self) -> None:
        self.with_sources.setEnabled(self.format() == WITH_SOURCES and self.evidence.isChecked())
        if self.format() not in CARRYING:
            self._promise.setText(_NO_ROOM)
        elif not self.evidence.isChecked():
            self._promise.setText(_LEFT_OUT)
        else:
            self._promise.setText(_EMBEDDED if self.format() in PAGED else _SAVED)

    def _connect(self) -> None:
        self.preset.currentIndexChanged.connect(lambda _place: self._follow_preset())
        self.evidence.toggled.connect(lambda _on: self._promise_evidence())
        for card in self._formats.values():
            card.toggled.connect(lambda _on: self._follow_format())
        for tick in (self.evidence, self.with_sources, self.draft):
            tick.toggled.connect(lambda _on: self.changed.emit())
        for box in (self.preset, self.paper, self.citations):
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def _lay_out(self) -> None:
        formats, choice, evidence = QGridLayout(), QHBoxLayout(), QHBoxLayout()
        formats.setSpacing(10)
        for place, card in enumerate(self._formats.values()):
            formats.addWidget(card, *divmod(place, 2))
        boxes = ("P&reset", self.preset, 1), ("Pa&per", self.paper, 0), ("&Notes", self.citations, 0)
        for words, box, share in boxes:
            name = label(words)
            name.setBuddy(box)
            choice.addWidget(name)
            choice.addWidget(box, share)
            choice.addSpacing(10 if box is not self.citations else 0)
        evidence.addWidget(self.evidence)
        evidence.addWidget(self.with_sources)
        evidence.addSpacing(6)
        evidence.addWidget(self._promise, 1)
        self._meaning.setWordWrap(True)
        self._promise.setWordWrap(True)
        self.preset.setAccessibleName("Preset")
        self.paper.setAccessibleName("Paper")
        self.citations.setAccessibleName("Notes")
        self.citations.setToolTip("Chicago notes, or footnotes in the form of APA references")
        self.evidence.setToolTip("The passages, their places and hashes travel inside the file, unseen")
        self.with_sources.setToolTip("In a PDF: each is attached as it came, named by its SHA-256")
        self._promise_evidence()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(formats)
        column.addLayout(choice)
        column.addWidget(self._meaning)
        column.addLayout(evidence)
