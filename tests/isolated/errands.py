"""What the tests have a child process do."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable
from typing import NoReturn

from briefer.errors import BrieferError


class TornPageError(BrieferError):
    """A sentence of its own class, with a constructor of its own."""

    def __init__(self, page: int) -> None:
        super().__init__(f"Page {page} is torn; scan it again.")


def echo(*words: object) -> list[object]:
    print("a library may print what it likes")
    return list(words)


def tear(page: int) -> NoReturn:
    raise TornPageError(page)


def err() -> NoReturn:
    raise ZeroDivisionError


def crash() -> int:
    return ctypes.string_at(0)[0]


def hang() -> NoReturn:
    while True:
        time.sleep(1)


def fill_the_memory() -> int:
    return len(bytearray(8 << 30))


def count(to: int, progress: Callable[[int, int], None]) -> int:
    for done in range(1, to + 1):
        progress(done, to)
        time.sleep(0.06)
    return to


def answer(line: str) -> NoReturn:
    """Say something else than a child does, as a parser that was taken over might."""
    for descriptor in range(3, 10):
        try:
            os.write(descriptor, line.encode() + b"\n")
        except OSError:
            continue
    os._exit(0)


def seen() -> dict[str, object]:
    """Say what the child has of its parent."""
    return {"parent": os.getppid(), "self": os.getpid(), "path": sys.path}


_kept: list[object] = []


def keep(word: object) -> list[object]:
    """Remember a word and say all that were remembered."""
    _kept.append(word)
    return _kept


def bytes_of(size: int) -> bytes:
    return bytes(size)
