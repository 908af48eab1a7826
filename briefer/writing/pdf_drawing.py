"""Pages to drawing operators: every stretch of text is marked with its element and its paragraph.

A reader of the file finds in each mark, beside the number of the stretch (MCID): Body, the number of
the printed paragraph it belongs to, or Foot, that of its note; and Mark or Label where it is itself
the number that refers to a note or begins it. A soft hyphen (U+00AD), shown by itself, parts a word at
the end of a line and is no part of it. What is of the page and not of the text is an artifact:
Again, with the number of its paragraph, the repeated header of a table; Paper 1 the banner on top,
2 page number and banner at the bottom, 3 rules and grounds.
"""

from __future__ import annotations

from math import fsum
from typing import Final, NamedTuple

from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_letters import letters
from briefer.writing.pdf_lines import Colour, Look, Piece
from briefer.writing.pdf_pages import Page
from briefer.writing.pdf_shapes import NOTE_RULE, Shape, Sheet
from briefer.writing.pdf_spoken import spoken
from briefer.writing.pdf_strips import Fill, SetLine, Words
from briefer.writing.pdf_structure import Content, Element

_BANNER_DROP = 40.0
_FOLIO_RISE = 41.0
_BANNER_RISE = 26.0
_LEAST: Final = 5.0
"""No letters are smaller, so that some three hundred find room in a banner."""
_NOTE_RULE_LENGTH = 120.0


class Link(NamedTuple):
    """A link on a page: left, bottom, right, top from the paper's lower left corner."""

    box: tuple[float, float, float, float]
    target: str
    element: Element


class Place(NamedTuple):
    """Where a bookmark leads: a page (from 0), and the point for its window's upper left corner."""

    page: int
    x: float
    y: float


class _Inner(NamedTuple):
    """The last element within a paragraph: its look, the paragraph's kid that has it, and itself.

    Words after it belong to it until others come between: the order of elements is that of reading.
    """

    look: Look
    kid: object
    element: Element


class Drawn(NamedTuple):
    """A page as drawn: its operators, its elements by number of content, its links."""

    operators: str
    contents: list[Element]
    links: list[Link]


class Drawing:
    """Draws the pages of one document and notes where the bookmarks are."""

    def __init__(self, faces: Faces, banner: str, paper: Sheet) -> None:
        self._faces = faces
        self._paper = paper
        self._banner = banner
        self._inner: dict[Element, _Inner] = {}
        self.places: dict[str, Place] = {}

    def page(self, page: Page, number: int, count: int) -> Drawn:
        """Draw page `number` (from 0) of `count`."""
        paper, height = self._paper, self._paper.height
        side = _Side(number, paper, self._inner, self.places)
        side.fill([(top, fill) for top, strip in page.strips for fill in strip.fills])
        banner = self._centred(self._banner, paper.banner, height - _BANNER_DROP)
        side.artifact("Subtype /Header /Paper 1", [banner])
        for top, strip in page.strips:
            side.bookmark(strip.places, height - paper.look.top - top)
        lines = ((top, line) for top, strip in page.strips for line in strip.lines)
        # A row that goes on overleaf is drawn cell by cell, as it is read.
        for top, line in sorted(lines, key=lambda placed: placed[1].words.number):
            side.line(line, height - paper.look.top - top)
        side.notes(page)
        folio = self._centred(f"Page {number + 1} of {count}", paper.folio, _FOLIO_RISE)
        side.artifact(
            "Subtype /Footer /Paper 2", [folio, self._centred(self._banner, paper.banner, _BANNER_RISE)]
        )
        return Drawn(side.operators(), side.contents, side.links)

    def _centred(self, text: str, shape: Shape, y: float) -> tuple[float, list[Piece]]:
        """Set a line that belongs to the paper, not to the text, as large as there is room; or no words."""
        name = "NotoSans-SemiBold" if shape.bold else "NotoSans-Regular"
        parts = list(self._faces.pieces(letters(text), name, "")) if text else []
        wide = fsum(Look(face, shape.size, shape.colour).measure(words)[0] for face, words in parts)
        size = max(_LEAST, shape.size * min(1, self._paper.text_width / wide)) if wide else shape.size
        pieces: list[Piece] = []
        x = 0.0
        for face, words in parts:
            look = Look(face, size, shape.colour)
            width = look.measure(words)[0]
            pieces.append(Piece(x, words, look, width))
            x += width
        left = (self._paper.width - x) / 2
        return y, [piece._replace(x=piece.x + left) for piece in pieces]


