"""The brief as it would be exported now, to be looked at before it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from briefer.checking.findings import findings
from briefer.model.preset import WHOLE
from briefer.tasks.opening import read_open
from briefer.tasks.presets import find_preset
from briefer.wording.counted import pages_words


def preview_file(
    path: str, preset: str = WHOLE.name, paper: str = WHOLE.paper, citations: str = WHOLE.citations
) -> dict[str, Any]:
    """Print a project file as PDF: what a child process is asked for; raises BrieferError.

    It is a `draft` where errors would block the export. `margin` is the white at either side in points,
    `filled` says how much of the pages that it should fill at most the brief fills, if it has such a goal;
    `places` are where the bookmarks lead: a page (from 0) and how far below its top, in points; `traces`
    is what comes from which statements and passages (see `writing.traces`).
    """
    from briefer.writing.compose import compose
    from briefer.writing.pdf import render_placed
    from briefer.writing.pdf_shapes import PAPERS
    from briefer.writing.traces import traces

    chosen = replace(find_preset(preset), paper=paper, citations=citations)
    session = read_open(Path(path))
    try:
        draft = any(finding.level == "error" for finding in findings(session.project))
        brief = compose(session.project, draft=draft, preset=chosen)
    finally:
        session.close()
    pdf, places, filled = render_placed(brief)
    height = PAPERS[brief.paper][1]
    return {
        "pdf": pdf,
        "draft": draft,
        "filled": pages_words(filled, brief.pages) if brief.pages else "",
        "margin": brief.look.sides,
        "places": {name: [place.page, height - place.y] for name, place in places.items()},
        "traces": list(traces(brief)),
    }
