"""Words beside others that they are compared with: what differs stands out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from briefer.gui.look import fonts, theme
from briefer.gui.look.controls import SlimScrollBar
from briefer.wording.characters import Span

_LEAST: Final = 48  # pixels


class ComparedWords(QPlainTextEdit):
    """Plain text to read and copy, parts of it on a ground in a colour of the theme and underlined."""

    def __init__(self, name: str, tone: str) -> None:
        """`tone` is the theme's colour for what differs."""
        super().__init__()
        self._tone = tone
        self._spans: Sequence[Span] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFont(fonts.interface_font(9.5))
        self.document().setDocumentMargin(6)
        self.setVerticalScrollBar(SlimScrollBar(self, "base"))
        self.setMinimumHeight(_LEAST)

    def show_words(self, words: str, spans: Sequence[Span] = ()) -> None:
        """Show words; `spans` of them (code points) are what differs."""
        fonts.cover(words)
        self._spans = [(_units(words[:start]), _units(words[:end])) for start, end in spans]
        self.setPlainText(words)
        self._paint_spans()

    def marked(self) -> list[str]:
        """Return what stands out."""
        return [one.cursor.selectedText() for one in self.extraSelections()]

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * _LEAST)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_spans()

    def _paint_spans(self) -> None:
        colour = getattr(theme.current(), self._tone)
        look = QTextCharFormat()
        look.setBackground(theme.veil(colour, 0.18))
        look.setForeground(self.palette().color(QPalette.ColorRole.Text))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(colour)
        selections = []
        for start, end in self._spans:
            one = QTextEdit.ExtraSelection()
            one.format = look
            one.cursor = QTextCursor(self.document())
            one.cursor.setPosition(start)
            one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selections.append(one)
        self.setExtraSelections(selections)


def _units(words: str) -> int:
    """Count as Qt does, in UTF-16."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
