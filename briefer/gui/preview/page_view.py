"""The pages of the preview to read and to click: what leads somewhere says so, and leads there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from briefer.gui.look.speech import say, tip
from briefer.gui.preview.marked_pages import MarkedPages
from briefer.gui.preview.page_links import PageLink, link_at, links_of


class PageView(MarkedPages):
    """Asks by signal where to go in the sources; within the brief it goes by itself."""

    passages_wanted = Signal(object)
    """The ids of passages, the one to show first."""

    def __init__(self) -> None:
        super().__init__()
        self.describe: Callable[[PageLink], str] = lambda _link: ""
        """Says in words where a link leads."""
        self._turn: tuple[PageLink, int] | None = None
        self._pressed: PageLink | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # What leads where

    def links(self, page: int) -> list[PageLink]:
        """Return what leads somewhere on a page, as far as its words are known."""
        words, edition = self.sheets.words.get(page), self.sheets.edition
        return links_of(page, words, edition) if words is not None and edition is not None else []

    def link_at(self, point: QPointF) -> PageLink | None:
        """Return the link at a point of the view."""
        for page in self.seen():
            rect = self.page_rect(page)
            if rect.contains(point):
                place = (point - rect.topLeft()) / self.stack.scale
                return link_at(self.links(page), place.x(), place.y())
        return None

    def follow(self, link: PageLink) -> None:
        """Go where a link leads; one that rests on several passages leads to the next one each time."""
        if link.passages:
            before, turn = self._turn or (None, -1)
            turn = (turn + 1) % len(link.passages) if before == link else 0
            self._turn = link, turn
            self.passages_wanted.emit([*link.passages[turn:], *link.passages[:turn]])
        elif link.place is not None:
            self.go_to(link.place)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._actions().get(event.keyCombination().toCombined())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _actions(self) -> dict[int, Callable[[], object]]:
        bar, key, control = self.verticalScrollBar(), Qt.Key, Qt.KeyboardModifier.ControlModifier
        page = bar.pageStep()
        return {
            key.Key_Home.value: lambda: bar.setValue(0),
            key.Key_End.value: lambda: bar.setValue(bar.maximum()),
            key.Key_Space.value: lambda: bar.setValue(bar.value() + page),
            key.Key_Escape.value: self._escape,
            key.Key_Return.value: self._enter,
            key.Key_Enter.value: self._enter,
            (control | key.Key_Home).toCombined(): lambda: bar.setValue(0),
            (control | key.Key_End).toCombined(): lambda: bar.setValue(bar.maximum()),
            (control | key.Key_PageUp).toCombined(): lambda: self.go_to_page(self.page - 1),
            (control | key.Key_PageDown).toCombined(): lambda: self.go_to_page(self.page + 1),
        }

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's name for it
        """Go from link to link of the page that is looked at before leaving it."""
        links = self.links(self.focused.page if self.focused else self.page)
        step = 1 if next else -1
        place = (links.index(self.focused) if self.focused in links else (-1 if next else len(links))) + step
        if 0 <= place < len(links) and self.hasFocus():
            self._focus(links[place])
            return True
        self._focus(None)
        return super().focusNextPrevChild(next)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.link_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = (
            self.link_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link, self._pressed = self._pressed, None
        if link is not None and link == self.link_at(event.position()):
            self.forget_shown()
            self.follow(link)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell_of(self.link_at(QPointF(event.pos())), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _tell_of(self, link: PageLink | None, place: QPoint) -> None:
        """Show beside a place of the screen where a link leads, as long as the mouse stays on it."""
        words = self.describe(link) if link else ""
        box = self.box_in_view(link.page, link.box).toAlignedRect() if link else self.rect()
        QToolTip.showText(place, tip(words), self.viewport(), box)

    def _point_at(self, link: PageLink | None) -> None:
        if link != self.pointed:
            self.pointed = link
            shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _focus(self, link: PageLink | None) -> None:
        """Stand on a link and tell where it leads: it has no name of its own, being but paint."""
        self.focused = link
        self.describe_page(self.page)
        if link is not None:
            self.bring_up(link.page, link.box[1], link.box[3])
            self.setAccessibleDescription(self.describe(link))
            say(self, self.describe(link))
            end = self.box_in_view(link.page, link.box).bottomLeft().toPoint()
            self._tell_of(link, self.viewport().mapToGlobal(end))
        self.viewport().update()

    def _enter(self) -> None:
        if self.focused is not None:
            self.follow(self.focused)

    def _escape(self) -> None:
        self._focus(None)
        self.forget_shown()
