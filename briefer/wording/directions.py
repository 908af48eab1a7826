"""Characters that order the direction of the words behind them, to a closing one or the paragraph's end."""

from __future__ import annotations

import re
from typing import Final

_EMBEDDINGS: Final = "\u202a\u202b\u202d\u202e"
_ISOLATES: Final = "\u2066\u2067\u2068"
_ENDS_EMBEDDING: Final = "\u202c"
_ENDS_ISOLATE: Final = "\u2069"
CLOSING: Final = f"{_ENDS_EMBEDDING}{_ENDS_ISOLATE}"
_ORDERS: Final = re.compile(f"[{_EMBEDDINGS}{_ISOLATES}{CLOSING}]")


def undirected(words: str) -> str:
    """Return words without them; marks of direction, which turn nothing round, stay."""
    return _ORDERS.sub("", words)


def left_open(words: str) -> str:
    """Return what closes all that words open and do not close (Unicode Annex 9, X1 to X7)."""
    due: list[str] = []
    for order in _ORDERS.findall(words):
        if order in _EMBEDDINGS:
            due.append(_ENDS_EMBEDDING)
        elif order in _ISOLATES:
            due.append(_ENDS_ISOLATE)
        elif order == _ENDS_EMBEDDING:
            del due[len(due) - due[-1:].count(order) :]
        elif order in due:  # what was opened within an isolate ends with it
            while due.pop() != order:
                pass
    return "".join(reversed(due))
