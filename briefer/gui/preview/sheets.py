"""What is known of the pages: pictures, words and links, fetched from a child for those near sight only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from briefer.gui.desk.child_talk import ChildTalk
from briefer.gui.preview.edition import Edition, Key, Place

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the paper's upper left corner."""
Pixels = tuple[int, int]

_PAGES: Final = "briefer.isolated.pdf_pages"


@dataclass(frozen=True, slots=True)
class Words:
    """What is printed on a page, and the links that stay in the document."""

    text: str
    printed: tuple[tuple[Key, Box], ...]
    links: tuple[tuple[Box, Place], ...]


class Picture(NamedTuple):
    """A page as it looked in some printing."""

    image: QImage
    serial: int


@dataclass(slots=True)
class Sight:
    """What is looked at: pages with their size in pixels, those in sight before those near it."""

    seen: dict[int, Pixels] = field(default_factory=dict)
    near: dict[int, Pixels] = field(default_factory=dict)
    every: bool = False
    """The words of every page are wanted: somebody looks for some."""


class Sheets(QObject):
    """Keeps the pages of one edition and those of the last one until the new ones are there."""

    opening = Signal()
    """The pages of before are let go of next."""
    opened = Signal()
    """Another edition lies here."""
    drawn = Signal()
    read = Signal(int)
    """The words of a page are known."""
    settled = Signal()
    """All that is in sight is there."""
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.edition: Edition | None = None
        self.sizes: list[tuple[float, float]] = []
        self.pictures: dict[int, Picture] = {}
        self.words: dict[int, Words] = {}
        self.hits: dict[int, Sequence[tuple[int, int]]] = {}
        """Stretches of the pages' words that were found."""
        self.boxes: dict[int, list[list[Box]]] = {}
        """The boxes of those on the pages in sight."""
        self._sight = Sight()
        self._serial = 0
        self._coming: Edition | None = None
        self._talk = ChildTalk(self)

    def lay(self, edition: Edition) -> None:
        """Show another edition; the pages of before stay until it is open."""
        self._coming = edition
        self._go_on()

    def clear(self) -> None:
        """Let go of everything, the child too."""
        self.rest()
        self.opening.emit()
        self.edition, self.sizes, self._coming = None, [], None
        self.pictures.clear()
        self._forget_words()
        self.opened.emit()

    def rest(self) -> None:
        """Let go of the child until something is looked at again; what is known stays."""
        self._talk.stop()

    def look(self, sight: Sight) -> None:
        """Fetch what is missing of what is looked at, and drop the pictures of what is far from it."""
        self._sight = sight
        for page in [page for page in self.pictures if page not in sight.seen and page not in sight.near]:
            del self.pictures[page]
        self._go_on()

    def mark_hits(self, hits: dict[int, Sequence[tuple[int, int]]]) -> None:
        """Fetch where these stretches stand on the pages that are looked at."""
        self.hits = hits
        self.boxes.clear()
        self._go_on()

    def is_shown(self) -> bool:
        """Tell whether all that is in sight is of the latest edition."""
        return self._coming is None and all(map(self._is_current, self._sight.seen))

    def _is_current(self, page: int) -> bool:
        return page in self.pictures and self.pictures[page].serial == self._serial

    def _go_on(self) -> None:
        """Ask for what is missed most, unless an answer is awaited."""
        if self._talk.asked:
            return
        if self._coming is not None:
            self._open(self._coming)
        elif self.edition is not None and not self._fetch():
            self.settled.emit()

    def _fetch(self) -> bool:
        """Ask for the next thing of what is looked at; tell whether anything in sight is missed."""
        question = self._missed()
        if question is not None and self._talk.fresh and self.edition is not None:
            self._open(self.edition)
        elif question is not None:
            question()
        return question is not None

    def _missed(self) -> Callable[[], None] | None:
        sight = self._sight
        for pages in (sight.seen, sight.near):
            for page, pixels in pages.items():
                if not self._has_picture(page, pixels):
                    return partial(self._draw, page, pixels)
            for page in pages:
                if page not in self.words:
                    return partial(self._read, page)
            for page in pages:
                if self.hits.get(page) and page not in self.boxes:
                    return partial(self._find, page)
        unread = [page for page in range(len(self.sizes)) if page not in self.words] if sight.every else []
        return partial(self._read, unread[0]) if unread else None

    def _has_picture(self, page: int, pixels: Pixels) -> bool:
        if not self._is_current(page):
            return False
        image = self.pictures[page].image
        return (image.width(), image.height()) == pixels

    def _open(self, edition: Edition) -> None:
        def take(sizes: list[list[float]]) -> None:
            if self._coming is edition:
                self._coming = None
            if self.edition is not edition:
                self.opening.emit()
                self._serial += 1
                self.edition, self.sizes = edition, [(width, height) for width, height in sizes]
                self._forget_words()
                self.opened.emit()
            self._go_on()

        self._ask("open_pages", edition.pdf, done=take)

    def _draw(self, page: int, pixels: Pixels) -> None:
        def take(rows: bytes) -> None:
            if page in self._sight.seen or page in self._sight.near:
                width, height = pixels
                image = QImage(rows, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
                self.pictures[page] = Picture(image, self._serial)
                self.drawn.emit()
            self._go_on()

        self._ask("show_page", page, *pixels, done=take)

    def _read(self, page: int) -> None:
        def take(found: dict[str, Any]) -> None:
            self.words[page] = Words(
                found["text"],
                tuple(((kind, number), _box(box)) for kind, number, box in found["printed"]),
                tuple((_box(box), Place(number, top)) for box, number, top in found["links"]),
            )
            self.read.emit(page)
            self._go_on()

        self._ask("read_page", page, done=take)

    def _find(self, page: int) -> None:
        hits = self.hits[page]

        def take(found: list[list[list[float]]]) -> None:
            if self.hits.get(page) is hits:
                self.boxes[page] = [[_box(box) for box in boxes] for boxes in found]
                self.drawn.emit()
            self._go_on()

        self._ask("find_boxes", page, [list(hit) for hit in hits], done=take)

    def _ask(self, function: str, *args: Any, done: Callable[[Any], None]) -> None:  # noqa: ANN401
        self._talk.ask(f"{_PAGES}:{function}", *args, done=done, failed=self.failed.emit)

    def _forget_words(self) -> None:
        self.words.clear()
        self.hits = {}
        self.boxes.clear()


def _box(found: Sequence[float]) -> Box:
    left, top, right, bottom = found
    return left, top, right, bottom
