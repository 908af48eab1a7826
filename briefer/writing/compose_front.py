"""The title block of a brief: what is recorded, and the two dates in any case; its purpose."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.citing.terms import date_words
from briefer.model.records import Details
from briefer.writing.brief import Block, Heading, Paragraph, Run

NOT_RECORDED = "not recorded"
UNTITLED = "Untitled brief"
BETWEEN = " · "


def title_words(details: Details) -> str:
    """Return the title, or what stands for one."""
    return details.title or UNTITLED


def event_words(details: Details) -> str:
    """Return the place and date of the event as far as recorded: "Tokyo, July 28, 2024"."""
    return ", ".join(filter(None, (details.event_place, date_words(details.event_date))))


def front(details: Details, *, short: bool) -> Iterator[Block]:
    """Yield the title and the lines below it, each a quiet name and what is recorded; or all in one."""
    yield Paragraph("title", (Run(title_words(details)),))
    version = f"version {details.version}" if details.version and details.product_number else ""
    lines = (
        ("Product", ", ".join(filter(None, (details.product_number, version)))),
        ("Version", "" if details.product_number else details.version),
        ("Prepared by", ", ".join(filter(None, (details.author, details.office)))),
        ("Date of product", date_words(details.product_date) or NOT_RECORDED),
        ("Information cut-off", date_words(details.cutoff) or NOT_RECORDED),
        ("Event", event_words(details)),
        ("Distribution", details.distribution),
    )
    recorded = [(Run(f"{name}: ", "quiet"), Run(words)) for name, words in lines if words]
    if short:
        first, *others = recorded
        yield Paragraph("small", (*first, *(run for line in others for run in (Run(BETWEEN), *line))))
    else:
        yield from (Paragraph("front", line) for line in recorded)


def purpose(details: Details) -> Iterator[Block]:
    """Yield what the brief is for and its objectives, numbered, as far as they are recorded."""
    objectives = details.objectives.split("\n") if details.objectives else []
    title = " and ".join(
        word for word, there in (("Purpose", details.purpose), ("objectives", objectives)) if there
    )
    if title:
        yield Heading(1, f"{title[0].upper()}{title[1:]}", "_Purpose")
    if details.purpose:
        yield Paragraph("statement", (Run(details.purpose),))
    numbered = enumerate(filter(None, map(str.strip, objectives)), 1)
    for number, objective in numbered:
        yield Paragraph("statement", (Run(f"{number}. ", "quiet"), Run(objective)))
