"""Commands that add to a project, order it and take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from briefer.actions import acronyms, differences, drafting, sections, sources, tagging
from briefer.cli.projects import (
    PROJECT,
    REFUSED,
    do,
    find_home,
    opened,
    progress_bar,
    tell,
    tell_suggested,
)
from briefer.cli.spans import span_of
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.project import Entry, Project
from briefer.model.records import (
    BLUF,
    SOURCE_KINDS,
    STATEMENT_KINDS,
    Acronym,
    Difference,
    Passage,
    Section,
    Source,
    Statement,
    Tag,
)
from briefer.tasks import importing, opening
from briefer.wording.counted import counted
from briefer.wording.locating import occurrences

_MORE: Final = {
    "page": "“reread --whole-page” takes all of the page",
    "attached": "“add --attachments” adds those files too",
    "encoding": "“reread --encoding” reads it in another encoding",
}
"""How to come by what else a file holds, see `Reading.more`."""
_REMOVALS: Final[Mapping[type, Callable[[Project, Any], Change]]] = {
    Source: sources.remove,
    Section: sections.remove,
    Statement: drafting.remove,
    Tag: tagging.untag,
    Passage: tagging.discard,
    Difference: differences.remove,
    Acronym: acronyms.remove,
}


@click.command()
@click.argument("path", metavar="PROJECT", type=click.Path(path_type=Path))
@click.option("--template", metavar="NAME|FILE", default=opening.DEFAULT_TEMPLATE, show_default=True)
@click.option("--title", default="")
def new(path: Path, template: str, title: str) -> None:
    """Make a project with the sections of a template."""
    opening.new_project(path, template, title)


@click.command()
@PROJECT
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--title")
@click.option("--author")
@click.option("--publisher", help="The outlet.")
@click.option("--published", metavar="DATE")
@click.option("--accessed", metavar="DATE")
@click.option("--url")
@click.option("--source-kind", "kind", type=click.Choice(SOURCE_KINDS))
@click.option("--whole-page", "whole", is_flag=True, help="Of a web page all words, not the main text alone.")
@click.option("--encoding", default="", metavar="NAME", help="Of plain texts, such as UTF-8 or windows-1251.")
@click.option("--attachments", "attached", is_flag=True, help="Of a mail also the files attached to it.")
def add(
    path: Path,
    files: tuple[Path, ...],
    *,
    whole: bool,
    attached: bool,
    encoding: str,
    **reference: str | None,
) -> None:
    """Add files as sources and print the id of each.

    Those that cannot be added are said and left out.
    """
    given = {name: value for name, value in reference.items() if value is not None}
    with opened(path) as session:
        with progress_bar("Reading") as progress:
            batch = importing.read_files(files, progress, whole=whole, attached=attached, encoding=encoding)
        prepared = [importing.prepare(each) for each in batch.readings]
        fresh, twins = importing.without_twins(session, prepared)
        added = importing.add_prepared(session, fresh, given)
        for source, reading in added:
            click.echo(source.id)
            for remark in importing.remarks(source, reading):
                tell(remark)
            tell_suggested(source)
            if reading.more and not attached:
                tell(f"{source.label}: {_MORE[reading.more]}.")
        for _, sentence in importing.near_twins(session.project, [source for source, _ in added]):
            tell(sentence)
    originals = {source.original for source, _ in added}
    came_with = (said for message in batch.messages for said in message.told(originals))
    for sentence in (*batch.refusals, *(said for said, _ in twins), *came_with):
        tell(sentence)
    # Of a mail that is there already what is attached was wanted.
    read = [message.reading for message in batch.messages]
    mails = {file.sha256 for file in prepared if any(file.reading is mail for mail in read)}
    if batch.refusals or any(there is None or there.original not in mails for _, there in twins):
        click.get_current_context().exit(REFUSED)


@click.command()
@PROJECT
@click.argument("source")
@click.argument("section")
@click.option("--quote", metavar="TEXT", help="The words, exactly as they stand in the source.")
@click.option(
    "--occurrence",
    metavar="N",
    type=click.IntRange(1),
    help="Which one, when they stand there more than once.",
)
@click.option("--span", metavar="START:END", help="Code points of the text, end exclusive.")
@click.option("--note", default="")
def tag(  # noqa: PLR0917  # one parameter an option
    path: Path,
    source: str,
    section: str,
    quote: str | None,
    occurrence: int | None,
    span: str | None,
    note: str,
) -> None:
    """File a passage under SECTION and print the tag's id."""
    if (quote is None) == (span is None):
        raise click.UsageError("Give either --quote or --span.")
    with opened(path) as session:
        project = session.project
        read = project.find_source(source)
        start, end = span_of(span) if span is not None else _find(project, read, quote or "", occurrence)
        home = project.find_section(section)
        session.do(tagging.tag(project, read, start, end, home, note=note))
        passage = project.passage_at(read, start, end)
        assert passage is not None
        click.echo(next(tag.id for tag in project.tags_of(passage) if tag.section == home.id))


