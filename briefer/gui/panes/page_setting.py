"""How a source is set: its font, its lines, the space between its paragraphs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontInfo, QTextBlockFormat, QTextCursor, QTextDocument

_ABOVE: Final = 12
_BELOW: Final = 28
_LINE_HEIGHT: Final = 1.58
_BLANK_LINE: Final = 0.3
_AFTER_PARAGRAPH: Final = 0.62


def document_of(shown: str, font: QFont, parent: QObject) -> QTextDocument:
    """Return a document with this text; nothing is laid out before a widget shows it."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setPlainText(shown)
    page = document.rootFrame().frameFormat()
    page.setTopMargin(_ABOVE)
    page.setBottomMargin(_BELOW)
    document.rootFrame().setFrameFormat(page)
    set_page(document, font)
    return document


def set_page(document: QTextDocument, font: QFont) -> None:
    """Set a document in a font, its lines equally far apart whatever other fonts they need.

    A blank line of the source is a gap and no line: the paragraphs it parts have space already.
    """
    size = QFontInfo(font).pixelSize()
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_lines(round(size * _LINE_HEIGHT), round(size * _AFTER_PARAGRAPH)))
    blank = _lines(round(size * _BLANK_LINE), 0)
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(blank)
        block = block.next()
    cursor.endEditBlock()


def _lines(height: int, after: int) -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    lines.setBottomMargin(after)
    return lines