class _Side:
    """The operators of one page, as they grow."""

    def __init__(
        self,
        number: int,
        paper: Sheet,
        inner: dict[Element, _Inner],
        places: dict[str, Place],
    ) -> None:
        self._number = number
        self._paper = paper
        self._ceiling = paper.height - paper.look.top
        self._inner = inner
        self._places = places
        self._operators: list[str] = []
        self._open: tuple[Element | None, Words] | None = None
        self._font = ""
        self._colour: Colour = (0, 0, 0)
        self.contents: list[Element] = []
        self.links: list[Link] = []

    def operators(self) -> str:
        return "\n".join(self._operators)

    def fill(self, fills: list[tuple[float, Fill]]) -> None:
        if not fills:
            return
        self._operators.append("/Artifact <</Type /Layout /Paper 3>> BDC")
        for top, fill in fills:
            self._paint(fill.colour)
            y = self._ceiling - top - fill.top - fill.height
            self._operators.append(
                f"{self._paper.left + fill.x:.2f} {y:.2f} {fill.width:.2f} {fill.height:.2f} re f"
            )
        self._operators.append("EMC")

    def artifact(self, entries: str, lines: list[tuple[float, list[Piece]]]) -> None:
        """Draw lines that belong to the paper; each with the height of its base line."""
        self._operators.append(f"/Artifact <</Type /Pagination /{entries}>> BDC")
        for y, pieces in lines:
            for piece in pieces:
                self._show(piece, piece.x, y)
        self._operators.append("EMC")

    def bookmark(self, names: tuple[str, ...], y: float) -> None:
        for name in names:
            self._places[name] = Place(self._number, self._paper.left, y + 4)

    def line(self, line: SetLine, top: float) -> None:
        """Draw a line of the text or of a note; `top` is the height of its strip's upper edge."""
        y = top - line.drop
        for piece in line.line.pieces:
            x = self._paper.left + line.x + piece.x
            look, words = piece.look, line.words
            element = words.element and self._element(words.element, look, piece.text)
            self._begin(element, words, look)
            self._show(piece, x, y + look.rise)
            if look.mark or look.label:
                name = f"_Note{look.mark}" if look.mark else f"_Foot{look.label}"
                self._places[name] = Place(self._number, self._paper.left, y + 2 * look.size)
            if look.target and element:
                low, high = y + look.rise - 0.25 * look.size, y + look.rise + 0.85 * look.size
                self.links.append(Link((x, low, x + piece.width, high), look.target, element))
        self._end_if(line.words)

    def notes(self, page: Page) -> None:
        """Draw the notes, the last one standing at the foot of the page, under a short rule."""
        self._end()
        if page.notes:
            top = self._paper.look.bottom + page.notes_height
            rule = Fill(0, NOTE_RULE / 2 - 1, _NOTE_RULE_LENGTH, 0.6, self._paper.colours.rule)
            self.fill([(self._ceiling - top, rule)])
            for below, line in page.notes:
                self.line(line, top - below)
            self._end()

    def _element(self, element: Element, look: Look, words: str) -> Element:
        """Give the element for a look within a paragraph: its own for links and other languages."""
        if not (look.target or look.language):
            return element
        last = self._inner.get(element)
        if last is None or last.look != look or element.kids[-1] is not last.kid:
            found = _inner(element, look)
            last = self._inner[element] = _Inner(look, element.kids[-1], found)
        if last.element.description and any(map(str.isalnum, words)):
            last.element.alternative = ""  # one of its pieces can be read aloud
        return last.element

    def _begin(self, element: Element | None, words: Words, look: Look) -> None:
        """Open the marked content that a piece belongs to, unless it is open."""
        if self._open == (element, words) and not look.mark and not look.label:
            return
        self._end()
        entry = f"/{'Foot' if words.of_note else 'Body'} {words.number}"
        if look.mark or look.label:
            entry += f" /Mark {look.mark}" if look.mark else f" /Label {look.label}"
        if element is None:
            self._operators.append(f"/Artifact <</Type /Pagination /Again {words.number}>> BDC")
        else:
            number = len(self.contents)
            self.contents.append(element)
            element.kids.append(Content(self._number, number))
            self._operators.append(f"/{element.role} <</MCID {number} {entry}>> BDC")
        self._open = (element, words)

    def _end_if(self, words: Words) -> None:
        """Close what is no part of the text at the end of its line."""
        if words.element is None:
            self._end()

    def _end(self) -> None:
        if self._open is not None:
            self._operators.append("EMC")
            self._open = None

    def _show(self, piece: Piece, x: float, y: float) -> None:
        look = piece.look
        self._paint(look.colour)
        font = f"/{look.face.resource} {look.size:.2f} Tf "
        change, self._font = "" if font == self._font else font, font
        shown = look.face.encode(piece.text)
        self._operators.append(f"BT {change}1 0 0 1 {x:.2f} {y:.2f} Tm <{shown}> Tj ET")

    def _paint(self, colour: Colour) -> None:
        if colour != self._colour:
            self._colour = colour
            self._operators.append("{:.3g} {:.3g} {:.3g} rg".format(*colour))


def _inner(element: Element, look: Look) -> Element:
    """Make the element; a link is read as its description until it has a letter to read aloud."""
    if not look.target:
        return element.add("Span", language=look.language)
    said = spoken(look.target, look.mark, look.label)
    if look.mark or look.label:
        return element.add("Reference" if look.mark else "Lbl").add("Link", alternative=said)
    return element.add("Link", language=look.language, alternative=said, description=said)
