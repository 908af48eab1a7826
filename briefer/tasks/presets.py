"""The presets that an export can be asked for: those that come with the program and the user's own."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from briefer.errors import BrieferError
from briefer.exchange.presets import SUFFIX, PresetError, read_preset
from briefer.model.preset import WHOLE, Preset
from briefer.paths import resources


def own_folder() -> Path:
    """Return where the user's presets lie; one that is called like a shipped one takes its place."""
    return Path(platformdirs.user_data_dir("briefer", appauthor=False)) / "presets"


def presets() -> tuple[list[Preset], list[str]]:
    """Return the presets, the whole brief first, then by title; and why files of the user's are none."""
    found: list[Preset] = []
    troubles: list[str] = []
    for path in _files().values():
        try:
            found.append(read_preset(path))
        except BrieferError as error:
            troubles.append(f"{path.name}: {error}")
    return sorted(found, key=lambda preset: (preset.name != WHOLE.name, preset.title.casefold())), troubles


def find_preset(name: str) -> Preset:
    """Return a preset by its name; raises BrieferError when there is none, or its file is not one."""
    files = _files()
    path = files.get(name.casefold())
    if path is None:
        raise PresetError(f"No preset is called “{name}”; take one of {', '.join(sorted(files))}.")
    return read_preset(path)


def _files() -> dict[str, Path]:
    """Return the files by name."""
    folders = (resources("presets"), own_folder())
    return {path.stem.casefold(): path for folder in folders for path in sorted(folder.glob(f"*{SUFFIX}"))}
