"""Texts and bytes on their way to the disk, ahead of the change that names them."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.model.content import Content
from briefer.session import Session
from briefer.tasks.importing import slices


class Staging:
    """A slice at a time, so that the window goes on between two."""

    def __init__(self, session: Session, contents: Iterable[Content]) -> None:
        self.session = session
        self._slices = slices(contents)
        self._staged: list[Content] = []

    def go_on(self) -> bool:
        """Put the next slice on disk; tell whether there was one."""
        contents = next(self._slices, None)
        if contents is not None:
            self._staged += self.session.stage(contents)
        return contents is not None

    def take_back(self) -> None:
        """Leave nothing behind."""
        if self._staged:
            self.session.unstage(self._staged)
