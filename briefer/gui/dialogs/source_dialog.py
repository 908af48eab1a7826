"""The details of one source after another: what is filled in is kept when the next one is turned to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefer.actions import sources
from briefer.errors import BrieferError
from briefer.gui.desk.desk import Desk
from briefer.gui.dialogs.answering import answers
from briefer.gui.dialogs.form import Box, Form
from briefer.gui.dialogs.form_dialog import Refusal
from briefer.gui.dialogs.former_dialog import FormerDialog
from briefer.gui.dialogs.source_parts import source_parts
from briefer.gui.look import theme
from briefer.gui.look.controls import OneLine, PrimaryButton, label, small_button
from briefer.gui.look.source_words import WANTED, Gap, gaps, headline
from briefer.model.project import Project
from briefer.model.records import Reference, Source, Version

_SIZE: Final = QSize(600, 720)
_TITLE_BAR: Final = QSize(0, 40)
_FIRST_FIELD: Final = "title"
_KEYS: Final = (("Previous source", "Ctrl+PgUp", -1), ("Next source", "Ctrl+PgDown", 1))


class SourceDialog(QDialog):
    """One step to undo a source that was changed; the field that has the keyboard keeps it."""

    def __init__(self, parent: QWidget | None, desk: Desk, project: Project, source: Source) -> None:
        super().__init__(parent)
        self.source = source
        self._desk = desk
        self._project = project
        self._form = Form(())
        self._heading = OneLine(11.5, strong=True)
        self._which = label("", 9, mute=True)
        self._complete = Completeness()
        self._missing = label("", 9)
        self._refusal = Refusal()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._show(source, _FIRST_FIELD)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _TITLE_BAR))

    def box(self, name: str) -> Box:
        """Return where a field is filled in."""
        return self._form.box(name)

    @property
    def form(self) -> Form:
        """The form of the source that shows."""
        return self._form

    @property
    def refusal(self) -> str:
        """Why the form was not kept, or an empty string."""
        return self._refusal.line.text()

    @property
    def missing(self) -> str:
        """What is not recorded, and how that is printed."""
        return self._missing.text()

    def turn(self, step: int) -> None:
        """Keep what was filled in and show the next source (1) or the one before (-1), round and round."""
        focused = self._form.focused()
        if self._keep():
            every = self._project.sources()
            place = [source.id for source in every].index(self.source.id)
            self._show(every[(place + step) % len(every)], focused)

    def accept(self) -> None:
        if self._keep():
            super().accept()

    def _keep(self) -> bool:
        """Keep what was filled in; tell whether it could be."""
        changed, dismissed = self._form.changed(), self._form.dismissed()
        try:
            current = self._project.get(Source, self.source.id)
            if (changed or dismissed) and current is not None:
                change = sources.describe(self._project, current, dismissed=dismissed, **changed)
                self._desk.opened().do(change)
                self._desk.told.emit(change.label)
        except BrieferError as error:
            self._refusal.show(str(error))
            return False
        return True

    def _show(self, source: Source, field: str) -> None:
        """Show a source, the keyboard in one of its fields."""
        self.source = source
        form = Form(source_parts(self._project, source, self._read))
        self._column.replaceWidget(self._form, form)
        self._form.hide()
        self._form.deleteLater()
        self._form = form
        form.edited.connect(self._count)
        every = self._project.sources()
        place = [one.id for one in every].index(source.id)
        self._heading.say(f"{source.label}  {headline(source)}")
        self._which.setText(f"{place + 1:,} of {len(every):,}")
        self.setWindowTitle(f"Details of {source.label}")
        self._refusal.show("")
        self._count()
        box = form.box(field or _FIRST_FIELD)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        form.ensureWidgetVisible(box)

    def _read(self, version: Version) -> None:
        """Show what a former version says."""
        name = f"Version {version.number:,} of {self.source.label}"
        try:
            FormerDialog(self, name, self._project.text(version.text)).open()
        except BrieferError as error:
            self._refusal.show(str(error))

    def _count(self) -> None:
        """Show how complete the reference is with what is filled in now."""
        missing = gaps(Reference(**self._form.values()))
        self._complete.show_gaps(missing)
        printed = " · ".join(gap.printed for gap in missing)
        self._missing.setText(f"Printed as: {printed}" if missing else "The reference is complete.")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._heading, 1)
        top.addSpacing(8)
        top.addWidget(self._which)
        for icon, (words, keys, step) in zip(("chevron-left", "chevron-right"), _KEYS, strict=True):
            button = small_button(icon, f"{words} ({keys})")
            button.clicked.connect(lambda _checked=False, step=step: self.turn(step))
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self.turn(step))
            top.addWidget(button)
        self._missing.setWordWrap(True)
        done = PrimaryButton("Done")
        self._column.setContentsMargins(18, 14, 18, 14)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(self._complete)
        self._column.addWidget(self._missing)
        self._column.addSpacing(4)
        self._column.addWidget(self._form, 1)
        self._column.addWidget(self._refusal.line)
        self._column.addLayout(answers(self, done))
        done.setDefault(True)  # once it is in the dialog; before, Qt would take Cancel for Enter


class Completeness(QWidget):
    """A bar in as many parts as make a reference complete, those that are recorded filled."""

    def __init__(self) -> None:
        super().__init__()
        self._recorded = 0
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_gaps(self, missing: Sequence[Gap]) -> None:
        self._recorded = WANTED - len(missing)
        self.setAccessibleName(f"{self._recorded} of {WANTED} parts of the reference are recorded")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            width = (self.width() - 4 * (WANTED - 1)) / WANTED
            for part in range(WANTED):
                filled = colours.good if self._recorded == WANTED else colours.accent
                painter.setBrush(filled if part < self._recorded else colours.hover)
                painter.drawRoundedRect(QRectF(part * (width + 4), 1, width, 4), 2, 2)
