"""A Brief becomes a PDF: tagged, with its notes at the foot of the page and its evidence attached."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefer.writing.brief import Brief, Progress, silent
from briefer.writing.collecting import collection_paused

if TYPE_CHECKING:
    from briefer.writing.pdf_drawing import Place
    from briefer.writing.pdf_faces import Faces
    from briefer.writing.pdf_pages import Page
    from briefer.writing.pdf_shapes import Sheet
    from briefer.writing.pdf_structure import Element


def render(brief: Brief, progress: Progress = silent) -> bytes:
    """Print a brief on its paper; the same brief gives the same bytes.

    A character that no font here can show is printed as U+FFFD, never left out.
    """
    return render_placed(brief, progress).file


class Rendered(NamedTuple):
    """A PDF, where in it each bookmark leads, and how many pages it fills: of the last, the share used."""

    file: bytes
    places: dict[str, Place]
    filled: float


def render_placed(brief: Brief, progress: Progress = silent) -> Rendered:
    """Do the same and say more of it."""
    # They bring in reportlab.
    from briefer.writing.pdf_drawing import Drawing
    from briefer.writing.pdf_file import File

    with collection_paused():
        faces, sheet, document, pages = _laid_out(brief, progress)
        filled = _filled(sheet, pages)
        drawing, file, count = Drawing(faces, brief.banner, sheet), File(sheet, len(pages)), len(pages)
        pages.reverse()
        for number in range(count):  # A page that is drawn is let go: there may be thousands.
            file.add(drawing.page(pages.pop(), number, count))
            progress(count + number + 1, 2 * count)
        written = file.write(brief, faces, drawing.places, document)
    return Rendered(written, drawing.places, filled)


def pages_filled(brief: Brief) -> float:
    """Say how many pages a brief would fill that is not printed."""
    with collection_paused():
        _, sheet, _, pages = _laid_out(brief, silent)
    return _filled(sheet, pages)


def _filled(sheet: Sheet, pages: list[Page]) -> float:
    last = pages[-1]
    return len(pages) - 1 + min(1, (last.used + last.notes_height) / sheet.text_height)


class _Laid(NamedTuple):
    """A brief laid out on its pages."""

    faces: Faces
    sheet: Sheet
    document: Element
    pages: list[Page]


def _laid_out(brief: Brief, progress: Progress) -> _Laid:
    from briefer.writing.pdf_blocks import Setter
    from briefer.writing.pdf_faces import Faces
    from briefer.writing.pdf_pages import Pager
    from briefer.writing.pdf_shapes import sheet as lay_out_paper

    faces, sheet = Faces(), lay_out_paper(brief.look, brief.paper)
    setter = Setter(brief, faces, sheet)
    strips = []
    for place, block in enumerate(brief.blocks):
        progress(place, 2 * len(brief.blocks))
        strips += setter.block(block)
    return _Laid(faces, sheet, setter.document, list(Pager(setter.notes, sheet).pages(strips)))
