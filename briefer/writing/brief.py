"""The brief as plain values: what every writer prints, and what a verifier expects to find printed.

A writer decides how a role looks, never what is said. Words are printed as they stand: no mark,
dash, space or letter is added, replaced or dropped, and the order is that of the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefer.model.look import USUAL, Look

Progress = Callable[[int, int], None]
"""Told now and then how many steps of how many are done."""


def silent(_done: int, _total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style. `language` is a BCP 47 tag or empty; `link` a URL, or #bookmark."""

    text: str
    style: Literal["", "italic", "bold", "lead", "quiet"] = ""
    language: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The raised number that refers to a note; the writer gives it the bookmark `_Note<number>`."""

    number: int


Inline = Run | NoteMark
Inlines = tuple[Inline, ...]

Role = Literal[
    "title",  # once, first
    "front",  # a line of the title block
    "bluf",  # a statement of the bottom line
    "statement",
    "quotation",  # a block quotation, no marks added
    "empty",  # what an empty section says
    "reference",  # an entry of the reference list, hanging
    "evidence",  # the quotation of an annex entry
    "context",  # what stands before and after it, and where
    "small",  # tool line and the like
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2, an entry of the outline; `bookmark` is unique in the brief."""

    level: Literal[1, 2]
    text: str
    bookmark: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `bookmarks` surround its words; `together` keeps it with the next block."""

    role: Role
    inlines: Inlines
    bookmarks: tuple[str, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `widths` are shares of the text width that sum to 1.

    `bookmarks` surround the words of cells, which are counted row by row from 0.
    """

    caption: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    bookmarks: tuple[tuple[int, str], ...] = ()


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; numbers run from 1 in the order of their marks. Its link target is `_Foot<number>`."""

    number: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """A source as the evidence names it; hashes are SHA-256 of the file's bytes and of the text.

    One that was read anew is there once more for each former copy that a passage is quoted from.
    `language` is a BCP 47 tag or empty.
    """

    id: str
    label: str
    title: str
    publisher: str
    file_name: str
    sha256: str
    text_sha256: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class EvidencePassage:
    """A passage as the evidence holds it: code points of the text version named, end exclusive."""

    id: str
    source: str
    text_sha256: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    """Which passages, all of one source, a note speaks of; ids. A note on several has several of these."""

    number: int
    source: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage and the place (from 0) in the printed body of a block quotation that gives its words.

    `edits` are what the quotation shows of omissions and insertions (see `wording.quoted_edits`).
    """

    passage: str
    place: int
    edits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything an exported brief says. `banner` stands at the top and bottom of every page.

    `subject` and `author` go into the document properties with the title and `language`;
    `created` is the product date (ISO 8601) or empty, never the clock.
    """

    title: str
    author: str
    subject: str
    banner: str
    language: str
    created: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    sources: tuple[EvidenceSource, ...] = ()
    passages: tuple[EvidencePassage, ...] = ()
    cited: tuple[EvidenceNote, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    parts: tuple[str, ...] = ()
    """The parts printed behind the sections (see `model.preset`)."""
    paper: str = "A4"
    embedded: bool = True
    """Whether the file carries its evidence."""
    stated: tuple[tuple[str, int], ...] = ()
    """Statement id and index of its printed body paragraph; it is not part of the evidence."""
    look: Look = USUAL
    """The style sheet that every writer follows; it is not part of the evidence."""
    pages: int = 0
    """How many pages it should fill at most, 0 for any number."""
    files: tuple[bytes, ...] = ()
    """The files of cited sources that travel in a PDF; the evidence has their hashes."""


def plain_words(inlines: Inlines) -> str:
    """Return the words of inlines as one string; a note mark stands as `[^7]`."""
    return "".join(part.text if isinstance(part, Run) else f"[^{part.number}]" for part in inlines)


def printed_body(brief: Brief) -> Iterator[str]:
    """Yield what the body prints, paragraph by paragraph, caption and table cells row by row.

    This is the sequence that a verifier must read back from a file: headings, paragraphs, and for
    a table its caption, its column titles and its cells. Banner, page numbers and notes are apart.
    """
    for block in brief.blocks:
        yield from words_of(block)


def words_of(block: Block) -> Iterator[str]:
    """Yield the paragraphs that a block prints."""
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield plain_words(block.inlines)
        case Table():
            yield block.caption
            yield from block.columns
            for row in block.rows:
                yield from map(plain_words, row)


def paragraphs_of(block: Block) -> int:
    """Count the paragraphs that a block prints: of a table its caption, titles and cells."""
    return 1 + len(block.columns) * (1 + len(block.rows)) if isinstance(block, Table) else 1


def passages_noted(cited: Iterable[EvidenceNote]) -> dict[int, tuple[str, ...]]:
    """Return the passages of each note, in the order it names them."""
    found: dict[int, tuple[str, ...]] = {}
    for note in cited:
        found[note.number] = (*found.get(note.number, ()), *note.passages)
    return found


def printed_notes(brief: Brief) -> Iterator[str]:
    """Yield the words of each note, in the order of their numbers, without the number."""
    for note in brief.notes:
        yield plain_words(note.inlines)
