"""The line at the foot of the window: what was just done, what goes on, what can be done next, how much."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy

from briefer.gui.desk.background import Background
from briefer.gui.desk.commands import uncapital
from briefer.gui.look.controls import OneLine, Panel, small_button
from briefer.gui.look.speech import say, tip
from briefer.wording.showing import shown_sentence

_HEIGHT: Final = 32
_LEAST: Final = 60


class _Words(OneLine):
    """As wide as its words, and shorter where others need the room."""

    def __init__(self, *, strong: bool = False, mute: bool = False) -> None:
        super().__init__(9.25, strong=strong, mute=mute)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), self.sizeHint().height())


class StatusLine(Panel):
    """`tell` for what happened, `hint` for what the keys do here, `amount` for counts."""

    def __init__(self, background: Background) -> None:
        super().__init__(edges=Qt.Edge.TopEdge)
        self._background = background
        self._giving_way = False
        self._told = _Words(strong=True)
        self._hint = _Words(mute=True)
        self._amount = _Words(mute=True)
        self._working = _Words()
        self._progress = QProgressBar()
        self.cancel = small_button("x", "Cancel")
        self._progress.setFixedWidth(120)
        self._progress.setFixedHeight(8)
        self._progress.setTextVisible(False)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(12)
        row.addWidget(self._told)
        row.addWidget(self._hint, 1)
        row.addWidget(self._working)
        row.addWidget(self._progress)
        row.addWidget(self.cancel)
        row.addWidget(self._amount)
        self.setFixedHeight(_HEIGHT)
        self.cancel.clicked.connect(self._cancel_shown)
        background.changed.connect(self._show_work)
        self._show_work()
        self._told.hide()
        self.setAccessibleName("Status")

    @property
    def told(self) -> str:
        """What was said last."""
        return self.accessibleDescription()

    @property
    def hinted(self) -> str:
        """What can be done here."""
        return self._hint.text()

    def tell(self, words: str) -> None:
        """Say what was just done, to the eye and to a screen reader."""
        words = shown_sentence(words)
        self._told.say(words)
        self._told.show()
        self.setAccessibleDescription(words)
        say(self, words)

    def forget(self) -> None:
        """Take away what was said last: it was said of another project."""
        self._told.hide()
        self.setAccessibleDescription("")

    @property
    def counted(self) -> str:
        """How much there is, and whether it is saved."""
        return self._amount.text()

    def give_way(self, *, to_notice: bool) -> None:
        """Leave the place to a notice, unless there is work to be seen, or take it again."""
        self._giving_way = to_notice
        self._show_work()

    def hint(self, words: str) -> None:
        """Say what can be done here."""
        self._hint.say(words)

    def amount(self, words: str) -> None:
        """Say how much there is."""
        self._amount.say(words)

    @property
    def working(self) -> str:
        """What goes on beside the window, the latest begun, and how much else does."""
        return self._working.text()

    def _show_work(self) -> None:
        """Show the work that was begun last; Cancel is for that, and the tool tip names the others too."""
        jobs = self._background.shown()
        shown = jobs[-1] if jobs else None
        self.setHidden(self._giving_way and shown is None)
        for part in (self._working, self._progress):
            part.setVisible(shown is not None)
        self.cancel.setVisible(shown is not None and shown.cancel is not None)
        if shown is None:
            self._working.say("")
            return
        more = f" (and {len(jobs) - 1} more)" if len(jobs) > 1 else ""
        self._working.say(shown_sentence(f"{shown}{more}"))
        self._working.setToolTip(tip("\n".join(shown_sentence(str(job)) for job in reversed(jobs))))
        self._progress.setRange(0, shown.total)
        self._progress.setValue(shown.done)
        self._progress.setAccessibleName(str(shown))
        self.cancel.setToolTip(tip(f"Cancel {uncapital(shown.words)}"))
        self.cancel.setAccessibleName(f"Cancel {uncapital(shown.words)}")

    def _cancel_shown(self) -> None:
        jobs = self._background.shown()
        if jobs and jobs[-1].cancel is not None:
            jobs[-1].cancel()
