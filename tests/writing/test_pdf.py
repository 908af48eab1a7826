from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from briefer.paths import resources
from briefer.writing.brief import Heading, Note, NoteMark, Run, Table
from briefer.writing.evidence import evidence, to_json
from briefer.writing.pdf import render
from tests.house.tree import ROOT
from tests.writing.briefs import LONG_ADDRESS, a_brief, a_rich_brief, p

RICH = render(a_rich_brief())


def test_the_file_is_sound() -> None:
    assert opened().check_pdf_syntax() == []


def test_title_language_and_properties_are_those_of_the_brief() -> None:
    pdf, brief = opened(), a_rich_brief()
    assert str(pdf.docinfo["/Title"]) == brief.title
    assert str(pdf.docinfo["/Author"]) == brief.author
    assert str(pdf.docinfo["/CreationDate"]) == "D:20240802"
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as told:
        assert (told["dc:title"], told["xmp:CreateDate"]) == (brief.title, "2024-08-02")
        assert not [key for key in told if "pdfaid" in key or "pdfuaid" in key]


def test_a_brief_without_date_and_author_says_nothing_of_them() -> None:
    pdf = opened(render(a_brief(p("statement", "The dam held."))))
    assert sorted(pdf.docinfo.keys()) == ["/Creator", "/Producer"]
    assert "/Outlines" not in pdf.Root


def test_every_font_is_ours_embedded_and_a_subset() -> None:
    fonts = [font for page in opened().pages for font in page.Resources.Font.values()]
    ours = {path.stem for path in resources("fonts").glob("*.ttf")}
    for font in fonts:
        tag, name = str(font.BaseFont)[1:].split("+")
        assert re.fullmatch("[A-Z]{6}", tag)
        assert name in ours
        assert font.DescendantFonts[0].FontDescriptor.FontFile2.Length1 < 200_000


