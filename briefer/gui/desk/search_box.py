"""A box for words to look for, which remembers the last ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from briefer.gui.desk.settings import Settings
from briefer.gui.look import fonts, icons

_MOST: Final = 12
_ALT: Final = Qt.KeyboardModifier.AltModifier
_KEY: Final = "find/last-words"


class LastWords:
    """What was looked for last, the latest first; one list for all boxes of a window."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._settings: Settings | None = None

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def keep_in(self, settings: Settings) -> None:
        """Take up what was kept there, and keep there what is added from now on."""
        self._settings = settings
        self._words = [words for words in settings.words(_KEY).split("\n") if words]

    def add(self, words: str) -> None:
        """Put words at the head of the list; blanks are none."""
        if words.strip():
            self._words = [words, *(other for other in self._words if other != words)][:_MOST]
            if self._settings is not None:
                self._settings.keep(_KEY, "\n".join(self._words))


class SearchBox(QLineEdit):
    """Up goes back through the last words, Down forth again; a button at the end lists them."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.last = LastWords()
        self._back = 0
        """How many words back; 0 stands for what is being typed."""
        self._typed = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        icons.lead(self, "search", "Search")
        self._list = QAction(icons.icon("history", "mute"), "Words looked for last (Up)", self)
        self._list.triggered.connect(self._show_last)
        self.addAction(self._list, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._begin)

    def remember(self) -> None:
        """Keep the words that stand here among the last ones."""
        self.last.add(self.text())
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Up:
            self._step(1)
        elif plain and event.key() == Qt.Key.Key_Down and self._back:
            self._step(-1)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} or event.modifiers() == _ALT:
            event.ignore()  # the bar’s own keys
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self._back, self._typed = 0, self.text()

    def _step(self, by: int) -> None:
        choices = [self._typed, *(words for words in self.last if words != self._typed)]
        back = min(max(0, self._back + by), len(choices) - 1)
        if back != self._back:
            typed = self._typed
            self._put(choices[back])
            self._back, self._typed = back, typed

    def _put(self, words: str) -> None:
        self.setText(words)
        self.textEdited.emit(words)

    def _show_last(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words in self.last:
            fonts.cover(words)
            menu.addAction(words.replace("&", "&&")).triggered.connect(
                lambda _checked=False, words=words: self._put(words)
            )
        if menu.isEmpty():
            menu.addAction("Nothing looked for yet").setEnabled(False)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
