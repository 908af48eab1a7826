"""What the pages of a PDF draw, in the few operators that our writer uses; any other is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from briefer.checking.pdf_syntax import NotOursError

_NUMBER: Final = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
_OPERATOR: Final = re.compile(
    rf"/(?P<role>[A-Za-z0-9]+) <<(?P<entries>[^<>()]*)>> BDC"
    rf"|(?P<end>EMC)"
    rf"|(?P<colour>{_NUMBER} {_NUMBER} {_NUMBER}) rg"
    rf"|(?P<box>{_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER}) re f"
    rf"|BT (?:/(?P<font>[A-Za-z0-9]+) (?P<size>{_NUMBER}) Tf )?"
    rf"1 0 0 1 (?P<x>{_NUMBER}) (?P<y>{_NUMBER}) Tm <(?P<shown>(?:[0-9a-f]{{4}})*)> Tj ET"
)
_ENTRY: Final = re.compile(r"/([A-Za-z]+) (\d+|/[A-Za-z]+)")
_KINDS: Final = {"Body": "body", "Foot": "foot", "Again": "again", "Paper": "paper"}
_KNOWN: Final = frozenset({*_KINDS, "MCID", "Mark", "Label", "Type", "Subtype"})

Colour = tuple[float, float, float]


class Box(NamedTuple):
    """A rectangle, in points from the paper's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Tell whether two share more than a hair's breadth."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > _HAIR
            and min(self.top, other.top) - max(self.bottom, other.bottom) > _HAIR
        )

    def around(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


_HAIR: Final = 0.7


class Owner(NamedTuple):
    """What marked content belongs to: body, foot, again or paper, and the number there."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words drawn in one go; `mark` or `label` is the number of a note, if the words are that."""

    owner: Owner
    role: str
    content: int
    mark: int
    label: int
    font: str
    size: float
    x: float
    y: float
    width: float
    words: str
    colour: Colour

    @property
    def box(self) -> Box:
        """The room of its small letters: what must not be covered."""
        return Box(self.x, self.y, self.x + self.width, self.y + 0.5 * self.size)


class Fill(NamedTuple):
    """A rectangle painted after so many pieces."""

    box: Box
    colour: Colour
    after: int


@dataclass(slots=True)
class Sheet:
    """What one page draws, in order; `contents` are the numbers of its marked contents."""

    pieces: list[Piece] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    contents: list[tuple[int, str]] = field(default_factory=list)


class Typeface(NamedTuple):
    """A font as a page knows it: what its codes mean, and how wide they are in thousandths."""

    meanings: dict[int, str]
    widths: dict[int, float]


def drawn(content: bytes, fonts: dict[str, Typeface]) -> Sheet:
    """Read what a page draws; raises NotOursError for anything that our writer does not write."""
    sheet = Sheet()
    state = _State(fonts)
    for operator in _operators(content):
        match operator.lastgroup:
            case "entries":
                state.open(operator["role"], operator["entries"])
                if state.content is not None:
                    sheet.contents.append((state.content, state.role))
            case "end":
                state.close()
            case "colour":
                red, green, blue = map(float, operator["colour"].split())
                state.colour = (red, green, blue)
            case "box":
                sheet.fills.append(state.fill(operator["box"], len(sheet.pieces)))
            case _:
                sheet.pieces.append(state.piece(operator))
    if state.owner is not None:
        raise NotOursError
    return sheet


def _operators(content: bytes) -> Iterator[re.Match[str]]:
    text = content.decode("latin-1")
    place = 0
    while place < len(text):
        found = _OPERATOR.match(text, place)
        if found is None or text[found.end() : found.end() + 1] not in {"\n", ""}:
            raise NotOursError
        yield found
        place = found.end() + 1


class _State:
    """Where the reading of a page is."""

    def __init__(self, fonts: dict[str, Typeface]) -> None:
        self._fonts = fonts
        self._font, self._size = "", 0.0
        self._mark = self._label = 0
        self.colour: Colour = (0, 0, 0)
        self.owner: Owner | None = None
        self.role = ""
        self.content: int | None = None

    def open(self, role: str, written: str) -> None:
        entries = dict(_ENTRY.findall(written))
        kinds = entries.keys() & _KINDS
        strange = _ENTRY.sub("", written).strip() or entries.keys() - _KNOWN
        if self.owner is not None or len(kinds) != 1 or strange:
            raise NotOursError
        kind = kinds.pop()
        self.owner = Owner(_KINDS[kind], _whole(entries[kind]))
        self.role = role
        self.content = _whole(entries["MCID"]) if "MCID" in entries else None
        self._mark, self._label = _whole(entries.get("Mark", "0")), _whole(entries.get("Label", "0"))
        of_text = self.owner.kind in {"body", "foot"}
        if of_text != (self.content is not None) or (role == "Artifact") == of_text:
            raise NotOursError

    def close(self) -> None:
        if self.owner is None:
            raise NotOursError
        self.owner = None

    def fill(self, box: str, after: int) -> Fill:
        if self.owner != _GROUNDS:
            raise NotOursError
        x, y, width, height = map(float, box.split())
        return Fill(Box(x, y, x + width, y + height), self.colour, after)

    def piece(self, operator: re.Match[str]) -> Piece:
        if operator["font"] is not None:
            self._font, self._size = operator["font"], float(operator["size"])
        face, shown = self._fonts.get(self._font), operator["shown"]
        codes = [int(shown[at : at + 4], 16) for at in range(0, len(shown), 4)]
        if self.owner is None or face is None or not face.meanings.keys() >= set(codes):
            raise NotOursError
        width = sum(map(face.widths.__getitem__, codes)) * self._size / 1000
        return Piece(
            self.owner,
            self.role,
            self.content or 0,
            self._mark,
            self._label,
            self._font,
            self._size,
            float(operator["x"]),
            float(operator["y"]),
            width,
            "".join(map(face.meanings.__getitem__, codes)),
            self.colour,
        )


_GROUNDS: Final = Owner("paper", 3)


def _whole(written: str) -> int:
    if not written.isdigit() or len(written) > len("1000000000"):
        raise NotOursError
    return int(written)
