"""Places in an order, as strings between which there is always room for another.

Fractional indexing over the digits 0-9A-Za-z, which sort alike in Python, SQLite and YAML. A rank
never ends in "0", so that something can always be put before it.
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE: Final = len(DIGITS)


def between(low: str, high: str = "") -> str:
    """Return a rank after `low` and before `high`; empty means no bound on that side.

    Raises ValueError when the two do not stand in that order.
    """
    if high and low >= high:
        message = f"rank {low!r} is not before {high!r}"
        raise ValueError(message)
    if not high:
        return _after(low)
    return _middle(low, high)


def several(count: int, low: str, high: str = "") -> list[str]:
    """Return `count` ranks in order between two others, each as short as halving the gap makes it."""
    if count == 0:
        return []
    if not high:
        found = [between(low)]
        for _ in range(count - 1):
            found.append(between(found[-1]))
        return found
    middle = between(low, high)
    left = (count - 1) // 2
    return [*several(left, low, middle), middle, *several(count - 1 - left, middle, high)]


def spread(count: int) -> list[str]:
    """Return `count` ranks in order, of the same short length."""
    width = 1
    while _BASE**width < 4 * (count + 1):
        width += 1
    step = _BASE**width // (count + 1)
    return [_digits(step * place, width).rstrip("0") for place in range(1, count + 1)]


def _after(low: str) -> str:
    """Return a rank after `low` that grows by one digit only every few hundred calls.

    The leading run of "z" says how many digits follow it, so that appending costs little.
    """
    lead = len(low) - len(low.lstrip("z"))
    body = low[lead : 2 * lead + 2].ljust(lead + 2, "0")
    number = 0
    for digit in body:
        number = number * _BASE + DIGITS.index(digit)
    number += 1
    if number % _BASE == 0:
        number += 1
    if number >= (_BASE - 1) * _BASE ** (lead + 1):
        return "z" * (lead + 1) + "0" * (lead + 2) + "1"
    return "z" * lead + _digits(number, lead + 2)


def _middle(low: str, high: str) -> str:
    shared = 0
    while low[shared : shared + 1].ljust(1, "0") == high[shared]:
        shared += 1
    head, low, high = high[:shared], low[shared:], high[shared:]
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0])
    if last - first > 1:
        return head + DIGITS[(first + last) // 2]
    if len(high) > 1:
        return head + high[0]
    return head + DIGITS[first] + _middle_up(low[1:])


def _middle_up(low: str) -> str:
    """Return a short fraction above `low` without a bound above."""
    full = low[: len(low) - len(low.lstrip("z"))]
    first = DIGITS.index(low[len(full)]) if full != low else 0
    return full + DIGITS[(first + _BASE) // 2]


def _digits(number: int, width: int) -> str:
    found = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        found = DIGITS[digit] + found
    return found
