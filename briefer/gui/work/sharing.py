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
    from briefer.gui.desk.child_job import ChildJob
    from briefer.gui.desk.thread_job import ThreadJob
    from briefer.gui.work.joining import Merge
    from briefer.gui.work.shared import Shared

SOON: Final = 5_000  # milliseconds without a change
LATE: Final = 30_000
AGAIN: Final = 15_000
_LONGEST: Final = 600.0  # seconds
_SEND: Final = "briefer.tasks.shares:send"
_WAIT: Final = "Your work is being written to “{}” on its share; the window closes when that is done."
_LEAVE: Final = "Your work is not in “{}” on its share; it stays here and is written when you open it next."


class Sharing(QObject):
    """Writes some seconds after the last change and on closing, only over what this window knows."""

    turned = Signal()
    """The work is elsewhere than it was: `words` says where."""

    def __init__(self, tools: Tools, projects: Projects, elsewhere: Callable[[], None], merge: Merge) -> None:
        """`elsewhere` saves a copy elsewhere, `merge` takes in a copy and says when that is done."""
        super().__init__(tools.desk)
        self._desk = tools.desk
        self._settings = tools.settings
        self._projects = projects
        self._elsewhere = elsewhere
        self._merge = merge
        self._coming: Shared | None = None
        self._shared: Shared | None = None
        self._end: Callable[[], object] | None = None
        self._waived = self._sending = False
        self._thread: ThreadJob | None = None
        self._child: ChildJob | None = None
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
        from briefer.gui.work.shared import Shared
        from briefer.tasks.shares import AWAY

        self._projects.forget_opening()
        if "share" not in prepared:
            lay(prepared)
            return
        coming = Shared(Path(prepared["share"]), prepared)

        def go_on(_none: object = None) -> None:
            self._coming = coming
            lay(prepared)
            if self._coming is not None:  # it was not laid
                self._coming.let_go()

        read = partial(self._projects.open, path, read_only=True)
        if coming.trouble == AWAY:
            go_on()
        else:
            self._lock(coming, go_on, lambda words: self._desk.mendable.emit(words, "Open read-only", read))

    def send(self) -> None:
        """Write the work to the share, unless it is being written or somebody else has written there."""
        from briefer.gui.desk.child_job import ChildJob

        shared = self._shared
        self._child = self._child or ChildJob(self)
        if shared is None or shared.changed or self._sending:
            return
        self._sending = True
        self._child.start(
            _SEND, str(shared.copy), str(shared.place), shared.mark,
            done=partial(self._sent, shared), failed=partial(self._stay, shared), timeout=_LONGEST,
        )  # fmt: skip

    def may_end(self, end: Callable[[], object]) -> bool:
        """Tell whether all is on the share, or write it now and `end` then; asked again, let it stay here."""
        shared = self._shared
        if shared is None or not shared.unsent or self._waived:
            return True
        self._waived, self._end = True, end
        if shared.trouble:
            self._leave(shared)
        else:
            self._desk.offered.emit(_WAIT.format(shared.name), "Close without waiting", end)
            self.send()
        return False

    def _turn(self, _path: object = None) -> None:
        """Another project lies on the desk, or none, or it lies elsewhere."""
        before, self._shared = self._shared, None
        session = self._desk.session
        if self._coming is not None and session is not None and session.path == self._coming.copy:
            self._shared = None if session.read_only else self._coming
        self._coming = None
        self._waived, self._end = False, None
        self._timer.stop()
        if self._thread is not None:
            self._thread.cancel()
        self._desk.lasting.emit("share", "", ())
        if before is not None:
            self._retire(before)
        if self._shared is not None and self._shared.trouble:
            self._say(self._shared)
        if self._shared is not None and self._shared.unsent:
            self._timer.start(SOON)

    def _retire(self, shared: Shared) -> None:
        """Write what is left of a project that was closed, beside the window; then others may have it."""
        from briefer.gui.desk.beside import Beside

        if self._child is not None:
            self._child.cancel()
        self._sending = False
        if not shared.unsent or shared.trouble:
            shared.let_go()
            return
        Beside(
            self._desk, f"Writing {shared.name} to its share",
            _SEND, str(shared.copy), str(shared.place), shared.mark,
            done=lambda _result: shared.let_go(), stopped=shared.let_go,
        )  # fmt: skip

    def _note(self, _change: object) -> None:
        shared = self._shared
        if shared is None:
            return
        if not shared.unsent:
            self._since.start()
        shared.unsent = True
        self._waived, self._end = False, None
        if not self._timer.isActive() or self._since.elapsed() < LATE:
            self._timer.start(AGAIN if shared.trouble else SOON)

    def _sent(self, shared: Shared, result: Any) -> None:  # noqa: ANN401  # what a child answers
        from briefer.tasks import shares

        self._sending = False
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
            if not shared.reserved:  # it was away when the project was opened
                self._lock(shared, lambda _none: None, self._desk.noted.emit)
            if shared.unsent:
                self._timer.start(SOON)
            elif self._end is not None:
                self._end()

    def _stay(self, shared: Shared, sentence: str) -> None:
        """What could not be written stays here, and is tried again."""
        self._sending = False
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
            sentence = _LEAVE.format(shared.name)
            self._desk.mendable.emit(sentence, "Close all the same", self._end)
            self._end = None

    def merge(self) -> None:
        """Take in what somebody else wrote on the share, then write both there."""
        from briefer.gui.work.joining import join

        if self._shared is not None:
            join(self._desk, self._shared, self._merge, self._joined)

    def _joined(self) -> None:
        self._desk.lasting.emit("share", "", ())
        self.send()

    def _lock(
        self, shared: Shared, done: Callable[[object], object], failed: Callable[[str], object]
    ) -> None:
        """Tell others who has the project: in a thread, since the share may not answer."""
        from briefer.gui.desk.thread_job import ThreadJob
        from briefer.tasks import opening

        self._thread = self._thread or ThreadJob(self)
        holder = opening.holder_of(self._settings.author)
        self._thread.start(partial(shared.reserve, holder), done, failed)
