"""The open project on a network share: edited as a copy on this computer, written there beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from briefer.gui.desk.tools import Tools
from briefer.gui.work.copying import ELSEWHERE
from briefer.gui.work.projects import Prepared, Projects

# What runs a child process or a thread is loaded with the first project on a share.
if TYPE_CHECKING:
    from briefer.gui.work.joining import Merge
    from briefer.gui.work.reserving import Reserving
    from briefer.gui.work.retiring import Retiring
    from briefer.gui.work.sending import Sending
    from briefer.gui.work.shared import Shared

SOON: Final = 5_000  # milliseconds without a change
LATE: Final = 30_000
AGAIN: Final = 15_000
_AT_ONCE: Final = "Close without waiting"
_WAIT: Final = "Your work is being written to “{}” on its share; the window closes when that is done."


class Sharing(QObject):
    """Writes some seconds after the last change and on closing, only over what this window knows."""

    turned = Signal()
    """The work is elsewhere than it was: `words` says where."""

    def __init__(self, tools: Tools, projects: Projects, elsewhere: Callable[[], None], merge: Merge) -> None:
        """`elsewhere` saves a copy elsewhere; `merge` takes one in and tells if that brought anything."""
        super().__init__(tools.desk)
        self._desk = tools.desk
        self._settings = tools.settings
        self._projects = projects
        self._elsewhere = elsewhere
        self._merge = merge
        self._coming: Shared | None = None
        self._shared: Shared | None = None
        self._end: Callable[[], object] | None = None
        self._waived = False
        self._reserving: Reserving | None = None
        self._sending: Sending | None = None
        self._retiring: Retiring | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.send)
        projects.reserve = self.reserve
        tools.desk.laid.connect(self._turn)
        tools.desk.moved.connect(self._turn)
        tools.desk.changed.connect(self._note)

    def words(self) -> str:
        """Say where the work is, or nothing when it lies on no share."""
        return self._shared.words() if self._shared else ""

    def reserve(self, path: Path, lay: Callable[[Prepared], None], prepared: Prepared) -> None:
        """Take the lock on the share, which tells others who has the project, then lay it on the desk."""
        from briefer.gui.work.reserving import Reserving
        from briefer.gui.work.shared import Shared
        from briefer.tasks.shares import AWAY

        self._projects.forget_opening()
        if "share" not in prepared:
            lay(prepared)
            return
        coming = Shared(Path(prepared["share"]), prepared)

        def go_on(trouble: str) -> None:
            coming.meet(trouble or coming.trouble)
            self._coming = coming
            lay(prepared)
            if self._coming is not None:  # it was not laid
                self._coming.let_go()
                self._coming = None

        if coming.trouble == AWAY:
            go_on(AWAY)
        else:
            self._reserving = self._reserving or Reserving(self, self._settings)
            self._reserving.begin(coming, go_on, partial(self._offer_to_read, path))

    def _offer_to_read(self, path: Path, sentence: str) -> None:
        read = partial(self._projects.open, path, read_only=True)
        self._desk.mendable.emit(sentence, "Open read-only", read)

    def send(self) -> None:
        """Write the work to the share, unless it is being written or somebody else has written there."""
        shared = self._shared
        if shared is None or shared.changed:
            return
        from briefer.gui.work.sending import Sending

        self._sending = self._sending or Sending(self, self._settings)
        self._sending.begin(shared, partial(self._sent, shared), partial(self._stay, shared))

    def may_end(self, end: Callable[[], object]) -> bool:
        """Tell whether all is on the share, or write it now and `end` then; asked again, let it stay here."""
        shared = self._shared if self._shared is not None and self._shared.unsent else None
        closed = self._retiring.name if self._retiring is not None else ""
        if self._waived or (shared is None and not closed):
            return True
        self._waived, self._end = True, end
        if shared is not None and shared.trouble:
            self._leave(shared)
        else:
            self._desk.offered.emit(_WAIT.format(shared.name if shared else closed), _AT_ONCE, end)
            self.send()
        return False

    def _turn(self, path: object = None) -> None:
        """Another project lies on the desk, or none, or it lies elsewhere."""
        before, self._shared = self._shared, None
        session = self._desk.session
        if self._coming is not None and session is not None and session.path == self._coming.copy:
            self._shared = None if session.read_only else self._coming
        self._coming = None
        self._waived, self._end = False, None
        self._timer.stop()
        if self._reserving is not None:
            self._reserving.give_up()
        if self._sending is not None:
            self._sending.cancel()
        self._desk.lasting.emit("share", "", ())
        if before is not None:
            self._retire(before, elsewhere=path is not None)
        if self._shared is not None and self._shared.trouble:
            self._say(self._shared)
        if self._shared is not None and self._shared.unsent:
            self._timer.start(SOON)

    def _retire(self, shared: Shared, *, elsewhere: bool) -> None:
        """Let go of a project that was closed, or that lies elsewhere now."""
        from briefer.gui.work.retiring import Retiring

        if elsewhere and shared.trouble:  # the user knows, and has all of it there
            shared.let_go()
            return
        if self._retiring is None:
            self._retiring = Retiring(self._desk, self._projects.open)
            self._retiring.ended = self._retired
        self._retiring.begin(shared)

    def _retired(self, written: bool) -> None:  # noqa: FBT001  # the answer
        if not written:
            self._end = None  # whoever wanted to close reads first what is told, and closes again
        self._close()

    def _note(self, _change: object) -> None:
        from briefer.gui.work.joining import offer_what_was_undone

        shared = self._shared
        if shared is None:
            return
        if not shared.unsent:
            self._since.start()
        shared.unsent = True
        offer_what_was_undone(self._desk, shared)
        self._waived, self._end = False, None
        if not self._timer.isActive() or self._since.elapsed() < LATE:
            self._timer.start(AGAIN if shared.trouble else SOON)

    def _sent(self, shared: Shared, result: Any) -> None:  # noqa: ANN401  # what a child answers
        from briefer.tasks import shares

        state, session = result["state"], self._desk.session
        if shared is not self._shared or session is None:
            return
        if state == shares.REFUSED:
            self._stay(shared, result["sentence"])
        elif state != shares.WRITTEN:
            shared.meet(state)
            self._say(shared)
            self._leave(shared)
        else:
            shared.written(unsent=session.moment() != tuple(result["moment"]))
            self._desk.lasting.emit("share", "", ())
            self.turned.emit()
            if shared.unsent:
                self._timer.start(SOON)
            else:
                self._close()

    def _close(self) -> None:
        """Close as soon as all is on the shares, if that is what is waited for."""
        here = self._shared is not None and self._shared.unsent
        if self._end is not None and not here and not (self._retiring and self._retiring.name):
            self._end()

    def _stay(self, shared: Shared, sentence: str) -> None:
        """What could not be written stays here, and is tried again."""
        if shared is self._shared:
            shared.trouble = "refused"
            self._desk.lasting.emit("share", sentence, ((ELSEWHERE, self._elsewhere),))
            self._timer.start(AGAIN)
            self._leave(shared)

    def _say(self, shared: Shared) -> None:
        ways = [("Merge the two", self.merge)] if shared.can_be_merged else []
        ways.append((ELSEWHERE, self._elsewhere))
        self._desk.lasting.emit("share", shared.sentence(), ways)
        self._timer.start(AGAIN)
        self.turned.emit()

    def _leave(self, shared: Shared) -> None:
        """Whoever wanted to close may do so all the same."""
        if self._end is not None:
            self._desk.mendable.emit(shared.left(), "Close all the same", self._end)
            self._end = None

    def merge(self) -> None:
        """Take in what somebody else wrote on the share, then write both there."""
        from briefer.gui.work.joining import join

        if self._shared is not None:
            join(self._desk, self._shared, self._merge, self._joined)

    def _joined(self) -> None:
        self._desk.lasting.emit("share", "", ())
        self.send()
