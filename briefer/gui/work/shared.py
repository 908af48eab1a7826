"""One project on a network share, from its opening in the window to its last writing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from briefer.gui.work.projects import Prepared
from briefer.session import WriterLock
from briefer.tasks.output import new_mark
from briefer.tasks.shares import AWAY, CHANGED, GONE, SPOILT, trouble_at
from briefer.wording.showing import shown_name

_SENTENCES: Final = {
    AWAY: "“{}” cannot be reached on its share; your work is kept on this computer and will be written there"
    " when it is back.",
    GONE: "“{}” is no longer in its folder on the share; your work is kept on this computer, so save"
    " it elsewhere.",
    CHANGED: "Somebody else has changed “{}” on its share; your work is kept on this computer, so merge the"
    " two or save yours elsewhere.",
    SPOILT: "“{}” is damaged on its share and stays as it is; what this computer had of it is open, so"
    " save that elsewhere.",
}

_STAYS: Final = "Your work is not in “{}” on its share; it stays here and is written when you open it next."
_LEFT: Final = {
    GONE: "Your work is not on the share, where “{}” is gone; it stays here, so save a copy elsewhere.",
    CHANGED: "Somebody else has changed “{}” on its share; your work is kept on this computer, so open it"
    " again to merge the two.",
    SPOILT: "Your work is not on the share, where “{}” is damaged; it stays here, so save a copy elsewhere.",
}


class Shared:
    """Its place on the share, the copy that is edited, and whether the one has all of the other."""

    def __init__(self, place: Path, prepared: Prepared) -> None:
        self.place = place
        self.copy = Path(prepared["place"])
        self.reserved = False
        self._lock = WriterLock(place)
        self._asking = Lock()
        self._let_go = False
        self.trouble = ""
        self.unsent = bool(prepared["ahead"])
        self.meet(str(prepared["trouble"]))
        self.sent_at = ""
        self.joined: set[int] = set()
        """The entries of the history that took in what somebody else wrote there."""
        self.mark = new_mark()
        """Names what a child that was ended has left on the share."""

    @property
    def name(self) -> str:
        return shown_name(self.place.name)

    @property
    def changed(self) -> bool:
        """Whether what lies on the share is not what this window knows: nothing is written over it."""
        return self.trouble in {CHANGED, SPOILT}

    @property
    def can_be_merged(self) -> bool:
        """Whether somebody else has written on the share what can be taken in."""
        return self.trouble == CHANGED

    def meet(self, trouble: str) -> None:
        """Note what is the matter with the share; what is gone or spoilt there holds no work any more."""
        self.trouble = trouble
        self.unsent = self.unsent or trouble in {GONE, SPOILT}

    def sentence(self) -> str:
        """Say what is the matter with the share."""
        return _SENTENCES[self.trouble].format(self.name)

    def left(self) -> str:
        """Say what becomes of the work that is not on the share when the project is closed."""
        return _LEFT.get(self.trouble, _STAYS).format(self.name)

    def words(self) -> str:
        """Say truthfully where the work is."""
        if self.trouble == GONE:
            return "kept on this computer; no longer on the share"
        there = f"on the share at {self.sent_at}" if self.sent_at else "on the share"
        if not self.unsent:
            return there
        return f"kept on this computer; {there if self.sent_at else 'not yet on the share'}"

    def written(self, *, unsent: bool) -> None:
        """Note that all is on the share now but what was changed meanwhile."""
        self.trouble = ""
        self.unsent = unsent
        self.sent_at = datetime.now().astimezone().strftime("%H:%M")

    def reserve(self, holder: str) -> str:
        """Take the lock on the share, or return why there is nothing to lock; raises BrieferError."""
        with self._asking:
            trouble = trouble_at(self.place)
            if not trouble and not self._let_go:
                self._lock.acquire(holder)
                self.reserved = True
            return trouble

    def let_go(self) -> None:
        """Give the lock back, for good, in a thread: the share may not answer."""
        self._let_go = True
        Thread(target=self._release, daemon=True).start()

    def _release(self) -> None:
        with self._asking:
            self._lock.release()
