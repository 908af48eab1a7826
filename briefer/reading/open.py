"""A file from outside, read by the module for its format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError
from briefer.reading import plain_text
from briefer.reading.reading import Reading

LARGEST: Final = 64 << 20
"""Bytes of the largest file that is read."""

READERS: Final[Mapping[str, Callable[[str, bytes], Reading]]] = {
    ".txt": plain_text.read,
    ".text": plain_text.read,
    "": plain_text.read,
}
"""The reader for each file name ending; a further format is a module and a line here."""


class UnreadableError(BrieferError):
    """The file cannot become a source."""


def read_file(path: Path) -> Reading:
    """Read a file whole; raises UnreadableError with a sentence that names it."""
    try:
        if path.is_dir():
            raise UnreadableError(f"“{path.name or path}” is a folder; take the files that are in it.")
        if not path.is_file() and path.exists():  # a pipe or device, which may never end
            raise UnreadableError(f"“{path.name or path}” is not a file; name the files to add.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError(
            f"“{path.name}” cannot be read ({error.strerror}); check the name and your rights."
        ) from error
    if len(data) > LARGEST:
        raise UnreadableError(
            f"“{path.name}” is larger than {LARGEST >> 20} MB; cut it into parts and add those."
        )
    return read_bytes(path.name, data)


def read_bytes(file_name: str, data: bytes) -> Reading:
    """Read a file that is already in memory; raises UnreadableError."""
    reader = READERS.get(Path(file_name).suffix.lower())
    if reader is None:
        known = ", ".join(ending for ending in READERS if ending)
        raise UnreadableError(
            f"“{file_name}” is of a kind that is not read yet; save it as text ({known}) first."
        )
    reading = reader(file_name, data)
    if not reading.text.strip():
        raise UnreadableError(f"“{file_name}” holds no text; choose another file.")
    return reading
