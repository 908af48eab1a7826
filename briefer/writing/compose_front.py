"""The title block of a brief: what is recorded, and the two dates in any case."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.citing.terms import date_words
from briefer.model.records import Details
from briefer.writing.brief import Block, Paragraph, Run

NOT_RECORDED = "not recorded"
UNTITLED = "Untitled brief"


def title_words(details: Details) -> str:
    """Return the title, or what stands for one."""
    return details.title or UNTITLED


def event_words(details: Details) -> str:
    """Return the place and date of the event as far as recorded: "Tokyo, July 28, 2024"."""
    return ", ".join(filter(None, (details.event_place, date_words(details.event_date))))


def front(details: Details) -> Iterator[Block]:
    """Yield the title and the lines below it, each a quiet name and what is recorded."""
    yield Paragraph("title", (Run(title_words(details)),))
    version = f"version {details.version}" if details.version else ""
    lines = (
        ("Product", ", ".join(filter(None, (details.product_number, version)))),
        ("Prepared by", ", ".join(filter(None, (details.author, details.office)))),
        ("Date of product", date_words(details.product_date) or NOT_RECORDED),
        ("Information cut-off", date_words(details.cutoff) or NOT_RECORDED),
        ("Event", event_words(details)),
        ("Distribution", details.distribution),
    )
    for name, words in lines:
        if words:
            yield Paragraph("front", (Run(f"{name}: ", "quiet"), Run(words)))
