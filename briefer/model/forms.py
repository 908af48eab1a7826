"""What each field of a single record may hold: ids, hashes, kinds, dates, ranks, and clean words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from briefer.model.anchor import Anchor
from briefer.model.plain import MalformedRecordError, field_types
from briefer.model.records import (
    BLUF,
    DETAILS,
    PASSAGE_STATES,
    SCALE_KEYS,
    SOURCE_KINDS,
    STATEMENT_KINDS,
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Reference,
    Section,
    Source,
    Statement,
    Tag,
    Version,
)

LONGEST_WORDS: Final = 1_000_000
"""Code points in one field; nobody types more, and no label can show more."""

MOST: Final = 10**9
"""Bound of every number: offsets, lengths, counts."""

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""What import and typing drop, so that nothing stored holds it: all controls but tab and line feed."""
_PLAIN: Final = bytes([*b"\t\n", *range(0x20, 0x7F)])

_ID: Final = "[0-9a-f]{32}"
_HASH: Final = "[0-9a-f]{64}"
_RANK: Final = "[0-9A-Za-z]{0,9999}[1-9A-Za-z]"
_WORDS: Final = r"(?s:.+)"
_EDIT: Final = r"[0-9]{1,9}-[0-9]{1,9}:\s*\[[^\[\]\n]+\]\s*"
_PART: Final = r"(?:\t[^\t\n]*)"
_SAID: Final = f"(?:{_HASH})?"
_QUOTATION: Final = f"{_ID}:{_ID}:[0-9a-f]{{16}}"
_QUOTED: Final = f"(?:{_QUOTATION}(?: {_QUOTATION})*)?"
_DAY: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME: Final = f"{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}Z"
_DATE: Final = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"

_FIELD: Final = "|".join(field_types(Reference))

_PATTERNS: Final[Mapping[type, Mapping[str, str]]] = {
    Details: {
        "id": DETAILS,
        "product_date": f"(?:{_DAY})?",
        "cutoff": f"(?:{_DAY})?",
        "event_date": f"(?:{_DAY})?",
        "scale": f"(?:{'|'.join(SCALE_KEYS)})?",
    },
    Source: {
        "id": _ID,
        "label": "S[1-9][0-9]{0,8}",
        "text": _HASH,
        "original": _HASH,
        "added": _TIME,
        "found": rf"(?:{_FIELD})\t[^\t\n]+",
        "suggested": rf"(?:{_FIELD})\t[^\t\n]+\t[^\t\n]+",
    },
    Version: {"id": _ID, "source": _ID, "text": _HASH, "original": _HASH, "added": _TIME},
    Reference: {
        "published": f"(?:{_DATE})?",
        "accessed": f"(?:{_DATE})?",
        "url": r"(?:https?://\S+)?",
        "kind": "|".join(SOURCE_KINDS),
        "language": "(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?",
        "derived_from": f"(?:{_ID})?",
        "reliability": "[A-F]?",
        "credibility": "[1-6]?",
    },
    Section: {
        "id": _ID,
        "key": f"(?!{BLUF}$)[a-z][a-z0-9-]{{0,63}}",
        "title": _WORDS,
        "colour": "#[0-9A-Fa-f]{6}",
        "rank": _RANK,
    },
    Anchor: {"text": _HASH},
    Passage: {"id": _ID, "source": _ID, "state": "|".join(PASSAGE_STATES)},
    Tag: {"id": _ID, "passage": _ID, "section": _ID, "rank": _RANK},
    Statement: {
        "id": _ID,
        "section": f"{BLUF}|{_ID}",
        "kind": "|".join(STATEMENT_KINDS),
        "rank": _RANK,
        "edits": _EDIT,
    },
    Acronym: {"id": _ID, "short": r"\S+", "expansion": _WORDS},
    Difference: {"id": _ID, "question": _WORDS, "passages": _ID, "rank": _RANK},
    Issue: {
        "id": _ID,
        "version": _WORDS,
        "day": _DAY,
        "statements": f"{_ID}{_PART}{{2}}(?:{_PART}{{3}}(?:\t{_SAID})?)?",
        "sources": f"{_ID}{_PART}{{3}}(?:{_PART}{{12}}(?:\t{_HASH}\t{_QUOTED})?)?",
        "rulings": f"{_ID}{_PART}{{2}}(?:{_PART}{{2}}(?:\t{_SAID})?)?",
        "rank": _RANK,
    },
}
_FORMS: Final = {
    kind: {name: re.compile(f"(?:{pattern})\\Z") for name, pattern in patterns.items()}
    for kind, patterns in _PATTERNS.items()
}


def fits(kind: type[Record | Reference], field: str, words: str) -> bool:
    """Tell whether such words may stand in a field; where "not recorded" is allowed, so is an empty one."""
    return _FORMS[kind][field].match(words) is not None


def check_form(part: Record | Anchor | Reference) -> None:
    """Raise MalformedRecordError when a field of the record holds what it may not."""
    kind = type(part)
    forms = _FORMS[kind]
    for name in field_types(kind):
        value = getattr(part, name)
        if isinstance(value, Anchor | Reference):
            check_form(value)
        elif not _is_fine(value) or (name in forms and not _has_form(forms[name], value)):
            raise MalformedRecordError(kind.__name__, name)


def _has_form(form: re.Pattern[str], value: str | tuple[str, ...]) -> bool:
    parts = value if isinstance(value, tuple) else (value,)
    return all(form.match(part) for part in parts)


def is_storable(text: str) -> bool:
    """Tell whether a text, which may be as long as a stranger likes, holds nothing FORBIDDEN."""
    if text.isascii():
        return not text.encode().translate(None, _PLAIN)
    return not FORBIDDEN.search("".join(set(text)))


def _is_fine(value: str | int | tuple[str | int, ...] | None) -> bool:
    if isinstance(value, str):
        # Nothing forbidden is printable, and that is quicker to ask.
        return len(value) <= LONGEST_WORDS and (value.isprintable() or is_storable(value))
    if isinstance(value, tuple):
        return all(map(_is_fine, value))
    return value is None or 0 <= value <= MOST
