"""The one door at which Qt hears of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from briefer.session import Session


class Bridge(QObject):
    """Says what every session that joined it does, undoes and redoes."""

    changed = Signal(object)
    """The Change."""

    def join(self, session: Session) -> None:
        """Hear of this session until it is closed."""
        session.listen(self.changed.emit)
