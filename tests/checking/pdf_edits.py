"""Single edits of a PDF of ours, each of which somebody might make to mislead: by kind, each one at random.

The file keeps the form that our writer gives it, so that only the edit itself can be noticed. An edit
returns False where the brief has nothing that it could change visibly or in meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from briefer.writing.pdf_letters import as_read
from tests.checking.pdf_files import Objects

Edit = Callable[[Objects, Random], bool]

_SHOWN: Final = re.compile(rb"BT (?:/(F\d+) [\d.]+ Tf )?1 0 0 1 ([\d.-]+) ([\d.-]+) Tm <([0-9a-f]*)> Tj ET")
_OWNER: Final = re.compile(rb"/(Body|Foot|Again|Paper) (\d+)(?: /(Mark|Label) (\d+))?")


@dataclass(slots=True)
class Piece:
    """Words drawn in line `place` of a page's content."""

    page: int
    place: int
    kind: str
    owner: bytes
    font: bytes
    at: tuple[bytes, bytes]
    shown: bytes

    @property
    def words(self) -> str:
        return bytes.fromhex(self.shown.decode()).decode("utf-16-be", "surrogatepass")


def pieces(objects: Objects, *kinds: str) -> list[Piece]:
    """List what the pages show of paragraphs ("Body"), notes ("Foot") and their numbers ("Mark", "Label")."""
    found = []
    for page in objects.contents():
        kind, owner, font = "", b"", b""
        for place, line in enumerate(objects.stream(page).split(b"\n")):
            if line.endswith(b"BDC") and (match := _OWNER.search(line)):
                kind, owner = (match[3] or match[1]).decode(), match[0]
            elif shown := _SHOWN.fullmatch(line):
                font = shown[1] or font
                found.append(Piece(page, place, kind, owner, font, (shown[2], shown[3]), shown[4]))
    return [piece for piece in found if piece.kind in kinds and as_read(piece.words)]


def put(objects: Objects, piece: Piece, line: bytes) -> None:
    """Put another line in the place of a piece's."""
    lines = objects.stream(piece.page).split(b"\n")
    lines[piece.place] = line
    objects.write(piece.page, b"\n".join(lines))


def line_of(objects: Objects, piece: Piece) -> bytes:
    return objects.stream(piece.page).split(b"\n")[piece.place]


def a_character(*kinds: str) -> Edit:
    """Change, add or take away a visible character, by letters that the same font prints elsewhere."""

    def edit(objects: Objects, chance: Random) -> bool:
        there = pieces(objects, *kinds)
        if not there:
            return False
        piece = chance.choice(there)
        codes = re.findall(b"....", piece.shown)
        others = {
            code for each in there if each.font == piece.font for code in re.findall(b"....", each.shown)
        }
        at, other = chance.randrange(len(codes)), chance.choice(sorted(others))
        changed = [
            *codes[:at],
            *chance.choice(((other,), (other,), (), (codes[at], other))),
            *codes[at + 1 :],
        ]
        after = b"".join(changed)
        words = bytes.fromhex(after.decode()).decode("utf-16-be", "surrogatepass")
        if as_read(words) == as_read(piece.words) or not after:
            return False
        put(objects, piece, line_of(objects, piece).replace(b"<%b>" % piece.shown, b"<%b>" % after))
        return True

    return edit


def swapped(part: Callable[[Piece], bytes], *kinds: str) -> Edit:
    """Let what two pieces of a page and a font have of something change places."""

    def edit(objects: Objects, chance: Random) -> bool:
        there = pieces(objects, *kinds)
        pairs = [chance.sample(there, 2) for _ in range(40)] if len(there) > 1 else []
        for one, other in pairs:
            alike = one.page == other.page and one.font == other.font
            if alike and part(one) != part(other) and as_read(one.words) != as_read(other.words):
                lines = line_of(objects, one), line_of(objects, other)
                put(objects, one, lines[0].replace(part(one), part(other)))
                put(objects, other, lines[1].replace(part(other), part(one)))
                return True
        return False

    return edit


