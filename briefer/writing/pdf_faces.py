"""The fonts of a PDF: which one prints a character, how wide it is, and what has been printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase.ttfonts import TTFontFile

from briefer.paths import resources
from briefer.wording.scripts import Script, script_runs
from briefer.writing.pdf_letters import NOT_SHOWN

# Code points beyond 16 bits are numbered from here: surrogates are no characters.
_BEYOND = 0xD800


class _Advances(dict[str, int]):
    """How far each character moves on, in thousandths of the size."""

    def __init__(self, font: TTFontFile) -> None:
        super().__init__()
        self._widths: dict[int, int] = font.charWidths
        self._absent: int = self._widths.get(ord(NOT_SHOWN), 1000)

    def __missing__(self, char: str) -> int:
        width = self._widths.get(ord(char), self._absent)
        self[char] = width
        return width


class _Opened(NamedTuple):
    """A font file as it was read: the characters it has, and how far each character moves on."""

    font: TTFontFile
    has: frozenset[str]
    advances: _Advances


@cache
def _opened(name: str) -> _Opened:
    """Read a font file, once a process: the larger ones take 0.1 s, a document needs half a dozen.

    Subsets move the reading place of the font, so that no two threads may make them at once.
    """
    font = TTFontFile(str(resources("fonts") / f"{name}.ttf"))
    return _Opened(font, frozenset("\n").union(map(chr, font.charToGlyph)), _Advances(font))


class Face:
    """One font file in a document; `resource` is its name in the pages of the document.

    A character's code in the document is its code point, so that two characters of one glyph
    (a space and a no-break space) stay two for whoever reads the text back.
    """

    def __init__(self, name: str, resource: str) -> None:
        self.name = name
        self.resource = resource
        self.font, self.has, self.advances = _opened(name)
        self.printed: set[str] = set()
        self._beyond: dict[int, str] = {}

    def width(self, text: str) -> int:
        """Measure words, in thousandths of the size."""
        return sum(map(self.advances.__getitem__, text))

    def encode(self, text: str) -> str:
        """Give the operand that shows these words, in hexadecimal, and remember them."""
        self.printed.update(text)
        codes = text.encode("utf-16-be")
        if len(codes) != 2 * len(text):
            codes = text.translate(self._numbered(text)).encode("utf-16-be", "surrogatepass")
        return codes.hex()

    def code(self, char: str) -> int:
        """Give the code by which a printed character stands in the document."""
        return ord(self._beyond.get(ord(char), char))

    def _numbered(self, text: str) -> dict[int, str]:
        for char in text:
            if char > "\uffff":
                self._beyond.setdefault(ord(char), chr(_BEYOND + len(self._beyond)))
        return self._beyond


class Faces:
    """The fonts of one document, each opened when the first character needs it."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}

    def face(self, name: str) -> Face:
        if name not in self._faces:
            self._faces[name] = Face(name, f"F{len(self._faces) + 1}")
        return self._faces[name]

    def opened(self) -> Iterator[Face]:
        """Give each font that something was printed with."""
        return (face for face in self._faces.values() if face.printed)

    def pieces(self, text: str, name: str, language: str) -> list[tuple[Face, str]]:
        """Part words by the font that prints them, in order; `name` is the first choice.

        A character that no font has stays with the first choice, which prints its mark.
        """
        main = self.face(name)
        if main.has.issuperset(text):
            return [(main, text)]
        found: list[tuple[Face, str]] = []
        for script, start, end in script_runs(text, language):
            choose = partial(self._chosen, _order(script, name), main)
            found += [(face, "".join(chars)) for face, chars in groupby(text[start:end], choose)]
        return found

    def _chosen(self, order: tuple[str, ...], main: Face, char: str) -> Face:
        return next((face for face in map(self.face, order) if char in face.has), main)


def _order(script: Script, name: str) -> tuple[str, ...]:
    """Name the fonts to ask for a character: the script's own first."""
    weight = "Regular" if name.endswith(("Regular", "-Italic")) else "Bold"
    korean, japanese = f"NotoSerifKR-{weight}", f"NotoSerifJP-{weight}"
    match script:
        case Script.KOREAN:
            return korean, name, japanese
        case Script.JAPANESE:
            return japanese, name, korean
        case Script.LATIN:
            return name, f"NotoSerif-{weight}", japanese, korean
