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
