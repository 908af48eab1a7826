"""What is carried when a selection, a source or a pane is dragged inside the window."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final

from PySide6.QtCore import QMimeData

SPAN_MIME: Final = "application/x-briefer-span"
SOURCE_MIME: Final = "application/x-briefer-source"
PANE_MIME: Final = "application/x-briefer-pane"
INSIDE: Final = (SPAN_MIME, SOURCE_MIME, PANE_MIME)
"""What comes from nowhere but this program."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source's text by the source's id; code points, end exclusive."""

    source: str
    start: int
    end: int


def carry_span(mime: QMimeData, span: Span) -> None:
    """Put a stretch beside what the drag already carries."""
    mime.setData(SPAN_MIME, json.dumps(asdict(span)).encode())


def read_span(mime: QMimeData) -> Span | None:
    """Return the stretch that a drag from a text pane of this window carries."""
    if not mime.hasFormat(SPAN_MIME):
        return None
    return Span(**json.loads(mime.data(SPAN_MIME).toStdString()))


def source_mime(source: str) -> QMimeData:
    """Return what a dragged source card carries: the source's id."""
    mime = QMimeData()
    mime.setData(SOURCE_MIME, source.encode())
    return mime


def read_source(mime: QMimeData) -> str:
    """Return the id of the source that a drag carries, or an empty string."""
    return mime.data(SOURCE_MIME).toStdString() if mime.hasFormat(SOURCE_MIME) else ""


def pane_mime(place: int) -> QMimeData:
    """Return what a pane carries that is dragged by its head: its place, counted from 0."""
    mime = QMimeData()
    mime.setData(PANE_MIME, str(place).encode())
    return mime


def read_pane(mime: QMimeData) -> int | None:
    """Return the place of the pane that a drag carries."""
    return int(mime.data(PANE_MIME).toStdString()) if mime.hasFormat(PANE_MIME) else None
