"""Chicago notes-bibliography for what a desk reads: news, statements, posts (17th and 18th edition).

A note says more than Chicago asks, so that a reader can find the very passage: paragraph and line,
kind of source, passage id and hash. Names stand as recorded, in the order of their language.
"""

from __future__ import annotations

from briefer.citing.citation import (
    Citation,
    Work,
    capital,
    file_words,
    grade_words,
    see,
    stopped,
    trace,
)
from briefer.citing.locator import locator_words
from briefer.citing.piece import Piece, Pieces
from briefer.citing.terms import date_words
from briefer.citing.works import (
    NO_BYLINE,
    NO_DATE,
    author_of,
    kind_of,
    named,
    outlet_of,
    quoted_title,
    url_of,
)
from briefer.model.records import Source


def full_note(citation: Citation) -> Pieces:
    """Return the note that names a work for the first time."""
    work = citation.work
    reference = work.source.reference
    accessed = f", accessed {date_words(reference.accessed)}" if reference.accessed else ""
    return (
        *_named(work.source),
        Piece(
            f"{date_words(reference.published) or NO_DATE}, {locator_words(citation.locators)}{accessed}, "
        ),
        url_of(work.source),
        *trace(citation, kind_of(work.source, work.origin), hashed=True),
    )


def short_note(citation: Citation, first: int) -> Pieces:
    """Return the note that names a work again; `first` is the number of the note that did so in full."""
    work = citation.work
    return (
        *_lead(work.source),
        *quoted_title(work.source, work.short_title, ","),
        Piece(f" {locator_words(citation.locators)}"),
        *see(first),
        *trace(citation),
    )


def entry(work: Work) -> Pieces:
    """Return the reference-list entry of a work, without its label."""
    source, reference = work.source, work.source.reference
    author, outlet = author_of(source), outlet_of(source)
    accessed = f"Accessed {date_words(reference.accessed)}. " if reference.accessed else ""
    return (
        *((named(source, stopped(author)), Piece(" ")) if author else ()),
        *_opening(quoted_title(source, reference.title, "."), reference.title),
        Piece(" " if author else f" {capital(NO_BYLINE)}. "),
        *_opening(outlet, reference.publisher),
        Piece(f"{', ' if outlet else ''}{stopped(date_words(reference.published) or NO_DATE)} {accessed}"),
        url_of(source),
        Piece(f". {capital(kind_of(source, work.origin))}{grade_words(source)}. {file_words(source)}."),
    )


def _named(source: Source) -> Pieces:
    """Name a work in full: author, title, outlet, each with its comma."""
    author, outlet = author_of(source), outlet_of(source)
    return (
        *((named(source, author), Piece(", ")) if author else ()),
        *quoted_title(source, source.reference.title, ","),
        Piece(" " if author else f" {NO_BYLINE}, "),
        *outlet,
        Piece(", " if outlet else ""),
    )


def _lead(source: Source) -> Pieces:
    """Name the author, else the outlet, before a short title."""
    author = author_of(source)
    lead = (named(source, author),) if author else outlet_of(source) if source.reference.publisher else ()
    return (*lead, Piece(", ")) if lead else ()


def _opening(pieces: Pieces, recorded: str) -> Pieces:
    """Begin a sentence: our own words for what is not recorded take a capital, a name never does."""
    return pieces if recorded else tuple(Piece(capital(piece.text)) for piece in pieces)
