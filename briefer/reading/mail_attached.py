"""The files attached to a message and to the messages that are attached to it, each with a plain name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from briefer.reading.kinds import kind_of
from briefer.reading.mail_parts import (
    Part,
    bytes_of,
    files_of,
    header,
    is_message,
    page_of_archive,
    parsed,
    parts_of,
    said,
)
from briefer.reading.reading import Attached, Attachments, UnreadableError
from briefer.wording.control import clean
from briefer.wording.counted import counted

_MOST_FILES: Final = 200
_MOST_BYTES: Final = 128 << 20
"""Of all files together: each message holds those that are attached to it once more."""
_DEEPEST: Final = 10
"""Messages within one another of which the files are listed."""
_ENDING: Final = ".eml"
_NAME: Final = re.compile(r'[\\/:*?"<>|]+')
_LONGEST_NAME: Final = 120


class _File(NamedTuple):
    """A file that came with a message; `message` is the one that it is itself."""

    part: Part
    name: str
    inside: str
    message: Part | None
    is_last: bool
    """What is attached to it in turn is not listed."""

    def data(self) -> bytes:
        """Return its bytes."""
        if is_message(self.part) and self.message is not None:
            return self.message.as_bytes()
        return _wrapped(self.part)


def number_attached(message: Part) -> int:
    """Count the files that came with a message."""
    return sum(1 for _ in _files(message, "", 1, count(1)))


def attached(file_name: str, data: bytes) -> Attachments:
    """List the files that came with a message; raises UnreadableError."""
    message = parsed(file_name, data)
    if page_of_archive(message) is not None:
        return Attachments()
    found = list(_files(message, "", 1, count(1)))
    listed: list[Attached] = []
    remarks: list[str] = []
    size = 0
    for file in found:
        body = file.data()
        size += len(body)
        if len(listed) == _MOST_FILES or size > _MOST_BYTES:
            remarks.append(
                f"“{file_name}” came with {counted(len(found), 'file')}, more than can be added at once;"
                f" these are the first {len(listed)} of them."
            )
            break
        listed.append(Attached(file.name, body, file.inside, file.message is not None and not file.is_last))
    if any(file.is_last and file.message is not None and any(files_of(file.message)) for file in found):
        remarks.append(
            f"“{file_name}” holds messages within messages, {_DEEPEST} deep and more; what is attached to the"
            " innermost of them is not listed."
        )
    return Attachments(tuple(listed), tuple(remarks))


def _files(message: Part, inside: str, depth: int, numbers: Iterator[int]) -> Iterator[_File]:
    """Yield the files in their order, those of an attached message after it."""
    for part in files_of(message):
        inner = _message_in(part)
        file = _File(part, _name(part, inner, next(numbers)), inside, inner, depth == _DEEPEST)
        yield file
        if inner is not None and not file.is_last:
            yield from _files(inner, file.name, depth + 1, numbers)


def _message_in(part: Part) -> Part | None:
    """Give the message that a file is, whatever it is said to be."""
    inner = parts_of(part) if is_message(part) else []
    if inner and inner[0].keys():
        return inner[0]
    name = said(part.get_filename() or "")
    if not is_message(part) and Path(name).suffix.lower() not in {"", _ENDING}:
        return None
    data = _wrapped(part)
    try:
        found = parsed(name, data) if data and kind_of(name, data) == "mail" else None
    except UnreadableError:
        return None
    return None if found is None or page_of_archive(found) is not None else found


def _wrapped(part: Part) -> bytes:
    """Decode a file; a message must not be encoded as a whole (RFC 2046, 5.2.1), and some are."""
    inner = parts_of(part)
    if not is_message(part) or not inner:
        return bytes_of(part)
    encoded = Message()
    encoded["Content-Transfer-Encoding"] = str(part.get("Content-Transfer-Encoding", ""))
    encoded.set_payload(inner[0].get_payload())
    return bytes_of(encoded)


def _name(part: Part, message: Part | None, number: int) -> str:
    subject = header(message, "Subject") if message is not None else ""
    given = subject if is_message(part) and subject else said(part.get_filename() or "")
    name = _plain(given) or f"attachment {number}"
    is_named = message is None or Path(name).suffix.lower() == _ENDING
    return name if is_named else f"{name}{_ENDING}"


def _plain(name: str) -> str:
    """Make a name of a file that is no path and shows as it is."""
    words = "".join(sign for sign in clean(name)[0] if sign.isprintable())
    return _NAME.sub("-", words).strip(" .-")[-_LONGEST_NAME:]
