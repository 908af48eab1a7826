"""Moving the ends of the passage that is chosen in a text pane: by handles, or in a mode of the keyboard.

Nothing is changed here. The text shows the new extent while it is being drawn; when it is kept,
whoever listens is asked for it, and when it is not, everything looks as it did.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from briefer.gui.panes.handles import chosen_mark, handles_of
from briefer.gui.panes.marks import Mark
from briefer.wording.characters import Span
from briefer.wording.stretching import END, START, drawn, stepped

if TYPE_CHECKING:
    from briefer.gui.panes.text_view import TextView

_ALT: Final = Qt.KeyboardModifier.AltModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DONE: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SCROLL_MILLISECONDS: Final = 30
_FASTEST: Final = 60  # pixels a step of scrolling


@dataclass(frozen=True, slots=True)
class _Hold:
    """What is being adjusted: a passage, its span before and now (code points)."""

    passage: str
    before: Span
    now: Span
    end: int
    """The end that the mouse holds, or that a key moved last."""
    marks: tuple[Mark, ...]
    """What was marked in the text before."""
    by_mouse: bool


class Adjuster(QObject):
    """Knows the text and its marks by the view it belongs to."""

    changed = Signal()
    """Adjusting began or ended."""
    stepped = Signal(int)
    """A key moved this end."""
    wanted = Signal(str, int, int)
    """The passage with this id should stand here, in code points."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._hold: _Hold | None = None
        self._mouse = QPointF()
        self._exact = False
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MILLISECONDS)
        self._scrolling.timeout.connect(self._scroll_on)

    @property
    def passage(self) -> str:
        """The id of the passage that is being adjusted, or an empty string."""
        return self._hold.passage if self._hold else ""

    @property
    def span(self) -> Span | None:
        """Where it would stand now, in code points."""
        return self._hold.now if self._hold else None

    @property
    def by_key(self) -> bool:
        """Whether keys move the ends now."""
        return self._hold is not None and not self._hold.by_mouse

    def begin(self) -> bool:
        """Let keys move the ends of the chosen passage; tell whether one is chosen."""
        return self._take(END, by_mouse=False)

    def leave(self) -> None:
        """Give up what is being adjusted and show everything as it was."""
        hold = self._let_go()
        if hold is not None:
            self._view.under.marks.place(hold.marks)
            self.changed.emit()

    def keep(self) -> None:
        """Be done, and ask for the extent that shows."""
        hold = self._let_go()
        if hold is not None:
            self.changed.emit()
            if hold.now != hold.before:
                self.wanted.emit(hold.passage, *hold.now)

    def press(self, point: QPointF) -> bool:
        """Take hold of the handle at a point of the viewport; tell whether there is one."""
        self._mouse = point
        handle = next((one for one in handles_of(self._view) if one.grip.contains(point)), None)
        if self.by_key and handle is None:
            self.keep()
        return handle is not None and self._take(handle.end, by_mouse=True)

    def drag(self, point: QPointF, *, exact: bool) -> bool:
        """Draw the end in hand to a point; tell whether there is one."""
        if self._hold is None or not self._hold.by_mouse:
            return False
        self._mouse, self._exact = point, exact
        self._draw()
        beyond = not 0 <= point.y() <= self._view.viewport().height()
        (self._scrolling.start if beyond else self._scrolling.stop)()
        return True

    def release(self) -> bool:
        """Let go of the end in hand; tell whether there was one."""
        if self._hold is None or not self._hold.by_mouse:
            return False
        self.keep()
        return True

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key means the passage in hand before any command of the window."""
        return self._hold is not None and event.key() in {*_STEPS, *_DONE, Qt.Key.Key_Escape}

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key does while a passage is adjusted; tell whether one is."""
        if self._hold is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _DONE:
            self.keep()
        elif event.key() in _STEPS and not self._hold.by_mouse:
            end = START if event.modifiers() & _CONTROL else END
            self._step(end, _STEPS[Qt.Key(event.key())], exact=bool(event.modifiers() & _ALT))
        return True

    def _take(self, end: int, *, by_mouse: bool) -> bool:
        view = self._view
        mark = chosen_mark(view)
        if mark is None:
            return False
        if self._hold is None:
            span = view.text.to_stored(mark.start), view.text.to_stored(mark.end)
            marks = tuple(view.under.marks)
            self._hold = _Hold(mark.passage, span, span, end, marks, by_mouse)
        else:
            self._hold = replace(self._hold, end=end, by_mouse=by_mouse)
        view.under.held = mark.passage
        self.changed.emit()
        return True

    def _let_go(self) -> _Hold | None:
        self._scrolling.stop()
        hold, self._hold = self._hold, None
        self._view.under.held = ""
        return hold

    def _step(self, end: int, by: int, *, exact: bool) -> None:
        assert self._hold is not None
        self._show(stepped(self._view.text.body, self._hold.now, end, by, exact=exact))
        place = self._hold.now[end] - end
        self._view.bring_up(place, place + 1)
        self.stepped.emit(end)

    def _draw(self) -> None:
        assert self._hold is not None
        view = self._view
        place = view.text.to_stored(view.cursorForPosition(self._mouse.toPoint()).position())
        self._show(drawn(view.text.body, self._hold.now, self._hold.end, place, exact=self._exact))

    def _show(self, span: Span) -> None:
        """Let the passage stand here for now, in the text and in the gutter."""
        hold = self._hold
        assert hold is not None
        if span == hold.now:
            return
        self._hold = replace(hold, now=span)
        text, under = self._view.text, self._view.under
        start, end = text.to_shown(span[START]), text.end_to_shown(span[END])
        under.marks.place(
            replace(mark, start=start, end=end) if mark.passage == hold.passage else mark
            for mark in hold.marks
        )
        self._view.remarked.emit()

    def _scroll_on(self) -> None:
        """Go on scrolling while the mouse holds an end beyond the edge of the text."""
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        over = self._mouse.y() - (height if self._mouse.y() > height else 0)
        bar.setValue(bar.value() + max(-_FASTEST, min(_FASTEST, round(over))))
        self._draw()
