"""An exported PDF, read again by a child process, beside the evidence attached to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import quote

from briefer.checking.discrepancy import unmarked_words
from briefer.checking.pdf_attached import attached_evidence, stray_files
from briefer.checking.pdf_form import form_of
from briefer.checking.pdf_leaves import Leaves, filled, leaves, lost
from briefer.checking.pdf_metadata import metadata, saver_of
from briefer.checking.printed import Aside, EvidenceLeftOutError, Printed, Reread, Spot, SpotKind
from briefer.isolated.running import call
from briefer.writing.evidence import DIGEST_LEAD, Evidence, digest
from briefer.writing.pdf_letters import as_read
from briefer.writing.pdf_properties import MAKER

T = TypeVar("T")
_TOP, _BOTTOM = 1, 2
_SPOTS: Final[dict[str, SpotKind]] = {"H1": "heading", "H2": "heading", "TH": "cell", "TD": "cell"}


@dataclass(slots=True)
class _Words:
    """What the pages say, by the number of the paragraph or note, and what stands beside that."""

    body: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    spots: dict[int, Spot] = field(default_factory=dict)
    note_pages: dict[int, int] = field(default_factory=dict)
    asides: list[Aside] = field(default_factory=list)

    def note(self, kind: str, number: int, spot: Spot) -> None:
        """Remember where a paragraph or note begins."""
        if kind == "foot":
            self.note_pages.setdefault(number, spot.page)
        elif kind == "body":
            known = self.spots.setdefault(number, spot)
            if known.kind == "paragraph":
                self.spots[number] = spot._replace(page=known.page)

    def of_kind(self, kind: str) -> dict[int, str] | None:
        """Give where the words of a kind of stretch (see `isolated.pdf_marks`) belong."""
        match kind:
            case "body" | "mark":
                return self.body
            case "foot":
                return self.notes
            case "label":
                return self.labels
            case _:
                return None


def read_pdf(path: Path) -> Reread:
    """Read a PDF again; raises BrieferError if it is none, or no brief of ours."""
    read = call("briefer.isolated.pdf_text:read_pdf", str(path.absolute()))
    return reread(read, path.read_bytes())


def reread(read: dict[str, Any], file: bytes) -> Reread:
    """Judge what a child process read in a PDF, and the file itself."""
    if not read["attached"] and read["properties"].get("Creator") == MAKER:
        raise EvidenceLeftOutError
    evidence = attached_evidence(read["attached"])
    promised = (*evidence.body, DIGEST_LEAD + digest(evidence))
    saver = saver_of(read)
    if not any(kind == "body" for page in read["pages"] for kind, *_ in page):
        strays = tuple(stray_files(read["attached"], evidence))
        without = (unmarked_words(saver),)
        return Reread(evidence, Printed(promised, evidence.notes, strays, evidence.links, without))
    form = form_of(file, evidence, saver)
    pages = leaves(read["pages"] if form.pages is None else form.pages, evidence.banner)
    words = _gathered(pages, evidence.banner, promised, max(len(promised), len(evidence.notes)))
    body, begin = filled(pages, "body", words.body, dict(enumerate(promised)))
    notes, _ = filled(pages, "foot", words.notes, dict(enumerate(evidence.notes, 1)))
    links = _links(read["links"], evidence.links) if form.links is None else form.links
    less = any(pages.gaps()) and set(links) < set(evidence.links)
    said = metadata(read, evidence, ours=form.pages is not None)
    for place in words.spots.keys() & (form.set_off.cells if form.set_off else frozenset()):
        words.spots[place] = words.spots[place]._replace(kind="cell")
    return Reread(
        evidence,
        Printed(
            body=_in_order(body, promised, 0),
            notes=_in_order(notes, evidence.notes, 1),
            asides=(*words.asides, *_asides(read, evidence, words, pages), *said),
            links=evidence.links if less else links,
            strange=(*pages.strange, *lost(pages, begin), *form.strange),
            spots=_by_number(words.spots, words.body, len(promised), Spot()),
            note_pages=_by_number(words.note_pages, words.notes, len(evidence.notes), 0, first=1),
            set_off=form.set_off.places if form.set_off else None,
        ),
    )


def _gathered(pages: Leaves, banner: str, promised: Sequence[str], most: int) -> _Words:
    """Gather the words of all pages; what claims a number greater than `most` is none of the brief."""
    words = _Words()
    for page, stretches in pages.pages:
        paper = {_TOP: "", _BOTTOM: ""}
        again: dict[int, str] = {}
        for kind, number, text, role in stretches:
            into = again if kind == "again" else paper if kind == "paper" else words.of_kind(kind)
            if into is None or not 0 <= number <= most:
                words.asides.append(Aside(f"page {page}", text, ""))
            else:
                into[number] = into.get(number, "") + (f"[^{text}]" if kind == "mark" else text)
                words.note(kind, number, Spot(_SPOTS.get(role, "paragraph"), page))
        folio = as_read(f"Page {page} of {pages.total}") + as_read(banner)
        expected = {_TOP: banner, _BOTTOM: folio}
        words.asides += _paper(f"page {page}", paper, expected)
        words.asides += _paper(f"a table’s header on page {page}", again, dict(enumerate(promised)))
    return words


def _paper(where: str, found: dict[int, str], promised: dict[int, str]) -> Iterator[Aside]:
    """Yield what a page says of itself, or repeats, that it should not."""
    for number, text in found.items():
        yield from _compared(where, text, promised.get(number, ""))


def _in_order(found: dict[int, str], promised: Sequence[str], first: int) -> tuple[str, ...]:
    """Give the paragraphs in their order: as promised where a reader of PDF can see no difference."""
    last = max([len(promised) - 1 + first, *found])
    return tuple(
        _as_promised(found.get(number, ""), promised[place] if place < len(promised) else "")
        for place, number in enumerate(range(first, last + 1))
    )


def _by_number(
    found: Mapping[int, T], words: Mapping[int, str], least: int, missing: T, first: int = 0
) -> tuple[T, ...]:
    """Give what was found by the numbers that `_in_order` counts."""
    return tuple(found.get(number, missing) for number in range(first, max([least - 1 + first, *words]) + 1))


def _as_promised(found: str, promised: str) -> str:
    printed = as_read(found)
    return promised if printed == as_read(promised) else printed


def _asides(read: dict[str, Any], evidence: Evidence, words: _Words, pages: Leaves) -> Iterator[Aside]:
    """Yield what is wrong beside body and notes."""
    for place, strange in enumerate(read["asides"]):
        if place not in pages.added:
            yield from (Aside(f"page {place + 1}", f"({what})", "") for what in strange)
    for name, numbers in (("paragraphs", words.body), ("notes", words.notes)):
        if list(numbers) != sorted(numbers):
            yield Aside(f"the order of {name}", "(another order)", "")
    for number in {*words.notes, *words.labels}:
        yield from _compared(f"the number of note {number}", words.labels.get(number, ""), str(number))
    yield from stray_files(read["attached"], evidence)
    yield from _outline([title for _, title in read["outline"]], evidence.body)


def _outline(titles: Sequence[str], body: Sequence[str]) -> Iterator[Aside]:
    """Yield the titles of the outline that are not, in their order, among the paragraphs."""
    paragraphs = map(as_read, body)
    for title in titles:
        if as_read(title) not in paragraphs:
            yield Aside("the outline", title, "")
            return


def _compared(where: str, printed: str, promised: str) -> Iterator[Aside]:
    if as_read(printed) != as_read(promised):
        yield Aside(where, printed, promised)


def _links(found: Sequence[str], promised: Sequence[str]) -> tuple[str, ...]:
    """Give the addresses as promised if they are the same ones: a link over two lines is two."""
    same = {_address(link) for link in found} == {_address(link) for link in promised}
    return tuple(promised) if same else tuple(dict.fromkeys(found))


def _address(link: str) -> str:
    return quote(link, safe="".join(map(chr, range(0x21, 0x7F))))
