"""What every command needs: a project opened and closed, and answers printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import click

from briefer.actions.sources import suggestions
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import BLUF, Record, Section, Source
from briefer.session import Session
from briefer.tasks.opening import close_project, open_project, user_name
from briefer.writing.brief import Progress, silent

PROJECT: Final = click.argument("path", metavar="PROJECT", type=click.Path(path_type=Path))
JSON: Final = click.option("--json", "as_json", is_flag=True, help="Print one JSON array and nothing else.")
REFUSED: Final = 3
"""The exit status of a command that did not do, or not all, what was asked."""
Row = Mapping[str, Any]


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Give what draws progress on standard error; where that is no terminal, nothing is drawn."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield silent
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def report(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield report


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Session]:
    """Open a project for one command."""
    session = open_project(path, user_name(), read_only=read_only)
    for note in session.notes:
        tell(note)
    try:
        yield session
    finally:
        close_project(session)


def do(session: Session, change: Change) -> None:
    """Do a change and print the id of what it made, if it made something."""
    session.do(change)
    for record in made(change):
        click.echo(record.id)


def made(change: Change) -> list[Record]:
    """Return the new records of a change, without the passage that comes along with a tag."""
    new = [edit.after for edit in change.edits if edit.before is None and edit.after is not None]
    return new[-1:]


def find_home(project: Project, name: str) -> Section | None:
    """Return the section of this name, or None for the bottom line."""
    return None if name == BLUF else project.find_section(name)


def tell_suggested(source: Source) -> None:
    """Say on standard error what is likely of a source, but named by no field of its file."""
    told = [f"{name} “{value}” ({where})" for name, (value, where) in suggestions(source).items()]
    if told:
        sentence = f"{source.label}: suggested {', '.join(told)}; “briefer describe” sets what is right."
        tell(sentence)


def show(rows: Sequence[Row], *, as_json: bool, line: str) -> None:
    """Print rows as JSON, or each as a line by a format string."""
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(line.format(**{name: _shown(value) for name, value in row.items()}))


def _shown(value: object) -> str:
    """Return a value as it reads in a line of its own."""
    if isinstance(value, bool):
        return " (undone)" if value else ""
    return "–" if value is None else printable(" ".join(str(value).split()))


def tell(sentence: str) -> None:
    """Say a sentence beside what is asked for: on the error stream, in one line."""
    click.echo(printable(sentence), err=True)


def printable(words: str) -> str:
    """Return words that cannot steer a terminal: what does not print is written as its escape."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in words)
