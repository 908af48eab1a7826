"""What has changed since the version that was issued last: statements, sources, rulings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from briefer.citing.bookmarks import source_bookmark
from briefer.citing.terms import date_words
from briefer.citing.works import plain_title
from briefer.model.records import Issue, Statement
from briefer.writing.brief import Block, Heading, Inlines, Paragraph, Run, Table
from briefer.writing.compose_differences import HEADING as DIFFERENCES
from briefer.writing.desk import Desk

CAPTION: Final = "Statements, sources and rulings added, changed or dropped"
_SHOWN: Final = 160
"""How many code points of a statement tell which one it is."""
_LEADING: Final = 30
"""How many of them stand before the first one that differs."""


class _Line(NamedTuple):
    """A record as it was issued, or as it would be today: where it stands, where that is printed, words."""

    where: str
    link: str
    words: tuple[str, ...]


_Lines = dict[str, _Line]
Row = tuple[Inlines, ...]


def changes(desk: Desk) -> Iterator[Block]:
    """Yield what has changed since the last issue of another version; nothing if there is none."""
    before = next((one for one in reversed(desk.issues) if one.version != desk.details.version), None)
    if before is None:
        return
    since = f"version {before.version} (issued {date_words(before.day)})"
    rows = [*_statements(desk, before), *_sources(desk, before), *_rulings(desk, before)]
    yield Heading(1, f"Changes since {since}" if rows else "Changes", "_Changes")
    if rows:
        yield Table(CAPTION, ("Where", "Change"), (0.24, 0.76), tuple(rows))
    else:
        unchanged = f"Nothing has changed since {since}: the same statements, sources and rulings."
        yield Paragraph("statement", (Run(unchanged),))


def _statements(desk: Desk, before: Issue) -> Iterator[Row]:
    today = {
        entry.id: _Line(printed.title, f"#{printed.bookmark}", (_even(entry.text),))
        for printed in desk.printed
        for entry in printed.body
        if isinstance(entry, Statement)
    }
    issued = _issued(before.statements)
    for line, was in _compared(today, issued):
        if was is None:
            yield _row(line, "Added", f"“{_opening(line.words[0])}”")
        else:
            old, new = _apart(was.words[0], line.words[0])
            yield _row(line, "Reworded", f"“{old}” is now “{new}”")
    for line in _dropped(today, issued):
        yield _row(line, "Dropped", f"“{_opening(line.words[0])}”")


def _sources(desk: Desk, before: Issue) -> Iterator[Row]:
    today = {
        one.id: _Line(one.label, f"#{source_bookmark(one.label)}", (one.text, plain_title(one)))
        for one in desk.sources.values()
    }
    issued = _issued(before.sources)
    for line, was in _compared(today, issued):
        if was is None:
            yield _row(line, "Source added", line.words[1])
        elif was.words[0] != line.words[0]:
            yield _row(line, "Source read again", f"its text is another one than before; {line.words[1]}")
    for line in _dropped(today, issued):
        yield _row(line, "Source removed", line.words[1] or "untitled")


def _rulings(desk: Desk, before: Issue) -> Iterator[Row]:
    today = {
        one.id: _Line("Differences", f"#{DIFFERENCES.bookmark}", (_even(one.question), _even(one.ruling)))
        for one in desk.differences
    }
    issued = {
        identifier: _Line("Differences", "", (line.where, *line.words))
        for identifier, line in _issued(before.rulings).items()
    }
    for line, was in _compared(today, issued):
        question, ruling = line.words
        name = "Difference added" if was is None else "Difference changed"
        name = "Ruled on" if ruling and was and not was.words[1] else name
        yield _row(line, name, f"{question} {f'Ruling: {ruling}' if ruling else 'Unresolved.'}")
    for line in _dropped(today, issued):
        yield _row(line, "Difference removed", line.words[0])


def _compared(today: _Lines, issued: _Lines) -> Iterator[tuple[_Line, _Line | None]]:
    """Yield what is new or has other words, and what it was, in the order of today."""
    for identifier, line in today.items():
        was = issued.get(identifier)
        if was is None or was.words != line.words:
            yield line, was


def _dropped(today: _Lines, issued: _Lines) -> Iterator[_Line]:
    return (line for identifier, line in issued.items() if identifier not in today)


def _issued(lines: Iterable[str]) -> _Lines:
    """Read the lines of an issue: the id, where it stands, and its words."""
    parted = (line.split("\t") for line in lines)
    return {identifier: _Line(where, "", tuple(words)) for identifier, where, *words in parted}


def _row(line: _Line, what: str, words: str) -> Row:
    return (Run(line.where, link=line.link),), (Run(f"{what}: ", "bold"), Run(words))


def _even(words: str) -> str:
    """Write words as an issue keeps them."""
    return " ".join(words.split())


def _apart(was: str, words: str) -> tuple[str, str]:
    """Return two wordings from just before the place where they part."""
    same = 0
    while same < min(len(was), len(words)) and was[same] == words[same]:
        same += 1
    first = was.rfind(" ", 0, max(same - _LEADING, 0)) + 1
    lead = "…" if first else ""
    return lead + _opening(was[first:]), lead + _opening(words[first:])


def _opening(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]}…"
