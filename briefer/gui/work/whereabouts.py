"""Where the open project is, as its user knows it: not the copy in which it is edited."""

from __future__ import annotations

from pathlib import Path

from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings
from briefer.gui.work.damaged import Damage


class Whereabouts:
    """Follows the desk; whoever lays a project there says where it came from."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self.origin: Path | None = None
        """The file in YAML, or on a share, that the open project came from."""
        self._damage: Damage | None = None
        self._desk = desk
        self._settings = settings

    @property
    def damage(self) -> Damage | None:
        """What is damaged of the open project, if it is."""
        damage = self._damage
        return damage if damage is not None and damage.session is self._desk.session else None

    @damage.setter
    def damage(self, damage: Damage | None) -> None:
        self._damage = damage

    def yaml(self) -> Path | None:
        """Return the YAML file that the open project came from; there is none for the sample."""
        from briefer.tasks import opening

        known = self.origin
        return known if known and opening.is_yaml(known) and not self._is_sample() else None

    def home(self) -> Path:
        """Return the folder that the open project is kept in."""
        known = self.place()
        return known.parent if known and not self._is_sample() and not self._is_backup() else Path.home()

    def place(self) -> Path | None:
        """Return the YAML file, the damaged one or the one on a share that it came from, or its own."""
        session = self._desk.session
        if self.damage is not None:
            return self.damage.path
        return self.origin or (session.path if session else None)

    def remember(self) -> None:
        """Let the open project be the one that the program begins with next time; never a backup."""
        path = self.place()
        if path is not None and not self._is_backup():
            self._settings.remember(path)
            self._settings.keep("was-open", "yes")

    def move(self) -> None:
        """The open project lies in a file of its own from now on."""
        self.origin = None
        self.remember()

    def leave(self) -> None:
        """Take the open project off the desk; the program begins with none next time."""
        self.origin = None
        self._settings.keep("was-open", "")
        self._desk.lay(None)

    def _is_sample(self) -> bool:
        from briefer.tasks import opening

        return self.origin == opening.sample_path()

    def _is_backup(self) -> bool:
        from briefer.tasks import backups

        path = self._desk.session.path if self._desk.session else None
        return path is not None and backups.is_backup(path)
