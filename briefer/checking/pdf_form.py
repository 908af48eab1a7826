"""Whether a PDF is built as our writer builds one, so that what it shows is what can be read from it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Final, NamedTuple

from briefer.checking.discrepancy import Discrepancy, odd, saved_again
from briefer.checking.pdf_layout import unreadable
from briefer.checking.pdf_links import Area, Link, Places, addresses, linked, misled
from briefer.checking.pdf_operators import Box, Piece, Sheet, Typeface, drawn
from briefer.checking.pdf_set_off import SetOff, set_off
from briefer.checking.pdf_spoken import untrue
from briefer.checking.pdf_syntax import Entries, NotOursError, Objects, Reference, Value, words_of
from briefer.checking.pdf_tree import Tree
from briefer.checking.pdf_typefaces import typeface
from briefer.writing.evidence import Evidence
from briefer.writing.pdf_hyphens import SOFT

_TRAILER: Final = frozenset({"ID", "Info", "Root", "Size"})
_CATALOGUE: Final = frozenset({
    "Type", "Pages", "Lang", "MarkInfo", "StructTreeRoot", "ViewerPreferences", "Names", "Metadata", "AF",
    "PageMode", "Outlines",
})  # fmt: skip
_PREFERENCES: Final = frozenset({"DisplayDocTitle"})
_NAMES: Final = frozenset({"Dests", "EmbeddedFiles"})
_PAGES: Final = frozenset({"Type", "Count", "Kids"})
_PAGE: Final = frozenset({
    "Type", "Parent", "MediaBox", "Resources", "Contents", "StructParents", "Tabs", "Annots",
})  # fmt: skip
_OUTLINES: Final = frozenset({"Type", "First", "Last", "Count"})
_ENTRY: Final = frozenset({"Title", "A", "Parent", "Prev", "Next", "First", "Last", "Count"})
_LINK: Final = frozenset({"Type", "Subtype", "Rect", "Border", "F", "Contents", "StructParent", "A"})
_PAPERS: Final = (300, 3000)
"""Points that a side of the paper has at least and at most."""
_PRINTED: Final = 4


class Form(NamedTuple):
    """What was found: what is strange, the addresses that words lead to, the words of each page, quotations.

    All but the first are None if the file is not ours, so that nobody can tell. Words come as
    `isolated.pdf_text` gives them.
    """

    strange: tuple[Discrepancy, ...]
    links: tuple[str, ...] | None = None
    pages: list[list[list[Any]]] | None = None
    set_off: SetOff | None = None


def form_of(file: bytes, evidence: Evidence, saver: str = "") -> Form:
    """Say what a file has that no PDF of ours has; `saver` is the program that it says it was made by."""
    try:
        form = _Form(Objects(file), {source.language for source in evidence.sources} - {""})
        strange = tuple(form.strange())
    except (NotOursError, KeyError):
        return Form((saved_again(saver),))
    pages = [_stretches(sheet) for sheet in form.sheets]
    return Form(strange, addresses(form.links, evidence.links), pages, form.set_off)


def _stretches(sheet: Sheet) -> list[list[Any]]:
    pieces = sheet.pieces
    found = []
    for before, piece, after in zip([None, *pieces], pieces, [*pieces[1:], None], strict=False):
        kind = "mark" if piece.mark else "label" if piece.label else piece.owner.kind
        words = piece.words
        if words == SOFT:
            words = "" if _parts_a_word(before, piece, after) else "-"
        found.append([kind, piece.owner.number, words, piece.role])
    return found


def _parts_a_word(before: Piece | None, hyphen: Piece, after: Piece | None) -> bool:
    """Tell whether a hyphen stands within a word, at the end of a line or of a page."""
    begun = before is not None and before.words[-1:].isalpha() and before.owner == hyphen.owner
    going_on = after is None or after.owner != hyphen.owner or after.words[:1].isalpha()
    lower = after is None or after.y < hyphen.y - 1
    return begun and going_on and lower


class _Form:
    """One file as its objects; whatever is not as our writer makes it raises NotOursError or KeyError."""

    def __init__(self, objects: Objects, languages: AbstractSet[str]) -> None:
        self._objects = objects
        self._languages = languages
        self._catalogue = objects.entries(objects.trailer["Root"], _CATALOGUE)
        self._kids = objects.items(objects.entries(self._catalogue["Pages"], _PAGES)["Kids"])
        self.links: list[Link] = []
        self.sheets: list[Sheet] = []
        self.set_off: SetOff | None = None
        self._pages = [objects.entries(kid, _PAGE) for kid in self._kids]

    def strange(self) -> Iterator[Discrepancy]:
        """Yield what is strange about pages, fonts, links and structure."""
        self._check_frame()
        paper = self._paper()
        fonts: dict[str, Typeface] = {}
        for name, font in self._fonts().items():
            fonts[name], true = typeface(self._objects, font)
            if not true:
                yield odd(f"the font {name}", "letters that are not those they stand for")
        for number, page in enumerate(self._pages, 1):
            sheet = drawn(self._objects.stream(page["Contents"]).content, fonts)
            self.sheets.append(sheet)
            yield from (odd(f"page {number}", what) for what in dict.fromkeys(unreadable(sheet, paper)))
            areas = map(self._area, self._objects.items(page.get("Annots", [])))
            self.links += linked(number, sheet, areas)
        yield from misled(self.sheets, self.links, Places(self._destinations(), self._outline()))
        tree = Tree(self._objects, self._catalogue["StructTreeRoot"], self._kids)
        yield from untrue(tree, self.sheets, self.links, self._languages)
        self.set_off = off = set_off(tree, self.sheets)
        yield from off.strange()

    def _check_frame(self) -> None:
        """Check that nothing opens, runs or lays anything over the pages by itself."""
        objects, catalogue = self._objects, self._catalogue
        if objects.trailer.keys() - _TRAILER or not self._pages:
            raise NotOursError
        objects.entries(catalogue["Names"], _NAMES)
        objects.entries(catalogue["ViewerPreferences"], _PREFERENCES)
        first = self._pages[0]
        if any(page["Resources"] != first["Resources"] for page in self._pages):
            raise NotOursError
        if any(page["MediaBox"] != first["MediaBox"] for page in self._pages):
            raise NotOursError

    def _paper(self) -> Box:
        sides = self._objects.items(self._pages[0]["MediaBox"])
        least, most = _PAPERS
        if sides[:2] != [0, 0] or not all(least <= side <= most for side in _numbers(sides, 4)[2:]):
            raise NotOursError
        return Box(*_numbers(sides, 4))

    def _fonts(self) -> Entries:
        resources = self._objects.entries(self._pages[0]["Resources"], frozenset({"Font"}))
        return self._objects.entries(resources["Font"])

    def _area(self, annotation: Value) -> Area:
        link = self._objects.entries(annotation, _LINK)
        plain = link["Subtype"] == "Link" and link["Border"] == [0, 0, 0] and link["F"] == _PRINTED
        if not plain:
            raise NotOursError
        box = Box(*_numbers(link["Rect"], 4))
        return Area(box, self._target(link["A"]), words_of(link["Contents"]), annotation)

    def _target(self, action: Value) -> str:
        found = self._objects.entries(action, frozenset({"S", "D", "URI"}))
        match found["S"]:
            case "GoTo":
                return f"#{words_of(found['D'])}"
            case "URI":
                return words_of(found["URI"])
            case _:
                raise NotOursError

    def _destinations(self) -> dict[str, tuple[int, float]]:
        """Give the page (from 1) and the height of each named place."""
        numbers = {kid: number for number, kid in enumerate(self._kids, 1) if isinstance(kid, Reference)}
        names = self._objects.entries(self._objects.entries(self._catalogue["Names"])["Dests"])
        listed = self._objects.items(names["Names"])
        found = {}
        for name, place in zip(listed[::2], listed[1::2], strict=False):
            page, how, *where = self._objects.items(place)
            if how != "XYZ" or page not in numbers:
                raise NotOursError
            found[words_of(name)] = (numbers[page], _numbers(where[:2], 2)[1])
        return found

    def _outline(self) -> list[tuple[str, str]]:
        """Give the entries of the outline, each with where it leads, in the order they are shown."""
        if "Outlines" not in self._catalogue:
            return []
        found: list[tuple[str, str]] = []
        self._entries_below(self._objects.entries(self._catalogue["Outlines"], _OUTLINES), found)
        return found

    def _entries_below(self, parent: Entries, found: list[tuple[str, str]]) -> None:
        follow = parent.get("First")
        while follow is not None:
            entry = self._objects.entries(follow, _ENTRY)
            found.append((words_of(entry["Title"]), self._target(entry["A"])))
            if len(found) > len(self._objects):
                raise NotOursError
            self._entries_below(entry, found)
            follow = entry.get("Next")


def _numbers(values: Value, count: int) -> list[float]:
    if not isinstance(values, list) or len(values) != count:
        raise NotOursError
    if not all(isinstance(value, int | float) for value in values):
        raise NotOursError
    return values
