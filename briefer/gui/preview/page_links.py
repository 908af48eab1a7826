"""What on a page leads somewhere: to the passages it rests on, or to another place of the brief; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefer.gui.preview.edition import Edition, Key, Place
from briefer.gui.preview.sheets import Box, Words

_NEAR: Final = 1.0
_ROOM: Final = 3.0
"""Points round the number of a note that are clicked as if they were part of it."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """Something to click: `passages` are ids, `place` is where it leads when there are none."""

    page: int
    box: Box
    key: Key | None = None
    passages: tuple[str, ...] = ()
    place: Place | None = None

    def has(self, x: float, y: float) -> bool:
        """Tell whether a point of the page, in points, is part of it."""
        left, top, right, bottom = self.box
        return left <= x <= right and top <= y <= bottom

    @property
    def area(self) -> float:
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)


def links_of(page: int, words: Words, edition: Edition) -> list[PageLink]:
    """Return the links of a page in the order of reading, those inside another one behind it."""
    found = [
        PageLink(page, _roomy(key, box), key, edition.behind[key])
        for key, box in words.printed
        if key in edition.behind
    ]
    for box, place in words.links:
        inside = next((link for link in reversed(found) if _holds(link.box, box)), None)
        # The number of a note leads to its passage as the note does, which a PDF cannot.
        if inside is None or not _is_number(inside, box):
            found.insert(found.index(inside) + 1 if inside else len(found), PageLink(page, box, place=place))
    return found


def link_at(links: list[PageLink], x: float, y: float) -> PageLink | None:
    """Return the smallest link at a point of the page, in points."""
    return min((link for link in links if link.has(x, y)), key=lambda link: link.area, default=None)


def _is_number(link: PageLink, box: Box) -> bool:
    """Tell whether a link of the PDF is the number of a note: in the text, or where the note begins."""
    kind = link.key[0] if link.key else ""
    return kind == "mark" or (kind == "foot" and box[0] <= link.box[0] + _ROOM + _NEAR)


def _roomy(key: Key, box: Box) -> Box:
    left, top, right, bottom = box
    around = (_NEAR, _ROOM) if key[0] == "mark" else (_ROOM, _ROOM)
    return left - around[0], top - around[1], right + around[0], bottom + around[1]


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
