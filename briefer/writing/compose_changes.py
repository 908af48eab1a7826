"""What has changed since the version issued last, a line each: statements, quotations, sources, rulings."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Final

from briefer.citing.terms import date_words
from briefer.writing.brief import Block, Heading, Inlines, Paragraph, Run, Table
from briefer.writing.compose_differences import HEADING as DIFFERENCES
from briefer.writing.desk import Desk
from briefer.writing.issued import Alteration, Group
from briefer.writing.issued_rulings import rulings_changed
from briefer.writing.issued_sources import keeps_quotations, sources_changed
from briefer.writing.issued_statements import statements_changed

CAPTION: Final = "Statements, quotations, sources and rulings added, changed, moved or dropped"
_COLUMNS: Final = ("Where", "Change")
_WIDTHS: Final = (0.2, 0.8)
Row = tuple[Inlines, ...]


def changes(desk: Desk, parts: Container[str]) -> Iterator[Block]:
    """Yield what has changed since the last issue of another version; nothing if there is none.

    What is new from its first line to its last is said in one row, if all of it is printed.
    """
    before = next((one for one in reversed(desk.issues) if one.version != desk.details.version), None)
    if before is None:
        return
    since = f"version {before.version} (issued {date_words(before.day)})"
    differing = rulings_changed(desk, before, "Differences", f"#{DIFFERENCES.bookmark}")
    if "differences" not in parts:
        differing = differing._replace(new="")
    groups = (*statements_changed(desk, before), *sources_changed(desk, before), differing)
    rows = [*_rows(groups)]
    yield Heading(1, f"Changes since {since}" if rows else "Changes", "_Changes")
    if rows:
        yield Table(CAPTION, _COLUMNS, _WIDTHS, tuple(rows))
    else:
        kept = "statement, quotation" if keeps_quotations(before) else "statement"
        unchanged = f"Since {since} no {kept}, source or ruling has changed."
        yield Paragraph("statement", (Run(unchanged),))


def _rows(groups: Iterable[Group]) -> Iterator[Row]:
    for group in groups:
        for change in _together(group) if group.new and len(group.changes) > 1 else group.changes:
            yield (Run(group.where, link=group.link),), (Run(f"{change.name}: ", "bold"), Run(change.words))


def _together(group: Group) -> Iterator[Alteration]:
    """Say in one line that a place has only what is new; what that is, is printed there."""
    yield Alteration("All new", f"{len(group.changes)} {group.new}, none of which was there before.")
