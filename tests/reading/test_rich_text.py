"""Rich text becomes the words that it shows with all changes accepted."""

from __future__ import annotations

import pytest

from briefer.errors import BrieferError
from briefer.reading.open import read_bytes
from briefer.reading.reading import Extract, Found
from briefer.reading.rich_text import read


def extract(body: str) -> Extract:
    return read("a.rtf", ("{\\rtf1\\ansi\\ansicpg1252 " + body + "}").encode("latin-1"))


def text(body: str) -> str:
    return extract(body).text


def test_it_is_known_by_its_first_bytes() -> None:
    found = read_bytes("a.doc", rb"{\rtf1 It held.\par It fell.}")
    assert (found.text, found.format, found.encoding) == ("It held.\n\nIt fell.", "Rich text", "CP1252")


def test_signs_and_escapes_are_what_they_stand_for() -> None:
    assert text(r"\ldblquote a\rdblquote\~b\_c\-d\{e\}\\f\tab g\line h\emdash\'e9 i") == (
        "“a”\xa0b\u2011c\xadd{e}\\f\tg\nh—é i"
    )
    assert text("a\\\nb\\\rc\nd\\'z") == "a\n\nb\n\ncdz"


def test_unicode_is_read_and_what_stands_in_for_it_is_not() -> None:
    assert text(r"\u-21544 ?\u26412\'ab{\uc2\u8220 ab}c{\uc0\u8221}d") == "\uabd8本“c”d"
    assert text(r"\uc1\u8364\~x \u233\'c3\'a9") == "€x é\xa9"


def test_the_two_halves_of_a_character_become_one() -> None:
    assert read_bytes("a.rtf", rb"{\rtf1 a\u-10179?\u-8704?b\u-10179?c}").text == "a😀b\ufffdc"


@pytest.mark.parametrize(
    ("start", "codec", "words"),
    [
        (r"{\rtf1\ansi\ansicpg949 ", "cp949", "본문"),
        (r"{\rtf1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset128 B;}}\f1 ", "cp932", "日本"),
        (r"{\rtf1{\fonttbl{\f3\fcharset204 A;}{\f4\cpg1251 B;}}\f4 ", "cp1251", "Дамба"),
        (r"{\rtf1\mac ", "mac-roman", "é"),
        (r"{\rtf1\pc ", "cp437", "é"),
        (r"{\rtf1\ansicpg65001 ", "utf-8", "é"),
        (r"{\rtf1\ansicpg77777 ", "cp1252", "é"),
    ],
)
def test_bytes_are_in_the_encoding_of_their_font_or_of_the_file(start: str, codec: str, words: str) -> None:
    escaped = "".join(f"\\'{byte:02x}" for byte in words.encode(codec))
    assert read("a.rtf", f"{start}{escaped}\\f9 x}}".encode()).text == f"{words}x"


def test_a_font_holds_until_the_letters_are_plain_again() -> None:
    fonts = r"{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset0 B;}}"
    assert text(rf"\deff0{fonts}\'c4\f1\'c4\plain\'c4") == "ДÄД"
    assert read("a.rtf", rb"{\rtf1\pca \'d5}").text == "ı"


def test_points_of_a_list_read_with_their_numbers_and_bullets() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f2\fcharset2 Wingdings;}}"
    points = (
        r"{\listtext\pard\plain 1.\tab}One\par {\*\listtext\f2 q\tab}Sign\par {\listtext\f0 -\tab}Line\par "
        r"{\pntext\f2\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}Old\par {\pntext\tab}Bare\par \f2\'b7\f0  x\par "
        r"{\listtext\u-3913\'b7\tab}Dot"
    )
    assert text(fonts + points).split("\n\n") == [
        "1. One", "• Sign", "- Line", "• Old", "Bare", "• x", "• Dot",
    ]  # fmt: skip
    assert text(r"{\deleted{\listtext 1.\tab}One\par}{\listtext 2.\tab}Two") == "2. Two"


def test_a_sign_of_a_symbol_font_is_what_the_font_draws() -> None:
    fonts = (
        r"{\fonttbl{\f0 Times;}{\f1\fcharset2{\*\panose 05050102010706020507}Symbol;}"
        r"{\f2\fcharset2 Wingdings;}{\f3\fcharset2 Webdings;}}"
    )
    found = extract(fonts + r"Limit {\f1\'a3}5, 3 {\f1 m}m, {\f1\u-3933 ?}7, {\f2\'fc} {\f3 ab} done")
    assert (found.text, found.replaced) == ("Limit ≤5, 3 µm, ≤7, ✓ \ufffd\ufffd done", 2)


def test_only_a_group_that_begins_so_may_be_passed_over() -> None:
    assert text(r"a{\*\unknown b}c{d\*\cs12 e}") == "acde"


def test_the_text_boxes_of_old_are_read() -> None:
    box = r"{\*\do\dobxpage\dptxbx{\dptxbxtext In a box.\par}}"
    assert text(rf"It held.{box}\par It fell.") == "It held.\n\nIn a box.\n\nIt fell."


def test_insertions_are_in_and_deletions_are_out_and_counted() -> None:
    found = extract(
        r"It {\revised never }{\deleted hardly }{\deleted ever }held{\v  hidden}. {\deleted no\plain yes}"
    )
    assert found.text == "It never held. yes"
    assert found.remarks == (
        "2 tracked deletions left out of the text.",
        "1 hidden stretch left out of the text.",
    )


def test_struck_out_words_are_marked_and_hidden_ones_and_comments_out_and_said() -> None:
    found = extract(
        r"It rose by {\strike 4{\b ,000}, }3,500{\v {\i no}}, {\striked1 not }he said{\v0  to}{\v  }us."
        r"{\*\annotation{\*\atndate 7}Really?}{\*\annotation Yes.}"
    )
    assert found.text == "It rose by [struck out: 4,000,] 3,500, [struck out: not] he said tous."
    assert found.remarks == (
        "1 hidden stretch left out of the text.",
        "2 comments left out of the text.",
    )


