"""Whether the structure of a PDF, which a screen reader follows, is that of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefer.checking.discrepancy import Discrepancy, odd
from briefer.checking.pdf_operators import Piece, Sheet
from briefer.checking.pdf_syntax import Entries, NotOursError, Objects, Value, words_of

_ELEMENT: Final = frozenset({"S", "P", "Pg", "K", "Lang", "Alt", "ID", "A"})
_CONTENT: Final = frozenset({"Type", "Pg", "MCID"})
_LINK: Final = frozenset({"Type", "Pg", "Obj"})
_ROOT: Final = frozenset({"Type", "RoleMap", "K", "ParentTree", "ParentTreeNextKey"})


class _Content(NamedTuple):
    """A marked content as the structure has it: page (from 0), number there, role and spoken words."""

    page: int
    number: int
    role: str
    spoken: str


def untrue(
    objects: Objects, root: Value, pages: Sequence[Value], sheets: Sequence[Sheet]
) -> Iterator[Discrepancy]:
    """Yield where the structure leaves out, adds, reorders or renames what the pages have."""
    contents = list(_contents(objects, objects.entries(root, _ROOT), pages))
    drawn = [(page, number, role) for page, sheet in enumerate(sheets) for number, role in sheet.contents]
    if sorted(content[:3] for content in contents) != sorted(drawn):
        yield odd("the structure for screen readers", "other contents than the pages")
        return
    first: dict[tuple[int, int], Piece] = {}
    for page, sheet in enumerate(sheets):
        for piece in sheet.pieces:
            if piece.role != "Artifact":  # the banner is no content, and has no number
                first.setdefault((page, piece.content), piece)
    pieces = [(content, first.get((content.page, content.number))) for content in contents]
    for kind in ("body", "foot"):
        numbers = [piece.owner.number for _, piece in pieces if piece and piece.owner.kind == kind]
        if numbers != sorted(numbers):
            yield odd("the structure for screen readers", "another order than the pages")
    if not all(content.spoken in _speakable(piece) for content, piece in pieces if piece and content.spoken):
        yield odd("the structure for screen readers", "other words than the pages")


def _speakable(piece: Piece) -> set[str]:
    """Give what may be said in place of the number of a note."""
    if piece.mark:
        return {f"Note {piece.mark}"}
    return {f"Back to the mark of note {piece.label}"} if piece.label else set()


def _contents(objects: Objects, root: Entries, pages: Sequence[Value]) -> Iterator[_Content]:
    """Yield the marked contents in the order of the structure."""
    numbers = {page: number for number, page in enumerate(pages)}
    left = [(kid, "", "", None) for kid in reversed(objects.items(root["K"]))]
    seen = 0
    while left:
        kid, role, spoken, page = left.pop()
        seen += 1
        if seen > 4 * len(objects):
            raise NotOursError
        if isinstance(kid, int):
            yield _Content(numbers[page], kid, role, spoken)
            continue
        found = objects.entries(kid)
        if found.get("Type") == "MCR":
            objects.entries(kid, _CONTENT)
            yield _Content(numbers[found["Pg"]], found["MCID"], role, spoken)
        elif found.get("Type") == "OBJR":
            objects.entries(kid, _LINK)
        else:
            objects.entries(kid, _ELEMENT)
            said = words_of(found["Alt"]) if "Alt" in found and found["S"] != "Span" else spoken
            of_link = "" if said.startswith("Link: ") else said
            below = reversed(objects.items(found["K"]))
            left += [(each, found["S"], of_link, found.get("Pg")) for each in below]
