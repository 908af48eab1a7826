"""Sources and citations for tests of notes, each built in one line."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.citing.citation import Citation
from briefer.citing.locator import Locator
from briefer.citing.piece import Piece
from briefer.citing.styles import Style
from briefer.citing.telling_apart import works
from briefer.model.records import Reference, Source

FULL = {
    "title": "Allies Sign Memorandum",
    "author": "Jane Doe",
    "publisher": "The Harbour Courier",
    "published": "2024-07-28",
    "accessed": "2024-07-30",
    "url": "https://example.org/a?x=1&y=2",
    "kind": "newspaper",
    "language": "en",
}
ONE = "1a2b3c4d" + "0" * 24
TWO = "5e6f7a8b" + "0" * 24
FIRST = 3
"""The number of the note that named a work in full."""
_HERE, _THERE = Locator(4, 4, 12, 12), Locator(7, 7, 20, 20)


def a_source(label: str = "S1", **fields: str) -> Source:
    """Return a source of which only this is recorded."""
    reference = Reference(**fields)
    return Source(label, label, "t" * 64, "0123456789ab" + "f" * 52, "a.txt", "utf-8", "", 10, reference)


def cite(source: Source, *more: str, quoted: str = "", among: Iterable[Source] = ()) -> Citation:
    """Cite a passage of a source, with more passages in a second place, among other sources of a project."""
    known = sorted({source, *among}, key=lambda one: one.label)
    locators = (_HERE, _THERE) if more else (_HERE,)
    return Citation(works(known)[source.id], locators, (ONE, *more), frozenset({quoted}))


def cited(style: Style, citation: Citation) -> tuple[str, str, str]:
    """Return the full note, the short note and the list entry, italics between asterisks."""
    return (
        marked(style.full_note(citation)),
        marked(style.short_note(citation, FIRST)),
        marked(style.entry(citation.work)),
    )


def marked(pieces: Iterable[Piece]) -> str:
    return "".join(f"*{piece.text}*" if piece.style == "italic" else piece.text for piece in pieces)
