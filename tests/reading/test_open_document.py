"""An OpenDocument text becomes the text that it shows with all changes accepted."""

from __future__ import annotations

import pytest

from briefer.errors import BrieferError
from briefer.reading.package import read
from briefer.reading.reading import Extract, Found
from tests.reading.packages import an_odt


def extract(body: str, meta: str = "") -> Extract:
    return read("a.odt", an_odt(body, meta))


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def test_headings_paragraphs_and_lists_are_read_in_order() -> None:
    points = f"<text:list><text:list-item>{p('One')}</text:list-item></text:list>"
    body = f"<text:h>The dam</text:h>{p('It held.')}{points}"
    found = extract(body)
    assert (found.text, found.format) == ("The dam\n\nIt held.\n\nOne", "OpenDocument text")


COVERED = f"<table:covered-table-cell>{p('unseen')}</table:covered-table-cell>"


def a_list(style: str, *points: str, more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(points)}</text:list>'


def a_point(*parts: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(parts)}</text:list-item>"


STYLE = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="–"/>'
    '<text:list-level-style-number text:level="4" style:num-format=""/>'
    "</text:list-style>"
)


def test_a_point_reads_with_its_number_and_a_bullet_with_its_sign() -> None:
    inner = a_list("", a_point(p("a"), a_list("", a_point(p("sign"), a_list("", a_point(p("bare")))))))
    body = STYLE + a_list("L", a_point(p("One"), p("More"), inner), a_point(p("Two")))
    assert extract(body).text.split("\n\n") == ["1. One", "More", "(a) a", "– sign", "bare", "2. Two"]


def test_a_point_that_is_there_for_the_depth_alone_has_no_number() -> None:
    body = STYLE + a_list("L", a_point(a_list("", a_point(p("a")), a_point(p("b")))), a_point(p("One")))
    assert extract(body).text == "(a) a\n\n(b) b\n\n1. One"


def test_lists_begin_anew_unless_they_go_on() -> None:
    first = a_list("L", a_point(p("One")), more='xml:id="x"')
    body = STYLE + first + a_list("L", a_point(p("One")))
    assert extract(body + a_list("L", a_point(p("Two")), more='text:continue-numbering="true"')).text == (
        "1. One\n\n1. One\n\n2. Two"
    )
    assert extract(body + a_list("L", a_point(p("Two")), more='text:continue-list="x"')).text.endswith(
        "2. Two"
    )
    assert extract(STYLE + a_list("L", a_point(p("Six"), more='text:start-value="6"'))).text == "6. Six"


def test_headings_are_numbered_where_the_document_numbers_them() -> None:
    styles = (
        '<s xmlns:text="urn:t" xmlns:style="urn:s" xmlns:loext="urn:l">'
        '<text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" loext:num-list-format="%1%.%2%:"/>'
        '<text:outline-level-style text:level="3" style:num-format="1" text:display-levels="2"/>'
        '<text:outline-level-style text:level="99" style:num-format="1" text:display-levels="999999999"/>'
        "</text:outline-style></s>"
    )

    def h(words: str, level: int, more: str = "") -> str:
        return f'<text:h text:outline-level="{level}" {more}>{words}</text:h>'

    body = h("a", 1) + h("b", 2) + h("c", 3) + h("d", 1, 'text:is-list-header="true"') + h("e", 1) + p("f")
    assert read("a.odt", an_odt(body, styles=styles)).text.split("\n\n") == [
        "I. a", "I.1: b", "1.1 c", "d", "II. e", "f",
    ]  # fmt: skip


def test_the_words_in_a_shape_stand_apart_from_the_paragraph_that_it_hangs_on() -> None:
    shape = f"<draw:custom-shape>{p('One')}{p('Two')}</draw:custom-shape>"
    assert extract(p(f"It held.{shape}")).text == "It held.\n\nOne\n\nTwo"


def test_space_is_as_the_format_means_it() -> None:
    words = 'a\n\t b<text:s text:c="3"/>c<text:s/>d<text:tab/>e<text:line-break/>f<text:s text:c="x"/>g'
    assert extract(p(words)).text == "a b   c d\te\nf g"
    assert extract(p('a<text:s text:c="999999999999"/>b')).text == f"a{' ' * 100}b"


def test_insertions_are_in_and_deletions_are_out_and_counted() -> None:
    aside = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>hardly</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    found = extract(aside + p('It <text:change-start text:change-id="1"/>never<text:change-end/> held.'))
    assert found.text == "It never held."
    assert found.remarks == ("1 tracked deletion left out of the text.",)


def a_style(name: str, told: str, family: str = "text", parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {told}/></style:style>"
    )