def test_formulas_are_left_out_and_said() -> None:
    one = r"{\mmath{\*\moMath{\mr x = 7}}}"
    found = extract(rf"So {one}, or {{\mmath{{\*\moMathPara{one}{{\*\moMath{{\mr y}}}}}}}}.")
    assert found.text == "So , or ."
    assert found.remarks == ("2 formulas left out of the text.",)


def test_a_note_in_struck_out_words_stays_with_them() -> None:
    points = (
        r"{\listtext 1.\tab}{\strike One{\footnote A daily.}\par}{\listtext 2.\tab}Two{\footnote A blog.}"
    )
    assert text(points) == ("1. [struck out: One[1]]\n\n2. Two[2]\n\n[1] A daily.\n\n[2] A blog.")


def test_a_note_in_hidden_words_is_out_with_them() -> None:
    assert text(r"One{\v two{\footnote A daily.}} three{\footnote A blog.}") == "One three[1]\n\n[1] A blog."


def test_a_superscript_does_not_change_a_number() -> None:
    assert text(r"10{\super 6}, 3,500{\super 1}{\super\b 2} t, 10\super -{\i 3}\nosupersub . H{\sub 2}O") == (
        "10⁶, 3,500¹² t, 10⁻³. H2O"
    )
    assert text(r"the 1{\super st}, {\super 2\sub 3\plain 4}{\super\super0 5}") == "the 1st, ²345"
    assert text(r"log{\sub 1}{\sub\b 0}5, 101\sub 2\nosupersub ; 3{\sub 2\sub0 5}{\sub\super 4}") == (
        "log₁₀5, 101₂; 3₂5⁴"
    )
    assert text(r"3{\super\sub 2}\sub 3\plain 4") == "3₂₃4"
    assert text(r"10{\up6 6}{\up0 7}{\up 8}\up6 9\dn6 0") == "10⁶7⁸⁹0"
    assert text(r"It held.{\super\chftn{\footnote\pard In {\super 2}024.}}{\super 7}") == (
        "It held.[1]⁷\n\n[1] In ²024."
    )


def test_what_is_no_text_is_out() -> None:
    aside = (
        r"{\stylesheet{\s0 Normal;}}{\*\generator Word;}{\header Head\par}{\pict 0102}{\*\unknown no}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}{\*\atnid A}{\*\annotation no}"
    )
    assert text(f"It held. {aside}") == "It held. a link"
    assert text("a\\bin5 {{\\\\}b") == "ab"


def test_notes_follow_the_text_and_boxes_their_paragraph() -> None:
    note = r"{\footnote\pard It is{\b a} daily.\par More.}"
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard In a box.\par}}{\shprslt In a box.}}"
    assert text(rf"It held.{note}{box} It fell.{{\footnote A blog.}}{{\footnote}}\par End.") == (
        "It held.[1] It fell.[2][3]\n\nIn a box.\n\nEnd.\n\n[1] It isa daily.\nMore.\n\n[2] A blog.\n\n[3]"
    )


def test_tables_are_a_line_a_row() -> None:
    rows = r"\trowd\intbl Place\cell Dams\cell\row\intbl To\par kyo\cell 2\nestcell 3\cell\row\pard End"
    assert text(rows) == "Place | Dams\nTo kyo | 2 3\n\nEnd"
    assert text(r"\trowd\intbl Place\cell Dams") == "Place\n\nDams"


def test_a_point_of_a_list_stays_in_its_cell() -> None:
    label = r"{\listtext\pard\plain A)\tab}"
    rows = rf"\trowd\pard\intbl Left\cell\pard\intbl{label}One\par\pard\intbl Two\cell\row\pard End"
    assert text(rows) == "Left | A) One Two\n\nEnd"


def test_a_table_in_a_cell_has_rows_of_its_own() -> None:
    inner = r"\pard\intbl\itap2 7\par in\nestcell 8\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}"
    for_others = r"{\nonesttables\par}"
    rows = rf"\trowd\intbl Left\cell Over\par{inner}{for_others}\pard\intbl Under\cell\row\pard End"
    assert text(rows) == "Left | Over 7 in | 8 Under\n\nEnd"
    long = "It held. " * 40
    laid_out = rf"\trowd\intbl Left\cell{inner}{inner.replace('8', long)}\pard\intbl Under\cell\row"
    assert text(laid_out) == f"Left\n\n7 in | 8\n\n7\n\nin\n\n{long.strip()}\n\nUnder"


def test_the_properties_give_the_reference() -> None:
    found = extract(
        r"{\info{\title The \u233?dam}{\upr{\author Ad?}{\*\ud{\author Ada}}}{\company Kyodo}"
        r"{\creatim\yr2024\mo7\dy28\hr9}"
        r"{\doccomm no}}It held."
    )
    assert found.text == "It held."
    assert found.reference == {
        "title": Found("The édam", "title in the document’s properties"),
        "author": Found("Ada", "author in the document’s properties"),
    }
    assert found.suggested == {
        "publisher": Found("Kyodo", "company in the document’s properties"),
        "published": Found("2024-07-28", "“created” in the document’s properties"),
    }


def test_a_file_cut_short_gives_what_it_holds() -> None:
    assert read("a.rtf", rb"{\rtf1 It held.{\footnote A {\b daily").text == "It held.[1]\n\n[1] A daily"
    assert read("a.rtf", b"{\\rtf1 a}}}b").text == "ab"


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(BrieferError, match="“a.rtf” is nested deeper than any document"):
        extract("{" * 10_000)
