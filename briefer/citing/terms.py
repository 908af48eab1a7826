"""Dates, kinds and languages in the words that a brief prints."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")

KINDS: Final = {
    "official": "official statement",
    "agency": "news agency",
    "newspaper": "newspaper",
    "broadcaster": "broadcaster",
    "aggregator": "news aggregator",
    "blog": "blog",
    "other": "other kind of source",
}

LANGUAGES: Final = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "ms": "Malay", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "th": "Thai",
    "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_TAGS: Final = {name.casefold(): tag for tag, name in LANGUAGES.items()}
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def date_words(recorded: str) -> str:
    """Write an ISO 8601 date as far as it is known ("July 28, 2024", "July 2024"); others as they stand."""
    found = _DATE.fullmatch(recorded)
    if not found:
        return recorded
    year, month, day = found.groups()
    if not month:
        return year
    if not 1 <= int(month) <= len(MONTHS):
        return recorded
    name = MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"


def kind_words(kind: str) -> str:
    """Say what kind of source it is; a kind from elsewhere stands as it is."""
    return KINDS.get(kind, kind)


def language_tag(recorded: str) -> str:
    """Return the BCP 47 tag of a language recorded as a tag or by its English name, or an empty string."""
    return _TAGS.get(recorded.casefold(), recorded if _TAG.fullmatch(recorded) else "")


def language_words(recorded: str) -> str:
    """Name a language in English ("Korean"); one without a name here stands as recorded."""
    return LANGUAGES.get(recorded.split("-", maxsplit=1)[0].lower(), recorded)
