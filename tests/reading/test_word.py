"""A Word document becomes the text that it shows with all changes accepted."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from briefer.reading.package import read
from briefer.reading.reading import Extract, Found
from tests.reading.packages import a_paragraph, a_run, a_table, a_word


def extract(body: str, **more: str) -> Extract:
    return read("a.docx", a_word(body, **more))


def text(body: str, **more: str) -> str:
    return extract(body, **more).text


def test_paragraphs_are_parted_by_a_blank_line_and_headers_stay_out() -> None:
    found = extract(a_paragraph("It held.") + a_paragraph(" ") + a_paragraph("It fell."))
    assert (found.text, found.format) == ("It held.\n\nIt fell.", "Word document")


def test_signs_inside_a_paragraph_are_kept() -> None:
    symbols = '<w:sym w:char="2192"/><w:sym w:char="no"/>'
    signs = f"<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/>{symbols}</w:r>"
    assert text(f"<w:p>{a_run('a')}{signs}{a_run('b')}</w:p>") == "a\t\n\u2011\xad→b"


def test_a_sign_of_a_symbol_font_is_what_the_font_draws() -> None:
    def signs(font: str, *codes: str) -> str:
        return "".join(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for code in codes)

    more = a_run("\uf0b37 a", '<w:rFonts w:ascii="Symbol"/>') + a_run("é a", '<w:rFonts w:ascii="Arial"/>')
    found = extract(
        f"<w:p>{signs('Symbol', 'F0A3')}{a_run('5, 3 ')}{signs('Symbol', 'F06D')}{a_run('m, ')}{more}"
        f"{signs('Wingdings', 'F0FC', 'F021', '2192')}{signs('Webdings', 'F021')}{signs('Arial', '00A3')}"
        "</w:p>"
    )
    assert (found.text, found.replaced) == ("≤5, 3 µm, ≥7 αé a✓\ufffd→\ufffd£", 2)


def test_insertions_are_in_and_deletions_are_out_and_counted() -> None:
    found = extract(
        f"<w:p>{a_run('The dam ')}<w:ins>{a_run('never ')}</w:ins>"
        "<w:del><w:r><w:delText>hardly </w:delText></w:r></w:del><w:del><w:r/></w:del>"
        f"<w:moveFrom>{a_run('gone ')}</w:moveFrom><w:moveTo>{a_run('held')}</w:moveTo></w:p>"
    )
    assert found.text == "The dam never held"
    assert found.remarks == ("1 tracked deletion left out of the text.",)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert text(a_paragraph("It ", deleted) + a_paragraph("held.")) == "It held."
    assert text(a_paragraph("It ", deleted) + a_table(("a", "b"))) == "It\n\na | b"


def test_deleted_rows_and_cells_are_out() -> None:
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    first, second = a_paragraph("a"), a_paragraph("b")
    cells = (
        f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{first}</w:tc><w:tc>{first}</w:tc>"
        f"<w:sdt><w:sdtContent><w:tc>{second}</w:tc></w:sdtContent></w:sdt>"
    )
    found = extract(f"<w:tbl>{row}<w:tr>{cells}</w:tr></w:tbl>")
    assert found.text == "a | b"
    assert found.remarks == ("1 tracked deletion left out of the text.",)


def test_hidden_words_and_comments_are_out_and_said() -> None:
    shown = a_run("held", '<w:vanish w:val="0"/>')
    body = f"<w:p>{a_run('It ')}{a_run('never ', '<w:vanish/>')}{shown}</w:p>"
    found = extract(body, comments=f"<w:comment>{a_paragraph('Really?')}</w:comment>")
    assert found.text == "It held"
    assert found.remarks == (
        "1 hidden stretch left out of the text.",
        "1 comment left out of the text.",
    )


def test_struck_out_words_stay_and_are_marked_once_over_several_runs() -> None:
    struck = a_run("4", "<w:strike/>") + a_run(" ", "<w:b/><w:strike/>") + a_run("000 ", "<w:dstrike/>")
    never = a_run("never", '<w:strike/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')
    found = extract(f"<w:p>{a_run('It rose by ')}{struck}{a_run('3,500')}{never}{a_run('.')}</w:p>")
    assert found.text == "It rose by [struck out: 4 000] 3,500[struck out: never]."
    assert found.remarks == ()


def test_a_superscript_a_tab_and_a_formula_that_are_struck_out_are_so_together() -> None:
    struck, raised = "<w:strike/>", '<w:strike/><w:vertAlign w:val="superscript"/>'
    formula = f"<m:oMath><m:r>{'<w:rPr><w:strike/></w:rPr>'}<m:t>4</m:t></m:r></m:oMath>"
    line = a_run("10", struck) + a_run("6", raised) + "<w:r><w:rPr><w:strike/></w:rPr><w:tab/></w:r>"
    assert text(f"<w:p>{line}{a_run('t', struck)}{a_run(' or ')}{formula}</w:p>") == (
        "[struck out: 10⁶\tt] or [struck out: 4]"
    )


def test_a_note_in_struck_out_words_stays_with_them() -> None:
    marks = (f'<w:r><w:rPr>{look}</w:rPr><w:footnoteReference w:id="{key}"/></w:r>'
             for key, look in ((1, "<w:strike/>"), (2, '<w:vertAlign w:val="superscript"/>')))  # fmt: skip
    notes = "".join(f'<w:footnote w:id="{key}">{a_paragraph(words)}</w:footnote>' for key, words in NOTES)
    found = text(f"<w:p>{a_run('It held.')}{''.join(marks)}</w:p>", footnotes=notes)
    assert found == "It held.[struck out: [1]][2]\n\n[1] A daily.\n\n[2] A blog."


NOTES = ((1, "A daily."), (2, "A blog."))


def a_style(name: str, properties: str, based: str = "") -> str:
    return f'<w:style w:styleId="{name}"><w:basedOn w:val="{based}"/><w:rPr>{properties}</w:rPr></w:style>'


def test_words_look_as_their_styles_have_it() -> None:
    struck, shown = "<w:strike/>", '<w:strike w:val="0"/>'
    styles = a_style("Old", struck) + a_style("Older", "<w:b/>", "Old") + a_style("Round", shown, "Round")
    styles += a_style("High", '<w:vertAlign w:val="superscript"/>') + a_style("Form", "<w:vanish/>")
    runs = (("a", "Older", ""), ("b", "Older", shown), ("c", "Round", ""), ("2", "High", ""), ("d", "No", ""))
    line = "".join(a_run(words, f'<w:rStyle w:val="{style}"/>{own}') for words, style, own in runs)
    assert text(f"<w:p>{line}</w:p>", styles=styles) == "[struck out: a]bc²d"
    around = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
    assert text(f"<w:p>{around.format('Old')}{line}</w:p>", styles=styles) == "ab[struck out: c²d]"
    hidden = extract(f"<w:p>{around.format('Form')}{a_run('Top of Form')}</w:p>", styles=styles)
    assert (hidden.text, hidden.remarks) == ("", ("1 hidden stretch left out of the text.",))


def test_a_superscript_does_not_change_a_number() -> None:
    def high(words: str) -> str:
        return a_run(words, '<w:vertAlign w:val="superscript"/>')

    assert text(f"<w:p>{a_run('10')}{high('−')}{high('6')}{a_run(' t, the 1')}{high('st')}</w:p>") == (
        "10⁻⁶ t, the 1st"
    )
    assert text(f"<w:p>{a_run('3,500')}{high('[')}{high('2]')}</w:p>") == "3,500[2]"
    symbol = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:sym w:char="0032"/></w:r>'
    assert text(f"<w:p>{a_run('10')}{symbol}</w:p>") == "10²"
    by_hand = "".join(a_run("6", f'<w:position w:val="{height}"/>') for height in (8, 0, -8))
    assert text(f"<w:p>{a_run('10')}{by_hand}</w:p>") == "10⁶66"
    low = a_run("2", '<w:vertAlign w:val="subscript"/>')
    formula = "<m:oMath><m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup></m:oMath>"
    ten, six = ("<m:r><m:t>10</m:t></m:r>", "<m:r><m:t>6</m:t></m:r>")
    assert text(f"<w:p>{a_run('H')}{low}{a_run('O ')}{formula.format(ten, six)}</w:p>") == "H2O 10⁶"
    assert text(f"<w:p>{a_run('log')}{low}{low}{a_run('5, 101')}{low}{a_run('.')}</w:p>") == "log₂₂5, 101₂."


def m(**parts: str) -> str:
    """Write the parts of a formula in their elements, a plain one as its words."""
    return "".join(
        f"<m:{name}>{part if '<' in part else f'<m:r><m:t>{part}</m:t></m:r>'}</m:{name}>"
        for name, part in parts.items()
    )


def test_a_formula_keeps_its_value_on_one_line() -> None:
    half = m(f=m(num="1", den="2"))
    long = m(f=m(num="a+b", den="x²") + "<m:fPr/>")
    line = (
        f"<w:p>{a_run('2')}{half}{a_run('')}{a_run('to ')}{half}{a_run(' or 3')}{long}{a_run(' up.')}</w:p>"
    )
    assert text(line) == "2 1/2 to 1/2 or 3(a+b)/x² up."
    ways = m(f='<m:fPr><m:type m:val="noBar"/></m:fPr>' + m(num="n", den="k"))
    roots = m(rad=m(deg="3", e="27")) + m(rad=m(deg="", e="2")) + m(rad=m(deg="5", e=half))
    assert text(f"<w:p>{ways}{roots}</w:p>") == "(n k)∛(27)√(2)⁵√(1/2)"
    powers = (
        m(sSup=m(e="10", sup="a+b")) + m(sSup=m(e=half, sup="2")) + m(sSubSup=m(e="x", sub="i+1", sup="′"))
    )
    assert text(f"<w:p>{powers}{m(sSub=m(e='CO', sub='2'))}</w:p>") == "10^(a+b)(1/2)²x_(i+1)′CO2"
    inside = m(d=m(e="a+b") + '<m:dPr><m:endChr m:val="]"/></m:dPr>')
    total = m(nary='<m:naryPr><m:chr m:val="∑"/></m:naryPr>' + m(sub="i=1", sup="n", e="x"))
    assert text(f"<w:p>{inside}{total}<w:r><w:pict><v:f/></w:pict></w:r></w:p>") == "(a+b]∑_(i=1)ⁿ x"


def test_a_formula_that_a_field_draws_is_said_to_be_left_out() -> None:
    begin, part, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = f"{begin}<w:r><w:instrText>{{}}</w:instrText></w:r>"
    eq, page = code.format(r" EQ \f(1,2) "), code.format("PAGE")
    found = extract(f"<w:p>{eq}{end}{a_run(' of it')}{eq}{part}{a_run(', 7')}{end}{page}{end}</w:p>")
    assert (found.text, found.remarks) == ("of it, 7", ("1 formula left out of the text.",))


def test_notes_follow_the_text_by_their_numbers() -> None:
    def reference(kind: str, key: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'

    marks = (reference("footnote", 2), reference("endnote", 1), reference("footnote", 9))
    body = f"<w:p>{a_run('It held.')}{''.join(marks)}</w:p>"
    found = text(
        body,
        footnotes=f'<w:footnote w:id="0">{a_paragraph("—")}</w:footnote>'
        f'<w:footnote w:id="2">{a_paragraph("A daily.")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{a_paragraph("A blog.")}{a_paragraph("Gone.")}</w:endnote>',
    )
    assert found == "It held.[1][2][3]\n\n[1] A daily.\n\n[2] A blog.\nGone."


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{a_paragraph('In a box.')}</w:txbxContent>"
    body = (
        f"<w:p>{a_run('Before ')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{a_run('after.')}</w:p>"
    )
    assert text(body) == "Before after.\n\nIn a box."


def test_tables_are_a_line_a_row_unless_they_lay_out_text() -> None:
    rows = a_table(("Place", "Dams"), ("Tokyo", "2"))
    assert text(rows + a_paragraph("End.")) == "Place | Dams\nTokyo | 2\n\nEnd."
    long = "It held. " * 40
    assert text(a_table((long, "Aside"))) == f"{long.strip()}\n\nAside"
    assert text(a_table(("", ""), ("Alone",))) == "Alone"


def test_a_table_in_a_cell_is_read_there() -> None:
    inner = a_table(("1", "2"))
    body = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{a_paragraph('3')}</w:tc></w:tr></w:tbl>"
    assert text(body) == "1 | 2 | 3"


def test_field_codes_are_out_and_their_results_and_formulas_are_in() -> None:
    body = (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"<w:hyperlink>{a_run('a link')}</w:hyperlink><w:fldSimple>{a_run(' and 7')}</w:fldSimple>"
        "<m:oMath><m:r><m:t>=x</m:t></m:r></m:oMath></w:p>"
    )
    assert text(f"<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>{body}</w:sdtContent></w:sdt>") == (
        "a link and 7=x"
    )


def test_the_properties_give_the_reference_and_the_day_of_writing_is_only_suggested() -> None:
    found = extract(
        a_paragraph("It held."),
        core="<dc:title> The\ndam </dc:title><dc:creator>Ada</dc:creator><dc:language>en_US</dc:language>"
        "<dcterms:created>2024-07-28T23:00:00Z</dcterms:created>",
        app="<Company>Kyodo</Company>",
    )
    assert found.reference == {
        "title": Found("The dam", "title in the document’s properties"),
        "author": Found("Ada", "creator in the document’s properties"),
        "language": Found("en-US", "language in the document’s properties"),
    }
    assert found.suggested == {
        "publisher": Found("Kyodo", "company in the document’s properties"),
        "published": Found("2024-07-28", "“created” in the document’s properties"),
    }


@pytest.mark.parametrize("title", ["Microsoft Word - dam.doc", "untitled", "Document1", "dam.DOCX"])
def test_what_a_program_puts_for_a_title_is_none(title: str) -> None:
    assert "title" not in extract(a_paragraph("x"), core=f"<dc:title>{title}</dc:title>").reference


def test_no_word_of_a_document_made_elsewhere_is_lost() -> None:
    made = docx.Document()
    words = [f"Sentence {number} held, said Yōko 김 “🙂”." for number in range(300)]
    for sentence in words[:200]:
        made.add_paragraph(sentence)
    table = made.add_table(50, 2)
    for number, sentence in enumerate(words[200:]):
        table.cell(number // 2, number % 2).text = sentence
    file = BytesIO()
    made.save(file)
    found = read("a.docx", file.getvalue()).text
    assert [sentence for sentence in words if sentence not in found] == []
