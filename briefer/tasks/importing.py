"""Files read and taken into a project, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from briefer.actions import sources
from briefer.model.records import Source
from briefer.reading.open import read_file
from briefer.reading.reading import Reading
from briefer.session import Session
from briefer.wording.counted import counted


def read_files(files: Sequence[Path], progress: Callable[[int, int], None]) -> list[Reading]:
    """Read every file; raises BrieferError for the first that cannot be read."""
    found = []
    for number, file in enumerate(files):
        progress(number, len(files))
        found.append(read_file(file))
    progress(len(files), len(files))
    return found


def add_readings(
    session: Session, readings: Sequence[Reading], **reference: str
) -> list[tuple[Source, Reading]]:
    """Take files that were read into the project as one change; raises BrieferError for all or none."""
    if not readings:
        return []
    change = sources.add(
        session.project, [_incoming(reading) for reading in readings], session.now(), **reference
    )
    session.do(change)
    added = [edit.after for edit in change.edits if isinstance(edit.after, Source)]
    return list(zip(added, readings, strict=True))


def _incoming(reading: Reading) -> sources.Incoming:
    return sources.Incoming(reading.file_name, reading.data, reading.text, reading.encoding)


def remarks(source: Source, reading: Reading) -> list[str]:
    """Return what the user should know of how a file was read, a sentence each."""
    found = []
    if reading.guessed:
        found.append(
            f"{source.label}: “{source.file_name}” was read as {reading.encoding}, which is a guess."
        )
    if reading.replaced:
        found.append(
            f"{source.label}: {counted(reading.replaced, 'place')} could not be read, shown as “\ufffd”."
        )
    if reading.dropped:
        found.append(f"{source.label}: {counted(reading.dropped, 'control character')} left out of the text.")
    return found
