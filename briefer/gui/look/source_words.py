"""What the window calls a source; no Qt."""

from __future__ import annotations

from briefer.model.records import Source


def headline(source: Source) -> str:
    """Return what a source is called: its title, else the name of its file."""
    return source.reference.title or source.file_name


def byline(source: Source) -> str:
    """Return outlet, date and kind of a source in one line; what is not recorded is said to be so."""
    reference = source.reference
    outlet = reference.publisher or "outlet not recorded"
    return " · ".join((outlet, reference.published or "no date", reference.kind))
