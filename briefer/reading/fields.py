"""What files say of themselves, put into the form that the fields of a reference take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Final

from briefer.model.forms import fits
from briefer.model.records import Reference
from briefer.reading.reading import Fields, Found
from briefer.wording.control import clean
from briefer.wording.directions import undirected

_LONGEST: Final = 2000
"""Code points of a value; what is longer names nothing."""
_FIELDS: Final = frozenset(field.name for field in fields(Reference)) - {
    "kind", "derived_from", "reliability", "credibility",
}  # fmt: skip
_FORMED: Final = frozenset({"published", "accessed", "url", "language"})
_DAY: Final = re.compile(r"(\d{4})[-/.]?(\d{2})(?:[-/.]?(\d{2}))?(?!\d)|(\d{4})\Z")
_BY: Final = re.compile(r"by\s+(?=\w)", re.IGNORECASE)
_WITHOUT: Final = re.compile(
    r"(?:microsoft word - |untitled\b|document\d*\Z|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|txt|html?)\Z)",
    re.IGNORECASE,
)
"""What programs put where a title should be: nothing, or the name of a file."""

Named = tuple[str, str, str]
"""A field, a value as it stands in the file, and where."""


def gathered(found: Iterable[Named]) -> dict[str, Found]:
    """Keep the first fitting value for each field, in its form; what fits no field is left out."""
    kept: dict[str, Found] = {}
    for field, value, where in found:
        if field not in kept and (words := formed(field, value)):
            kept[field] = Found(words, where)
    return kept


def formed(field: str, value: str) -> str:
    """Put a value into the form of its field; return nothing when it has none."""
    words = " ".join(undirected(clean(value)[0]).split())[:_LONGEST]
    if field in {"published", "accessed"}:
        words = _date(words)
    elif field == "author":
        words = words[by.end() :] if (by := _BY.match(words)) else words
    elif field == "language":
        words = _language(words)
    elif field == "title" and _WITHOUT.match(words):
        return ""
    fitting = field not in _FORMED or fits(Reference, field, words)
    return words if field in _FIELDS and fitting else ""


def checked(said: Mapping[str, Found]) -> Fields:
    """Keep what has the form of its field: what a child process says is trusted no more than the file."""
    return {
        field: Found(words, " ".join(clean(found.where)[0].split()))
        for field, found in said.items()
        if (words := formed(field, found.value))
    }


def _date(words: str) -> str:
    """Cut a time down to its day, as its author wrote it: in no other time zone."""
    found = _DAY.match(words)
    if not found:
        return ""
    parts = [part for part in (found[1] or found[4], found[2], found[3]) if part]
    try:
        date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        return ""
    return "-".join(parts)


def _language(words: str) -> str:
    language, *rest = re.split(r"[-_]", words)
    return "-".join([language.lower(), *rest[:2]])
