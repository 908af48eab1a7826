"""Footnotes in the form of APA references (7th edition) for what a desk reads: news, statements, posts.

A note is the whole reference, for APA itself has none but author and date: paragraph and line stand
behind the title, the kind of source in the brackets that APA has for it. Names and titles stand as recorded.
"""

from __future__ import annotations

from typing import Final

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
from briefer.citing.terms import date_words, day_words
from briefer.citing.works import (
    NO_BYLINE,
    NO_DATE,
    NO_OUTLET,
    author_of,
    body_of,
    italic,
    kind_of,
    named,
    plain_title,
    titled,
    url_of,
)

_PERIODICALS: Final = ("newspaper", "blog")
"""Kinds whose outlet APA sets in italics and not the title; elsewhere a report stands alone."""


def full_note(citation: Citation) -> Pieces:
    """Return the note that names a work for the first time."""
    return *_reference(citation.work, f" ({locator_words(citation.locators)})"), *trace(citation, hashed=True)


def short_note(citation: Citation, first: int) -> Pieces:
    """Return the note that names a work again; `first` is the number of the note that did so in full."""
    work = citation.work
    body = body_of(work.source)
    return (
        named(work.source, body) if body else _title(work, work.short_title),
        Piece(f", {_year(work)}, {locator_words(citation.locators)}"),
        *see(first),
        *trace(citation),
    )


def entry(work: Work) -> Pieces:
    """Return the reference-list entry of a work, without its label."""
    return *_reference(work, ""), Piece(f" [{file_words(work.source)}{grade_words(work.source)}].")


def _reference(work: Work, place: str) -> Pieces:
    """Return author, date, title, outlet and address; without author and outlet the title comes first."""
    source = work.source
    body, day = body_of(source), day_words(source.reference.published)
    date = Piece(f" ({_year(work)}{', ' if day else ''}{day}). ")
    missing = "" if author_of(source) else f" [{NO_BYLINE}]"
    work_words = (_title(work, source.reference.title), Piece(f"{place} [{_kind(work)}]."))
    opening = (
        (named(source, stopped(f"{body}{missing}")), date, *work_words)
        if body
        else (*work_words, date, Piece(f"{capital(NO_BYLINE)}, {NO_OUTLET}."))
    )
    return *opening, *_outlet(work), *_address(work)


def _title(work: Work, title: str) -> Piece:
    """Return a title, in italics where no outlet has them; or what file it is."""
    source = work.source
    if not title:
        return Piece(capital(plain_title(source)))
    return titled(source, title, standing_alone=not _contained(work))


def _contained(work: Work) -> bool:
    """Tell whether a newspaper or blog is named behind the title."""
    reference = work.source.reference
    in_periodical = reference.kind in _PERIODICALS and bool(reference.publisher)
    return in_periodical and reference.author not in {"", reference.publisher}


def _outlet(work: Work) -> Pieces:
    """Return the outlet, unless it stands before the date."""
    source, outlet = work.source, work.source.reference.publisher
    if outlet == body_of(source):
        return ()
    if not outlet:
        return (Piece(f" {capital(NO_OUTLET)}."),)
    return (
        Piece(" "),
        italic(source, outlet) if _contained(work) else named(source, outlet),
        Piece(stopped(outlet)[len(outlet) :]),
    )


def _address(work: Work) -> Pieces:
    """Return the address, no full stop behind it, and when it was read."""
    reference, url = work.source.reference, url_of(work.source)
    read = f" Retrieved {date_words(reference.accessed)}" if reference.accessed else ""
    return Piece(f"{read}{', from ' if reference.url else '. '}" if read else " "), url


def _kind(work: Work) -> str:
    return capital(kind_of(work.source, work.origin))


def _year(work: Work) -> str:
    """Return the year with the letter that tells works of one author and year apart: "2024a", "n.d.-a"."""
    year = work.source.reference.published.partition("-")[0]
    if year:
        return f"{year}{work.letter}"
    return f"{NO_DATE}-{work.letter}" if work.letter else NO_DATE
