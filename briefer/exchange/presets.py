"""Presets of an export as YAML, shipped or the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from briefer.errors import BrieferError
from briefer.exchange import events
from briefer.exchange.events import Tree
from briefer.exchange.looks import read_look
from briefer.model.look import Look
from briefer.model.preset import CITATIONS, PAPERS, PARTS, WHOLE, Preset

SUFFIX: Final = ".yaml"
_FORM: Final = 1
_KEYS: Final = {"briefer_preset", "title", "description", "paper", "parts", "evidence"}
_OPEN: Final = {"look", "pages", "citations", "notes"}
"""What a preset may leave out."""
_JOINED: Final = "joined"
_NOTES: Final = ("apart", _JOINED)
"""A note for each source that a statement rests on, or one for all."""
_MOST_PAGES: Final = 999
_EVIDENCE: Final = {"embedded": (True, False), "with sources": (True, True), "left out": (False, False)}
"""What a file carries: the evidence, the files of the cited sources."""
_MAX_BYTES: Final = 1 << 20


class PresetError(BrieferError):
    """A preset is unknown, unreadable or not one; the sentence says which."""


def read_preset(path: Path) -> Preset:
    """Return the preset in a YAML file, called as the file is; raises PresetError or UnreadableYamlError."""
    tree = events.read(_content(path))
    if not isinstance(tree, dict) or tree.get("briefer_preset") != _FORM or tree.keys() - _OPEN != _KEYS:
        raise PresetError(
            f"“{path.name}” is not a preset: it must hold “briefer_preset: 1”, “title”, “description”,"
            " “paper”, “parts” and “evidence”, may hold “look”, “pages”, “citations”, “notes”, nothing else."
        )
    embedded, with_sources = _EVIDENCE[_one_of(path, "evidence", tree["evidence"], tuple(_EVIDENCE))]
    return Preset(
        path.stem,
        _line(path, tree, "title"),
        _line(path, tree, "description"),
        _one_of(path, "paper", tree["paper"], PAPERS),
        _parts(path, tree["parts"]),
        embedded,
        _look(path, tree.get("look", {})),
        _pages(path, tree.get("pages", 0)),
        _one_of(path, "citations", tree.get("citations", WHOLE.citations), CITATIONS),
        with_sources=with_sources,
        joined=_one_of(path, "notes", tree.get("notes", _NOTES[0]), _NOTES) == _JOINED,
    )


def _line(path: Path, tree: dict[str, Tree], key: str) -> str:
    found = tree[key]
    if not isinstance(found, str) or not found.isprintable() or not found.strip():
        raise PresetError(f"In the preset “{path.name}” the {key} must be a line of text.")
    return found


def _parts(path: Path, found: Tree) -> tuple[str, ...]:
    """Return the parts in the order of the brief, whatever theirs is in the file."""
    if not isinstance(found, list):
        raise PresetError(f"In the preset “{path.name}” the parts must be a list.")
    wanted = [_one_of(path, "parts", part, PARTS) for part in found]
    return tuple(part for part in PARTS if part in wanted)


def _look(path: Path, found: Tree) -> Look:
    try:
        return read_look(found)
    except ValueError as error:
        raise PresetError(f"In the preset “{path.name}” {error}.") from None


def _pages(path: Path, found: Tree) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= _MOST_PAGES:
        raise PresetError(f"In the preset “{path.name}” the pages must be a number from 0 to {_MOST_PAGES}.")
    return found


def _one_of(path: Path, key: str, found: Tree, known: tuple[str, ...]) -> str:
    if found not in known:
        raise PresetError(f"In the preset “{path.name}” {key} may be {', '.join(known)}, not “{found}”.")
    return str(found)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise PresetError(f"The preset “{path.name}” cannot be read: {error.strerror}.") from None
    if len(content) > _MAX_BYTES:
        raise PresetError(f"The preset “{path.name}” is larger than 1 MB, so it is none.")
    return content
