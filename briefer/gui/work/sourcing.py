"""What the list of sources asks for beside showing one: a source removed, words or files pasted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from briefer.actions import sources
from briefer.actions.sources import StillNamedError
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.dropping import Dropped, dropped
from briefer.gui.desk.mime import INSIDE
from briefer.model.records import Difference, Source, Statement
from briefer.wording.counted import counted

_NOTHING: Final = "There are no words to paste; copy some, or add files."
_OWN: Final = "These words were copied from a source of this project; copy some elsewhere, or add files."


class Sourcing:
    """What keeps a source from being removed is shown on request."""

    def __init__(
        self,
        desk: Desk,
        take_in: Callable[[Dropped], None],
        show: Callable[[str], None],
        describe: Callable[[Source], None],
    ) -> None:
        """`show` shows a statement by its id, `describe` asks for the reference of a source."""
        self._desk = desk
        self._take_in = take_in
        self._show = show
        self._describe = describe

    def remove(self, source: Source) -> None:
        """Take a source out with its passages; one that is still named stays."""
        session = self._desk.session
        if session is None:
            return
        held = session.project.passage_count(source)
        told = f"Removed {source.label} and {counted(held, 'passage')}; Ctrl+Z brings it back"
        try:
            change = sources.remove(session.project, source)
        except StillNamedError as refusal:
            by = refusal.by
            words = f"Details of {by.label}" if isinstance(by, Source) else "Show the first one"
            self._desk.mendable.emit(str(refusal), words, lambda: self._lead_to(by))
            return
        self._desk.do(lambda _project: change, told)

    def paste(self) -> None:
        """Make sources of what lies in the clipboard: words, or files that were copied."""
        carried: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none when it is empty
        found = dropped(carried) if carried is not None else None
        if found is None:
            own = carried is not None and any(map(carried.hasFormat, INSIDE))
            self._desk.refused.emit(_OWN if own else _NOTHING)
        else:
            self._take_in(found)

    def _lead_to(self, by: Statement | Difference | Source) -> None:
        if isinstance(by, Source):
            self._describe(by)
        else:
            self._show(by.id)
