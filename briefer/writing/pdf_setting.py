"""Inlines to stretches: which font, size and colour each run gets, and what it links to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from briefer.writing.brief import Inlines, NoteMark, Run
from briefer.writing.pdf_faces import Face, Faces
from briefer.writing.pdf_letters import letters
from briefer.writing.pdf_lines import Colour, Look, Stretch
from briefer.writing.pdf_shapes import LINK, MARK_GAP, MARK_RISE, MARK_SIZE, QUIET, Shape, Sheet

_Measured = dict[str, tuple[float, float]]


class Setting:
    """Sets words in the fonts of one document, whose own language needs no saying."""

    def __init__(self, faces: Faces, language: str, sheet: Sheet) -> None:
        self._faces = faces
        self._accent = sheet.colours.accent
        self._least_gap = sheet.note_label / 4
        self._language = language
        self._english = language.partition("-")[0] == "en"
        self._measured: dict[tuple[Face, float], _Measured] = {}
        self._plain: dict[tuple[Face, float, Colour, str, bool], Look] = {}

    def inlines(self, inlines: Inlines, shape: Shape) -> list[Stretch]:
        """Set the runs and marks of a paragraph."""
        stretches: list[Stretch] = []
        for part in inlines:
            stretches += self.run(part, shape) if isinstance(part, Run) else [self._mark(part, shape)]
        return stretches

    def run(self, run: Run, shape: Shape) -> list[Stretch]:
        """Set one run, in as many stretches as it takes fonts."""
        name, colour = _face_name(run, shape), self._colour(run, shape)
        size = shape.size * 0.95 if run.style == "lead" and not shape.sans else shape.size
        language = "" if run.language == self._language else run.language
        parted = shape.parts_words and self._english and not language
        pieces = self._faces.pieces(letters(run.text), name, language)
        if not run.link:
            return [
                Stretch(text, self._shared(face, size, colour, language, parted=parted))
                for face, text in pieces
            ]
        link = partial(Look, size=size, colour=colour, target=run.link, language=language)
        return [Stretch(text, link(face)) for face, text in pieces]

    def label(self, number: int, shape: Shape) -> Stretch:
        """Set the number at the beginning of a note."""
        face = self._faces.face("NotoSans-SemiBold")
        look = Look(face, shape.size * 0.9, self._accent, target=f"#_Note{number}", label=number)
        return Stretch(str(number), look)

    def indented(self, stretches: list[Stretch], label: Stretch, to: float) -> list[Stretch]:
        """Let the words after a label begin `to` points from the left, or just behind it."""
        first, *others = stretches
        look = first.look
        gap = max(to - label.look.measure(label.text)[0], self._least_gap)
        return [label, Stretch(first.text, replace(look, gap=gap)), *others]

    def _mark(self, mark: NoteMark, shape: Shape) -> Stretch:
        face = self._faces.face("NotoSans-SemiBold")
        size, rise = shape.size * MARK_SIZE, shape.size * MARK_RISE
        look = Look(face, size, self._accent, rise, f"#_Foot{mark.number}", mark=mark.number, gap=MARK_GAP)
        return Stretch(str(mark.number), look)

    def _colour(self, run: Run, shape: Shape) -> Colour:
        if run.link:
            return LINK
        if run.style == "quiet":
            return QUIET
        return self._accent if run.style == "lead" else shape.colour

    def _shared(self, face: Face, size: float, colour: Colour, language: str, *, parted: bool) -> Look:
        key = (face, size, colour, language, parted)
        if key not in self._plain:
            measured = self._cache(face, size)
            look = Look(face, size, colour, language=language, measured=measured)
            look.hyphen = Look(face, size, colour, measured=measured) if parted else None
            self._plain[key] = look
        return self._plain[key]

    def _cache(self, face: Face, size: float) -> _Measured:
        """Give the widths that all looks of one font and size share."""
        return self._measured.setdefault((face, size), {})


def _face_name(run: Run, shape: Shape) -> str:
    if shape.sans or run.style == "lead":
        bold = shape.bold or run.style in {"bold", "lead"}
        return "NotoSans-SemiBold" if bold else "NotoSans-Regular"
    return {"bold": "NotoSerif-Bold", "italic": "NotoSerif-Italic"}.get(run.style, "NotoSerif-Regular")
