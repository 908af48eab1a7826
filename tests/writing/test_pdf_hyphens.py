from __future__ import annotations

import pytest

from briefer.model.look import Look
from briefer.writing.brief import Block, Note, NoteMark, Paragraph, Run
from briefer.writing.pdf_blocks import Setter
from briefer.writing.pdf_faces import Faces
from briefer.writing.pdf_hyphens import SOFT, parts
from briefer.writing.pdf_letters import as_read
from briefer.writing.pdf_shapes import sheet
from briefer.writing.pdf_strips import Strip
from tests.writing.briefs import a_brief, p

LONG = "the deterioration of nonproliferation at headquarters in a constitutional administration, "
NARROW = sheet(Look(sides=150), "A4")


@pytest.mark.parametrize(
    ("word", "parted"),
    [
        ("deterioration", "deteriora-tion deterio-ration deteri-oration dete-rioration"),
        ("“headquarters,” ", "“headquar-ters,”  “head-quarters,” "),
        ("Hayashi", ""),
        ("NATO", ""),
        ("co-production", ""),
        ("https://examplepage", ""),
        ("report1979ing", ""),
        ("after", ""),
        ("règlementation", ""),
    ],
)
def test_a_plain_word_is_parted_and_a_name_or_an_address_is_not(word: str, parted: str) -> None:
    assert " ".join(f"{word[:place]}-{word[place:]}" for place in parts(word)) == parted


def test_words_of_a_statement_are_parted_and_read_back_whole() -> None:
    set_lines = [said(strip) for strip in strips(p("statement", LONG * 6))]
    ended = [line for line in set_lines if line.endswith(SOFT)]
    assert ended
    assert as_read("".join(set_lines)) == (LONG * 6).strip()


def test_no_more_than_two_lines_in_a_row_end_with_a_hyphen() -> None:
    for words in range(8):
        ends = "".join(
            "-" if said(strip).endswith(SOFT) else " "
            for strip in strips(p("statement", "a " * words + "internationalization " * 60))
        )
        assert "---" not in ends
        assert "-" in ends


@pytest.mark.parametrize(
    "block",
    [
        p("quotation", LONG * 6),
        p("evidence", LONG * 6),
        p("context", LONG * 6),
        p("title", LONG * 6),
        p("statement", f"He said: “{LONG * 6}”"),
        p("statement", f'He said: "{LONG * 6}'),
        p("statement", Run(LONG * 6, language="de")),
    ],
)
def test_the_words_of_others_are_never_parted(block: Paragraph) -> None:
    assert not any(SOFT in said(strip) for strip in strips(block))


def test_words_after_a_quotation_are_parted_again() -> None:
    found = strips(p("statement", "“So” ", LONG * 6, NoteMark(1)))
    assert any(said(strip).endswith(SOFT) for strip in found)


def strips(*blocks: Block) -> list[Strip]:
    setter = Setter(a_brief(*blocks, notes=(Note(1, (Run("n"),)),)), Faces(), NARROW)
    return [strip for block in blocks for strip in setter.block(block)]


def said(strip: Strip) -> str:
    return "".join(piece.text for line in strip.lines for piece in line.line.pieces)
