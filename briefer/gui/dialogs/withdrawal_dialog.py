"""What would fall, or come to rest on one origin, if a source were withdrawn; open beside the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from briefer.gui.desk.desk import Desk
from briefer.gui.look.card_rows import CardList, CardRow
from briefer.gui.look.controls import OneLine, PrimaryButton, label
from briefer.gui.look.source_words import headline
from briefer.gui.work.withdrawing import Withdrawing
from briefer.model.records import BLUF, Source

_SIZE: Final = QSize(560, 520)
_HEADS: Final = {
    "falls": "Falls",
    "empty": "Falls empty",
    "single-origin": "Comes to rest on one origin",
    "loses-a-side": "Loses an answer",
}
_COUNTED: Final = {
    "falls": ("1 falls", "{} fall"),
    "empty": ("1 section falls empty", "{} sections fall empty"),
    "single-origin": ("1 comes to rest on one origin", "{} come to rest on one origin"),
    "loses-a-side": ("1 difference loses an answer", "{} differences lose an answer"),
}
_NOTHING: Final = "Nothing would fall, and nothing would come to rest on one origin."


class WithdrawalDialog(QDialog):
    """A click or Enter on a line shows its place; the list follows what is changed meanwhile."""

    place_wanted = Signal(str)
    """The id of the statement, section or difference to show, or BLUF."""

    def __init__(self, parent: QWidget, desk: Desk, source: Source) -> None:
        super().__init__(parent)
        self._desk = desk
        self._heading = OneLine(11.5, strong=True)
        self.said = label("Looking…", mute=True)
        self.list = CardList("What would become of the brief", heads=1, lines=4, framed=True)
        self.looking = Withdrawing(self, desk, source.id)
        self.setWindowTitle(f"If {source.label} were withdrawn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading.say(f"{source.label}  {headline(source)}")
        self._lay_out()
        self.looking.found.connect(self.show_effects)
        self.looking.failed.connect(self._say)
        self.list.asked.connect(self.place_wanted)
        # A project laid aside rejects a dialog that was closed a moment ago once more.
        self.finished.connect(self.looking.end, Qt.ConnectionType.SingleShotConnection)
        desk.laid.connect(self.reject)
        self.looking.look()

    def show_effects(self, effects: Sequence[Mapping[str, str | None]]) -> None:
        """List what would become of statements, sections and differences, in the order of the brief."""
        project = self._desk.opened().project
        titles = {section.key: section.title for section in project.sections()} | {BLUF: "Bottom line"}
        rows = []
        for effect in effects:
            where = titles.get(effect["section"] or "", "Differences")
            head = f"{_HEADS[effect['effect'] or '']} · {where}"
            rows.append(CardRow(effect["id"] or "", head, effect["message"] or "", "text"))
        self.list.show_rows(rows)
        self._say(_summary(effects))

    def _say(self, words: str) -> None:
        self.said.setText(words)

    def _lay_out(self) -> None:
        close = PrimaryButton("Close")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(_SIZE)


def _summary(effects: Sequence[Mapping[str, str | None]]) -> str:
    counts = Counter(effect["effect"] or "" for effect in effects)
    parts = [
        (one if counts[kind] == 1 else many.format(counts[kind]))
        for kind, (one, many) in _COUNTED.items()
        if counts[kind]
    ]
    return f"{', '.join(parts)}; nothing is changed by looking." if parts else _NOTHING
