"""How a work is named: its author, its title and its outlet, as recorded or plainly not recorded."""

from __future__ import annotations

import re
from typing import Final

from briefer.citing.piece import Piece, Pieces
from briefer.citing.terms import KINDS, language_words
from briefer.model.records import Source
from briefer.wording.characters import HAN, HANGUL, KANA

NO_BYLINE: Final = "no byline"
NO_OUTLET: Final = "outlet not recorded"
NO_DATE: Final = "n.d."
NO_URL: Final = "URL not recorded"

_UPRIGHT: Final = re.compile(f"[{HAN}{HANGUL}{KANA}]")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+")
_BREAK: Final = re.compile(r":\s|\s[—–|]\s|：")
_ARTICLE: Final = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_LEFT_OFF: Final = re.compile(
    r"an?|and|as|at|by|for|from|in|into|of|on|or|the|to|with|\S+['’]s", re.IGNORECASE
)
"""Words that a short title does not end with."""
_CLOSING: Final = "”’»\"')]」』）"
_ENDING: Final = ".?!…。？！"
_HALTING: Final = ",.、，。"
_MARKS: Final = "“”„\"‘’'"
APART: Final = "\u2009"
"""Between two quotation marks that would run together."""
_UNCLOSED: Final = re.compile(r"^[“„‘«「『]([^”’»」』]+)$|\s+[“„‘«「『][^”’»」』]*$")
"""A mark whose other half was left off: at the beginning the mark goes, later all from it on."""
_WHOLE_WORDS: Final = 6
_SHORT_WORDS: Final = 5
_SHORT_LENGTH: Final = 48


def author_of(source: Source) -> str:
    """Return who is named as the author: the issuing body for an official statement without one."""
    reference = source.reference
    return reference.author or (reference.publisher if reference.kind == "official" else "")


def body_of(source: Source) -> str:
    """Return who stands before the date or the title: the author, else the outlet, else nobody."""
    return author_of(source) or source.reference.publisher


def named(source: Source, words: str) -> Piece:
    """Set a name; one in Chinese, Japanese or Korean is marked as such, for its letters and its reader."""
    return Piece(words, language=source.reference.language if _UPRIGHT.search(words) else "")


def outlet_of(source: Source) -> Pieces:
    """Return the outlet; nothing where it already stands as the author.

    Italics are for outlets in letters that have them: not for an institution, not for Korean and
    Japanese, where Chicago has none either.
    """
    reference = source.reference
    if not reference.publisher:
        return (Piece(NO_OUTLET),)
    if author_of(source) == reference.publisher:
        return ()
    official = reference.kind == "official"
    return (named(source, reference.publisher) if official else italic(source, reference.publisher),)


def italic(source: Source, words: str) -> Piece:
    """Set a name in italics, unless it is in letters that have none."""
    return named(source, words) if _UPRIGHT.search(words) else Piece(words, "italic")


def plain_title(source: Source) -> str:
    """Return the title without quotation marks, or what file it is."""
    return source.reference.title or f"untitled (file {source.file_name})"


def quoted_title(source: Source, title: str, stop: str) -> Pieces:
    """Return a title in quotation marks with a comma or full stop inside, or what file it is.

    Marks inside the title stay as they are, a thin space keeps two of them apart; no full stop or comma
    follows one, nor a full stop a mark that ends a sentence (Chicago 14.96 has “Will It Hold?,”).
    """
    if not title:
        return (Piece(f"{plain_title(source)}{stop}"),)
    end = title.rstrip(_CLOSING)[-1:]
    if end in (_ENDING if stop == "." else _HALTING):
        stop = ""
    opening = f"“{APART}" if title[0] in _MARKS else "“"
    closing = f"{APART}”" if title[-1] in _MARKS and not stop else f"{stop}”"
    return Piece(opening), Piece(title, language=source.reference.language), Piece(closing)


def titled(source: Source, title: str, *, standing_alone: bool) -> Piece:
    """Return a title without quotation marks, in italics where it stands alone and its letters have them."""
    slanted = standing_alone and not _UPRIGHT.search(title)
    return Piece(title, "italic" if slanted else "", source.reference.language)


def short_title(title: str) -> str:
    """Shorten a title as Chicago does, to the key words before its first break; always a slice of it."""
    break_ = _BREAK.search(title)
    head = title[: break_.start()] if break_ else title
    article = _ARTICLE.match(head)
    found = list(re.finditer(r"\S+", head))
    start = article.end() if article else 0
    if len(found) > _WHOLE_WORDS:
        found = [word for word in found if word.start() >= start][:_SHORT_WORDS]
        while len(found) > 1 and _LEFT_OFF.fullmatch(found[-1].group()):
            found.pop()
        head = head[: found[-1].end()].rstrip(",;")
    head = _UNCLOSED.sub(r"\1", head[start:])
    return head if len(head) <= _SHORT_LENGTH else head[:_SHORT_LENGTH]


def url_of(source: Source) -> Piece:
    """Return the address; only one of the web becomes a link."""
    url = source.reference.url
    return Piece(url or NO_URL, link=url if _WEB.fullmatch(url) else "")


def kind_of(source: Source, origin: Source | None) -> str:
    """Say what kind of source it is, in which language if not English, and through whom it came.

    `origin` is the source of the project that this one is made from: a translation if their languages differ.
    """
    reference = source.reference
    said = [KINDS[reference.kind]]
    if reference.language and language_words(reference.language) != "English":
        said.append(f"in {language_words(reference.language)}")
    if reference.relayed_from:
        said.append(f"relayed from {reference.relayed_from}")
    if origin:
        ours, theirs = language_words(reference.language), language_words(origin.reference.language)
        translated = ours and theirs and ours != theirs
        said.append(
            f"translated from source {origin.label} in {theirs}"
            if translated
            else f"made from source {origin.label}"
        )
    return ", ".join(said)
