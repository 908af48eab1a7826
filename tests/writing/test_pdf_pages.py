from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.model.look import Look
from briefer.writing.brief import Heading, Note, NoteMark, Paragraph, Run, Table
from briefer.writing.pdf_blocks import Setter
from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_pages import Page, Pager
from briefer.writing.pdf_shapes import sheet
from briefer.writing.pdf_strips import Strip
from tests.writing.briefs import a_brief, p

SHEET = sheet(Look(), "A4")
HEIGHT = SHEET.text_height
FACES = Faces()


@given(
    st.lists(st.tuples(st.integers(1, 900), st.integers(0, 3)), min_size=1, max_size=25),
    st.lists(st.integers(1, 250), min_size=1, max_size=9),
    st.booleans(),
)
def test_notes_begin_on_the_page_of_their_mark_and_keep_their_order(
    paragraphs: list[tuple[int, int]], lengths: list[int], together: bool
) -> None:
    blocks, notes = [], 0
    for words, marks in paragraphs:
        numbers = range(notes + 1, notes + marks + 1)
        blocks.append(p("statement", "word " * words, *map(NoteMark, numbers), together=together))
        notes += marks
    printed = pages(*blocks, notes=tuple(lengths[number % len(lengths)] for number in range(notes)))
    assert disorders(printed) == []


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 3000)), min_size=1, max_size=6))
def test_a_note_longer_than_a_page_goes_on_overleaf(paragraphs: list[tuple[int, int]]) -> None:
    blocks = [p("statement", "word " * words, NoteMark(n)) for n, (words, _) in enumerate(paragraphs, 1)]
    assert disorders(pages(*blocks, notes=tuple(words for _, words in paragraphs))) == []


def disorders(printed: list[Page]) -> list[str]:
    """Hold every page against what a reader of notes relies on; say what is not so."""
    lines = [line for page in printed for _, line in page.notes]
    numbers = [line.words.number for line in lines]
    kept = {
        "notes in their order": numbers == sorted(numbers),
        "each line once": len(lines) == len(set(map(id, lines))),
    }
    for place, page in enumerate(printed, 1):
        begun = [piece.look.label for _, line in page.notes for piece in line.line.pieces if piece.look.label]
        tops = [top for top, _ in page.strips]
        kept |= {
            f"notes on the page of their mark: {place}": begun
            == [mark for strip in strips(page) for mark in strip.marks],
            f"room for all: {place}": page.used + page.notes_height <= HEIGHT + 2,
            f"strips from top to bottom: {place}": tops == sorted(tops),
        }
    return [what for what, holds in kept.items() if not holds]


def test_a_heading_is_never_the_last_on_a_page() -> None:
    for filler in range(30, 60):
        lines = p("statement", "\n".join(["word"] * filler))
        printed = pages(lines, Heading(1, "Heading", "_h"), Heading(2, "Below", "_b"), p("statement", "End."))
        assert [said(strip) for strip in strips(printed[-1])][-3:] == ["Heading", "Below", "End."]


def test_no_single_line_of_a_paragraph_stands_alone() -> None:
    for filler in range(36, 48):
        first = p("statement", "\n".join(["word"] * filler))
        printed = pages(first, p("statement", "\n".join("abcdef")))
        for page in printed[1:]:
            here = [said(strip) for strip in strips(page)]
            assert here[:1] != ["b "]
            assert here[:1] != ["f"]


def test_a_quotation_that_fits_a_page_is_not_parted() -> None:
    for filler in range(30, 45):
        first = p("statement", "\n".join(["word"] * filler))
        printed = pages(first, p("quotation", "\n".join("abcdefghij")))
        holding = [page for page in printed if {"a ", "j"} & {said(strip) for strip in strips(page)}]
        assert len(holding) == 1


def test_a_table_repeats_its_header_on_each_page_and_parts_no_row_that_fits_one() -> None:
    rows = tuple(((Run(f"row {number}"),), (Run("word " * 60),)) for number in range(40))
    printed = pages(Table("Caption", ("One", "Two"), (0.3, 0.7), rows))
    assert len(printed) > 2
    for page in printed[1:]:
        first, second = strips(page)[:2]
        assert said(first) == "OneTwo"
        assert first.lines[0].words.element is None
        assert said(second).startswith("row")


def test_a_row_taller_than_a_page_is_parted_between_lines() -> None:
    printed = pages(Table("Caption", ("One",), (1,), (((Run("word " * 2000),),),)))
    assert len(printed) == 3
    assert all(page.used <= HEIGHT for page in printed)


def test_a_tall_row_is_parted_but_leaves_no_scrap_and_a_last_row_is_not_alone() -> None:
    for filler in range(30, 48):
        rows = tuple(((Run("\n".join(["word"] * lines)),),) for lines in (filler, 20, 1))
        for page in pages(Table("Caption", ("One",), (1,), rows)):
            here = [strip for strip in strips(page) if said(strip).startswith("word")]
            assert len(here) >= 4


def test_a_low_table_is_not_parted() -> None:
    rows = tuple(((Run(f"row {number}"),),) for number in range(7))
    for filler in range(28, 44):
        printed = pages(
            p("statement", "\n".join(["word"] * filler)),
            Table("Caption", ("One",), (1,), rows),
            p("statement", "End."),
        )
        holding = [page for page in printed if any(said(strip).startswith("row") for strip in strips(page))]
        assert len(holding) == 1


def test_an_empty_brief_is_one_empty_page() -> None:
    assert [page.strips for page in pages()] == [[]]


def pages(*blocks: Heading | Paragraph | Table, notes: tuple[int, ...] = ()) -> list[Page]:
    """Set blocks, with notes of so many words, and lay them out."""
    made = tuple(Note(number, (Run("noted " * words),)) for number, words in enumerate(notes, 1))
    setter = Setter(a_brief(*blocks, notes=made), FACES, SHEET)
    placed = [strip for block in blocks for strip in setter.block(block)]
    return list(Pager(setter.notes, SHEET).pages(placed))


def strips(page: Page) -> list[Strip]:
    return [strip for _, strip in page.strips]


def said(strip: Strip) -> str:
    return "".join(piece.text for line in strip.lines for piece in line.line.pieces)
