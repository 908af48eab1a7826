"""The preview: the pages of the brief with their bars, or the sentence that says why there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QVBoxLayout

from briefer.gui.look.controls import Panel, label
from briefer.gui.preview.edition import Edition
from briefer.gui.preview.find_bar import PreviewFindBar
from briefer.gui.preview.page_view import PageView
from briefer.gui.preview.tool_bar import ToolBar

_FIRST: Final = "Setting the pages of the brief…"
_UPDATING: Final = "Updating…"
_BEHIND: Final = "Not up to date"
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class Preview(Panel):
    """Shows what it is given and says when it is looked at; it asks nobody for anything."""

    appeared = Signal()
    disappeared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = PageView()
        self.bar = ToolBar()
        self.find_bar = PreviewFindBar(self.view)
        self._message = _message()
        self._pages = QStackedWidget()
        self._busy = False
        self._trouble = ""
        self._wanted: Sequence[str] = ()
        self._keys: dict[str, Callable[[], object]] = {
            "Ctrl+F": self.find_bar.open,
            "F3": lambda: self.find_bar.step(1),
            "Shift+F3": lambda: self.find_bar.step(-1),
            "Ctrl+G": self._ask_for_page,
            "Ctrl++": lambda: self.view.zoom_by(1),
            "Ctrl+=": lambda: self.view.zoom_by(1),
            "Ctrl+Shift++": lambda: self.view.zoom_by(1),
            "Ctrl+-": lambda: self.view.zoom_by(-1),
            "Ctrl+0": self.view.fit,
        }
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)

    def start(self) -> None:
        """Say that a new edition is being made; the last one stays in sight."""
        self._busy, self._trouble = True, ""
        self._tell()

    def show_edition(self, edition: Edition) -> None:
        """Show a new edition as soon as it is open."""
        self._busy = False
        self.view.sheets.lay(edition)
        self._tell()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is no new edition; the last one stays in sight."""
        self._busy, self._trouble = False, sentence
        self._tell()

    def clear(self) -> None:
        """Show nothing: another project lies on the desk."""
        self._busy, self._trouble, self._wanted = False, "", ()
        self.view.sheets.clear()
        self._tell()

    def show_records(self, records: Sequence[str]) -> None:
        """Go where the first of these statements or passages (by id) is printed, when it next can."""
        self._wanted = records
        if not self._busy and self.view.sheets.is_shown():
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        edition, wanted = self.view.sheets.edition, self._wanted
        if edition is None or not wanted:
            return
        self._wanted = ()
        printed = edition.first_printed(wanted)
        if printed is not None:
            self.view.show_printed(printed)
        else:
            self.bar.say("Not printed", "This is not printed: no section holds it and no statement cites it.")

    def event(self, event: QEvent) -> bool:
        """Keep the keys for the preview that the window’s menus would take while something here has them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_for(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_for(event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        pressed = QKeyCombination(event.modifiers() & ~_KEYPAD, Qt.Key(event.key()))
        return self._keys.get(QKeySequence(pressed).toString())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.disappeared.emit()

    def _connect(self) -> None:
        view, bar = self.view, self.bar
        view.sheets.opened.connect(self._tell)
        view.sheets.opened.connect(self._go_to_wanted)
        view.sheets.drawn.connect(self._tell)
        view.sheets.failed.connect(self.show_trouble)
        view.page_changed.connect(lambda page: bar.show_page(page, len(view.stack)))
        view.zoomed.connect(lambda: bar.show_scale(view.percent(), fits=view.fits))
        bar.page_wanted.connect(view.go_to_page)
        bar.zoom_wanted.connect(lambda steps: view.zoom_by(steps) if steps else view.fit())
        bar.find_wanted.connect(self.find_bar.open)
        bar.left.connect(view.setFocus)

    def _ask_for_page(self) -> None:
        self.bar.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.box.selectAll()

    def _tell(self) -> None:
        """Show pages as soon as there are some, and say quietly how far up to date they are."""
        edition = self.view.sheets.edition
        self._message.setText(self._trouble or _FIRST)
        self._pages.setCurrentWidget(self._message if edition is None else self.view)
        if self._trouble:
            self.bar.say("" if edition is None else _BEHIND, self._trouble)
        elif edition is not None and (self._busy or not self.view.sheets.is_shown()):
            self.bar.say(_UPDATING)
        elif edition is not None and edition.draft:
            self.bar.say_draft(edition.filled)
        else:
            self.bar.say_filled(edition.filled if edition else "")

    def _lay_out(self) -> None:
        self._pages.addWidget(self._message)
        self._pages.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        column.addWidget(self.find_bar)
        self._tell()


def _message() -> QLabel:
    found = label("", mute=True)
    found.setWordWrap(True)
    found.setAlignment(Qt.AlignmentFlag.AlignCenter)
    found.setMargin(24)
    found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return found
