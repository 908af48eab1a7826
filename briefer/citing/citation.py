"""What a note cites, and the words that every style shares: from the citation to the very passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefer.citing.bookmarks import evidence_bookmark, note_bookmark, source_bookmark
from briefer.citing.locator import Locator, locator_words
from briefer.citing.piece import Piece, Pieces
from briefer.model.records import Source

SHORT_ID: Final = 8
SHORT_HASH: Final = 12


@dataclass(frozen=True, slots=True)
class Work:
    """A source as notes and list name it: by a short title, or a letter, that no other work shares.

    `origin` is the source of the project that this one is made from; `letter` is empty unless others
    have the same author (or outlet) and year.
    """

    source: Source
    short_title: str
    letter: str = ""
    origin: Source | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """What one note cites: places and passages (ids) of one work.

    `quoted` holds those passages that the source itself quotes from somebody.
    """

    work: Work
    locators: tuple[Locator, ...]
    passages: tuple[str, ...]
    quoted: frozenset[str] = frozenset()


def quoted_by(source: Source) -> str:
    """Say who a passage is quoted by: the outlet, or the label of a source without one."""
    return f"as quoted by {source.reference.publisher or source.label}"


def see(first: int) -> Pieces:
    """Refer to the note that names the work in full."""
    return Piece(" (see n. "), Piece(str(first), link=f"#{note_bookmark(first)}"), Piece(")")


def joined(citation: Citation, first: int) -> Pieces:
    """Return what names a work again in a note of several: label, first note, places, passages."""
    label = citation.work.source.label
    return (
        Piece(label, link=f"#{source_bookmark(label)}"),
        Piece(" (n. "),
        Piece(str(first), link=f"#{note_bookmark(first)}"),
        Piece(f"), {locator_words(citation.locators)} ["),
        *_named(citation),
        Piece("]."),
    )


def trace(citation: Citation, kind: str = "", *, hashed: bool = False) -> Pieces:
    """Close a note with what leads to the very words: the list’s label, passages, the file’s hash."""
    source = citation.work.source
    label = Piece(source.label, link=f"#{source_bookmark(source.label)}")
    said = f", {kind}" if kind else ""
    hash_ = f"; SHA-256 {source.original[:SHORT_HASH]}" if hashed else ""
    return Piece(" ["), label, Piece(said), *_passages(citation), Piece(f"{hash_}].")


def file_words(source: Source) -> str:
    """Name the file that was read, and its hash."""
    return f"File {source.file_name}, SHA-256 {source.original[:SHORT_HASH]}"


def grade_words(source: Source) -> str:
    """Return the Admiralty grade, as far as it is recorded, with the comma before it."""
    grade = source.reference.reliability + source.reference.credibility
    return f", Admiralty grade {grade}" if grade else ""


def stopped(text: str) -> str:
    """End words with a full stop, unless they have one."""
    return text if text.endswith(".") else f"{text}."


def capital(text: str) -> str:
    """Begin words with a capital; only for our own, never for a name or title."""
    return text[:1].upper() + text[1:]


def _passages(citation: Citation) -> Iterable[Piece]:
    """Name the passages by their short ids, those apart that the source quotes from somebody."""
    own, others = _parted(citation)
    for group, ending in ((own, ""), (others, f", {quoted_by(citation.work.source)}")):
        for place, passage in enumerate(group):
            lead = "; passages " if len(group) > 1 else "; passage "
            between = " and " if place == len(group) - 1 else ", "
            yield Piece(between if place else lead)
            yield Piece(passage[:SHORT_ID], link=f"#{evidence_bookmark(passage)}")
        if group and ending:
            yield Piece(ending)


def _named(citation: Citation) -> Iterable[Piece]:
    """Name the passages by their short ids alone, those apart that the source quotes from somebody."""
    own, others = _parted(citation)
    for group, before in ((own, ""), (others, "; " if own else "")):
        for place, passage in enumerate(group):
            yield Piece(", " if place else before)
            yield Piece(passage[:SHORT_ID], link=f"#{evidence_bookmark(passage)}")
    if others:
        yield Piece(f", as quoted by {citation.work.source.label}")


def _parted(citation: Citation) -> tuple[list[str], list[str]]:
    """Part the passages into the source's own words and what it quotes from somebody."""
    own = [passage for passage in citation.passages if passage not in citation.quoted]
    return own, [passage for passage in citation.passages if passage in citation.quoted]
