"""Commands about newer copies of sources, and what became of the passages of the former ones."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from briefer.actions import rereading as actions
from briefer.actions.rereading import Fate
from briefer.checking.changed import resting
from briefer.cli.projects import JSON, PROJECT, Row, opened, show, tell, tell_suggested
from briefer.cli.spans import span_of
from briefer.errors import BrieferError
from briefer.model.project import Project
from briefer.model.records import UNSETTLED, Passage, Source
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
@click.option(
    "--encoding", default="", metavar="NAME", help="Read plain text in it, without FILE that of SOURCE."
)
@JSON
def reread(  # noqa: PLR0917  # one parameter an option
    path: Path,
    source: str,
    file: Path | None,
    whole_page: bool,
    text_only: bool,
    encoding: str,
    as_json: bool,
) -> None:
    """Read a newer copy of SOURCE and find its passages in it.

    Those that moved, wait for review or are lost are listed.
    """
    if whole_page == bool(file or encoding) or (text_only and file is None):
        raise click.UsageError("Give FILE or --encoding, or only --whole-page.")
    with opened(path) as session:
        known = session.project.find_source(source)
        newer = _newer(session.project, known, file, encoding, text_only=text_only)
        change = tasks.take(session, known, newer)
        fates = actions.fates(session.project, change)
        rows = [_row(session.project, fate) for fate in fates]
        waiting = [fate.passage for fate in fates if fate.passage.state in UNSETTLED or fate.passage.was]
        doubts = tasks.doubts(session.project, known, change)
        for remark in (*newer.remarks(known), *resting(session.project, waiting), *doubts):
            tell(remark)
        tell_suggested(session.project.find_source(known.label))
        if waiting:
            of_all = counted(session.project.passage_count(known), "passage")
            said = f"{len(waiting)} of {of_all} of {known.label} must be looked at: “briefer review”."
            tell(said)
        if not rows and (file is None or text_only):
            same = "its text is the one it has"
            outcome = tasks.unmoved(session.project, known) if change.edits else same
            tell(f"{known.label} was read anew: {outcome}.")
    show(rows, as_json=as_json, line=_LINE)


@click.command()
@PROJECT
@JSON
def review(path: Path, as_json: bool) -> None:
    """List the passages that wait for review or are lost.

    A newer copy of their source left them so; what is proposed stands beside them. Those that
    moved to other words are listed while something rests on them, until they are accepted.
    """
    with opened(path, read_only=True) as session:
        rows = [_row(session.project, fate) for fate in actions.waiting(session.project)]
    show(rows, as_json=as_json, line=_LINE)


@click.command()
@PROJECT
@click.argument("passage")
@click.option("--span", metavar="START:END", help="Where it stands; else where it is proposed.")
def accept(path: Path, passage: str, span: str | None) -> None:
    """Say where a passage stands in the newer copy of its source.

    Of one that moved already: that its words, and what rests on them, were looked at.
    """
    with opened(path) as session:
        project = session.project
        known = project.find_passage(passage)
        place = span_of(span) if span is not None else _proposed(project, known)
        session.do(actions.accept(project, known, *place))
        now = [fate.passage for fate in actions.reworded(project) if fate.passage.id == known.id]
        for sentence in resting(project, now):
            tell(sentence)


@click.command()
@PROJECT
@click.argument("passage")
def reject(path: Path, passage: str) -> None:
    """Say that a passage is not in the newer copy of its source.

    It is kept as lost.
    """
    with opened(path) as session:
        session.do(actions.reject(session.project, session.project.find_passage(passage)))


def _newer(
    project: Project, source: Source, file: Path | None, encoding: str, *, text_only: bool
) -> tasks.Newer:
    if file is None:
        return tasks.in_encoding(project, source, encoding) if encoding else tasks.whole_page(project, source)
    if text_only:
        return tasks.edited(read_file(file, encoding=encoding).text)
    return tasks.newer_copy(file, encoding)


def _proposed(project: Project, known: Passage) -> tuple[int, int]:
    if known.state not in UNSETTLED:
        return known.anchor.start, known.anchor.end
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
