"""How the window was laid out for a project, as the settings keep it.

Settings are a file that anybody can write to: what is not of the right form reads as not kept.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

_LARGEST: Final = 1 << 30  # what Qt takes for a size or a place
_MOST: Final = 16  # of anything


@dataclass(frozen=True, slots=True)
class PaneLayout:
    """What one pane shows: a source by its id ("" for none), its letters in points, the place at its top."""

    source: str = ""
    points: float = 0.0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Empty parts were never kept; sizes are pixels, and count as shares when there is more or less room."""

    rows: int = 0
    columns: int = 0
    active: int = 0
    panes: Sequence[PaneLayout] = ()
    pane_sizes: Sequence[Sequence[int]] = ()
    """Of the rows, then of the panes in each row."""
    parts: Sequence[int] = ()
    """Of the left column, the panes and the right column; 0 for one that did not show."""
    side: str = ""
    """The words of the page that shows at the left."""
    page: str = ""
    """The same at the right."""


def words_of(layout: Layout) -> str:
    """Return a layout in words that a settings file keeps."""
    return json.dumps(asdict(layout))


def layout_from(words: str) -> Layout:
    """Return the layout that was put into these words, an empty one for any others."""
    try:
        found = json.loads(words)
        return Layout(
            rows=_size(found["rows"]),
            columns=_size(found["columns"]),
            active=_size(found["active"]),
            panes=[_pane(one) for one in found["panes"][:_MOST]],
            pane_sizes=[_sizes(sizes) for sizes in found["pane_sizes"][:_MOST]],
            parts=_sizes(found["parts"]),
            side=str(found["side"]),
            page=str(found["page"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return Layout()


def _pane(found: dict[str, Any]) -> PaneLayout:
    return PaneLayout(str(found["source"]), float(_size(found["points"])), _size(found["top"]))


def _sizes(found: list[Any]) -> list[int]:
    return [_size(one) for one in found[:_MOST]]


def _size(found: Any) -> Any:  # noqa: ANN401  # what JSON gave
    """Return a number that Qt takes; raises TypeError or ValueError."""
    if not 0 <= found <= _LARGEST:
        raise ValueError(found)
    return found
