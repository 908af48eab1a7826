"""What a reader could do when a hostile file has taken it over."""

from __future__ import annotations

import os
import time
from typing import Any

_FINE = {
    "text": "It held.", "encoding": "UTF-8", "format": "PDF", "guessed": False, "dropped": 0, "replaced": 0,
    "reference": {}, "suggested": {}, "pages": [], "remarks": [], "more": "",
    "attached": 0,
}  # fmt: skip


def read_foreign(file_name: str, data: bytes, _kind: str, _whole: bool, _encoding: str) -> dict[str, Any]:
    """Do what the file says."""
    if b"crash" in data:
        os.abort()
    if b"hang" in data:
        time.sleep(60)
    if b"grow" in data:
        bytearray(8 << 30)
    if b"lie" in data:
        return _FINE | {
            "text": "It\ud800 held.\x00\r\n", "pages": [3, -1, 99, 0], "remarks": ["Half \ud800\nof\x1b it."],
            "reference": {"title": ["a\nb\x07", "\x1b[0m"], "id": ["x", "y"], "accessed": ["today", ""]},
        }  # fmt: skip
    if b"nonsense" in data:
        return {"text": [file_name], "pages": 7}
    return _FINE


def attached(_file_name: str, data: bytes) -> object:
    """Do what the message says."""
    if b"size" in data:
        return {"files": [["a.txt", 1_000_000_000, "", False]], "remarks": []}
    if b"nothing" in data:
        return 7
    return {"files": [["a\x1b\nb.txt", b"It held.", "c\n.eml", 1]], "remarks": ["Half\x1b of it."]}