def span(style: str, words: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


STRUCK, HIDDEN = 'style:text-line-through-style="solid"', 'text:display="none"'
LOOKS = (
    a_style("S", STRUCK)
    + a_style("Old", "", parent="S")
    + a_style("Kept", 'style:text-line-through-style="none"')
    + a_style("V", HIDDEN)
    + a_style("P", STRUCK, "paragraph")
    + a_style("Up", 'style:text-position="super 58%"')
    + a_style("High", 'style:text-position="33% 58%"')
    + a_style("Hand", 'style:text-position="57% 100%"')
    + a_style("Level", 'style:text-position="0% 100%"')
    + a_style("Down", 'style:text-position="sub 58%"')
    + a_style("Round", "", parent="Round")
)


def test_struck_out_words_are_marked_and_hidden_ones_and_comments_out_and_said() -> None:
    aside = f"<office:annotation>{p('Really?')}</office:annotation>"
    struck = span("S", f"4,000<text:s/>{span('Kept', 'now ')}<text:tab/>so")
    found = extract(LOOKS + p(f"It rose {struck}to{aside}{span('V', ' at')} 3{span('Old', '4')}.") + aside)
    assert found.text == "It rose [struck out: 4,000] now \t[struck out: so]to 3[struck out: 4]."
    assert found.remarks == (
        "1 hidden stretch left out of the text.",
        "2 comments left out of the text.",
    )
    box = f"<draw:frame><draw:text-box>{p('no')}</draw:text-box></draw:frame>"
    note = f"<text:note><text:note-body>{p('A daily.')}</text:note-body></text:note>"
    paragraph = f'<text:p text:style-name="P">no{note}{box}</text:p>'
    assert extract(LOOKS + paragraph + p(span("Round", "It held."))).text == (
        "[struck out: no[1]]\n\nno\n\nIt held.\n\n[1] A daily."
    )


def test_what_a_condition_hides_is_out_and_what_it_shows_is_in() -> None:
    words = '<text:hidden-text text:string-value="no" text:is-hidden="{}">{}</text:hidden-text>'
    paragraph = p('<text:hidden-paragraph text:is-hidden="true"/>no')
    sections = (
        f'<text:section text:display="none">{p("no")}</text:section>{p("It held.")}'
        f'<text:section text:display="condition" text:is-hidden="true">{p("no")}</text:section>'
    )
    found = extract(p(f"a{words.format('true', '')}b{words.format('false', 'c')}") + paragraph + sections)
    assert found.text == "abc\n\nIt held."
    assert found.remarks == ("3 hidden stretches left out of the text.",)


def test_a_superscript_does_not_change_a_number() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation></text:note>"
    inside = f"2{span('Level', '3')}{note}"
    body = (
        f"10{span('Up', '−')}{span('High', '6')}, 10{span('Hand', '3')}, 1{span('Up', inside)},"
        f" H{span('Down', '2')}O, {span('Level', '4')}, the 1{span('Up', 'st')}"
    )
    assert extract(LOOKS + p(body)).text == "10⁻⁶, 10³, 1²3[1], H2O, 4, the 1st\n\n[1]"
    level = f"1{span('Level', '0')}"
    body = f"log{span('Down', level)}5, 101{span('Down', '2')}, log{span('Down', '10')}5"
    assert extract(LOOKS + p(body)).text == "log₁05, 101₂, log₁₀5"


def test_notes_follow_the_text_and_text_boxes_their_paragraph() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box></draw:frame>"
    body = p(f"It held.{note.format(p('A daily.'))}{box}") + p(f"It fell{note.format(p('A blog.'))}.")
    assert extract(body).text == "It held.[1]\n\nIn a box.\n\nIt fell[2].\n\n[1] A daily.\n\n[2] A blog."


def test_tables_are_a_line_a_row() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(map(cell, cells))}</table:table-row>"

    def cell(words: str) -> str:
        return f"<table:table-cell>{p(words)}</table:table-cell>"

    header = f"<table:table-header-rows>{row('Place', 'Dams')}</table:table-header-rows>"
    assert (
        extract(f"<table:table>{header}{row('Tokyo', '2')}</table:table>").text == "Place | Dams\nTokyo | 2"
    )


def test_values_beside_a_cell_that_reaches_down_keep_their_columns() -> None:
    def cell(words: str, *, across: str = "1") -> str:
        return f'<table:table-cell table:number-columns-spanned="{across}">{p(words)}</table:table-cell>'

    rows = (
        cell("Tall") + cell("1") + cell("2"),
        f"{COVERED}{cell('3')}{cell('4')}",
        cell("Wide", across="2") + COVERED + cell("5"),
        cell("6") + cell("7") + COVERED,
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert extract(f"<table:table>{body}</table:table>").text == ("Tall | 1 | 2\n| 3 | 4\nWide | 5\n6 | 7 |")


def test_annotations_and_ruby_are_out_and_links_are_in() -> None:
    aside = f"<office:annotation>{p('Really?')}</office:annotation>"
    ruby = "<text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text>"
    assert (
        extract(p(f"It {aside}held in {ruby}, <text:a>a link</text:a>.")).text == "It held in 東京, a link."
    )


def test_the_properties_give_the_reference() -> None:
    found = extract(
        p("It held."),
        "<dc:title>The dam</dc:title><dc:creator>Bob</dc:creator>"
        "<meta:initial-creator>Ada</meta:initial-creator><meta:creation-date>2024-07-28</meta:creation-date>",
    )
    assert found.reference == {
        "title": Found("The dam", "title in the document’s properties"),
        "author": Found("Ada", "initial-creator in the document’s properties"),
    }
    assert found.suggested == {
        "published": Found("2024-07-28", "“creation-date” in the document’s properties")
    }


def test_a_locked_document_is_refused() -> None:
    locked = an_odt(p("x"), META_INF__manifest="<manifest><encryption-data/></manifest>")
    with pytest.raises(BrieferError, match="“a.odt” is locked with a password; save a copy without one"):
        read("a.odt", locked.replace(b"META_INF", b"META-INF"))


def test_what_has_no_content_is_damaged() -> None:
    with pytest.raises(BrieferError, match="“a.odt” is damaged"):
        read("a.odt", an_odt("<unclosed>"))
    with pytest.raises(BrieferError, match="“a.odt” is damaged"):
        read("a.odt", an_odt(p("x"), content=""))
    empty = an_odt(p("x")).replace(b"content.xml", b"content.xmx")
    with pytest.raises(BrieferError, match="“a.odt” is no document of Word or OpenDocument"):
        read("a.odt", empty)
