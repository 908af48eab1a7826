"""Words that come and go: tool tips, and what a screen reader says when one listens."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_ONE_LINE: Final = 90  # code points


def say(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Announce what just happened; `urgent` interrupts what is being read."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)


def tip(words: str) -> str:
    """Return words as a tool tip that shows them as they are, broken into lines when they are long.

    Qt takes what looks like HTML for HTML, which could load a picture from the disk, and breaks no other.
    """
    if len(words) <= _ONE_LINE and "<" not in words and "&" not in words:
        return words
    return f"<qt>{escape(words).replace(chr(10), '<br>')}</qt>"
