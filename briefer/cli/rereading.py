"""Commands about newer copies of sources, and what became of the passages of the former ones."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from briefer.actions import rereading as actions
from briefer.actions.rereading import Fate
from briefer.cli.projects import JSON, PROJECT, Row, opened, printable, show
from briefer.cli.spans import span_of
from briefer.errors import BrieferError
from briefer.model.project import Project
from briefer.model.records import Source
from briefer.reading.open import read_file
from briefer.tasks import rereading as tasks
from briefer.wording.counted import counted

_LINE: Final = "{passage:.8}  {state}  {source}  {was} → {proposed}"


@click.command()
@PROJECT
@click.argument("source")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--whole-page", is_flag=True, help="Take all of the web page that it came in; without FILE.")
@click.option("--text-only", is_flag=True, help="FILE is its text, corrected; the file it came in stays.")
@JSON
def reread(  # noqa: PLR0917  # one parameter an option
    path: Path, source: str, file: Path | None, whole_page: bool, text_only: bool, as_json: bool
) -> None:
    """Read a newer copy of SOURCE, find its passages in it, and list those that moved, wait or are lost."""
    if (file is None) != whole_page:
        raise click.UsageError("Give either FILE, or --whole-page.")
    with opened(path) as session:
        known = session.project.find_source(source)
        newer = _newer(session.project, known, file, text_only=text_only)
        change = tasks.take(session, known, newer)
        rows = [_row(session.project, fate) for fate in actions.fates(session.project, change)]
        for remark in newer.remarks(known):
            click.echo(printable(remark), err=True)
        if waiting := sum(row["state"] in actions.UNSETTLED for row in rows):
            of_all = counted(session.project.passage_count(known), "passage")
            click.echo(
                f"{waiting} of {of_all} of {known.label} must be looked at: “briefer review”.", err=True
            )
    show(rows, as_json=as_json, line=_LINE)


@click.command()
@PROJECT
@JSON
def review(path: Path, as_json: bool) -> None:
    """List the passages that a newer copy of their source left for review or lost, and what is proposed."""
    with opened(path, read_only=True) as session:
        rows = [_row(session.project, fate) for fate in actions.unsettled(session.project)]
    show(rows, as_json=as_json, line=_LINE)


@click.command()
@PROJECT
@click.argument("passage")
@click.option("--span", metavar="START:END", help="Where it stands; else where it is proposed.")
def accept(path: Path, passage: str, span: str | None) -> None:
    """Say where a passage that waits for review stands in the newer copy of its source."""
    with opened(path) as session:
        project = session.project
        known = project.find_passage(passage)
        place = span_of(span) if span is not None else _proposed(project, passage)
        session.do(actions.accept(project, known, *place))


@click.command()
@PROJECT
@click.argument("passage")
def reject(path: Path, passage: str) -> None:
    """Say that the newer copy of its source has no such passage; it is kept as lost."""
    with opened(path) as session:
        session.do(actions.reject(session.project, session.project.find_passage(passage)))


def _newer(project: Project, source: Source, file: Path | None, *, text_only: bool) -> tasks.Newer:
    if file is None:
        return tasks.whole_page(project, source)
    return tasks.edited(read_file(file).text) if text_only else tasks.newer_copy(file)


def _proposed(project: Project, name: str) -> tuple[int, int]:
    known = project.find_passage(name)
    place = next((fate.place for fate in actions.unsettled(project) if fate.passage == known), None)
    if place is None:
        raise BrieferError("Nothing is proposed for this passage; say where it stands with --span START:END.")
    return place.start, place.end


def _row(project: Project, fate: Fate) -> Row:
    source = next(one for one in project.sources() if one.id == fate.passage.source)
    place = fate.place
    return {
        "passage": fate.passage.id,
        "source": source.label,
        "state": fate.passage.state,
        "was": fate.was,
        "proposed": project.text_of(source)[place.start : place.end] if place else None,
        "start": place.start if place else None,
        "end": place.end if place else None,
    }


COMMANDS: Final = (reread, review, accept, reject)
