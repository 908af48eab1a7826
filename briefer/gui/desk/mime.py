"""What is carried when a selection or a source is dragged inside the window."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final

from PySide6.QtCore import QMimeData

SPAN_MIME: Final = "application/x-briefer-span"
SOURCE_MIME: Final = "application/x-briefer-source"


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
