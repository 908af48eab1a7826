"""What is wrong with a project, or may be: errors block the export, warnings do not."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.actions.issuing import stands
from briefer.checking.changed import changed_findings
from briefer.checking.finding import Finding as Finding  # noqa: PLC0414  # findings are asked for here
from briefer.checking.glyphs import glyph_findings
from briefer.checking.sources import content_findings, reference_findings, version_findings
from briefer.checking.statements import opening, ruling_findings, statement_findings
from briefer.checking.words import word_findings
from briefer.citing.citation import SHORT_ID
from briefer.model.project import Entry, Project
from briefer.model.records import (
    BLUF,
    DEFAULT_MARKING,
    DETAILS,
    Difference,
    Passage,
    Section,
    Source,
    Statement,
)
from briefer.writing.compose_origins import single_origin
from briefer.writing.desk import Desk, sources_behind


def findings(project: Project) -> list[Finding]:
    """Return what is wrong with a project, errors first, each in the order of the brief."""
    desk = Desk(project)
    found = [
        *content_findings(project, list(desk.sources.values()), list(desk.passages.values())),
        *version_findings(desk.sources, desk.passages.values()),
        *_amended(desk),
        *changed_findings(project),
        *_body_findings(desk),
        *_differing(desk),
        *_unmarked(desk),
        *_issued(project),
        *(finding for source in desk.sources.values() for finding in reference_findings(source)),
        *word_findings(desk),
        *_unfiled(project),
        *glyph_findings(desk),
    ]
    return sorted(found, key=lambda finding: finding.level)


def place_of(project: Project, where: str) -> str:
    """Say in a reader’s words where a finding is; an id becomes its first digits, which commands take too."""
    if passage := project.get(Passage, where):
        source = project.get(Source, passage.source)
        return f"{source.label if source else 'a passage'}, {where[:SHORT_ID]}"
    if statement := project.get(Statement, where):
        section = project.get(Section, statement.section)
        return f"{section.title if section else 'Bottom line'}, {where[:SHORT_ID]}"
    return f"Differences, {where[:SHORT_ID]}" if project.get(Difference, where) else where


def _amended(desk: Desk) -> Iterator[Finding]:
    marked = {passage.source for passage in desk.passages.values()}
    for source in desk.sources.values():
        if source.id in marked and desk.is_amended(source):
            message = (
                f"The text of {source.label} was changed after its file was read, and the brief says so;"
                f" compare what it quotes with “{source.file_name}”."
            )
            yield Finding("amended-text", "warning", message, source.label)


def _body_findings(desk: Desk) -> Iterator[Finding]:
    yield from _section_findings(desk, "The bottom line", BLUF, desk.bottom_line)
    for section, body in desk.sections:
        yield from _section_findings(desk, f"The section “{section.title}”", section.key, body)
        behind = sources_behind(desk, body)
        if len(behind) == 1:
            message = (
                f"The section “{section.title}” rests on one source, {behind[0].label}; look for a second."
            )
            yield Finding("one-source", "warning", message, section.key)
        elif single := single_origin(desk, body):
            message = f"The section “{section.title}” rests on {single}; look for another."
            yield Finding("one-origin", "warning", message, section.key)


def _section_findings(desk: Desk, name: str, key: str, body: list[Entry]) -> Iterator[Finding]:
    if not body:
        yield Finding("empty-section", "warning", f"{name} is empty; the brief says so.", key)
    for entry in body:
        if isinstance(entry, Statement):
            yield from statement_findings(desk, entry)


def _differing(desk: Desk) -> Iterator[Finding]:
    for difference in desk.differences:
        yield from ruling_findings(desk, difference)
        if not difference.ruling:
            name = f"Where the sources differ, {opening(difference.question)} is unresolved"
            message = f"{name}; rule on it, or let the brief say so."
            yield Finding("unresolved", "warning", message, difference.id)


def _unmarked(desk: Desk) -> Iterator[Finding]:
    """Yield a warning while the marking on every page is nobody’s decision."""
    if not desk.details.marking:
        message = f"The marking is {DEFAULT_MARKING} because nobody chose one; confirm it in the details."
        yield Finding("marking", "warning", message, DETAILS)


def _issued(project: Project) -> Iterator[Finding]:
    """Yield a warning when the brief bears the version of an issue that said something else."""
    version = project.details().version
    issue = next((one for one in project.issues() if one.version == version), None)
    if issue is not None and not stands(project, issue):
        message = f"The brief has changed since version {version} was issued; set the next version."
        yield Finding("issued", "warning", message, DETAILS)


def _unfiled(project: Project) -> Iterator[Finding]:
    for passage in project.unfiled():
        name = f"Passage {passage.id[:SHORT_ID]}, {opening(passage.anchor.quote)},"
        message = f"{name} is filed under no section; file it, or take it away."
        yield Finding("unfiled", "warning", message, passage.id)
