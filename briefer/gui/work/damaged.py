"""A damaged project, shown as far as it can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from briefer.gui.desk.desk import Desk

# What opens a project or runs a child process is loaded with the first that is needed.
if TYPE_CHECKING:
    from briefer.gui.desk.beside import Beside
    from briefer.session import Session

_LAY_OUT: Final = "briefer.tasks.salvaging:lay_out"
Left = dict[str, Any]
"""What that answers."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is shown of a damaged project: which it is, the file that is damaged, and what is lost."""

    session: Session
    path: Path
    file: Path
    say: str
    losses: Sequence[str]

    def backed_up(self) -> bool:
        """Tell whether there are backups of the file."""
        from briefer.tasks.backups import backups

        return bool(backups(self.file))

    def sentence(self) -> str:
        """Return what the bar says of it."""
        lost = f"lost: {self.say}" if self.say else "nothing of it is lost"
        way = " Earlier states: File, Open a backup…" if self.backed_up() else ""
        return f"“{self.path.name}” is damaged and open for reading only; {lost}.{way}"


def begin(
    desk: Desk, path: Path, file: Path, done: Callable[[Left], None], stopped: Callable[[], None]
) -> Beside:
    """Have what is sound of a `file`, which the user knows by its `path`, laid out beside the window."""
    from briefer.gui.desk.beside import Beside

    words = f"Reading what is left of {path.name}"
    return Beside(desk, words, _LAY_OUT, str(file), done=done, stopped=stopped)


def opened(path: Path, file: Path, left: Left) -> Damage:
    """Open what was laid out, for reading; raises BrieferError."""
    from briefer.tasks import opening

    session = opening.open_project(Path(left["place"]), "", read_only=True, checked=left["checked"])
    return Damage(session, path, file, left["say"], [loss["sentence"] for loss in left["losses"]])
