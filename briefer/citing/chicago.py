"""Chicago notes-bibliography for what a desk reads: news, statements, posts (17th and 18th edition).

A note says more than Chicago asks, so that a reader can find the very passage: paragraph and line,
kind of source, passage id and hash. Names stand as recorded, in the order of their language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefer.citing.bookmarks import evidence_bookmark, note_bookmark, source_bookmark
from briefer.citing.locator import Locator, locator_words
from briefer.citing.piece import Piece, Pieces
from briefer.citing.terms import date_words
from briefer.citing.works import (
    NO_BYLINE,
    NO_DATE,
    author_of,
    kind_of,
    outlet_of,
    short_title,
    title_of,
    url_of,
)
from briefer.model.records import Source

SHORT_ID = 8
SHORT_HASH = 12


@dataclass(frozen=True, slots=True)
class Citation:
    """What one note cites: places and passages (ids) of one source.

    `quoted` holds those passages that the source itself quotes from somebody; `origin` is the label
    of the source of the project that this one is made from, or empty.
    """

    source: Source
    locators: tuple[Locator, ...]
    passages: tuple[str, ...]
    quoted: frozenset[str] = frozenset()
    origin: str = ""


def full_note(citation: Citation) -> Pieces:
    """Return the note that names a source for the first time."""
    source = citation.source
    reference = source.reference
    accessed = f", accessed {date_words(reference.accessed)}" if reference.accessed else ""
    return (
        *_named(source),
        Piece(
            f"{date_words(reference.published) or NO_DATE}, {locator_words(citation.locators)}{accessed}, "
        ),
        url_of(source),
        Piece("; source "),
        _label(source),
        Piece(f" ({kind_of(source, citation.origin)})"),
        *_passages(citation),
        Piece(f"; SHA-256 {source.original[:SHORT_HASH]}."),
    )


def short_note(citation: Citation, first: int) -> Pieces:
    """Return the note that names a source again; `first` is the number of the note that did so in full."""
    source = citation.source
    return (
        *_named_shortly(source),
        Piece(f" {locator_words(citation.locators)} (see n. "),
        Piece(str(first), link=f"#{note_bookmark(first)}"),
        Piece("); source "),
        _label(source),
        *_passages(citation),
        Piece("."),
    )


def entry(source: Source, origin: str = "") -> Pieces:
    """Return the reference-list entry of a source, without its label."""
    reference = source.reference
    author, outlet = author_of(source), outlet_of(source)
    accessed = f"Accessed {date_words(reference.accessed)}. " if reference.accessed else ""
    return (
        Piece(f"{_stopped(author)} " if author else ""),
        *_opening(title_of(source, "."), reference.title),
        Piece(" " if author else f" {_capital(NO_BYLINE)}. "),
        *_opening(outlet, reference.publisher),
        Piece(f"{', ' if outlet else ''}{_stopped(date_words(reference.published) or NO_DATE)} {accessed}"),
        url_of(source),
        Piece(f". {_capital(kind_of(source, origin))}{_grade(source)}."),
        Piece(f" File {source.file_name}, SHA-256 {source.original[:SHORT_HASH]}."),
    )


def quoted_by(source: Source) -> str:
    """Say who a passage is quoted by: the outlet, or the label of a source without one."""
    return f"as quoted by {source.reference.publisher or source.label}"


def _named(source: Source) -> Pieces:
    """Name a work in full; only an issuing body that stands as the author leaves no outlet to name."""
    author, outlet = author_of(source), outlet_of(source)
    return (
        Piece(f"{author}, " if author else ""),
        *title_of(source, ","),
        Piece(" " if author else f" {NO_BYLINE}, "),
        *outlet,
        Piece(", " if outlet else ""),
    )


def _named_shortly(source: Source) -> Pieces:
    reference = source.reference
    who = author_of(source) or reference.publisher
    lead = (Piece(f"{who}, "),) if who else ()
    if not reference.title:
        return (*lead, *title_of(source, ","))
    title = Piece(short_title(reference.title), language=reference.language)
    return (*lead, Piece("“"), title, Piece(",”"))


def _label(source: Source) -> Piece:
    return Piece(source.label, link=f"#{source_bookmark(source.label)}")


def _passages(citation: Citation) -> Iterable[Piece]:
    """Name the passages by their short ids, those apart that the source quotes from somebody."""
    own = [passage for passage in citation.passages if passage not in citation.quoted]
    others = [passage for passage in citation.passages if passage in citation.quoted]
    for group, ending in ((own, ""), (others, f", {quoted_by(citation.source)}")):
        for place, passage in enumerate(group):
            lead = "; passages " if len(group) > 1 else "; passage "
            between = " and " if place == len(group) - 1 else ", "
            yield Piece(between if place else lead)
            yield Piece(passage[:SHORT_ID], link=f"#{evidence_bookmark(passage)}")
        if group and ending:
            yield Piece(ending)


def _grade(source: Source) -> str:
    grade = source.reference.reliability + source.reference.credibility
    return f", Admiralty grade {grade}" if grade else ""


def _opening(pieces: Pieces, recorded: str) -> Pieces:
    """Begin a sentence: our own words for what is not recorded take a capital, a name never does."""
    return pieces if recorded else tuple(Piece(_capital(piece.text)) for piece in pieces)


def _stopped(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
