"""What somebody else wrote on a share while the project was edited here, merged with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer

from briefer.gui.desk.beside import Beside
from briefer.gui.desk.desk import Desk
from briefer.gui.work.shared import Shared
from briefer.tasks import shares

_FETCH: Final = "briefer.tasks.shares:fetch"
_UNDONE: Final = "What somebody else did is undone here, and with it soon in “{}” on its share."
Merge = Callable[[Path, Callable[[bool], None]], None]


def join(desk: Desk, shared: Shared, merge: Merge, done: Callable[[], None]) -> None:
    """Fetch the share's file, have it merged, and call `done` when both are in the copy here.

    Nothing of it happens to another project, or to this one when work on it goes on elsewhere meanwhile.
    """
    session = desk.opened()

    def is_open() -> bool:
        return desk.session is session and session.path == shared.copy

    def agree(digest: str, brought: bool) -> None:  # noqa: FBT001  # the answer
        if not is_open():
            return
        shares.agree(shared.copy, digest)
        shared.trouble, shared.unsent = "", True
        if brought:
            shared.joined.add(session.history.head())
        done()

    def fetched(found: Any) -> None:  # noqa: ANN401  # what a child answers
        if is_open():
            merge(Path(found["path"]), partial(agree, found["sha256"]))

    words = f"Fetching {shared.name} from its share"
    Beside(desk, words, _FETCH, str(shared.copy), str(shared.place), done=fetched)


def offer_what_was_undone(desk: Desk, shared: Shared) -> None:
    """When the merge was just undone, say what that takes from the share, and offer to do it again."""

    def offer() -> None:
        desk.offered.emit(_UNDONE.format(shared.name), "Take it in again", desk.redo)

    if desk.opened().history.next() in shared.joined:
        QTimer.singleShot(0, desk, offer)  # after it is told what was undone
