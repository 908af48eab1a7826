"""Whether a screen reader says what the pages of a PDF show: the same words, in their order and language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from briefer.checking.discrepancy import Discrepancy, odd
from briefer.checking.pdf_links import Link
from briefer.checking.pdf_operators import Piece, Sheet
from briefer.checking.pdf_syntax import Entries, Reference, words_of
from briefer.checking.pdf_tree import Tree

_WHERE: Final = "the structure for screen readers"
Shown = dict[tuple[int, int], list[Piece]]
"""The words of marked contents, by page (from 0) and number there."""


def untrue(
    tree: Tree, sheets: Sequence[Sheet], links: Sequence[Link], languages: AbstractSet[str]
) -> Iterator[Discrepancy]:
    """Yield where the structure leaves out, adds, reorders or renames what the pages have."""
    drawn = [(page, number, role) for page, sheet in enumerate(sheets) for number, role in sheet.contents]
    if sorted(content[:3] for content in tree.contents) != sorted(drawn):
        yield odd(_WHERE, "other contents than the pages")
        return
    shown = _shown(sheets)
    words = [shown[content[:2]] for content in tree.contents if content[:2] in shown]
    for kind in ("body", "foot"):
        numbers = [pieces[0].owner.number for pieces in words if pieces[0].owner.kind == kind]
        if numbers != sorted(numbers):
            yield odd(_WHERE, "another order than the pages")
    if not (tree.traced and _linked(tree, shown, links)):
        yield odd(_WHERE, "other words than the pages")
    if not {words_of(found["Lang"]) for found in tree.elements.values() if "Lang" in found} <= languages:
        yield odd(_WHERE, "another language than the sources")


def _shown(sheets: Sequence[Sheet]) -> Shown:
    found: Shown = {}
    for page, sheet in enumerate(sheets):
        for piece in sheet.pieces:
            if piece.role != "Artifact":  # the banner is no content, and has no number
                found.setdefault((page, piece.content), []).append(piece)
    return found


def _linked(tree: Tree, shown: Shown, links: Sequence[Link]) -> bool:
    """Tell whether each link belongs to the element of its words, and is said where these say nothing."""
    pieces: dict[Reference, list[Piece]] = {}
    for content in tree.contents:
        pieces.setdefault(content.element, []).extend(shown.get(content[:2], ()))
    owners = [tree.links.get(link.annotation) for link in links]
    due = {element for element, found in tree.elements.items() if found["S"] == "Link"}
    return set(owners) == due and all(
        element and _said(link, tree.elements[element], pieces.get(element, []))
        for element, link in zip(owners, links, strict=True)
    )


def _said(link: Link, element: Entries, pieces: Sequence[Piece]) -> bool:
    """Tell whether an element says where its link leads just if none of its words can be read aloud."""
    aloud = any(_aloud(piece) for piece in pieces)
    whole = any(piece is link.words for piece in pieces) and aloud != ("Alt" in element)
    return whole and (aloud or link.says(words_of(element["Alt"])))


def _aloud(piece: Piece) -> bool:
    """Tell whether words are read as they stand: they have a letter, and are not the number of a note."""
    return not (piece.mark or piece.label) and any(map(str.isalnum, piece.words))
