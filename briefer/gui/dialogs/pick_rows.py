"""Rows of small buttons of which one is chosen: a section's digit, and its colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from briefer.gui.look import fonts, theme
from briefer.gui.look.controls import draw_focus_ring
from briefer.gui.look.speech import tip
from briefer.model.records import Section

_SIDE: Final = 30
_TICK: Final = (QPointF(-5, 0), QPointF(-1.5, 3.5), QPointF(5, -3.5))
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Pick(QAbstractButton):
    """One of a row; `colour` is #rrggbb, or empty for none."""

    stepped = Signal(int)

    def __init__(self, words: str, colour: str = "") -> None:
        super().__init__()
        self.colour = colour
        self.setText(words)
        self.setCheckable(True)
        self.setFixedSize(_SIDE, _SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def name(self, words: str) -> None:
        """Say what it is, to the mouse and to a screen reader."""
        self.setAccessibleName(words)
        self.setToolTip(tip(words))

    def nextCheckState(self) -> None:
        """Stay as it is: the row shows what was chosen when it is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.hasFocus():
                draw_focus_ring(painter, frame, 7)
            elif self.underMouse():
                painter.setPen(QPen(colours.outline, 1.0))
                painter.drawRoundedRect(frame, 7, 7)
            self._paint_inside(painter, frame.adjusted(3, 3, -3, -3))

    def _paint_inside(self, painter: QPainter, inner: QRectF) -> None:
        colours = theme.current()
        inks = colours.inks(self.colour) if self.colour else None
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(inks.ink if inks else colours.mute)
        else:
            painter.setBrush(inks.tint if inks else colours.hover)
        painter.drawRoundedRect(inner, 5, 5)
        painter.setFont(fonts.interface_font(9.5, strong=self.isChecked()))
        on = inks.on_ink if inks else colours.base
        painter.setPen(on if self.isChecked() else colours.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text())


class Swatch(Pick):
    """A colour as it will look in this theme, ticked when it is the section's."""

    def _paint_inside(self, painter: QPainter, inner: QRectF) -> None:
        inks = theme.current().inks(self.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.ink)
        painter.drawEllipse(inner)
        if self.isChecked():
            painter.setPen(QPen(inks.on_ink, 2.0, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            middle = inner.center()
            painter.drawPolyline([middle + point for point in _TICK])


class PickRow(QWidget):
    """One stop for Tab; the arrows go along it, Space or Enter chooses."""

    picked = Signal(int)
    """The place of the button that was pressed."""

    def __init__(self, name: str, picks: Sequence[Pick]) -> None:
        super().__init__()
        self.picks = picks
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for place, pick in enumerate(picks):
            pick.clicked.connect(lambda _checked=False, place=place: self.picked.emit(place))
            pick.stepped.connect(lambda step, place=place: self._step(place + step))
            row.addWidget(pick)
        row.addStretch()
        self.choose(-1)

    def choose(self, chosen: int) -> None:
        """Show which one is chosen; none for -1."""
        for place, pick in enumerate(self.picks):
            pick.setChecked(place == chosen)
            stop = place == max(0, chosen)
            pick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
            pick.update()

    def _step(self, place: int) -> None:
        self.picks[place % len(self.picks)].setFocus(Qt.FocusReason.TabFocusReason)


class DigitRow(PickRow):
    """No digit, then 1 to 9, each in the colour of the section that has it."""

    def __init__(self) -> None:
        super().__init__("Digit", [Pick("–"), *(Pick(str(digit)) for digit in range(1, 10))])

    def show_section(self, section: Section, owners: Mapping[int | None, Section]) -> None:
        """Show the section's digit, and whose the others are."""
        self.picks[0].name("No digit")
        for digit, pick in enumerate(self.picks[1:], 1):
            owner = owners.get(digit)
            pick.colour = owner.colour if owner else ""
            if owner is None or owner.id == section.id:
                pick.name(f"Digit {digit}")
            else:
                pick.name(f"Digit {digit}, which {owner.title} has; the two change digits")
        self.choose(section.digit or 0)


class SwatchRow(PickRow):
    """The colours that go well together."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        """`colours` are #rrggbb with what each is called."""
        super().__init__("Colour", [Swatch("", colour) for colour in colours])
        for pick, words in zip(self.picks, colours.values(), strict=True):
            pick.name(words)

    def show_colour(self, colour: str) -> None:
        """Tick this colour if it is one of the row."""
        found = [pick.colour for pick in self.picks]
        self.choose(found.index(colour.lower()) if colour.lower() in found else -1)
