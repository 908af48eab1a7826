"""What is remembered of projects that were open before, so that none has to be opened to be listed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefer.gui.desk.settings import Settings


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project by its place; what is not remembered is an empty string."""

    path: Path
    there: bool
    """Whether a file still lies there; on a share, which may not answer, it is taken to."""
    title: str = ""
    opened: str = ""
    """When it was last opened, ISO 8601 in local time."""
    amount: str = ""
    """How much it held then: "5 sources · 72 passages"."""

    @property
    def name(self) -> str:
        return self.title or self.path.name


def recent_projects(settings: Settings) -> list[RecentProject]:
    """Return the projects opened last, the latest first, those that are gone too."""
    from briefer.tasks import mounts

    return [
        RecentProject(path, mounts.is_remote(path) or path.exists(), **settings.known_of(path))
        for path in settings.recent(gone=True)
    ]


def folder_of(path: Path) -> str:
    """Return the folder of a file, the user's own one as ~."""
    folder, home = path.parent, Path.home()
    return f"~/{folder.relative_to(home)}".rstrip("/.") if folder.is_relative_to(home) else str(folder)
