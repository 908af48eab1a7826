"""What is no part of an article: found once its text shows, that of a long one beside the window."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from briefer.gui.desk.child_job import ChildJob
from briefer.gui.desk.tools import Tools
from briefer.gui.panes.asides import Asides
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import Panes
from briefer.isolated.wire import Value

# What looks through a text is loaded with the first that shows.
if TYPE_CHECKING:
    from briefer.wording.hygiene import Mark

_SHORT: Final = 15_000
"""Code points that are looked through in less than 50 ms."""
_SETTLING: Final = 150  # milliseconds: what shows is painted first, and can be worked on
_PAUSE: Final = 20  # milliseconds between one text and the next
_KEPT: Final = 64  # texts
_MOST: Final = 10_000
"""Marks of a text: more would be felt whenever it is shown, and nobody looks at them."""
_SWITCH: Final = "grey"


class Greying(QObject):
    """Marks the panes; one text at a time, each once while it is remembered."""

    def __init__(self, tools: Tools, panes: Panes) -> None:
        super().__init__(panes)
        self._settings = tools.settings
        self._switch = tools.commands[_SWITCH]
        self._desk = tools.desk
        self._panes = panes
        self._known: OrderedDict[str, Sequence[Mark]] = OrderedDict()
        """By the SHA-256 of the text."""
        self._child = ChildJob(self)
        self._sought = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._go_on)
        self._switch.setChecked(tools.settings.words(_SWITCH) != "no")
        self._switch.toggled.connect(self._turn)
        panes.shown_changed.connect(partial(self._pause.start, _SETTLING))
        tools.desk.laid.connect(self._give_up)

    @property
    def busy(self) -> bool:
        """Whether a text that shows is still to be looked through."""
        return self._pause.isActive() or self._sought != ""

    def _turn(self, on: bool) -> None:  # noqa: FBT001
        self._settings.keep(_SWITCH, "yes" if on else "no")
        for pane in self._panes.panes():
            self._show(pane, ())
        self._pause.start(_PAUSE)

    def _go_on(self) -> None:
        """Mark every pane whose text is known, and look through the first that is not."""
        if not self._switch.isChecked():
            return
        for pane in self._panes.panes():
            if pane.source is not None and pane.source.text in self._known:
                self._show(pane, self._known[pane.source.text])
            elif pane.source is not None and not self._sought:
                self._seek(pane.source.text, pane.view.text.body)

    def _seek(self, name: str, body: str) -> None:
        self._sought = name
        if len(body) <= _SHORT:
            from briefer.wording.hygiene import hygiene

            self._keep(hygiene(body))
        else:
            self._child.start("briefer.wording.hygiene:hygiene", body, done=self._take, failed=self._fail)

    def _take(self, found: Value) -> None:
        from briefer.wording.hygiene import Mark

        self._keep([Mark(*mark) for mark in found])

    def _fail(self, _sentence: str) -> None:
        """A text that takes too long to look through is read without marks."""
        self._keep(())

    def _keep(self, marks: Sequence[Mark]) -> None:
        self._known[self._sought] = marks[:_MOST]
        self._sought = ""
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self._pause.start(_PAUSE)

    def _show(self, pane: Pane, marks: Sequence[Mark]) -> None:
        view = pane.view
        view.under.asides = Asides(marks, view.text)
        view.viewport().update()

    def _give_up(self) -> None:
        self._child.cancel()
        self._sought = ""
