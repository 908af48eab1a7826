"""Fonts to the file: the glyphs that were printed, under codes that are their code points.

Each is a composite font (ISO 32000-1, 9.7) with Identity-H encoding; a stream says which glyph of the
subset a code shows, another which character it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from itertools import groupby
from struct import pack
from typing import NamedTuple

from briefer.paths import resources
from briefer.writing.pdf_faces import Face
from briefer.writing.pdf_letters import NOT_SHOWN
from briefer.writing.pdf_objects import Entries, Objects, Reference, Text, Value

# A block of a character map holds a hundred entries at most.
_BLOCK = 100


class Subset(NamedTuple):
    """What a file holds of a font: its name, the font program, and three maps from the codes that it knows.

    `glyphs` says which glyph each code shows, `meanings` which character, `widths` how wide it is.
    """

    name: str
    program: bytes
    glyphs: bytes
    meanings: bytes
    widths: list[Value]


def subset(face: Face) -> Subset:
    """Make the subset with the characters that a face has printed; equal ones are equal byte for byte."""
    codes = {face.code(char): char for char in sorted(face.printed)}
    return Subset(
        f"{_tag(codes)}+{face.name}",
        face.font.makeSubset(_shown(face, codes)),
        _glyphs(face, codes),
        _meanings(codes),
        _widths(face, codes),
    )


def subset_of(name: str, meanings: Mapping[int, str]) -> Subset | None:
    """Make the subset of a font here in which codes have these meanings; None without such a font."""
    if not meanings or not resources("fonts").joinpath(f"{name}.ttf").is_file():
        return None
    face = Face(name, "")
    face.encode("".join(char for _, char in sorted(meanings.items())))
    return subset(face)


def embed(objects: Objects, face: Face) -> Reference:
    """Write a font with the glyphs that were printed, and give the reference that pages use."""
    made = subset(face)
    name = f"/{made.name}"
    descendant: Entries = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": {"Registry": Text("Adobe"), "Ordering": Text("Identity"), "Supplement": 0},
        "FontDescriptor": objects.refer(_descriptor(objects, face, name, made.program)),
        "W": made.widths,
        "CIDToGIDMap": objects.stream(made.glyphs),
    }
    font: Entries = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": [objects.refer(descendant)],
        "ToUnicode": objects.stream(made.meanings),
    }
    return objects.refer(font)


def _tag(codes: dict[int, str]) -> str:
    """Name the subset by six letters, the same for the same characters."""
    digest = sha256("".join(codes.values()).encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _descriptor(objects: Objects, face: Face, name: str, program: bytes) -> Entries:
    font = face.font
    return {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": font.flags,
        "FontBBox": font.bbox,
        "ItalicAngle": font.italicAngle,
        "Ascent": font.ascent,
        "Descent": font.descent,
        "CapHeight": font.capHeight,
        "StemV": font.stemV,
        "FontFile2": objects.stream(program, {"Length1": len(program)}),
    }


def _shown(face: Face, codes: dict[int, str]) -> list[int]:
    """Give the code points whose glyphs are shown: the mark's for what the font cannot show."""
    return [ord(char if char in face.has else NOT_SHOWN) for char in codes.values()]


def _glyphs(face: Face, codes: dict[int, str]) -> bytes:
    """Say which glyph of the subset each code shows: it numbers them from 1 as they first occur."""
    numbers: dict[int, int] = {0: 0}
    glyphs = bytearray(2 * (max(codes) + 1))
    for code, point in zip(codes, _shown(face, codes), strict=True):
        glyph = face.font.charToGlyph.get(point, 0)
        number = numbers.setdefault(glyph, len(numbers))
        glyphs[2 * code : 2 * code + 2] = pack(">H", number)
    return bytes(glyphs)


def _widths(face: Face, codes: dict[int, str]) -> list[Value]:
    """Give the widths, one array for each row of codes without a gap."""
    widths: list[Value] = []
    for _, row in groupby(enumerate(sorted(codes)), lambda counted: counted[1] - counted[0]):
        following = [code for _, code in row]
        widths += [following[0], [face.advances[codes[code]] for code in following]]
    return widths


def _meanings(codes: dict[int, str]) -> bytes:
    """Write the map from codes to characters."""
    entries = [f"<{code:04X}> <{char.encode('utf-16-be').hex()}>" for code, char in sorted(codes.items())]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{mapped}
endcmap
CMapName currentdict /CMap defineresource pop
end
end""".encode()