def test_each_code_shows_the_glyph_of_its_character() -> None:
    for font in opened().pages[0].Resources.Font.values():
        name = str(font.BaseFont).split("+")[1]
        whole = TTFont(resources("fonts") / f"{name}.ttf")
        subset = TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
        glyphs = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
        for code in range(len(glyphs) // 2):
            glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
            if glyph and code in whole.getBestCmap():
                one, other = (
                    outline(whole, whole.getBestCmap()[code]),
                    outline(subset, subset.getGlyphName(glyph)),
                )
                assert one == other


def test_the_outline_is_that_of_the_headings() -> None:
    with opened().open_outline() as outline_of:
        told = [(entry.title, [below.title for below in entry.children]) for entry in outline_of.root]
    assert told == [
        ("Bottom line", []),
        ("Attendees", []),
        ("Threats", ["Command restructure"]),
        ("Sources", []),
        ("Evidence", []),
    ]


def test_a_heading_of_level_2_may_come_first() -> None:
    brief = a_brief(Heading(2, "Below", "_a"), Heading(1, "Above", "_b"), Heading(2, "Under", "_c"))
    with opened(render(brief)).open_outline() as outline_of:
        assert [entry.title for entry in outline_of.root] == ["Below", "Above"]


def test_marks_and_notes_lead_to_each_other_and_every_link_somewhere() -> None:
    pdf = opened()
    places = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
    targets = Counter(str(each.A.D) for each in links(pdf) if "/D" in each.A)
    assert {f"_Note{n}" for n in range(1, 9)} | {f"_Foot{n}" for n in range(1, 9)} <= places & set(targets)
    assert set(targets) <= places
    assert {str(each.A.URI) for each in links(pdf) if "/URI" in each.A} == {LONG_ADDRESS}


def test_a_letter_that_no_address_may_have_is_escaped() -> None:
    brief = a_brief(p("statement", Run("here", link="https://example.org/김?a b")))
    [link] = links(opened(render(brief)))
    assert str(link.A.URI) == "https://example.org/%EA%B9%80?a%20b"


def test_the_structure_tells_headings_notes_quotations_and_tables_in_the_order_of_reading() -> None:
    roles = [str(element.S)[1:] for element in elements(opened().Root.StructTreeRoot)]
    assert roles[:9] == ["Document", "Title", *["P"] * 5, "H1", "P"]
    told = Counter(roles)
    assert (told["Note"], told["Reference"], told["Lbl"]) == (8, 8, 8)
    assert (told["H1"], told["H2"], told["BlockQuote"]) == (5, 1, 7)
    assert (told["Table"], told["Caption"], told["TR"], told["TH"], told["TD"]) == (1, 1, 3, 4, 8)


def test_every_marked_stretch_and_every_link_has_its_element() -> None:
    pdf = opened()
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
    for page in pdf.pages:
        marked = re.findall(rb"/MCID (\d+)", page.Contents.read_bytes())
        assert [int(number) for number in marked] == list(range(len(parents[int(page.StructParents)])))
        for link in page.Annots:
            assert str(parents[int(link.StructParent)].S) == "/Link"
            assert str(link.Contents)


def test_words_in_another_language_say_so() -> None:
    spoken = Counter(str(each.Lang) for each in elements(opened().Root.StructTreeRoot) if "/Lang" in each)
    assert spoken["ja"] >= 2
    assert spoken["ko"] >= 2


def test_words_in_two_scripts_are_heard_in_their_order() -> None:
    korean = Run("본문", language="ko")
    pdf = opened(render(a_brief(p("statement", "One ", korean, " two ", korean, " three"))))
    [paragraph] = [each for each in elements(pdf.Root.StructTreeRoot) if str(each.S) == "/P"]
    kids = [str(kid.S) if isinstance(kid, pikepdf.Dictionary) else "" for kid in list(paragraph.K)]
    assert kids == ["", "/Span", "", "/Span", ""]


def test_the_evidence_is_attached_as_it_is() -> None:
    attached = opened().attachments["evidence.json"]
    assert attached.get_file().read_bytes() == to_json(evidence(a_rich_brief()))
    assert attached.get_file().mime_type == "application/json"


def test_characters_that_cannot_be_shown_are_printed_as_a_mark() -> None:
    pdf = opened(render(a_brief(p("statement", "a🙂b"))))
    [font] = [each for each in pdf.pages[0].Resources.Font.values() if "Serif" in str(each.BaseFont)]
    glyphs = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    assert int.from_bytes(glyphs[2 * 0xD800 :], "big") > 0
    assert b"<D800> <d83dde42>" in font.ToUnicode.read_bytes()


def test_nothing_is_printed_outside_of_the_page_s_margins() -> None:
    brief = a_brief(
        p("statement", "m" * 400, NoteMark(1)),
        p("quotation", LONG_ADDRESS * 3),
        Table("m" * 200, ("m" * 90, "b"), (0.1, 0.9), (((Run("m" * 90),), (Run(LONG_ADDRESS),)),)),
        notes=(Note(1, (Run(LONG_ADDRESS, link=LONG_ADDRESS),)),),
    )
    for link in links(opened(render(brief))):
        assert 70 < float(link.Rect[0]) < float(link.Rect[2]) < 525


def test_a_long_banner_is_set_smaller_and_never_too_small_to_be_read() -> None:
    brief = a_brief(p("statement", "It held."))
    sizes = [
        min(
            map(float, re.findall(rb"/F\d+ ([\d.]+) Tf", opened(render(long)).pages[0].Contents.read_bytes()))
        )
        for long in (replace(brief, banner="UNCLASSIFIED. " * count) for count in (1, 9, 99))
    ]
    assert sizes[0] > sizes[1] > sizes[2] == 5


def test_another_brief_has_another_identifier() -> None:
    other = render(replace(a_rich_brief(), title="Another"))
    assert str(opened().trailer.ID[0]) != str(opened(other).trailer.ID[0])


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    render(a_rich_brief(), lambda done, total: told.append((done, total)))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


@cache
def opened(written: bytes = RICH) -> pikepdf.Pdf:
    """Open a file and keep it: its objects live no longer than it does."""
    return pikepdf.open(io.BytesIO(written))


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [each for page in pdf.pages for each in page.get("/Annots", [])]


def elements(above: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Give the elements of a structure tree in its order."""
    kids = list(above.K) if isinstance(above.get("/K"), pikepdf.Array) else []
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def outline(font: TTFont, name: str) -> object:
    """Give the strokes of a glyph, its parts drawn out."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.value


def test_lengths_are_added_up_alike_by_every_python() -> None:
    """`sum` of floats rounds otherwise since Python 3.12, `fsum` is exact in all; faces add up integers."""
    pages = [page for page in (ROOT / "briefer" / "writing").glob("pdf*.py") if page.stem != "pdf_faces"]
    assert [page.name for page in pages if re.search(r"\bsum\(", page.read_text("utf-8"))] == []
