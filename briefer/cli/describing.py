"""Commands that say what a source, a section or the brief is."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from briefer.actions import acronyms, details, sections, sources
from briefer.cli.projects import PROJECT, do, opened
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import SOURCE_KINDS


@click.command()
@PROJECT
@click.argument("source")
@click.option("--title")
@click.option("--author")
@click.option("--publisher", help="The outlet.")
@click.option("--published", metavar="DATE", help="2024-07-28, 2024-07 or 2024.")
@click.option("--accessed", metavar="DATE")
@click.option("--url")
@click.option("--kind", "--source-kind", "kind", type=click.Choice(SOURCE_KINDS))
@click.option("--language", metavar="CODE", help="Such as en, ko or ja.")
@click.option("--relayed-from", help="Whose report it passes on.")
@click.option("--derived-from", metavar="SOURCE", help="Another source of the project that it is made from.")
@click.option("--descriptor", help="One sentence on what it is.")
@click.option("--reliability", metavar="A-F", help="Admiralty grade of the source.")
@click.option("--credibility", metavar="1-6", help="Admiralty grade of what it says.")
def describe(path: Path, source: str, **reference: str | None) -> None:
    """Set fields of a source's reference.

    An empty value means "not recorded".
    """
    given = {name: value for name, value in reference.items() if value is not None}
    if not given:
        raise click.UsageError("Say what to set, such as --title “…”.")
    with opened(path) as session:
        project = session.project
        session.do(sources.describe(project, project.find_source(source), **given))


@click.command()
@PROJECT
@click.argument("key")
@click.option("--title")
@click.option("--digit", metavar="1-9", help="Empty for none.")
@click.option("--colour", metavar="#RRGGBB")
@click.option("--guidance")
@click.option("--after", metavar="KEY", help="Put it behind this section; empty for first.")
@click.option("--into", metavar="KEY", help="Merge it into this section.")
def section(path: Path, key: str, after: str | None, into: str | None, **fields: str | None) -> None:
    """Add the section KEY, change it, or merge it into another."""
    given: dict[str, Any] = {name: value for name, value in fields.items() if value is not None}
    if "digit" in given:
        given["digit"] = _digit(given["digit"])
    if into is not None and (given or after is not None):
        raise click.UsageError("--into goes alone: a merged section has nothing left to set.")
    with opened(path) as session:
        project = session.project
        if into is not None:
            target = project.find_section(into)
            session.do(sections.merge(project, project.find_section(key), target))
            return
        if after is not None:
            given["after"] = project.find_section(after) if after else None
        do(session, _section_change(project, key, given))


@click.command()
@PROJECT
@click.argument("short")
@click.argument("expansion", required=False, default="")
def acronym(path: Path, short: str, expansion: str) -> None:
    """Say what SHORT stands for; without EXPANSION it is forgotten.

    The brief writes the expansion out at the first use.
    """
    with opened(path) as session:
        project = session.project
        if expansion:
            do(session, acronyms.define(project, short, expansion))
            return
        known = next((one for one in project.acronyms() if one.short == short), None)
        if known is None:
            raise BrieferError(f"The project has no acronym “{short}”; list them with “briefer acronyms”.")
        session.do(acronyms.remove(project, known))


@click.command(name="set")
@PROJECT
@click.argument("field", type=click.Choice(details.FIELDS), metavar="FIELD")
@click.argument("value")
def set_(path: Path, field: str, value: str) -> None:
    """Set a FIELD of the brief.

    title, author, office, marking, distribution, product_number, version, product_date, cutoff,
    event_date, event_place, purpose, objectives (one a line) or scale (icd-203 or phia)
    """
    with opened(path) as session:
        session.do(details.set_field(session.project, field, value))


def _section_change(project: Project, key: str, given: dict[str, Any]) -> Change:
    known = next(
        (one for one in project.sections() if key in {one.key, one.id, str(one.digit or one.key)}), None
    )
    if known is None:
        return sections.add(project, key, **given)
    return sections.change(project, known, **given)


def _digit(value: str) -> int | None:
    if value == "":
        return None
    if not value.isdecimal():
        raise click.UsageError("--digit takes a number from 1 to 9, or an empty value for none.")
    return int(value)


COMMANDS: Final = (describe, section, acronym, set_)
