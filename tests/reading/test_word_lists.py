"""The numbers and bullets of a Word document are read as Word shows them."""

from __future__ import annotations

from briefer.reading.package import read
from tests.reading.packages import a_paragraph, a_table, a_word


def level(depth: int, form: str, words: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{words}"/>{more}</w:lvl>'
    )


LEVELS = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "bullet", "\uf0b7")


def numbering(*lists: str, levels: str = LEVELS) -> str:
    """Describe one kind of list, and lists of it by what each overrides."""
    found = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{overrides}</w:num>'
        for number, overrides in enumerate(lists or ("",), 1)
    )
    return f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{found}'


def in_list(words: str, depth: int = 0, name: int = 1, properties: str = "") -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>'
    return a_paragraph(words, place + properties)


def text(body: str, numbered: str = "", styles: str = "") -> str:
    return read("a.docx", a_word(body, numbering=numbered or numbering(), styles=styles)).text


def test_a_point_reads_with_its_number_and_a_bullet_with_its_sign() -> None:
    body = in_list("One") + in_list("a", 1) + in_list("b", 1) + in_list("sign", 2) + in_list("Two")
    assert text(body) == "1. One\n\n(a) a\n\n(b) b\n\n• sign\n\n2. Two"


def test_an_empty_point_counts_and_a_hidden_one_does_not() -> None:
    hidden = in_list("", properties="<w:rPr><w:vanish/></w:rPr>")
    assert text(in_list("One") + in_list("") + hidden + in_list("Three")) == "1. One\n\n3. Three"


def test_a_point_whose_end_was_deleted_takes_the_number_of_the_next() -> None:
    deleted = in_list("It ", properties="<w:rPr><w:del/></w:rPr>")
    assert text(deleted + in_list("held.") + in_list("It fell.")) == "1. It held.\n\n2. It fell."


def test_lists_of_one_kind_go_on_unless_one_begins_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="1">{level(1, "upperRoman", "%2)")}</w:lvlOverride>'
    body = in_list("One") + in_list("Two", name=2) + in_list("Five", name=3) + in_list("Six", name=3)
    assert text(body + in_list("I", 1, 4), numbering("", "", anew, other)) == (
        "1. One\n\n2. Two\n\n5. Five\n\n6. Six\n\nI) I"
    )


def test_a_style_may_number_its_paragraphs_and_those_of_styles_made_from_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
        '<w:style w:styleId="Heading1"><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:styleId="Heading2"><w:basedOn w:val="Heading1"/></w:style>'
        '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    )
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", '<w:pStyle w:val="Heading2"/>')

    def styled(words: str, style: str, more: str = "") -> str:
        return a_paragraph(words, f'<w:pStyle w:val="{style}"/>{more}')

    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join((
        styled("First", "Heading1"), styled("Second", "Heading2"), styled("Plain", "Heading1", none),
        a_paragraph("Words"), styled("Words", "Round"), styled("Third", "Heading2"),
    ))  # fmt: skip
    assert text(body, numbering(levels=levels), styles).split("\n\n") == [
        "1 First", "1.1 Second", "Plain", "Words", "Words", "1.2 Third",
    ]  # fmt: skip


def test_a_list_may_be_described_by_another_through_a_style() -> None:
    described = f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{LEVELS}</w:abstractNum>'
    linked = (
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>'
    )
    assert text(in_list("One"), described + linked) == "1. One"


def test_a_bullet_of_a_font_of_signs_is_a_bullet() -> None:
    signs = level(0, "bullet", "§", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')
    assert text(in_list("One"), numbering(levels=signs)) == "• One"
    assert text(in_list("One"), numbering(levels=level(0, "bullet", "–"))) == "– One"


def test_points_in_the_cells_of_a_table_are_numbered() -> None:
    table = a_table(("a", "b")).replace(
        "<w:pPr></w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    assert text(table) == "1. a | 2. b"


def test_a_list_that_asks_for_more_than_any_has_is_read_all_the_same() -> None:
    huge = level(0, "upperLetter", "%1" + "." * 1000, start=999_999_999_999)
    assert len(text(in_list("One"), numbering(levels=huge))) < 200
    assert text(in_list("One", name=9)) == "One"
