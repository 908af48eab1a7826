"""Commands that say what is in a project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from briefer.cli.projects import JSON, PROJECT, Row, opened, show
from briefer.errors import BrieferError
from briefer.model.project import Project
from briefer.model.records import BLUF, Passage, Source, Statement, Tag, Version

_TAG: Final = "{id:.8}  {section}  {source} {start}:{end}  {quote}"
_UNSETTLED: Final = {
    "review": "  (waits for review: its place is that in the former copy)",
    "lost": "  (lost: its place is that in the former copy)",
}


@click.command()
@PROJECT
@JSON
def sources(path: Path, as_json: bool) -> None:
    """List the sources."""
    with opened(path, read_only=True) as session:
        rows = [_source(source) for source in session.project.sources()]
    show(rows, as_json=as_json, line="{label}  {title} · {publisher} · {published}  [{file_name}]")


@click.command()
@PROJECT
@click.argument("source")
@click.option("--version", "number", metavar="N", type=click.IntRange(1), help="A former one, from 1.")
@JSON
def text(path: Path, source: str, number: int | None, as_json: bool) -> None:
    """Print the text of SOURCE as it is kept.

    In UTF-8, and without a line end of its own.
    """
    with opened(path, read_only=True) as session:
        known = session.project.find_source(source)
        readings: list[Source | Version] = [*session.project.versions_of(known), known]
        if number is not None and number > len(readings):
            raise BrieferError(
                f"{known.label} has no version {number}; the last is {len(readings)}, which it says now."
            )
        sha256 = readings[-1 if number is None else number - 1].text
        words = session.project.text(sha256)
    if as_json:
        row = {"source": known.label, "version": number or len(readings), "sha256": sha256, "text": words}
        show([row], as_json=True, line="")
    else:
        click.echo(words.encode(), nl=False)


@click.command()
@PROJECT
@JSON
def sections(path: Path, as_json: bool) -> None:
    """List the sections of the brief."""
    with opened(path, read_only=True) as session:
        counts = session.project.tag_counts()
        rows = [
            {
                "id": section.id,
                "key": section.key,
                "digit": section.digit,
                "title": section.title,
                "tags": counts.get(section.id, 0),
            }
            for section in session.project.sections()
        ]
    show(rows, as_json=as_json, line="{digit}  {key}  {title} ({tags})")


@click.command()
@PROJECT
@JSON
def tags(path: Path, as_json: bool) -> None:
    """List the tagged passages by section, unfiled ones last."""
    with opened(path, read_only=True) as session:
        rows = list(_tags(session.project))
    if as_json:
        show(rows, as_json=True, line="")
    else:
        for row in rows:
            show([row], as_json=False, line=_TAG + _UNSETTLED.get(row["state"], ""))


@click.command()
@PROJECT
@JSON
def statements(path: Path, as_json: bool) -> None:
    """List the statements, the bottom line first."""
    with opened(path, read_only=True) as session:
        project = session.project
        rows = [
            _statement(statement, section.key if section else BLUF)
            for section in (None, *project.sections())
            for statement in project.statements_under(section)
        ]
    show(rows, as_json=as_json, line="{id:.8}  {section}  {kind}: {text}")


@click.command()
@PROJECT
@JSON
def acronyms(path: Path, as_json: bool) -> None:
    """List the acronyms and what they stand for."""
    with opened(path, read_only=True) as session:
        rows = [
            {"id": one.id, "short": one.short, "expansion": one.expansion}
            for one in session.project.acronyms()
        ]
    show(rows, as_json=as_json, line="{short}  {expansion}")


@click.command()
@PROJECT
@JSON
def log(path: Path, as_json: bool) -> None:
    """List everything that was done, oldest first."""
    with opened(path, read_only=True) as session:
        rows = [
            {
                "seq": entry.seq,
                "at": entry.at,
                "author": entry.author,
                "label": entry.label,
                "undone": entry.undone,
            }
            for entry in session.log()
        ]
    show(rows, as_json=as_json, line="{seq}  {at}  {author}  {label}{undone}")


def _source(source: Source) -> Row:
    reference = source.reference
    return {
        "id": source.id,
        "label": source.label,
        "title": reference.title or None,
        "author": reference.author or None,
        "publisher": reference.publisher or None,
        "published": reference.published or None,
        "accessed": reference.accessed or None,
        "url": reference.url or None,
        "kind": reference.kind,
        "language": reference.language or None,
        "length": source.length,
        "sha256": source.original,
        "file_name": source.file_name,
    }


def _tags(project: Project) -> Iterator[Row]:
    labels = {source.id: source.label for source in project.sources()}
    passages = {passage.id: passage for passage in project.passages()}
    for section in project.sections():
        for tag in project.tags_under(section):
            yield _tag(tag, section.key, passages[tag.passage], labels)
    for passage in project.unfiled():
        yield _tag(None, None, passage, labels)


def _tag(tag: Tag | None, section: str | None, passage: Passage, labels: dict[str, str]) -> dict[str, Any]:
    return {
        "id": tag.id if tag else None,
        "passage": passage.id,
        "source": labels[passage.source],
        "section": section,
        "start": passage.anchor.start,
        "end": passage.anchor.end,
        "quote": passage.anchor.quote,
        "note": passage.note or None,
        "state": passage.state,
    }


def _statement(statement: Statement, section: str) -> Row:
    return {
        "id": statement.id,
        "section": section,
        "kind": statement.kind,
        "text": statement.text,
        "cites": " ".join(statement.cites),
    }


COMMANDS: Final = (sources, text, sections, tags, statements, acronyms, log)
