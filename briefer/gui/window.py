"""The main window: one project, or the start page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from briefer.gui.appearance import Appearance
from briefer.gui.beginning import Beginning
from briefer.gui.desk.chooser import Chooser
from briefer.gui.desk.commands import Commands
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.dropping import dropped
from briefer.gui.desk.settings import Settings
from briefer.gui.desk.tools import Tools
from briefer.gui.header import Header
from briefer.gui.helping import Helping
from briefer.gui.lasting_bars import LastingBars
from briefer.gui.menus.bar import RecentMenu, fill_menu_bar
from briefer.gui.notice_bar import NoticeBar
from briefer.gui.start.page import StartPage
from briefer.gui.status_line import StatusLine
from briefer.gui.work.backing_up import BackingUp
from briefer.gui.work.copying import Copying
from briefer.gui.work.projects import Projects
from briefer.gui.work.remembering import Remembering
from briefer.gui.work.sharing import Sharing
from briefer.gui.work.watching import Watching
from briefer.wording.showing import shown_name

if TYPE_CHECKING:
    from briefer.gui.look.palette import Choice
    from briefer.gui.workroom import Workroom
    from briefer.model.change import Change

_SMALLEST: Final = (900, 560)
_FIRST: Final = (1400, 880)
_FRAME: Final = QSize(12, 44)
"""What a desktop draws around a window, about: before it is shown nobody knows."""
_WORK_ON: Final = "Save a copy to work on…"
_READY: Final = "Open a project, begin a new one, or try the sample."


class MainWindow(QMainWindow):
    """Puts the parts together; what shows a project is built when the first one opens."""

    closed = Signal()
    """It is gone from the screen and comes no more."""

    def __init__(self, settings: Settings, log: Path, chooser: Chooser | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.chooser = chooser or Chooser(self)
        self.desk = Desk()
        self.commands = Commands(self)
        self.appearance = Appearance(self.commands, settings)
        self.notice = NoticeBar()
        self.status = StatusLine(self.desk.background)
        self.header = Header(self.commands)
        self.start_page = StartPage(self.commands)
        self.projects = Projects(self.desk, settings, self.chooser, self._settled)
        self.watching = Watching(self.desk)
        here = self.projects.whereabouts
        self.projects.may_leave = self.watching.may_end
        self.remembering = Remembering(self.desk, settings, here.place)
        self.tools = Tools(self, self.desk, self.commands, settings, self.chooser, here.home)
        self.copying = Copying(self.tools, self.projects, self._settled)
        self.sharing = Sharing(self.tools, self.projects, self.copying.save_elsewhere, self._merge)
        self.backing_up = BackingUp(self.tools, self.projects)
        self.bars = LastingBars(self.tools, self.notice, self.projects, self.copying, self.backing_up)
        self.beginning = Beginning(self.tools, self.projects, self.start_page)
        self.workroom: Workroom | None = None
        self.helping = Helping(self.tools, self.appearance, log, self._choices)
        self._pages = QStackedWidget()
        self._recent_menu = RecentMenu(self.menuBar(), settings.recent, self.projects.open)
        self._lay_out()
        self._bind()
        self._listen()
        self._show_project()

    def closeEvent(self, event: QCloseEvent) -> None:
        parts = (self.copying, self.watching, self.sharing)
        if not self._settled() or not all(part.may_end(self.close) for part in parts):
            event.ignore()
            return
        self.projects.give_up_opening()
        path = self.desk.session.path if self.desk.session else None
        self.settings.keep_window_of(path, self.saveGeometry())
        self.projects.whereabouts.remember()
        self.desk.lay(None)
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "appearance"):
            self.appearance.show_worn()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.watching.look()

    def is_free(self) -> bool:
        """Tell whether the window shows no project and is about to show none."""
        return self.desk.session is None and not self.projects.is_opening()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(dropped(event.mimeData()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        found = dropped(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.beginning.take_in(found)

    def _lay_out(self) -> None:
        fill_menu_bar(self.menuBar(), self.commands, self._recent_menu)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)
        for part in (self.notice, self.status):
            column.addWidget(part)
        self._pages.addWidget(self.start_page)
        self.setCentralWidget(middle)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        if not self.restoreGeometry(self.settings.window_of(None)):
            self.resize(QSize(*_FIRST).boundedTo(self.screen().availableSize() - _FRAME))

    def _bind(self) -> None:
        self.commands.bind(
            new=self.beginning.begin,
            open=self.projects.open_chosen,
            sample=self.projects.open_sample,
            copy=self.copying.save,
            bare_copy=lambda: self.copying.save(history=False),
            yaml=self.copying.export_yaml,
            close=self.projects.close,
            quit=QApplication.closeAllWindows,
            undo=self.desk.undo,
            redo=self.desk.redo,
        )

    def _listen(self) -> None:
        self.helping.project_chosen.connect(self.projects.open)
        self.notice.turned.connect(lambda shown: self.status.give_way(to_notice=shown))
        self.desk.laid.connect(self._show_project)
        self.desk.changed.connect(self._show_change)
        self.desk.told.connect(self._tell)
        self.desk.refused.connect(self._show_refusal)
        self.desk.moved.connect(self.projects.whereabouts.move)
        for turned in (self.desk.troubled, self.desk.moved, self.sharing.turned):
            turned.connect(self._show_amounts)
        self.desk.spoilt.connect(self._show_kept)
        self.desk.offered.connect(partial(self._offer, serious=False))
        self.desk.mendable.connect(self._offer)
        self.desk.noted.connect(lambda sentence: self.notice.show_sentence(sentence, serious=False))

    def _tell(self, words: str) -> None:
        """What went well takes away why something else had not."""
        self.notice.dismiss()
        self.status.tell(words)

    def _show_refusal(self, sentence: str) -> None:
        from briefer.session import ReadOnlyError

        if sentence == str(ReadOnlyError()):
            self._offer(sentence, _WORK_ON, self.copying.save_to_work_on)
        else:
            self.notice.show_sentence(sentence)
        self._show_amounts()

    def _offer(
        self, sentence: str, words: str, accept: Callable[[], object], *, serious: bool = True
    ) -> None:
        self.notice.show_sentence(sentence, serious=serious, offer=words, accept=accept)

    def _show_project(self) -> None:
        session = self.desk.session
        self.commands.enable(project=session is not None)
        self.status.forget()
        if session is not None and self.workroom is None:
            from briefer.gui.workroom import Workroom

            self.workroom = Workroom(self.tools, self.status)
            self.beginning.sources_come.connect(self.workroom.take_in)
            self._pages.addWidget(self.workroom.space)
            self.workroom.space.above = self.notice
            self.helping.text_size_chosen.connect(self.workroom.arrangement.reset_zoom)
            self.restoreGeometry(self.settings.window_of(session.path))
        if self.workroom is not None:
            self.workroom.show_session(session)
        if session is not None and self.workroom is not None:
            self._pages.setCurrentWidget(self.workroom.space)
        else:
            self.beginning.show_recent()
            self._pages.setCurrentWidget(self.start_page)
            self.status.hint(_READY)
        self.notice.dismiss()
        damaged = self.bars.show_damage()
        if session is not None and session.read_only and not (damaged or session.is_newer):
            sentence = "Open for reading only: nothing can be changed."
            self._offer(sentence, _WORK_ON, self.copying.save_to_work_on, serious=False)
        self._show_amounts()

    def _show_change(self, change: Change) -> None:
        if self.workroom is not None:
            self.workroom.show_change(change)
        self._show_amounts()

    def _show_amounts(self) -> None:
        session = self.desk.session
        if session is None or self.workroom is None:
            self.setWindowTitle("briefer")
            self.header.show_project("briefer", "No project open")
            self.status.amount("")
            self.commands.name_steps("", "")
            return
        title = session.project.details().title or "Untitled brief"
        amount = self.workroom.space.amount()
        reading = _reading(self)
        self.setWindowTitle(f"{shown_name(title)} – briefer" + (f" ({reading})" if session.read_only else ""))
        self.header.show_project(title, amount)
        steps = ("", "") if session.read_only else (session.undo_label, session.redo_label)
        self.commands.name_steps(*steps)
        self._show_kept()

    def _show_kept(self) -> None:
        """Say where the work is, asking nothing of a file that may be damaged."""
        self.status.amount(_kept(self))

    def _settled(self) -> bool:
        """Keep what is being written; tell whether the project can be left."""
        return self.workroom is None or self.workroom.settle()

    def _merge(self, path: Path, then: Callable[[bool], None]) -> None:
        if self.workroom is not None:
            self.workroom.merging.take(path, then)

    def _choices(self) -> list[Choice]:
        return self.workroom.choices() if self.workroom else []


def _reading(window: MainWindow) -> str:
    return "damaged, read-only" if window.projects.whereabouts.damage else "read-only"


def _kept(window: MainWindow) -> str:
    session, desk = window.desk.session, window.desk
    if session is None:  # it was closed while it was being looked through
        return ""
    place = window.projects.whereabouts.place() or session.path
    name = shown_name(place.name) if place else session.project.details().title or "Untitled brief"
    on_disk = "damaged" if desk.damaged else window.sharing.words() or "all changes on disk"
    kept = "nothing more is saved" if desk.trouble else on_disk
    return f"{name} · {_reading(window) if session.read_only else kept}"


def open_first(window: MainWindow, paths: Sequence[Path]) -> None:
    """Open what the program was started with, or the project that was open last."""
    recent = window.settings.recent()
    if paths:
        window.projects.open(paths[0])
    elif recent and window.settings.words("was-open"):
        window.projects.open(recent[0])
