from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefer.checking.pdf_reader import read_pdf
from briefer.errors import BrieferError
from briefer.writing.brief import Brief, Heading, Note, NoteMark, Run, Table
from briefer.writing.evidence import DIGEST_LEAD, digest, seal
from briefer.writing.pdf import render
from tests.checking.pdf_files import read_here
from tests.proving import examples
from tests.writing.briefs import a_brief, a_long_brief, a_rich_brief, p
from tests.writing.random_briefs import briefs

COUNT = examples(400)
SHOWN = re.compile(rb"<([0-9a-f]+)> Tj")


def test_an_untouched_brief_is_as_its_evidence_says(tmp_path: Path) -> None:
    assert accused(rich_file(tmp_path)) == []


def test_a_brief_that_goes_on_overleaf_is_as_its_evidence_says(tmp_path: Path) -> None:
    endless = p("statement", "The dam held, they said. " * 400, NoteMark(1), " And it holds.")
    brief = a_brief(endless, notes=(Note(1, (Run("The dam is dry, they said. " * 400),)),))
    assert accused(written(tmp_path, brief)) == []
    assert accused(written(tmp_path, a_long_brief(60))) == []


def test_a_heading_that_goes_on_overleaf_is_led_to_by_the_outline(tmp_path: Path) -> None:
    brief = a_brief(p("statement", "It held."), Heading(1, "The dam held, they said. " * 200, "_Dam"))
    assert accused(written(tmp_path, brief)) == []


def test_a_table_row_taller_than_a_page_is_read_cell_by_cell(tmp_path: Path) -> None:
    rows = tuple(((Run(f"row {n} " * 300),), (Run(f"cell {n} " * 400),)) for n in range(3))
    brief = a_brief(Table("A caption", ("One", "Two"), (0.4, 0.6), rows))
    assert accused(written(tmp_path, brief)) == []


# Without shrinking: each example takes a file.
@settings(max_examples=examples(300), phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_no_brief_is_accused_falsely(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    brief = data.draw(briefs())
    assert accused(written(tmp_path_factory.mktemp("brief"), brief)) == []


@pytest.mark.parametrize("seed", range(COUNT))
def test_one_character_changed_added_or_lost_in_print_is_found(tmp_path: Path, seed: int) -> None:
    path = rich_file(tmp_path)
    change_print(path, random.Random(seed))
    assert accused(path) != []


@pytest.mark.parametrize("seed", range(COUNT // 10))
def test_one_letter_changed_in_the_attached_evidence_is_found_or_refused(tmp_path: Path, seed: int) -> None:
    path = rich_file(tmp_path)
    chance = random.Random(seed)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        attached = pdf.attachments["evidence.json"].get_file()
        evidence = bytearray(attached.read_bytes())
        place = chance.choice([at for at, byte in enumerate(evidence) if chr(byte).isalnum()])
        evidence[place] = ord("x") if evidence[place] != ord("x") else ord("y")
        stream = pdf.Root.AF[0].EF.F
        stream.write(bytes(evidence))
        pdf.save(path)
    assert accused_or_refused(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: pdf.docinfo.__setitem__("/Title", "Another title"),
        lambda pdf: pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"three", b"seven")),
        lambda pdf: pdf.Root.Outlines.First.__setitem__("/Title", "Bottom lime"),
        lambda pdf: pdf.pages.append(pdf.pages[0]),
        lambda pdf: pdf.pages.__delitem__(1),
        lambda pdf: pdf.pages.reverse(),
        lambda pdf: pdf.pages[0].Annots.append(a_comment(pdf)),
        lambda pdf: pdf.pages[0].contents_add(b"BT /F1 9 Tf 1 0 0 1 90 90 Tm <00520065> Tj ET"),
        lambda pdf: pdf.pages[0].contents_add(b"1 0 0 rg 0 0 200 200 re f"),
        lambda pdf: pdf.pages[0].contents_add(b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI"),
        lambda pdf: pdf.pages[0].contents_add(b"3 Tr", prepend=True),
        lambda pdf: pdf.pages[0].contents_add(b"/Span <</ActualText (Washington)>> BDC", prepend=True),
        lambda pdf: first_link(pdf).__setitem__("/AP", pikepdf.Dictionary()),
        lambda pdf: first_link(pdf).A.__setitem__("/URI", "https://example.com/elsewhere"),
    ],
)
def test_what_was_done_beside_the_words_is_found(tmp_path: Path, change: object) -> None:
    path = rich_file(tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        assert callable(change)
        change(pdf)
        pdf.save(path)
    assert accused(path) != []


def test_a_pdf_without_evidence_is_no_brief(tmp_path: Path) -> None:
    path = rich_file(tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.attachments["evidence.json"]
        pdf.save(path)
    with pytest.raises(BrieferError, match="This brief carries no evidence"):
        read_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Creator"] = "a typewriter"
        pdf.save(path)
    with pytest.raises(BrieferError, match="it is no brief of ours"):
        read_pdf(path)


def written(folder: Path, brief: Brief) -> Path:
    """Write a brief, sealed."""
    path = folder / "brief.pdf"
    path.write_bytes(sealed(brief))
    return path


def sealed(brief: Brief) -> bytes:
    return render(seal(replace(brief, banner=brief.banner or "UNCLASSIFIED")))


@cache
def rich() -> bytes:
    """Give the brief that most tests here change, rendered once."""
    return sealed(a_rich_brief())


def rich_file(folder: Path) -> Path:
    path = folder / "brief.pdf"
    path.write_bytes(rich())
    return path


def accused(path: Path) -> list[str]:
    """Say what the printed words have that the evidence has not, and the other way round."""
    reread = read_here(path)
    evidence, printed = reread.evidence, reread.printed
    promised = (*evidence.body, DIGEST_LEAD + digest(evidence))
    wrong = [f"{one!r} {other!r}" for one, other in zip(printed.body, promised, strict=False) if one != other]
    wrong += [f"{len(printed.body)} paragraphs"] if len(printed.body) != len(promised) else []
    wrong += [] if printed.notes == evidence.notes else ["notes"]
    wrong += [] if printed.links == evidence.links else ["links"]
    wrong += [strange.message for strange in printed.strange if strange.rule != "saved-again"]
    return wrong + [f"{aside.where} {aside.printed!r} {aside.promised!r}" for aside in printed.asides]


def accused_or_refused(path: Path) -> bool:
    try:
        return accused(path) != []
    except BrieferError:
        return True


def change_print(path: Path, chance: random.Random) -> None:
    """Change, add or take away one visible character somewhere on a page."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = chance.choice(pdf.pages)
        content = page.Contents.read_bytes()
        codes = [
            (at, content[at : at + 4])
            for match in SHOWN.finditer(content)
            for at in range(match.start(1), match.end(1), 4)
        ]
        at, code = chance.choice([each for each in codes if each[1] not in {b"0020", b"00a0"}])
        other = chance.choice([each for _, each in codes if each not in {b"0020", b"00a0", code}])
        put = chance.choice([other, other, b"", code + other])
        page.Contents.write(content[:at] + put + content[at + 4 :])
        pdf.save(path)


def a_comment(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FreeText,
            Rect=[90, 90, 200, 120],
            Contents="They did not.",
        )
    )


def first_link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(each for page in pdf.pages for each in page.Annots if "/URI" in each.A)
