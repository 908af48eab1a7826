"""What is asked while sources are taken in: what else a file holds, and what its text should say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Final

from PySide6.QtCore import QObject, Qt

from briefer.errors import BrieferError
from briefer.gui.desk.thread_job import ThreadJob
from briefer.gui.desk.tools import Tools
from briefer.gui.work.importing import Importing, Remark, Report
from briefer.gui.work.rereading import Rereading
from briefer.model.records import Source
from briefer.reading.open import attachments, attachments_in
from briefer.reading.reading import Attachments
from briefer.tasks.rereading import NOT_PLAIN, more_of

_LONGEST: Final = 1_000_000
_LONGEST_LINE: Final = 100_000
"""Code points of a text, and of its longest line, that an editor shows at once."""
_BUSY: Final = "Another source is being read; keep your corrections when that is done."
_CHANGED: Final = "The source has changed meanwhile; copy your corrections and begin again with the new text."
_TOO_LONG: Final = "{} is too long to be corrected here; correct its file, and read that as a newer copy."
_REMOVED: Final = "{} is no longer there; undo its removal first."
_ODD: Final = "{} holds characters that no editor keeps; correct its file, and read that as a newer copy."


class TakingIn(QObject):
    """Imports a dialog when it is first asked for."""

    def __init__(
        self,
        tools: Tools,
        importing: Importing,
        rereading: Rereading,
        show: Callable[[Source], object],
    ) -> None:
        """`show` shows a source."""
        super().__init__(tools.window)
        self._window = tools.window
        self._desk = tools.desk
        self._importing = importing
        self._rereading = rereading
        self._show = show
        self._thread = ThreadJob(self)
        tools.commands.bind(
            edit_text=partial(rereading.here, self.edit_text),
            attached=partial(rereading.here, self.offer_attached),
            encoding=partial(rereading.here, self.choose_encoding),
        )
        tools.desk.laid.connect(self._thread.cancel)
        importing.reported.connect(self.report)

    def report(self, report: Report) -> None:
        """Say what should be known of files that were read: one thing at once, several on request."""
        desk, (first, *more) = self._desk, report.remarks
        if more:
            desk.offered.emit(report.summary, "Show", partial(self._list, report))
        elif first.way_on:
            desk.offered.emit(first.sentence, first.way_on, partial(self._follow, first))
        else:
            desk.noted.emit(first.sentence)

    def offer_attached(self, source: Source) -> None:
        """Offer the files that came with a message, one by one."""
        project = self._desk.opened().project
        name = source.file_name
        self._load(name, lambda: attachments_in(name, project.original_of(source)))

    def choose_encoding(self, source: Source) -> None:
        """Let somebody choose the encoding in which a plain text is read."""
        from briefer.gui.dialogs.encoding_dialog import EncodingDialog

        project = self._desk.opened().project
        now = project.get(Source, source.id)  # what is asked of a remark may be long past
        if now is None:
            self._desk.refused.emit(_REMOVED.format(source.label))
        elif more_of(project, now) != "encoding":
            self._desk.refused.emit(NOT_PLAIN.format(now.label))
        elif self._rereading.may_begin():
            data = project.original_of(now)
            EncodingDialog(self._window, now, data, partial(self._rereading.recode, now)).open()

    def edit_text(self, source: Source) -> None:
        """Let the text of a source be corrected."""
        from briefer.gui.dialogs.text_dialog import TextDialog

        if not self._rereading.may_begin():
            return
        text = self._desk.opened().project.text_of(source)
        if len(text) > _LONGEST or max(map(len, text.split("\n"))) > _LONGEST_LINE:
            self._desk.refused.emit(_TOO_LONG.format(source.label))
            return
        dialog = TextDialog(self._window, source.label, text, partial(self._revise, source))
        if dialog.text() == text:
            dialog.open()
        else:
            dialog.deleteLater()
            self._desk.refused.emit(_ODD.format(source.label))

    def _revise(self, source: Source, text: str, finish: Callable[[str], None]) -> None:
        """Begin to keep a text; `finish` hears why it could not be, or no words."""
        now = self._desk.opened().project.get(Source, source.id)
        if now is None or now.text != source.text:
            raise BrieferError(_CHANGED)
        if not self._rereading.may_begin():
            raise BrieferError(_BUSY)
        self._rereading.ended.connect(finish, Qt.ConnectionType.SingleShotConnection)
        self._rereading.revise(now, text)

    def _list(self, report: Report) -> None:
        from briefer.gui.dialogs.remarks_dialog import RemarksDialog

        RemarksDialog(self._window, report.summary, report.remarks, self._follow).open()

    def _follow(self, remark: Remark) -> None:
        """Take what else a file holds, or show the source that it became."""
        if remark.path is not None:
            self._load(remark.path.name, partial(attachments, remark.path))
        elif remark.source is not None and remark.more == "attached":
            self.offer_attached(remark.source)
        elif remark.source is not None and remark.more == "encoding":
            self.choose_encoding(remark.source)
        elif remark.source is not None and remark.more == "page":
            self._rereading.read_whole(remark.source)
        elif remark.source is not None:
            self._show(remark.source)

    def _load(self, name: str, load: Callable[[], Attachments]) -> None:
        def hashed() -> tuple[Attachments, list[str]]:
            found = load()
            return found, [sha256(file.data).hexdigest() for file in found.files]

        self._thread.start(hashed, partial(self._choose, name), self._desk.refused.emit)

    def _choose(self, name: str, loaded: tuple[Attachments, list[str]]) -> None:
        from briefer.gui.dialogs.attached_dialog import AttachedDialog

        found, hashes = loaded
        if found.files:
            sources = self._desk.opened().project.sources()
            known = {source.original: source.label for source in sources}
            there = [known.get(each, "") for each in hashes]
            AttachedDialog(self._window, name, found, there, self._importing.add_attached).open()
        else:
            self._desk.noted.emit(f"No files are attached to “{name}”.")
