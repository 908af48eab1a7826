"""A PDF that is not built as ours, or shows something else than it says, is found out."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pikepdf
import pytest

from briefer.checking import pdf_syntax
from briefer.checking.pdf_form import Form, form_of
from briefer.checking.pdf_syntax import NotOursError, Reference
from briefer.writing import pdf
from briefer.writing.brief import Brief
from briefer.writing.compose import compose
from briefer.writing.evidence import evidence
from tests.checking import pdf_edits
from tests.checking.pdf_edits import Edit, before, exchanged, line_of, moved, pieces, put, with_entry
from tests.checking.pdf_files import Objects, judged
from tests.writing.random_projects import a_random_brief, a_random_world

BRIEF = 10
"""The number of a random project that has everything: notes, links, several fonts and pages."""


@cache
def brief() -> Brief:
    return compose(a_random_world(BRIEF).session().project)


@cache
def file() -> bytes:
    return pdf.render(brief())


def form(whole: bytes) -> Form:
    return form_of(whole, evidence(brief()))


def edited(edit: Edit) -> bytes:
    objects = Objects(file())
    assert edit(objects, Random(7))
    return objects.to_bytes()


def said_of(edited_file: bytes) -> set[str]:
    """Say what is strange about a file, by where it is."""
    return {
        found.where if found.rule == "strange-part" else found.rule for found in form(edited_file).strange
    }


def test_an_untouched_brief_is_as_our_writer_makes_it() -> None:
    assert form(file()).strange == ()
    assert form(file()).pages


def test_a_pdf_that_another_program_saved_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(pdf.render(a_random_brief(5)))
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        opened.save(path)
    found = judged(path)
    assert found[0].rule == "saved-again"
    assert "saved again by another program" in found[0].message


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole + b"\n1 0 obj\n<<\n>>\nendobj\n",
        lambda whole: whole.replace(b"%%EOF", b"%%EOF\n%%EOF"),
        lambda whole: whole.replace(b"%PDF-1.7", b"%PDF-2.0"),
        lambda whole: whole.replace(b"3 0 obj", b"9 0 obj", 1),
        lambda whole: whole[: len(whole) // 2],
        lambda whole: re.sub(rb"startxref\n\d", b"startxref\n9", whole),
        lambda whole: re.sub(rb"/Length \d+", b"/Length 99999999999", whole, count=1),
        lambda whole: re.sub(rb"/Length \d+", b"/Length /None", whole, count=1),
        lambda whole: whole.replace(b"/FlateDecode", b"/LZWDecodeX", 1),
        lambda whole: whole.replace(b"stream\nx", b"stream\ny", 1),
        lambda whole: whole.replace(b"/Marked true", b"/Marked trub"),
        lambda whole: whole.replace(b"<<\n", b"<<\n1 2 ", 1),
        lambda whole: whole.replace(b"<<\n", b"<<\n/A ", 1),
        lambda whole: whole.replace(b">>", b"]", 1),
        lambda whole: whole.replace(b"<<\n", b">>\n", 1),
        lambda whole: whole.replace(b"<<\n", b"<< /A 1 /A 2 ", 1),
        lambda _: b"%PDF-1.7\n%\n1 0 obj\n" + b"[" * 99 + b"]" * 99 + b"\nendobj\n",
    ],
)  # fmt: skip
def test_what_has_not_the_form_of_our_files_is_not_judged(change: Callable[[bytes], bytes]) -> None:
    changed = change(file())
    assert changed != file()
    assert said_of(changed) == {"saved-again"}
    assert form(changed).pages is None


@pytest.mark.parametrize(
    "edit",
    [
        *(with_entry(b"/Type /Pages", entry) for entry in (b"/Rotate 90", b"/Resources 1 0 R")),
        with_entry(b"/Subtype /Link", b"/QuadPoints [1 2]"),
        with_entry(b"/Subtype /CIDFontType2", b"/W2 [1 2]"),
        with_entry(b"/Type /FontDescriptor", b"/FontFile3 1 0 R"),
        before(b"BI /W 1 /H 1 ID a EI"),
        before(b"/Span <</ActualText (Washington)>> BDC"),
        before(b"/P <</MCID 999 /Body 1>> BDC"),
        before(b"EMC"),
        before(b"EMC\nEMC"),
        before(b"9 9 9 9 re f"),
        before(b"BT /F77 9 Tf 1 0 0 1 9 9 Tm <0041> Tj ET"),
        before(b"BT 1 0 0 1 9 9 Tm <ffff> Tj ET"),
        before(b"EMC\n/Artifact <</Type /Layout>> BDC"),
        before(b"EMC\n/Artifact <</MCID 1 /Body 1>> BDC"),
        before(b"EMC\n/P <</MCID 1 /Body 99999999999>> BDC"),
    ],
)  # fmt: skip
def test_a_file_with_what_ours_never_have_is_not_judged(edit: Edit) -> None:
    assert said_of(edited(edit)) == {"saved-again"}


def replaced(having: bytes, pattern: bytes, put_in: bytes) -> Edit:
    """Change something in the first object that has these bytes."""

    def edit(objects: Objects, _: Random) -> bool:
        number = objects.numbers(having)[0]
        body = objects.bodies[number]
        objects.bodies[number] = re.sub(pattern, put_in, body, count=1, flags=re.DOTALL)
        return objects.bodies[number] != body

    return edit


def on_every_page(pattern: bytes, put_in: bytes) -> Edit:
    """Change something in every page."""

    def edit(objects: Objects, _: Random) -> bool:
        for number in objects.numbers(b"/StructParents "):
            objects.bodies[number] = re.sub(pattern, put_in, objects.bodies[number])
        return True

    return edit


def leading_to_itself(having: bytes, name: bytes) -> Edit:
    """Let an entry of the first object that has these bytes refer to the object itself."""

    def edit(objects: Objects, _: Random) -> bool:
        number = objects.numbers(having)[0]
        itself = rb"\1 %d 0 R" % number
        objects.bodies[number] = re.sub(rb"(/%b \[?) ?\d+ 0 R" % name, itself, objects.bodies[number])
        return True

    return edit


def without_an_end(objects: Objects, _: Random) -> bool:
    page = objects.contents()[0]
    objects.write(page, objects.stream(page).removesuffix(b"\nEMC"))
    return True


def cut_short(objects: Objects, _: Random) -> bool:
    page = objects.contents()[0]
    head = objects.bodies[page].partition(b"\nstream")[0]
    packed = zlib.compress(objects.stream(page))[:-4]
    head = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), head)
    objects.bodies[page] = head + b"\nstream\n" + packed + b"\nendstream"
    return True


def described(said: bytes) -> Edit:
    """Let something be said in place of the words of a link that are read as they stand."""

    def edit(objects: Objects, _: Random) -> bool:
        number = next(
            number for number in objects.numbers(b"/S /Link") if b"/Alt" not in objects.bodies[number]
        )
        objects.replace(number, b"<<\n", b"<<\n/Alt (%b)\n" % said)
        return True

    return edit


def interrupted(objects: Objects, _: Random) -> bool:
    """Let some words amid a paragraph belong to the title, which stands on another page."""
    for page in objects.contents()[1:]:
        content = objects.stream(page)
        numbers = re.findall(rb"/Body (\d+)", content)
        for number in {each for each in numbers if numbers.count(each) > 2}:
            first, begun, rest = content.partition(b"/Body %b" % number)
            objects.write(page, first + begun + rest.replace(begun, b"/Body 0", 1))
            return True
    return False


def of_two_letters(objects: Objects, _: Random) -> bool:
    number = objects.reference(objects.numbers(b"/ToUnicode")[0], b"ToUnicode")
    objects.write(number, re.sub(rb"> <([0-9a-f]{4})>", rb"> <\g<1>0041>", objects.stream(number), count=2))
    return True


@pytest.mark.parametrize(
    "edit",
    [
        on_every_page(rb"/MediaBox \[0 0", b"/MediaBox [0 9"),
        on_every_page(rb"/MediaBox \[[^]]*\]", b"/MediaBox [ 0 0 9 9 ]"),
        on_every_page(rb"/MediaBox \[[^]]*\]", b"/MediaBox [ 0 0 700 /A ]"),
        on_every_page(rb"/MediaBox \[[^]]*\]", b"/MediaBox [ 0 0 700 ]"),
        replaced(b"/MediaBox", rb"/MediaBox \[0 0", b"/MediaBox [0 9"),
        leading_to_itself(b"/Next", b"Next"),
        leading_to_itself(b"/S /Document", b"K"),
        without_an_end,
        cut_short,
        of_two_letters,
        replaced(b"/StructParents", rb"/Resources \d+", b"/Resources 1"),
        replaced(b"/Type /Pages", rb"/Kids \[[^]]*\]", b"/Kids [ ]"),
        replaced(b"/Type /Pages", rb"/Kids \[[^]]*\]", b"/Kids 7"),
        replaced(b"/Type /Pages", rb"/Kids \[[^]]*\]", b"/Kids [ 7 ]"),
        replaced(b"/StructParents", rb"/Contents \d+", b"/Contents 1"),
        replaced(b"/Subtype /Link", b"/F 4", b"/F 2"),
        replaced(b"/S /GoTo", b"/S /GoTo", b"/S /GoTq"),
        replaced(b"/S /GoTo", rb"/D \(([^)]*)\)", rb"/D 4"),
        replaced(b"/XYZ", b"/XYZ", b"/Fit"),
        replaced(b"/Type0", b"/Identity-H", b"/Identity-V"),
        replaced(b"/Type0", rb"/BaseFont /[A-Z]{6}\+", b"/BaseFont /"),
        replaced(b"/CIDFontType2", rb"/W \[\d+ \[", b"/W [[9] ["),
        *(with_entry(b"/S /%b" % role, b"/Alt (Link: It is false)")
          for role in (b"BlockQuote", b"P", b"Span", b"H1", b"Note", b"Document")),
        with_entry(b"/S /P", b"/A << /O /Layout /TextDecorationType /LineThrough >>"),
        replaced(b"/S /TH", rb"/Scope /Column", b"/Scope /Row"),
        exchanged(rb"/K \[(?=\d+ 0 R)[^]]*\]"),
        replaced(b"/RoleMap", rb"/Title /P", b"/Title /P /BlockQuote /Artifact"),
        replaced(b"/S /BlockQuote", b"/S /BlockQuote", b"/S /NonStruct"),
        replaced(b"/S /BlockQuote", b"/S /BlockQuote", b"/S [7]"),
        replaced(b"/S /P", rb"/P \d+", b"/P 1"),
        replaced(b"/S /BlockQuote", rb"/K \[(\d+ 0 R)\]", rb"/K [\1 \1]"),
        replaced(b"/OBJR", rb"/Obj \d+ 0 R", b"/Obj 1"),
        replaced(b"/OBJR", rb"/Pg \d+ 0 R\n/Type", b"/Pg 1\n/Type"),
        replaced(b"/Subtype /Link", rb"/StructParent \d+", b"/StructParent /A"),
    ],
)  # fmt: skip
def test_a_file_whose_parts_are_not_as_ours_is_not_judged(edit: Edit) -> None:
    assert said_of(edited(edit)) == {"saved-again"}


def font_without_a_shipped_one(objects: Objects, _: Random) -> bool:
    number = objects.numbers(b"/Type0")[0]
    objects.bodies[number] = re.sub(rb"\+NotoS", b"+PotoS", objects.bodies[number])
    return True


@pytest.mark.parametrize(
    "edit", [pdf_edits.meaning_otherwise, pdf_edits.shown_otherwise, pdf_edits.drawn_otherwise,
             font_without_a_shipped_one, replaced(b"/CIDFontType2", rb"/W \[(\d+ \[)\d+", rb"/W [\g<1>7")]
)  # fmt: skip
def test_a_font_that_shows_other_letters_is_found(edit: Edit) -> None:
    assert any(where.startswith("the font F") for where in said_of(edited(edit)))


def what_is_said_of(edit: Edit) -> str:
    return " ".join(found.message for found in form(edited(edit)).strange)


def swap_two_lines(objects: Objects, _: Random) -> bool:
    body = [piece for piece in pieces(objects, "Body") if piece.page == objects.contents()[1]]
    first, last = body[0], body[-1]
    top, bottom = b" ".join(first.at), b" ".join(last.at)
    put(objects, first, line_of(objects, first).replace(top, bottom))
    put(objects, last, line_of(objects, last).replace(bottom, top))
    return True


beside_its_words = replaced(b"/Subtype /Link", rb"/Rect \[[\d.]+", b"/Rect [1")


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (before(b"1 1 1 rg"), "words in the colour of their ground"),
        (pdf_edits.covered, "a drawing over words"),
        (pdf_edits.sized(b"0.5"), "words of an odd size"),
        (moved(b"-900 300"), "words off the paper"),
        (swap_two_lines, "paragraphs that are not in their order"),
        (exchanged(rb"/D \(_(?:Foot|Note)\d+\)"), "a link that leads elsewhere"),
        (exchanged(rb"/Alt \(Note \d+\)"), "other words than the pages"),
        (exchanged(rb"/Title (\([^)]*\)|<[^>]*>)"), "in the outline"),
        (replaced(b"/Names [", rb"\(_Foot1\)(.*?)\(_Note1\)", rb"(_Note1)\1(_Foot1)"), "the place _Note1"),
        (replaced(b"/Names [", rb"\(_SourceS1\)(.*?)\(_SourceS2\)", rb"(_SourceS2)\1(_SourceS1)"),
         "the place _SourceS1"),
        (replaced(b"/S /P", rb"/K \[\d+", b"/K [999"), "other contents than the pages"),
        (replaced(b"/S /Document", rb"/K \[((?:\d+ 0 R ){3})((?:\d+ 0 R ){20})", rb"/K [\2\1"),
         "another order than the pages"),
        (replaced(b"/S /Link", rb"\(Note 1\)", b"(Link: It is false)"), "other words than the pages"),
        (replaced(b"/S /Link", rb"/Alt \(Note 1\)", b""), "other words than the pages"),
        (described(b"It is false"), "other words than the pages"),
        (described(b"Link: a place in this brief"), "other words than the pages"),
        (exchanged(rb"/Obj (\d+) 0 R"), "other words than the pages"),
        (replaced(b"/Nums", rb"(/Nums \[0) \d+", rb"\1 1"), "other words than the pages"),
        (replaced(b"/Nums", rb"0 R\]", b"0 R 99999 1 0 R]"), "other words than the pages"),
        (replaced(b"/Nums", rb"\d+ 0 R\]", b"1 0 R]"), "other words than the pages"),
        (replaced(b"/Subtype /Link", rb"\(Note 1\)", b"(It is false)"), "said to lead elsewhere"),
        (replaced(b"/URI", rb"\(Link: [^)]*\)", b"(Link: https://evil.example)"), "said to lead elsewhere"),
        (replaced(b"/S /Span", rb"/Lang \(\w+\)", b"/Lang (ja)"), "another language than the sources"),
        (interrupted, "words of one paragraph apart"),
        (beside_its_words, "one that is not on words of its own"),
        (beside_its_words, "the number of a note that leads nowhere"),
    ],
)  # fmt: skip
def test_what_is_seen_otherwise_than_read_is_named(edit: Edit, what: str) -> None:
    assert what in what_is_said_of(edit)


def test_a_number_or_word_is_read_as_it_is_written() -> None:
    head = b"%PDF-1.7\n%\n1 0 obj\n"
    body = b"[ 1 -2.5 1e2 /A /B#20 true null (a\\)\\101\\n) <4 1> << /K 1 0 R >> ]"
    table = (
        b"\nendobj\nxref\n0 2\n0000000000 65535 f \n%010d 00000 n \ntrailer\n<< >>\nstartxref\n%d\n%%%%EOF\n"
    )
    whole = head + body + table % (len(head) - 8, len(head + body) + 8)
    objects = pdf_syntax.Objects(whole)
    value = objects.get(Reference(1))
    assert value[:9] == [1, -2.5, 100.0, "A", "B#20", True, None, b"a)A\n", b"A"]
    assert objects.entries(value[9])["K"] == Reference(1)
    for broken in (objects.items, objects.stream, objects.entries):
        with pytest.raises(NotOursError):
            broken(7)
