"""Texts and bytes on their way to the disk, ahead of the change that names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer

from briefer.errors import BrieferError
from briefer.model.content import Content
from briefer.session import Session
from briefer.tasks.importing import slices

_PAUSE: Final = 20  # milliseconds between two slices put on disk


class Staging:
    """A slice at a time, so that the window goes on between two."""

    def __init__(self, session: Session, contents: Iterable[Content]) -> None:
        self.session = session
        self._slices = slices(contents)
        self._staged: list[Content] = []
        self._given_up = False

    def run(self, done: Callable[[], object], failed: Callable[[BrieferError], object]) -> None:
        """Put slice after slice on disk, then call `done`, or `failed`; neither once it was taken back."""
        if self._given_up:
            return
        try:
            more = self.go_on()
        except BrieferError as error:
            failed(error)
        else:
            if more:
                QTimer.singleShot(_PAUSE, partial(self.run, done, failed))
            else:
                done()

    def go_on(self) -> bool:
        """Put the next slice on disk; tell whether there was one."""
        contents = next(self._slices, None)
        if contents is not None:
            self._staged += self.session.stage(contents)
        return contents is not None

    def take_back(self) -> None:
        """Leave nothing behind."""
        self._given_up = True
        if self._staged:
            self.session.unstage(self._staged)
