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
_WHOLE_WORDS: Final = 6
_SHORT_WORDS: Final = 5
_SHORT_LENGTH: Final = 48


def author_of(source: Source) -> str:
    """Return who is named as the author: the issuing body for an official statement without one."""
    reference = source.reference
    return reference.author or (reference.publisher if reference.kind == "official" else "")


def outlet_of(source: Source) -> Pieces:
    """Return the outlet; nothing where the issuing body already stands as the author.

    Italics are for outlets in letters that have them: not for an institution, not for Korean and
    Japanese, where Chicago has none either.
    """
    reference = source.reference
    if not reference.publisher:
        return (Piece(NO_OUTLET),)
    if reference.kind == "official":
        return () if author_of(source) == reference.publisher else (Piece(reference.publisher),)
    upright = _UPRIGHT.search(reference.publisher)
    return (
        Piece(
            reference.publisher,
            "" if upright else "italic",
            reference.language if upright else "",
        ),
    )


def plain_title(source: Source) -> str:
    """Return the title without quotation marks, or what file it is."""
    return source.reference.title or f"untitled (file {source.file_name})"


def title_of(source: Source, stop: str) -> Pieces:
    """Return the title in quotation marks with a comma or full stop inside, or what file it is.

    Marks inside the title stay as they are; no full stop follows a mark that ends a sentence.
    """
    title = source.reference.title
    if not title:
        return (Piece(f"{plain_title(source)}{stop}"),)
    if stop == "." and title[-1] in ".?!…。？！":
        stop = ""
    return Piece("“"), Piece(title, language=source.reference.language), Piece(f"{stop}”")


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
    head = head[start:]
    return head if len(head) <= _SHORT_LENGTH else head[:_SHORT_LENGTH]


def url_of(source: Source) -> Piece:
    """Return the address; only one of the web becomes a link."""
    url = source.reference.url
    return Piece(url or NO_URL, link=url if _WEB.fullmatch(url) else "")


def kind_of(source: Source, origin: str) -> str:
    """Say what kind of source it is, in which language if not English, and through whom it came.

    `origin` is the label of the source of the project that this one is made from, or empty.
    """
    reference = source.reference
    said = [KINDS[reference.kind]]
    if reference.language and language_words(reference.language) != "English":
        said.append(f"in {language_words(reference.language)}")
    if reference.relayed_from:
        said.append(f"relayed from {reference.relayed_from}")
    if origin:
        said.append(f"made from source {origin}")
    return ", ".join(said)
