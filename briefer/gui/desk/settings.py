"""What the program remembers of its user: never in a project, always in the user's own settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from briefer.gui.desk.layout import Layout, layout_from, words_of
from briefer.gui.look import fonts

TEXT_SIZES: Final = ("10", "11", "12", "13", "14", "16", "18", "20", "24")
"""Points in which sources may be set at first."""

PAPERS: Final = ("A4", "Letter")

_MOST_RECENT: Final = 10
_EXPORTED: Final = ("folder", "format", "preset", "paper", "evidence", "citations")
_NOTED: Final = ("title", "opened", "amount")


class Settings:
    """Typed access to a settings file; `path` stands in for the user's own one in tests."""

    def __init__(self, path: Path | None = None) -> None:
        ini = QSettings.Format.IniFormat
        scope = QSettings.Scope.UserScope
        self._store = QSettings(str(path), ini) if path else QSettings(ini, scope, "briefer", "briefer")

    @property
    def theme(self) -> str:
        """The name of the theme that was chosen, or an empty string: as the desktop has it."""
        return self.words("theme")

    @property
    def author(self) -> str:
        """Who changes are signed with."""
        from briefer.tasks.opening import user_name

        return self.words("author") or user_name()

    @property
    def paper(self) -> str:
        """What new exports are set for: one of PAPERS."""
        found = self.words("paper")
        return found if found in PAPERS else PAPERS[0]

    @property
    def text_points(self) -> float:
        """The size in which sources are set until they are zoomed."""
        found = self.words("text-size")
        return float(found) if found in TEXT_SIZES else fonts.READING_POINTS

    @property
    def office(self) -> str:
        return self.words("office")

    def words(self, key: str) -> str:
        """Return what is kept under a key, or an empty string."""
        return str(self._store.value(key, ""))

    def keep(self, key: str, words: str) -> None:
        self._store.setValue(key, words)

    def state(self, key: str) -> QByteArray:
        """Return a state that a widget saved, empty when it never did."""
        found = self._store.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_state(self, key: str, state: QByteArray) -> None:
        self._store.setValue(key, state)

    def recent(self, *, gone: bool = False) -> list[Path]:
        """Return the projects opened last, the latest first; those that are `gone` only when asked for."""
        from briefer.tasks import mounts

        found = map(Path, self._list("recent"))  # a share may keep whoever asks it waiting for minutes
        return [path for path in found if gone or mounts.is_remote(path) or path.exists()]

    def remember(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        known = [str(path), *(str(other) for other in self.recent(gone=True) if other != path)]
        self._store.setValue("recent", known[:_MOST_RECENT])

    def forget(self, path: Path) -> None:
        """Take a project from the recent ones."""
        self._store.setValue("recent", [str(other) for other in self.recent(gone=True) if other != path])
        self._store.remove(f"known/{_name_of(path)}")

    def known_of(self, path: Path) -> dict[str, str]:
        """Return what was noted of a project by `note`."""
        words = self._list(f"known/{_name_of(path)}")
        return dict(zip(_NOTED, words, strict=True)) if len(words) == len(_NOTED) else {}

    def note(self, path: Path, title: str, opened: str, amount: str) -> None:
        """Note what the start page says of a project."""
        self._store.setValue(f"known/{_name_of(path)}", [title, opened, amount])

    def templates(self) -> list[Path]:
        """Return the templates of one's own that were written or used last and still exist."""
        return [path for path in map(Path, self._list("templates")) if path.is_file()]

    def remember_template(self, path: Path) -> None:
        """Put a template at the head of one's own."""
        known = [str(path), *(str(other) for other in self.templates() if other != path)]
        self._store.setValue("templates", known[:_MOST_RECENT])

    def window_of(self, project: Path | None) -> QByteArray:
        """Return where the window was and how large when a project was closed, or the last window of all."""
        return self.state(f"windows/{_name_of(project)}" if project else "window")

    def keep_window_of(self, project: Path | None, state: QByteArray) -> None:
        """Keep the same, for the project and for the next window."""
        self.keep_state("window", state)
        if project is not None:
            self.keep_state(f"windows/{_name_of(project)}", state)

    def layout_of(self, project: Path) -> Layout:
        """Return how the window was laid out when a project was closed; an empty layout when it never was."""
        return layout_from(self.words(f"layouts/{_name_of(project)}"))

    def keep_layout_of(self, project: Path, layout: Layout) -> None:
        self._store.setValue(f"layouts/{_name_of(project)}", words_of(layout))

    def folds_of(self, project: Path) -> dict[str, bool]:
        """Return which sections of a project’s outline were folded (or unfolded) by hand, by their ids."""
        kept = self._list(f"folds/{_name_of(project)}")
        return {word[1:]: word[0] == "-" for word in kept if word[0] in "-+"}

    def keep_folds_of(self, project: Path, folds: Mapping[str, bool]) -> None:
        kept = [f"{'-' if folded else '+'}{key}" for key, folded in folds.items()]
        self._store.setValue(f"folds/{_name_of(project)}", kept)

    def export_of(self, project: Path) -> dict[str, str]:
        """Return how a project was exported last, in words by name, as far as it ever was."""
        words = self._list(f"exports/{_name_of(project)}")
        known = dict(zip(_EXPORTED, words, strict=False))
        return known if "evidence" in known else {}

    def keep_export_of(self, project: Path, choices: dict[str, str]) -> None:
        """Keep how a project was exported, for the next time: what `export_of` returns."""
        self._store.setValue(f"exports/{_name_of(project)}", [choices[name] for name in _EXPORTED])

    def carry(self, before: Path, after: Path) -> None:
        """Know of a project that lies elsewhere from now on what was known of it."""
        for kind in ("windows", "layouts", "folds", "exports", "drafts", "aside"):
            found = self._store.value(f"{kind}/{_name_of(before)}")
            if found is not None:
                self._store.setValue(f"{kind}/{_name_of(after)}", found)

    def draft_of(self, project: Path) -> str:
        """Return what was being written in a project when the program ended, or an empty string."""
        return self.words(f"drafts/{_name_of(project)}")

    def keep_draft_of(self, project: Path, words: str) -> None:
        """Keep what is being written, at once; no words let go of it."""
        key = f"drafts/{_name_of(project)}"
        if words:
            self._store.setValue(key, words)
            self._store.sync()
        elif self._store.contains(key):
            self._store.remove(key)

    def aside_of(self, project: Path) -> list[str]:
        """Return the statements that were laid aside in a project, the latest last."""
        return self._list(f"aside/{_name_of(project)}")

    def keep_aside_of(self, project: Path, drafts: Sequence[str]) -> None:
        """Keep what was laid aside, at once."""
        self._store.setValue(f"aside/{_name_of(project)}", list(drafts))
        self._store.sync()

    def _list(self, key: str) -> list[str]:
        """Return a list of words; an INI file gives back a list of one as its only word."""
        found = self._store.value(key)
        if isinstance(found, list):
            return [str(word) for word in found]
        return [found] if isinstance(found, str) and found else []


def _name_of(project: Path) -> str:
    return sha256(str(project).encode("utf-8", "surrogateescape")).hexdigest()[:16]
