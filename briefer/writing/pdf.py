"""A Brief becomes a PDF: tagged, with its notes at the foot of the page and its evidence attached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.writing.brief import Brief, Progress, silent

if TYPE_CHECKING:
    from briefer.writing.pdf_drawing import Place


def render(brief: Brief, progress: Progress = silent) -> bytes:
    """Print a brief on its paper; the same brief gives the same bytes.

    A character that no font here can show is printed as U+FFFD, never left out.
    """
    return render_placed(brief, progress)[0]


def render_placed(brief: Brief, progress: Progress = silent) -> tuple[bytes, dict[str, Place]]:
    """Do the same and say where each bookmark leads."""
    # They bring in reportlab.
    from briefer.writing.evidence import evidence, to_json
    from briefer.writing.pdf_blocks import Setter
    from briefer.writing.pdf_drawing import Drawing
    from briefer.writing.pdf_faces import Faces
    from briefer.writing.pdf_file import File
    from briefer.writing.pdf_pages import Pager
    from briefer.writing.pdf_shapes import sheet

    faces, paper = Faces(), sheet(brief.look, brief.paper)
    setter = Setter(brief, faces, paper)
    strips = []
    for place, block in enumerate(brief.blocks):
        progress(place, 2 * len(brief.blocks))
        strips += setter.block(block)
    pages = list(Pager(setter.notes, paper).pages(strips))
    drawing = Drawing(faces, brief.banner, paper)
    drawn = []
    for number, page in enumerate(pages):
        drawn.append(drawing.page(page, number, len(pages)))
        progress(len(pages) + number + 1, 2 * len(pages))
    attached = to_json(evidence(brief)) if brief.embedded else b""
    file = File(drawn, faces, paper).write(brief, drawing.places, setter.document, attached)
    return file, drawing.places