def lost(*kinds: str) -> Edit:
    """Take a whole line of words away."""

    def edit(objects: Objects, chance: Random) -> bool:
        there = [piece for piece in pieces(objects, *kinds) if b"Tf" not in line_of(objects, piece)]
        if not there:
            return False
        put(objects, chance.choice(there), b"EMC\n/Artifact <</Type /Layout /Paper 3>> BDC")
        return True

    return edit


def renumbered(objects: Objects, chance: Random) -> bool:
    """Let two paragraphs or notes of a page exchange their numbers."""
    there = pieces(objects, "Body", "Foot")
    pairs = [chance.sample(there, 2) for _ in range(40)] if len(there) > 1 else []
    for one, other in pairs:
        first, last = (re.match(rb"/(?:Body|Foot) \d+", each.owner)[0] for each in (one, other))  # type: ignore[index]
        if one.page == other.page and one.kind == other.kind and first != last:
            parted = re.split(rb"(%b|%b)(?![0-9])" % (first, last), objects.stream(one.page))
            turned = {first: last, last: first}
            objects.write(one.page, b"".join(turned.get(part, part) for part in parted))
            return True
    return False


def exchanged(pattern: bytes) -> Edit:
    """Let two different matches of a pattern (its group) in the dictionaries of objects change places."""

    def edit(objects: Objects, chance: Random) -> bool:
        there = [(n, found) for n, body in objects.bodies.items() if b"\nstream" not in body
                 for found in re.findall(pattern, body)]  # fmt: skip
        if len({found for _, found in there}) < 2:
            return False
        one = chance.choice(there)
        other = chance.choice([each for each in there if each[1] != one[1]])
        for number, before, after in ((*one, other[1]), (*other, one[1])):
            objects.replace(number, before, after)
        return True

    return edit


def in_evidence(objects: Objects, chance: Random) -> bool:
    """Change one letter of the attached evidence."""
    (number,) = objects.numbers(b"/Type /EmbeddedFile")
    content = bytearray(objects.stream(number))
    at = chance.choice([at for at, byte in enumerate(content) if chr(byte).isalnum()])
    content[at] = ord("x") if content[at] != ord("x") else ord("y")
    objects.write(number, bytes(content))
    return True


def in_properties(objects: Objects, chance: Random) -> bool:
    """Change a letter of the metadata."""
    (number,) = objects.numbers(b"/Type /Metadata")
    content = bytearray(objects.stream(number))
    places = [match.start(1) for match in re.finditer(rb">(\w)[^<]*</", content)]
    at = chance.choice(places)
    content[at] = ord("x") if content[at] != ord("x") else ord("y")
    objects.write(number, bytes(content))
    return True


def before(line: bytes) -> Edit:
    """Put an operator before some words."""

    def edit(objects: Objects, chance: Random) -> bool:
        piece = chance.choice(pieces(objects, "Body", "Foot", "Mark", "Label"))
        put(objects, piece, line + b"\n" + line_of(objects, piece))
        return True

    return edit


def covered(objects: Objects, chance: Random) -> bool:
    """Paint over some words."""
    piece = chance.choice(pieces(objects, "Body", "Foot", "Mark"))
    x, y = (float(number) for number in piece.at)
    painted = b"/Artifact <</Type /Layout /Paper 3>> BDC\n1 1 1 rg\n%.2f %.2f 9 9 re f\nEMC" % (x, y)
    objects.write(piece.page, objects.stream(piece.page) + b"\n" + painted)
    return True


def moved(where: bytes) -> Edit:
    """Draw some words somewhere else."""

    def edit(objects: Objects, chance: Random) -> bool:
        piece = chance.choice(pieces(objects, "Body", "Foot", "Mark"))
        put(objects, piece, line_of(objects, piece).replace(b" ".join(piece.at) + b" Tm", where + b" Tm"))
        return True

    return edit


def sized(size: bytes) -> Edit:
    """Draw words so large or small."""

    def edit(objects: Objects, chance: Random) -> bool:
        there = [piece for piece in pieces(objects, "Body", "Foot") if b"Tf" in line_of(objects, piece)]
        piece = chance.choice(there)
        put(objects, piece, re.sub(rb" [\d.]+ Tf", b" %b Tf" % size, line_of(objects, piece)))
        return True

    return edit


