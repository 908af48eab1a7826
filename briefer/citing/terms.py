"""Dates, kinds and languages in the words that a brief prints."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

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


def date_words(recorded: str) -> str:
    """Write an ISO 8601 date as far as it is known: "July 28, 2024", "July 2024", "2024" or nothing."""
    year, day = recorded.partition("-")[0], day_words(recorded)
    return f"{day}, {year}" if " " in day else f"{day} {year}".lstrip()


def day_words(recorded: str) -> str:
    """Write the day or month of an ISO 8601 date, as far as it is known: "July 28", "July" or nothing."""
    _, month, day = (*recorded.split("-"), "", "")[:3]
    return f"{MONTHS[int(month) - 1]} {int(day)}" if day else MONTHS[int(month) - 1] if month else ""


def language_words(tag: str) -> str:
    """Name a language in English ("Korean"); one without a name here by its BCP 47 tag."""
    return LANGUAGES.get(tag.partition("-")[0], tag)
