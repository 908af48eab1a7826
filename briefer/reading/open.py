"""A file from outside, read by the module for its format: a short text here, all else in a child process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from briefer.errors import BrieferError
from briefer.isolated.running import CancelledError, call
from briefer.isolated.wire import Value
from briefer.reading import plain_text
from briefer.reading.fields import checked, gathered
from briefer.reading.kinds import MARKDOWN, TEXT, kind_of
from briefer.reading.reading import (
    Attached,
    Attachments,
    Extract,
    Fields,
    Found,
    Reading,
    UnreadableError,
)
from briefer.wording.control import clean

LARGEST: Final = 64 << 20
"""Bytes of the largest file that is read."""
SECONDS: Final = 9.0
"""That a foreign format may take to read; a hostile file is answered within ten."""
MEMORY: Final = 1 << 30
"""Bytes of address space that reading a foreign format may take."""

_HERE: Final = {TEXT: plain_text.read, MARKDOWN: plain_text.read_markdown}
_SMALL: Final = 1 << 20
"""Bytes of text that are read in a moment."""
_CHILD: Final = "briefer.reading.child"


def read_file(path: Path, *, whole: bool = False, encoding: str = "") -> Reading:
    """Read a file; raises UnreadableError with a sentence that names it.

    Of a web page only the main text is read, unless the `whole` page is wanted. Plain text is read in
    the `encoding` that is given; other files say theirs.
    """
    return read_bytes(path.name, _bytes(path), whole=whole, encoding=encoding)


def read_bytes(file_name: str, data: bytes, *, whole: bool = False, encoding: str = "") -> Reading:
    """Read a file that is already in memory; raises UnreadableError."""
    kind = kind_of(file_name, data)
    if kind in _HERE and len(data) <= _SMALL:
        extract = _HERE[kind](file_name, data, encoding=encoding)
    else:
        extract = _extract(file_name, _call("read_foreign", file_name, data, kind, whole, encoding))
    return _reading(file_name, data, _with_text(file_name, extract))


def read_words(file_name: str, words: str, address: str = "", day: str = "") -> Reading:
    """Read words that were typed, dropped or pasted: as plain text, whatever they look like.

    They may be from the web page at an `address`, on a `day` (ISO 8601). Raises UnreadableError when there
    are none.
    """
    data = words.encode("utf-8", "replace")
    extract = _with_text(file_name, plain_text.read(file_name, data))
    page = gathered([("url", address, "the address that came with the words")])
    likely = gathered([("accessed", day, "the day it was pasted")]) if page else {}
    return _reading(file_name, data, replace(extract, reference=page, suggested=likely))


def attachments(path: Path) -> Attachments:
    """Return the files that came with a message, to be offered one by one; raises UnreadableError.

    Files that are no message have none.
    """
    return attachments_in(path.name, _bytes(path))


def attachments_in(file_name: str, data: bytes) -> Attachments:
    """Return the same of a message that is already in memory; raises UnreadableError."""
    if kind_of(file_name, data) != "mail":
        return Attachments()
    said = _call("attached", file_name, data)
    try:
        files = tuple(
            Attached(_line(name), body, _line(inside), bool(listed))
            for name, body, inside, listed in said["files"]
        )
        remarks = tuple(map(_line, said["remarks"]))
    except (KeyError, TypeError, ValueError) as error:
        raise _astray(file_name) from error
    if not all(isinstance(file.data, bytes) for file in files):
        raise _astray(file_name)
    return Attachments(files, remarks)


def _bytes(path: Path) -> bytes:
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
    return data


def _call(function: str, file_name: str, *args: Value) -> Any:  # noqa: ANN401  # whatever the child says
    """Have the child do it; what stopped it is said with the file's name."""
    try:
        return call(f"{_CHILD}:{function}", file_name, *args, timeout=SECONDS, memory=MEMORY)
    except (UnreadableError, CancelledError):
        raise
    except BrieferError as error:
        said = str(error)
        raise UnreadableError(f"“{file_name}” cannot be read: {said[:1].lower()}{said[1:]}") from error


def _extract(file_name: str, said: Any) -> Extract:  # noqa: ANN401  # a taken-over parser may say anything
    """Make an extract of what the child says; nothing of it is taken on trust."""
    try:
        text, dropped = clean(str(said["text"]))
        pages = sorted(page for page in map(int, said["pages"]) if 0 <= page <= len(text))
        return Extract(
            _line(said["format"]), text, _line(said["encoding"]), bool(said["guessed"]),
            int(said["dropped"]) + dropped, int(said["replaced"]),
            _fields(said["reference"]), _fields(said["suggested"]),
            tuple(pages), tuple(map(_line, said["remarks"])), _line(said["more"]),
            max(int(said["attached"]), 0),
        )  # fmt: skip
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise _astray(file_name) from error


def _astray(file_name: str) -> UnreadableError:
    return UnreadableError(
        f"“{file_name}” cannot be read: its reader was led astray by it; save it in another format."
    )


def _line(said: Any) -> str:  # noqa: ANN401
    return " ".join(clean(str(said))[0].split("\n"))


def _fields(said: Mapping[str, Any]) -> Fields:
    return checked({str(field): Found(str(value), str(where)) for field, (value, where) in said.items()})


def _with_text(file_name: str, extract: Extract) -> Extract:
    if not extract.text.strip():
        raise UnreadableError(f"“{file_name}” holds no text; choose another file.")
    return extract


def _reading(file_name: str, data: bytes, extract: Extract) -> Reading:
    parts = {each.name: getattr(extract, each.name) for each in fields(extract)}
    return Reading(file_name=file_name, data=data, **parts)