def meaning_otherwise(objects: Objects, chance: Random) -> bool:
    """Let two letters of a font be read as each other."""
    fonts = [objects.reference(number, b"ToUnicode") for number in objects.numbers(b"/ToUnicode")]
    number = chance.choice(fonts)
    content = objects.stream(number)
    entries = re.findall(rb"\n<([0-9A-F]{4})> <([0-9a-f]+)>", content)
    if len(entries) < 2:
        return False
    (one, first), (other, last) = chance.sample(entries, 2)
    turned = content.replace(b"\n<%b> <%b>" % (one, first), b"\n<%b> <%b>" % (one, last))
    objects.write(number, turned.replace(b"\n<%b> <%b>" % (other, last), b"\n<%b> <%b>" % (other, first)))
    return True


def shown_otherwise(objects: Objects, chance: Random) -> bool:
    """Let two codes of a font show each other's letters."""
    number = objects.reference(chance.choice(objects.numbers(b"/CIDToGIDMap")), b"CIDToGIDMap")
    glyphs = re.findall(b"(?s)..", objects.stream(number))
    used = [code for code, glyph in enumerate(glyphs) if glyph != b"\0\0"]
    pairs = [(one, other) for one in used for other in used if glyphs[one] != glyphs[other]]
    if not pairs:
        return False
    one, other = chance.choice(pairs)
    glyphs[one], glyphs[other] = glyphs[other], glyphs[one]
    objects.write(number, b"".join(glyphs))
    return True


def drawn_otherwise(objects: Objects, chance: Random) -> bool:
    """Change a byte of a font's program."""
    number = objects.reference(chance.choice(objects.numbers(b"/FontFile2")), b"FontFile2")
    content = bytearray(objects.stream(number))
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    objects.write(number, bytes(content))
    return True


def with_entry(having: bytes, entry: bytes) -> Edit:
    """Give a dictionary that has these bytes another entry."""

    def edit(objects: Objects, chance: Random) -> bool:
        numbers = objects.numbers(having)
        if not numbers:
            return False
        objects.replace(chance.choice(numbers), b"<<\n", b"<<\n%b " % entry)
        return True

    return edit


def _code(piece: Piece) -> bytes:
    return piece.shown


def _spot(piece: Piece) -> bytes:
    return b" ".join(piece.at)


_PAGE: Final = b"/StructParents "
EDITS: Final[dict[str, tuple[Edit, ...]]] = {
    "text": (a_character("Body"), lost("Body")),
    "note": (a_character("Foot"), lost("Foot")),
    "attribution": (
        a_character("Mark"), swapped(_code, "Mark"), exchanged(rb"/D \(_(?:Foot|Note)\d+\)"),
        exchanged(rb"/D \(_(?:Evid|Source)\w+\)"), exchanged(rb"/URI \([^)]*\)"), a_character("Label"),
        exchanged(rb"/Alt \(Note \d+\)"),
    ),
    "order": (
        swapped(_spot, "Body"), swapped(_code, "Body", "Foot"),
        swapped(_spot, "Foot"), renumbered,
    ),
    "evidence": (in_evidence, in_evidence, in_properties),
    "disguise": (
        before(b"1 1 1 rg"), before(b"3 Tr"), before(b"0.97 0.98 0.99 rg"), before(b"/G gs"), before(b"q"),
        moved(b"-900 300"), moved(b"74 2000"), moved(b"74 400"), covered, sized(b"0.10"), sized(b"900"),
        meaning_otherwise, shown_otherwise, drawn_otherwise, with_entry(_PAGE, b"/CropBox [0 0 300 300]"),
        with_entry(_PAGE, b"/Rotate 180"), with_entry(_PAGE, b"/UserUnit 9"), with_entry(_PAGE, b"/AA 1 0 R"),
        with_entry(b"/Subtype /Link", b"/AP 1 0 R"), with_entry(b"/Catalog", b"/OpenAction 1 0 R"),
        with_entry(b"/Catalog", b"/OCProperties 1 0 R"), with_entry(b"/Catalog", b"/AcroForm 1 0 R"),
        with_entry(b"/S /P", b"/ActualText (It broke.)"), with_entry(b"/Font <<", b"/XObject 1 0 R"),
    ),
}  # fmt: skip