@click.command()
@PROJECT
@click.argument("tag")
def untag(path: Path, tag: str) -> None:
    """Take a passage out of a section."""
    with opened(path) as session:
        session.do(tagging.untag(session.project, session.project.find_tag(tag)))


@click.command()
@PROJECT
@click.argument("section")
@click.argument("text")
@click.option("--kind", type=click.Choice(STATEMENT_KINDS), help="Needed for a new statement.")
@click.option("--cite", "cites", metavar="ID", multiple=True, help="A tag or passage; may be repeated.")
@click.option("--id", "identifier", metavar="STATEMENT", help="Change this statement instead of adding one.")
def write(  # noqa: PLR0917  # one parameter an option
    path: Path, section: str, text: str, kind: str | None, cites: tuple[str, ...], identifier: str | None
) -> None:
    """Write a statement in SECTION (or "bluf") and print its id."""
    if identifier is None and kind is None:
        raise click.UsageError("Say what --kind of statement it is.")
    with opened(path) as session:
        project = session.project
        home = find_home(project, section)
        passages = [project.find_passage(cite) for cite in cites]
        if identifier is None:
            do(session, drafting.write(project, home, text, kind or "", passages))
            return
        statement = project.find_statement(identifier)
        if statement.section != (home.id if home else BLUF):
            raise BrieferError(
                f"That statement is not in {section}; move it there first, or name its section."
            )
        change = drafting.rewrite(project, statement, text=text, kind=kind, cites=passages or None)
        session.do(change)
        click.echo(statement.id)


@click.command()
@PROJECT
@click.argument("identifier", metavar="ID")
@click.option("--section", metavar="KEY", help="Where to, unless it stays in its section.")
@click.option("--after", metavar="ID", help="Behind this tag or statement.")
@click.option("--first", is_flag=True, help="Before all others.")
def move(path: Path, identifier: str, section: str | None, after: str | None, first: bool) -> None:
    """Move a tag or a statement; to the end unless told otherwise."""
    if first and after is not None:
        raise click.UsageError("Give either --after or --first.")
    with opened(path) as session:
        project = session.project
        entry = _entry(project, identifier)
        home = find_home(project, section) if section else project.get(Section, entry.section)
        behind = _entry(project, after) if after is not None else None
        if behind is None and not first:
            rest = [other for other in project.body(home) if other.id != entry.id]
            behind = rest[-1] if rest else None
        session.do(drafting.move(project, entry, home, behind))


@click.command()
@PROJECT
@click.argument("identifier", metavar="ID")
def remove(path: Path, identifier: str) -> None:
    """Remove a source, a section, a statement, a tag or the like.

    A passage, a difference and an acronym are removed so too.
    """
    with opened(path) as session:
        found = session.project.find(identifier)
        session.do(_REMOVALS[type(found)](session.project, found))


@click.command()
@PROJECT
def undo(path: Path) -> None:
    """Take back the last change."""
    with opened(path) as session:
        tell(f"Undone: {session.undo()}")


@click.command()
@PROJECT
def redo(path: Path) -> None:
    """Do again what was last undone."""
    with opened(path) as session:
        tell(f"Redone: {session.redo()}")


def _find(project: Project, source: Source, quote: str, occurrence: int | None) -> tuple[int, int]:
    """Return where a quotation stands; raises BrieferError unless that is one place."""
    places = occurrences(project.text_of(source), quote)
    if not places:
        raise BrieferError(
            f"{source.label} does not say that, letter for letter; copy the words from its text."
        )
    if occurrence is None and len(places) > 1:
        raise BrieferError(
            f"{source.label} says that {counted(len(places), 'time')}; say which one with --occurrence."
        )
    number = occurrence or 1
    if number > len(places):
        raise BrieferError(
            f"{source.label} says that {counted(len(places), 'time')}, so there is no occurrence {number}."
        )
    return places[number - 1], places[number - 1] + len(quote)


def _entry(project: Project, name: str) -> Entry:
    found = project.find(name)
    if not isinstance(found, Tag | Statement):
        raise BrieferError(
            f"“{name}” is neither a tag nor a statement; only those have a place in a section."
        )
    return found


COMMANDS: Final = (new, add, tag, untag, write, move, remove, undo, redo)
