"""Whether a font in a PDF shows the letters that it says: it must be a subset of one that we ship."""

from __future__ import annotations

import re
from typing import Final

from briefer.checking.pdf_operators import Typeface
from briefer.checking.pdf_syntax import Name, NotOursError, Objects, Value
from briefer.writing.pdf_fonts import subset_of

_FONT: Final = frozenset({"Type", "Subtype", "BaseFont", "Encoding", "DescendantFonts", "ToUnicode"})
_DESCENDANT: Final = frozenset({
    "Type", "Subtype", "BaseFont", "CIDSystemInfo", "FontDescriptor", "W", "CIDToGIDMap",
})  # fmt: skip
_DESCRIPTOR: Final = frozenset({
    "Type", "FontName", "Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV",
    "FontFile2",
})  # fmt: skip
_MEANING: Final = re.compile(rb"\n<([0-9A-F]{4})> <((?:[0-9a-f]{4})+)>(?=\n)")


def typeface(objects: Objects, font: Value) -> tuple[Typeface, bool]:
    """Read a font, and tell whether its letters, codes and widths are all those of the font it names."""
    entries = objects.entries(font, _FONT)
    (kind,) = objects.items(entries["DescendantFonts"])
    below = objects.entries(kind, _DESCENDANT)
    descriptor = objects.entries(below["FontDescriptor"], _DESCRIPTOR)
    if entries["Subtype"] != "Type0" or entries["Encoding"] != "Identity-H":
        raise NotOursError
    meanings = objects.stream(entries["ToUnicode"]).content
    known = _meanings(meanings)
    widths = objects.items(below["W"])
    name = entries["BaseFont"]
    made = subset_of(_family(name), known)
    true = made is not None and (
        name == below["BaseFont"] == descriptor["FontName"] == made.name
        and meanings == made.meanings
        and widths == made.widths
        and objects.stream(below["CIDToGIDMap"]).content == made.glyphs
        and objects.stream(descriptor["FontFile2"]).content == made.program
    )
    return Typeface(known, _widths(widths)), true


def _family(name: Value) -> str:
    """Return the name of a font without the tag of its subset."""
    if not isinstance(name, Name) or not re.fullmatch(r"[A-Z]{6}\+[A-Za-z]+-?[A-Za-z]*", name):
        raise NotOursError
    return name.partition("+")[2]


def _meanings(written: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for code, meaning in _MEANING.findall(written):
        found[int(code, 16)] = bytes.fromhex(meaning.decode()).decode("utf-16-be", "replace")
    if any(len(char) != 1 for char in found.values()):
        raise NotOursError
    return found


def _widths(written: list[Value]) -> dict[int, float]:
    found: dict[int, float] = {}
    for first, row in zip(written[::2], written[1::2], strict=False):
        if not isinstance(first, int) or not isinstance(row, list):
            raise NotOursError
        found |= {first + place: width for place, width in enumerate(row)}
    return found
