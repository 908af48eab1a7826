"""What a web page says of itself: in its named fields, and what is only likely."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from briefer.reading.fields import Named

if TYPE_CHECKING:
    from lxml.etree import _Element

_META: Final = (
    ("title", ("citation_title", "og:title")),
    ("author", ("citation_author",)),
    ("publisher", ("og:site_name",)),
    ("published", ("citation_publication_date", "citation_date", "article:published_time")),
    ("url", ("og:url",)),
    ("language", ("content-language", "dc.language", "dcterms.language", "og:locale")),
)
"""Names of meta elements that a page fills with care, by the field that they tell."""
_JSON_LD: Final = (
    ("title", "headline"), ("author", "author"), ("publisher", "publisher"), ("published", "datePublished"),
    ("url", "mainEntityOfPage"), ("url", "url"), ("language", "inLanguage"),
)  # fmt: skip
_META_TOO: Final = (
    ("title", ("dc.title", "dcterms.title", "twitter:title")),
    ("author", ("author", "article:author", "dc.creator", "dcterms.creator")),
    ("publisher", ("citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher")),
    ("published", ("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "date", "pubdate",
                   "datepublished")),
)  # fmt: skip
_SAVED: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_BY: Final = re.compile(r"(?:by|von|par|por)\s+", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\w+:|//|www\.", re.IGNORECASE)
_LONGEST_NAME: Final = 100


def named(root: _Element, text: str) -> Iterator[Named]:
    """Yield what the named fields of a page tell, the best first; `text` is its source."""
    metas = _metas(root)
    data = list(_json_ld(root))
    if language := root.get("lang"):
        yield "language", language, "lang of the page"
    for link in root.iter("link"):
        if link.get("rel", "").lower() == "canonical":
            yield "url", link.get("href", ""), "canonical link"
    yield from _of_metas(metas, _META)
    for field, name in _JSON_LD:
        for value in filter(None, (_words(each.get(name)) for each in data)):
            yield field, value, f"{name} in its JSON-LD"
    yield from _of_metas(metas, _META_TOO)
    for title in root.iter("title"):
        yield "title", "".join(map(str, title.itertext())), "title of the page"
    if saved := _SAVED.search(text[:4096]):
        yield "url", saved[1], "“saved from” at its beginning"


def likely(root: _Element) -> Iterator[Named]:
    """Yield what looks like a title, an author and a date, and is in no named field."""
    for heading in root.iter("h1"):
        yield "title", "".join(map(str, heading.itertext())), "its first heading"
    for element in root.iter():
        names = f"{element.get('class', '')} {element.get('itemprop', '')} {element.get('rel', '')}".lower()
        if "byline" in names or "author" in names:
            words = _BY.sub("", " ".join("".join(map(str, element.itertext())).split()), count=1)
            if words and len(words) <= _LONGEST_NAME:
                yield "author", words, "its byline"
    for time in root.iter("time"):
        yield "published", time.get("datetime", ""), "the first time in it"


def _metas(root: _Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = meta.get("content", "").strip()
        names = {meta.get(key, "").lower() for key in ("property", "name", "itemprop", "http-equiv")}
        for name in names if content else ():
            found.setdefault(name, []).append(content)
    return found


def _of_metas(metas: dict[str, list[str]], order: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[Named]:
    for field, names in order:
        for name in names:
            values = metas.get(name, [])
            if field == "author":
                values = ["; ".join(value for value in values if not _ADDRESS.match(value))]
            yield from ((field, value, name) for value in values if value)


def _json_ld(root: _Element) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD that tell of an article."""
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            try:
                found = json.loads("".join(map(str, script.itertext())))
            except (ValueError, RecursionError):
                continue
            yield from (each for each in _objects(found) if "headline" in each or "datePublished" in each)


def _objects(found: object) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for each in found:
            if isinstance(each, dict):
                yield each
    elif isinstance(found, dict):
        yield found
        yield from _objects(found.get("@graph"))


def _words(value: object) -> str:
    """Give the words of a value: of an object its name or address, of a list all of them."""
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, dict):
        name = value.get("name") or value.get("@id")
        return unescape(name) if isinstance(name, str) else ""
    if isinstance(value, list):
        return "; ".join(filter(None, (_words(each) for each in value if not isinstance(each, list))))
    return ""
