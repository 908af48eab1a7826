"""The words of a note or of a reference-list entry, piece by piece, before a brief sets them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one style. `language` is a BCP 47 tag or empty; `link` a URL, or #bookmark."""

    text: str
    style: Literal["", "italic"] = ""
    language: str = ""
    link: str = ""


Pieces = tuple[Piece, ...]


def words(pieces: Iterable[Piece]) -> str:
    """Return the words of some pieces as one string."""
    return "".join(piece.text for piece in pieces)


def series(texts: list[str]) -> str:
    """Join words as English does: "4", "4 and 7", "4, 7 and 9"."""
    return ", ".join(texts[:-1]) + " and " + texts[-1] if len(texts) > 1 else texts[0]
