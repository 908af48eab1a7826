"""A project becomes a brief in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypedDict

from briefer.checking.findings import Finding, findings
from briefer.errors import BrieferError
from briefer.model.preset import WHOLE, Preset
from briefer.model.project import Project
from briefer.tasks.opening import read_open
from briefer.tasks.output import write_beside
from briefer.tasks.presets import find_preset
from briefer.wording.counted import counted, pages_words
from briefer.writing.brief import Brief, Progress, silent

WORD, PDF, HTML, MARKDOWN = FORMATS = (".docx", ".pdf", ".html", ".md")
CARRYING: Final = (WORD, PDF, HTML)
"""The formats that can carry the evidence."""
WITH_SOURCES: Final = PDF
"""The format that can carry the files of the cited sources."""
PAGED: Final = (WORD, PDF)
"""The formats with pages; these are what `verify` reads again."""


class BlockedError(BrieferError):
    """The project has errors, so no brief was written."""

    def __init__(self, errors: list[Finding]) -> None:
        super().__init__(
            f"The export is blocked by {counted(len(errors), 'error')}: mend it, or export a draft."
            f" The first: {errors[0].message}"
        )
        self.errors = errors


class Wanted(TypedDict):
    """What is asked of an export; paper, citations and evidence go before those of the preset."""

    preset: str
    paper: str
    citations: str
    embedded: bool
    with_sources: bool
    draft: bool


def _unheard(_words: str) -> None:
    """Tell nobody."""


def export(
    project: Project,
    out: Path,
    *,
    draft: bool = False,
    preset: Preset = WHOLE,
    progress: Progress = silent,
    told: Callable[[str], object] = _unheard,
) -> list[Finding]:
    """Write the brief at `out`, in the format of its ending, and return the findings.

    `told` hears how much of the pages that it should fill at most the brief fills, if it has such a goal.
    Raises BlockedError when one of them is an error and it is no draft; `out` is then untouched.
    """
    from briefer.writing.compose import compose

    write = writer(out)
    found = findings(project)
    errors = [finding for finding in found if finding.level == "error"]
    if errors and not draft:
        raise BlockedError(errors)
    if out.suffix.lower() not in CARRYING:
        preset = replace(preset, embedded=False)
    if out.suffix.lower() != WITH_SOURCES:
        preset = replace(preset, with_sources=False)
    brief = compose(project, draft=draft, preset=preset)
    if brief.pages and out.suffix.lower() in PAGED:
        told(_written_filling(brief, out, progress))
    else:
        write_beside(out, write(brief, progress))
    return found


def _written_filling(brief: Brief, out: Path, progress: Progress) -> str:
    """Write a brief and say how much of its pages it fills: as a PDF; in Word a line more or less."""
    from briefer.writing.pdf import pages_filled, render_placed

    if out.suffix.lower() == WITH_SOURCES:
        rendered = render_placed(brief, progress)
        write_beside(out, rendered.file)
        return pages_words(rendered.filled, brief.pages)
    write_beside(out, writer(out)(brief, progress))
    return pages_words(pages_filled(brief), brief.pages)


def export_file(path: str, out: str, wanted: Wanted, progress: Progress = silent) -> str:
    """Do the same for a project that the window has open: what a child process is asked for.

    Returns what `told` hears, or nothing.
    """
    heard = [""]
    preset = replace(
        find_preset(wanted["preset"]),
        paper=wanted["paper"],
        citations=wanted["citations"],
        embedded=wanted["embedded"],
        with_sources=wanted["with_sources"],
    )
    session = read_open(Path(path))
    try:
        export(session.project, Path(out), draft=wanted["draft"], preset=preset, progress=progress,
               told=heard.append)  # fmt: skip
    finally:
        session.close()
    return heard[-1]


def check_file(path: str) -> list[dict[str, Any]]:
    """Return the findings of a project that the window has open: what a child process is asked for."""
    session = read_open(Path(path))
    try:
        return [finding.plain() for finding in findings(session.project)]
    finally:
        session.close()


def writer(out: Path) -> Callable[[Brief, Progress], bytes]:
    """Return what renders a brief in the format that a file name asks for; raises BrieferError."""
    match out.suffix.lower():
        case ".docx":
            from briefer.writing import docx

            return docx.render
        case ".pdf":
            from briefer.writing import pdf

            return pdf.render
        case ".html":
            from briefer.writing import html

            return html.render
        case ".md":
            from briefer.writing import markdown

            return markdown.render
    raise BrieferError(f"“{out.name}” ends in none of {', '.join(FORMATS)}; choose one of these.")
