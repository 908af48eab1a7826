"""Fonts to the file: the glyphs that were printed, under codes that are their code points.

Each is a composite font (ISO 32000-1, 9.7) with Identity-H encoding; a stream says which glyph of the
subset a code shows, another which character it means.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from struct import pack

from briefer.writing.pdf_faces import Face
from briefer.writing.pdf_letters import NOT_SHOWN
from briefer.writing.pdf_objects import Entries, Objects, Reference, Text, Value

# A block of a character map holds a hundred entries at most.
_BLOCK = 100


def embed(objects: Objects, face: Face) -> Reference:
    """Write a font with the glyphs that were printed, and give the reference that pages use."""
    codes = {face.code(char): char for char in sorted(face.printed)}
    name = f"/{_tag(codes)}+{face.name}"
    descendant: Entries = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": {"Registry": Text("Adobe"), "Ordering": Text("Identity"), "Supplement": 0},
        "FontDescriptor": objects.refer(_descriptor(objects, face, name, codes)),
        "W": _widths(face, codes),
        "CIDToGIDMap": objects.stream(_glyphs(face, codes)),
    }
    font: Entries = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": [objects.refer(descendant)],
        "ToUnicode": objects.stream(_meanings(codes)),
    }
    return objects.refer(font)


def _tag(codes: dict[int, str]) -> str:
    """Name the subset by six letters, the same for the same characters."""
    digest = sha256("".join(codes.values()).encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _descriptor(objects: Objects, face: Face, name: str, codes: dict[int, str]) -> Entries:
    font = face.font
    subset = font.makeSubset(_shown(face, codes))
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
        "FontFile2": objects.stream(subset, {"Length1": len(subset)}),
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
