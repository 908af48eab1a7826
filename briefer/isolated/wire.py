"""What parent and child say to each other: one JSON value a line, in ASCII, and its bytes behind it.

Nothing else crosses, and no pickle: a child whose parser was taken over can send false words, but
cannot make the parent run anything. Bytes travel as they are, in the order in which the line counts
them, so that pictures of pages cost no more than their length; tuples arrive as lists.
"""

from __future__ import annotations

import json
from typing import IO, Any, Final

Value = Any
"""None, bool, int, float, str, bytes, or a list or dict of them; the keys are strings."""

_BYTES: Final = "$bytes"
_LONGEST: Final = 1 << 30
"""Bytes of a line, and of each stretch behind it."""


def to_message(value: Value) -> bytes:
    """Write a value; raises TypeError for anything that does not travel."""
    behind: list[bytes] = []

    def counted(found: object) -> dict[str, int]:
        if not isinstance(found, bytes):
            raise TypeError(f"{type(found).__name__} does not travel between processes")
        behind.append(found)
        return {_BYTES: len(found)}

    line = json.dumps(value, default=counted).encode("ascii") + b"\n"
    return b"".join((line, *behind))


def receive(stream: IO[bytes]) -> Value:
    """Read the next value; raises EOFError after the last, ValueError for what `to_message` never wrote."""
    line = stream.readline(_LONGEST)
    if not line.endswith(b"\n"):
        raise EOFError

    def fetched(found: dict[str, Value]) -> Value:
        return _stretch(stream, found[_BYTES]) if found.keys() == {_BYTES} else found

    return json.loads(line, object_hook=fetched)


def _stretch(stream: IO[bytes], length: Value) -> bytes:
    if not isinstance(length, int) or not 0 <= length <= _LONGEST:
        raise ValueError(length)
    found = stream.read(length)
    if len(found) < length:
        raise EOFError
    return found
