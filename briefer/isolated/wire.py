"""What parent and child say to each other: one JSON value a line, in ASCII.

Nothing else crosses, and no pickle: a child whose parser was taken over can send false words, but
cannot make the parent run anything. Bytes travel as base64, tuples arrive as lists.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any

Value = Any
"""None, bool, int, float, str, bytes, or a list or dict of them; the keys are strings."""

_BYTES = "$bytes"


def to_line(value: Value) -> bytes:
    """Write a value; raises TypeError for anything that does not travel."""
    return json.dumps(value, default=_wrapped).encode("ascii") + b"\n"


def from_line(line: bytes) -> Value:
    """Read a value; raises ValueError for anything that `to_line` did not write."""
    return json.loads(line, object_hook=_unwrapped)


def _wrapped(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {_BYTES: b64encode(value).decode("ascii")}
    raise TypeError(f"{type(value).__name__} does not travel between processes")


def _unwrapped(found: dict[str, Value]) -> Value:
    return b64decode(found[_BYTES], validate=True) if found.keys() == {_BYTES} else found
