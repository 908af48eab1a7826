"""What somebody else wrote on a share while the project was edited here, merged with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from briefer.gui.desk.beside import Beside
from briefer.gui.desk.desk import Desk
from briefer.gui.work.shared import Shared
from briefer.tasks import shares

_FETCH: Final = "briefer.tasks.shares:fetch"
Merge = Callable[[Path, Callable[[], None]], None]


def join(desk: Desk, shared: Shared, merge: Merge, done: Callable[[], None]) -> None:
    """Fetch the share's file, have it merged, and call `done` when both are in the copy here.

    Nothing of it happens to another project, or to this one when work on it goes on elsewhere meanwhile.
    """
    session = desk.opened()

    def is_open() -> bool:
        return desk.session is session and session.path == shared.copy

    def agree(digest: str) -> None:
        if not is_open():
            return
        shares.agree(shared.copy, digest)
        shared.trouble, shared.unsent = "", True
        done()

    def fetched(found: Any) -> None:  # noqa: ANN401  # what a child answers
        if is_open():
            merge(Path(found["path"]), partial(agree, found["sha256"]))

    words = f"Fetching {shared.name} from its share"
    Beside(desk, words, _FETCH, str(shared.copy), str(shared.place), done=fetched)
