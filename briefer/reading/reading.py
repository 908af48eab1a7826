"""What reading a file gives: its bytes, its text, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was read.

    `text` is what passages are anchored in: line ends are LF, control characters are gone (`dropped`
    says how many), everything else is as it stood. `guessed` tells that nothing in the file names
    its `encoding`; `replaced` counts the bytes that it could not explain, which stand as U+FFFD.
    """

    file_name: str
    data: bytes
    text: str
    encoding: str
    guessed: bool = False
    dropped: int = 0
    replaced: int = 0
