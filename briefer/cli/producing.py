"""Commands that check a project and make or verify files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from briefer.checking.finding import Finding
from briefer.cli.projects import JSON, PROJECT, opened, progress_bar, show, tell
from briefer.model.preset import CITATIONS, PAPERS, WHOLE
from briefer.model.project import Project
from briefer.tasks import exporting, opening, presets, verifying

_LINE: Final = "{level}: {message}  [{where}]"


@click.command()
@PROJECT
@JSON
@click.pass_context
def check(context: click.Context, path: Path, as_json: bool) -> None:
    """Say what is wrong with a project.

    The status is 1 if anything is an error.
    """
    from briefer.checking.findings import findings

    with opened(path, read_only=True) as session:
        found = findings(session.project)
        _show(session.project, found, as_json=as_json)
    if any(finding.level == "error" for finding in found):
        context.exit(1)


@click.command()
@PROJECT
@click.argument("out", metavar="OUT.docx|.pdf|.html|.md", type=click.Path(path_type=Path))
@click.option("--style", type=click.Choice(CITATIONS),
              help="How notes and sources are cited, in place of the preset’s.")  # fmt: skip
@click.option("--preset", "name", default=WHOLE.name, show_default=True, metavar="NAME",
              help="Parts and look: brief, read-ahead, in-focus, submission or one of your own.")  # fmt: skip
@click.option("--paper", type=click.Choice(PAPERS), help="In place of the preset’s.")
@click.option("--without-evidence", "evidence", is_flag=True, flag_value=False, default=True,
              help="Do not embed the evidence; “verify” can then prove nothing.")  # fmt: skip
@click.option("--with-sources", is_flag=True,
              help="Attach the files of the cited sources to a PDF, named by their SHA-256.")  # fmt: skip
@click.option("--draft", is_flag=True, help="Export in spite of errors, with DRAFT in the banner.")
@click.pass_context
def export(
    context: click.Context,
    *,
    path: Path,
    out: Path,
    style: str | None,
    name: str,
    paper: str | None,
    evidence: bool,
    with_sources: bool,
    draft: bool,
) -> None:
    """Write the cited brief to OUT; status 1 if errors block it."""
    if out.suffix.lower() not in exporting.FORMATS:
        raise click.UsageError(f"OUT ends in one of {', '.join(exporting.FORMATS)}, not “{out.suffix}”.")
    if with_sources and out.suffix.lower() != exporting.WITH_SOURCES:
        raise click.UsageError(f"Only a PDF carries the files of the sources, not “{out.name}”.")
    if with_sources and not evidence:
        raise click.UsageError("The files of the sources go with the evidence: take one of the two options.")
    preset = presets.find_preset(name)
    preset = replace(
        preset,
        paper=paper or preset.paper,
        citations=style or preset.citations,
        embedded=(evidence and preset.embedded) or with_sources,
        with_sources=with_sources or (evidence and preset.with_sources),
    )
    session = opening.read_project(path)
    try:
        with progress_bar("Writing") as progress:
            exporting.export(session.project, out, draft=draft, preset=preset, progress=progress,
                             told=tell)  # fmt: skip
    except exporting.BlockedError as error:
        _show(session.project, error.errors)
        tell(str(error))
        context.exit(1)
    finally:
        session.close()


@click.command()
@click.argument("brief", metavar="BRIEF.docx|.pdf", type=click.Path(path_type=Path))
@click.option(
    "--project", metavar="PROJECT", type=click.Path(path_type=Path), help="Compare with its sources too."
)
@JSON
@click.pass_context
def verify(context: click.Context, brief: Path, project: Path | None, as_json: bool) -> None:
    """Re-read an exported brief and say if it is what it claims.

    The status is 1 if it is not.
    """
    if brief.suffix.lower() not in exporting.PAGED:
        raise click.UsageError(f"BRIEF ends in {' or '.join(exporting.PAGED)}, not “{brief.suffix}”.")
    result = verifying.verify_file(brief, project)
    if as_json:
        show([finding.plain() for finding in result.told], as_json=True, line=_LINE)
    else:
        for finding in result.told:
            line = f"{_LINE}\n  The source says “{{source}}”." if finding.source else _LINE
            show([finding.plain()], as_json=False, line=line)
    if result.findings:
        context.exit(1)
    if not as_json:
        click.echo(result.verdict)


@click.command()
@click.argument("source", metavar="FROM", type=click.Path(path_type=Path))
@click.argument("target", metavar="TO", type=click.Path(path_type=Path))
def convert(source: Path, target: Path) -> None:
    """Write a .brief as .brief.yaml, or the other way round.

    Where both end alike, TO is a copy; that of a .brief has its history too.
    """
    opening.convert(source, target)


def _show(project: Project, found: Sequence[Finding], *, as_json: bool = False) -> None:
    """Show findings; only JSON has the whole ids of where they are."""
    from briefer.checking.findings import place_of

    rows = [finding.plain() for finding in found]
    if not as_json:
        rows = [row | {"where": place_of(project, row["where"])} for row in rows]
    show(rows, as_json=as_json, line=_LINE)


COMMANDS: Final = (check, export, verify, convert)
