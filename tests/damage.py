"""Files damaged in the ways in which disks, cables and programs do it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from typing import Final

PAGE: Final = 4096
_SECTOR: Final = 512
_STATEMENT: Final = re.compile(b"CREATE (TABLE|INDEX)")
Harm = Callable[[bytearray, random.Random], None]


def flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 8, 64])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def zeroed(data: bytearray, chance: random.Random) -> None:
    size = chance.choice([_SECTOR, PAGE, 4 * PAGE])
    start = chance.randrange(len(data) // size) * size
    data[start : start + size] = bytes(size)


def overwritten(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 3, 10])):
        start = chance.randrange(len(data) // PAGE) * PAGE
        data[start : start + PAGE] = chance.randbytes(PAGE)


def headless(data: bytearray, chance: random.Random) -> None:
    data[: chance.choice([16, 100, PAGE])] = chance.randbytes(1) * chance.choice([16, 100, PAGE])


def cut_off(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def shuffled(data: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(1, len(data) // PAGE) * PAGE for _ in range(2))
    pages = data[one : one + PAGE], data[other : other + PAGE]
    data[other : other + PAGE], data[one : one + PAGE] = pages


def misdirected(data: bytearray, chance: random.Random) -> None:
    was = bytes(data)
    for _ in range(chance.choice([1, 3, 10])):
        one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
        data[one : one + PAGE] = was[other : other + PAGE]


def misspelt(data: bytearray, chance: random.Random) -> None:
    """Damage what says what is where."""
    for _ in range(chance.choice([1, 3, 10])):
        if places := [found.start() for found in _STATEMENT.finditer(data)]:
            place = chance.choice(places) + chance.randrange(-30, 90)
            data[min(place, len(data) - 1)] = chance.randrange(256)


HARMS: Final[Mapping[str, Harm]] = {
    harm.__name__: harm
    for harm in (flipped, zeroed, overwritten, headless, cut_off, shuffled, misdirected, misspelt)
}
