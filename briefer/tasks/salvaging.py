"""A damaged project read as far as it can be, and written to a new one; what is lost, in words.

Whoever waits for it has it done in a child process: the file may be hostile, and to read the originals anew
takes a while.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import platformdirs

from briefer.errors import BrieferError, DamagedError
from briefer.model.content import hash_of
from briefer.model.records import Details, Passage, Source, Version
from briefer.model.wreck import Salvaged, Wreck, of_kind
from briefer.session import Session, in_memory, now, rescue, snapshot
from briefer.tasks import known
from briefer.tasks.opening import copy_project, existing, is_yaml, project_ending, read_project, read_whole
from briefer.tasks.output import refuse_existing
from briefer.wording.counted import counted

_COUNTED: Final = {
    "source": ("what was known of {} of {}", "source"),
    "text": ("the text of {} of {}", "source"),
    "file": ("the file of {} of {}", "source"),
    "version": ("{} of {}", "former version"),
    "section": ("the title of {} of {}", "section"),
    "passage": ("{} of {}", "passage"),
    "place": ("the place of {} of {}", "passage"),
    "tag": ("{} of {}", "tag"),
    "statement": ("{} of {}", "statement"),
    "acronym": ("{} of {}", "acronym"),
    "difference": ("{} of {}", "difference"),
    "issue": ("{} of {}", "issue"),
}
_ALONE: Final = {
    "details": "the front of the brief",
    "history": "the history",
    "unread": "perhaps more",
}
_KEPT: Final = 7 * 86_400  # seconds
_OF_SOURCES: Final = frozenset({"text", "file"})
_STATED: Final = frozenset({"source", "section", "place"})
"""What is counted among the records that were kept."""


def salvaged(path: Path) -> Salvaged:
    """Return what can be saved of a project; raises BrieferError: sound, hostile, nothing left."""
    from briefer.actions.salvaging import salvage

    wreck = _wreck(existing(path))
    _read_anew(wreck)
    if not any(of_kind(wreck, kind) for kind in (Details, Source, Passage)):
        raise BrieferError(f"Nothing can be saved of “{path.name}”; go back to a backup of it.")
    found = salvage(wreck, now())
    order = [*_COUNTED]
    losses = sorted(
        found.losses, key=lambda loss: order.index(loss.kind) if loss.kind in order else len(order)
    )
    return replace(found, losses=tuple(losses))


def save(path: str, target: str) -> dict[str, Any]:
    """Write what can be saved of a project to a new one; return the "losses" and what to "say" of them.

    Of a sound one nothing is lost. Raises BrieferError: the target exists, or nothing can be saved.
    """
    source, place = existing(Path(path)), Path(target)
    project_ending(place)
    refuse_existing(place)
    try:
        session = read_project(source) if is_yaml(source) else snapshot(source, check=True)
    except DamagedError:
        found = salvaged(source)
        _write(found, place)
        return {"losses": [asdict(loss) for loss in found.losses], "say": lost_words(found)}
    try:
        copy_project(session, place)
    finally:
        session.close()
    return {"losses": [], "say": ""}


def lay_out(path: str) -> dict[str, Any]:
    """Write what can be saved to a file in the user's cache, for the window; return its "place" too."""
    source = existing(Path(path))
    found = salvaged(source)
    place = _laid_out(source)
    place.parent.mkdir(parents=True, exist_ok=True)
    _clear(place.parent)
    _write(found, place)
    losses = [asdict(loss) for loss in found.losses]
    return {"place": str(place), "losses": losses, "say": lost_words(found), "checked": known.state_of(place)}


def opened(path: Path) -> tuple[Session, Salvaged]:
    """Return a session in memory, for reading only, on what can be saved of a project, and what is lost."""
    found = salvaged(path)
    return _session(found, path), found


def lost_words(found: Salvaged) -> str:
    """Return in short what is lost: “2 of 14 passages and the history”."""
    losses = Counter(loss.kind for loss in found.losses)
    parts = list(_parts(losses, found))
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _parts(losses: Counter[str], found: Salvaged) -> Iterator[str]:
    for kind, (words, noun) in _COUNTED.items():
        if count := losses.pop(kind, 0):
            of = "source" if kind in _OF_SOURCES else "passage" if kind == "place" else kind
            total = found.totals.get(of, 0) - (losses_of(found, of) if kind in _STATED else 0)
            yield words.format(f"{count:,}", counted(max(total, count), noun))
    alone = [words for kind, words in _ALONE.items() if losses.pop(kind, 0)]
    if losses:
        yield counted(losses.total(), "smaller thing")
    yield from alone


def losses_of(found: Salvaged, kind: str) -> int:
    """Return how many losses are of a kind."""
    return sum(loss.kind == kind for loss in found.losses)


def _wreck(path: Path) -> Wreck:
    if not is_yaml(path):
        return rescue(path)
    from briefer.exchange import rescue as yaml

    return yaml.rescue(read_whole(path))


def _read_anew(wreck: Wreck) -> None:
    """Read the files of texts that are gone or altered once more: a text is taken that has the very hash."""
    from briefer.reading.open import read_bytes

    for read in (*of_kind(wreck, Source).values(), *of_kind(wreck, Version).values()):
        data = wreck.originals.get(read.original)
        for whole in (False, True):
            if data is None or read.text in wreck.texts:
                break
            try:
                text = read_bytes(read.file_name, data, whole=whole).text
            except BrieferError:
                break
            if hash_of(text) == read.text:
                wreck.texts[read.text] = text


def _write(found: Salvaged, target: Path) -> None:
    session = _session(found, None)
    try:
        copy_project(session, target)
    finally:
        session.close()


def _session(found: Salvaged, path: Path | None) -> Session:
    return in_memory(
        found.records, found.contents, "", path=path, read_only=True, history=found.history, head=found.head
    )


def _clear(folder: Path) -> None:
    """Remove what was laid out for windows that have long been closed."""
    long_ago = time.time() - _KEPT
    for laid_out in folder.iterdir():
        if laid_out.stat().st_mtime < long_ago:
            laid_out.unlink(missing_ok=True)


def _laid_out(source: Path) -> Path:
    name = sha256(str(source).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    folder = Path(platformdirs.user_cache_dir("briefer", appauthor=False)) / "salvaged"
    return folder / f"{source.name.removesuffix(source.suffix)[:40]}-{name}.brief"
