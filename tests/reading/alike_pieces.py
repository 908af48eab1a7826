"""The pieces of a document in which readers may differ, each with values of its own."""

from __future__ import annotations

import re
from random import Random

from tests.reading.alike_words import (
    Said,
    above,
    below,
    capitals,
    heading,
    hidden,
    joined,
    line_break,
    note,
    paragraph,
    plain,
    small_capitals,
    span,
    struck,
    tab,
)

SIGNS = "≤ ≥ ± × ÷ ≈ ≠ − µ £ € $ ¥ ° ′ ″ ‰ § ¶ © ™ № Ω ½ ¾ ⅓ ⅔ ⅞ → ∞ √ ∑"


def number(chance: Random) -> str:
    """Give a number as it is printed somewhere."""
    whole = chance.randrange(10, 9_999_999)
    return chance.choice([
        f"{whole:,}", f"{whole / 100:,.2f}", str(whole), f"{whole:,}".replace(",", "\u00a0"),
        f"{whole:,}".replace(",", "\u202f"), f"{whole:,}".replace(",", "’"), f"{whole % 97}.{whole % 10}",
    ])  # fmt: skip


def value(chance: Random) -> Said:
    """Give a number with the sign or unit without which it says something else."""
    said = number(chance)
    return chance.choice([
        plain(f"≤{said}"), plain(f"≥{said}"), plain(f"±{said}"), plain(f"<{said}"), plain(f">{said}"),
        plain(f"£{said}"), plain(f"€{said}"), plain(f"{said}°"), plain(f"{said}\u00a0°C"),
        plain(f"−{said}"), plain(f"{said}–{number(chance)}"), plain(f"{said}\u00a0µg"), plain(f"{said}%"),
        plain(f"3×{said}"), plain(f"½{said}"), plain(f"{chance.randrange(20)}½"), plain(f"({said})"),
        plain(f"{chance.randrange(20)}⁄{chance.randrange(20)}"), plain(f"~{said}"),
        plain("10") + above(str(chance.randrange(2, 40))), plain("10") + above(f"−{chance.randrange(2, 40)}"),
        plain(f"{said} m") + above("2"), plain(f"{said} km") + above("3"), plain("CO") + below("2"),
        "H" + below("2") + "O", plain(f"{said} m²"), plain("10⁶"),
        "2" + above("n"), plain(f"{chance.randrange(2, 30)}") + above("th"), plain("CO₂"),
        plain(f"US${said}"), plain(f"{said}/{number(chance)}"), plain("24/7"), plain("km/h"), plain("and/or"),
        plain("e-mail"), plain("U.S.-Japan"), plain(f"#{said}"), plain(f"§\u00a0{said}"), plain(f"{said}*"),
        plain(f"{said}+"), plain(f"{said}:{said}"), plain(f"[{said}]"), plain(f"No.\u00a0{said}"),
        plain(f"{said}′"), plain(f"{said}ff."), plain(f"pp. 3–{said}"), plain(f"{said}…"), plain(f"‘{said}’"),
        plain(said) + above("a"), plain(said) + above("*"), span("bold", said) + above("3"),
        span("tiny", "₤") + said, plain(f"{said}\u2011{said}"), plain(f"{said} %"),
        plain("1") + above("st") + " of", plain(said) + span("tiny", "bn"),
        plain("10") + above(str(chance.randrange(2, 40)), "raised"),
    ])  # fmt: skip


def values(chance: Random) -> Said:
    """Several of them in a sentence."""
    words = plain("It rose to ")
    for _ in range(40):
        words += value(chance) + chance.choice([" and ", ", then to ", "; or to ", " – of "])
    return paragraph(words + "at last.")


def signs(_chance: Random) -> Said:
    """All kinds of signs by themselves."""
    return paragraph(f"Signs are {SIGNS} in a row.")


def quotations(_chance: Random) -> Said:
    """Quotation marks of several languages, apostrophes and dashes."""
    return paragraph(
        "“One”, ‘two’, „drei“, »vier«, «\u202fcinq\u202f», ”sex”, 「七」, 『八』, \"nine\", 'ten' –"
        " it’s – so—and."
    )


def spaces(_chance: Random) -> Said:
    """Spaces and hyphens that show, or do not."""
    return paragraph(
        "Of 10\u00a0000 and 7\u202f000 and 3\u2009500 were non\u2011breaking, co\u00adoperating and e-mailed."
    )


def ligatures(_chance: Random) -> Said:
    """Letters that are drawn as one, and those that are one."""
    return paragraph("The official affluent office finds fluffy, and ﬁnds ﬂuﬀy; œuvre, Straße, Æsir, Ǆ.")


def scripts(_chance: Random) -> Said:
    """Words in other scripts, with numbers among them."""
    return joined(
        paragraph("한국 국방부는 2024년 7월 28일 회담에서 3,500명이라고 밝혔다."),
        paragraph("日本の防衛大臣は二〇二四年七月二十八日に3,500人と述べた。"),
        paragraph("Ada said مرحبا once, and שלום twice."),
        paragraph("Ο Ωμέγα и Привет źdźbło Kōno Yōko Nguyễn."),
    )


def notes(chance: Random) -> Said:
    """Values with a raised sign of a note behind them."""
    second = paragraph("Or 10" + above("7") + ", or " + value(chance) + ".", "Footnote")
    return paragraph(
        joined(
            "There were 3,500", note("footnote", 1, f"Of them {number(chance)} then."),
            " of 10", above("6"), note("footnote", 2, second),
            " in 2024", note("endnote", 3, "At the end of 2024."), " and 12.5%.",
            note("footnote", 4, "See ibid., 34."), " It held.", note("endnote", 5, f"By {number(chance)}."),
        )
    )  # fmt: skip


def looks(_chance: Random) -> Said:
    """Words with looks that say something, and with such as do not."""
    return joined(
        paragraph(joined("It costs ", struck("£500"), " £450 and ", struck("not"), " now.")),
        paragraph(joined("It is ", hidden("9,999 unseen "), "seen 1,234", hidden("567"), ".")),
        paragraph(joined("The ", small_capitals("Treaty"), " of ", capitals("Nato"), " and ",
                         span("bold", "b"), "old 3", span("bold", "4"), "5.")),
    )  # fmt: skip


def breaks(chance: Random) -> Said:
    """Tabs and line breaks between values."""
    return paragraph(
        joined("Of", tab(), number(chance), tab(), number(chance), line_break(), "on", line_break(), "end")
    )


def headings(chance: Random) -> Said:
    """Headings that are numbered; the first of a document."""
    return joined(
        headed("1.", heading(1, "Threats")), headed("1.1.", heading(2, f"Of {number(chance)}")),
        paragraph("Under it."), headed("1.2.", heading(2, "And more")),
        headed("1.2.1.", heading(3, "Deep down")), headed("2.", heading(1, "Means")),
        headed("2.1.", heading(2, "Last")), paragraph("So it ends."),
    )  # fmt: skip


def headed(label: str, words: Said) -> Said:
    """Let a heading begin with its number; LibreOffice writes it into web pages without the space."""
    said = words.within("", "", before=f"{label} ")
    return said.but(html=label + words.by("html"))


def numbered(label: str, words: Said) -> Said:
    """Let a paragraph begin with what its list writes; a web page has but the last number, and no bullet."""
    said = words.within("", "", before=label)
    numbers = re.findall(r"\w+", label)
    return said.but(html=f"{numbers[-1]}. {words.by('html')}" if numbers else words.by("html"))


def points(style: str, *items: Said, more: str = "") -> Said:
    """Make a list of points."""
    inner = joined(*items)
    return inner.within(f'<text:list text:style-name="{style}" {more}>', "</text:list>")


def point(label: str, *parts: Said | str, start: int | None = None) -> Said:
    """Make a point of a list, with what stands before it."""
    first, *rest = (paragraph(part) if isinstance(part, str) else part for part in parts)
    begin = f'<text:list-item text:start-value="{start}">' if start else "<text:list-item>"
    return joined(numbered(label, first), *rest).within(begin, "</text:list-item>")


def lists(chance: Random) -> Said:
    """Numbers and bullets, from other numbers than 1, one list in another.

    LibreOffice writes a dash for Word as a sign of the font Symbol, of which the reader makes a bullet.
    """
    start = chance.randrange(2, 40)
    dashed = point("– ", "In").but(docx="• In\n", html="In\n")
    deepest = points("decimal", point("I. ", "Deepest"), point("II. ", f"Is {number(chance)}"))
    inner = points("decimal", point("(a) ", "Inner"), point("(b) ", "Other", deepest))
    return joined(
        points("decimal", point("1. ", "One"), point("2. ", "Two", inner), point("3. ", "Three")),
        paragraph("Between."),
        points("decimal", point(f"{start}. ", "Begun", start=start), point(f"{start + 1}. ", "Gone on")),
        paragraph("Between."),
        points("letters", point("A) ", "One", points("letters", point("i. ", "In"))), point("B) ", "Two")),
        paragraph("Between."),
        points("points", point("• ", "One", points("points", dashed)), point("• ", "5 of 6")),
        paragraph("After."),
    )


def field(begin: str, words: str, end: str) -> Said:
    """Make a field of an element and what it shows."""
    return Said(f"{begin}{words}{end}", words)


def first_page() -> Said:
    """The number of the page, on the first one."""
    number = field('<text:page-number text:select-page="current">', "1", "</text:page-number>")
    return paragraph(joined("This is page ", number, "."))


def fields(_chance: Random) -> Said:
    """Fields: a date, a number, and what refers to words elsewhere."""
    day = field(
        '<text:date style:data-style-name="day" text:fixed="true" text:date-value="2024-07-28T00:00:00">',
        "28 July 2024", "</text:date>",
    )  # fmt: skip
    place = field(
        '<text:bookmark-start text:name="place"/>', "35 men", '<text:bookmark-end text:name="place"/>'
    )
    again = '<text:bookmark-ref text:reference-format="text" text:ref-name="place">'
    counted = '<text:sequence text:ref-name="t" text:name="Table" text:formula="ooow:Table+1">'
    link = '<text:a xlink:type="simple" xlink:href="https://example.org/a?b=1">'
    return joined(
        paragraph(joined("On ", day, " came ", place, ".")),
        paragraph(joined(
            "See “", field(again, "35 men", "</text:bookmark-ref>"), "”, table ",
            field(counted, "1", "</text:sequence>"), " and ", field(link, "the 7 pages", "</text:a>"), ".",
        )),
    )  # fmt: skip


CHANGED = (
    "<office:change-info><dc:creator>Ada</dc:creator><dc:date>2024-07-28T10:00:00</dc:date>"
    "</office:change-info>"
)


def changes(_chance: Random) -> Said:
    """Words that were put in and taken out while changes were tracked."""
    region = '<text:changed-region xml:id="{0}" text:id="{0}"><text:{1}>{2}</text:{1}></text:changed-region>'
    aside = region.format("ct1", "insertion", CHANGED) + region.format(
        "ct2", "deletion", CHANGED + '<text:p text:style-name="Standard">40 </text:p>'
    )
    odf = (
        'Of <text:change-start text:change-id="ct1"/>45 <text:change-end text:change-id="ct1"/>'
        '<text:change text:change-id="ct2"/>ships, 5.'
    )
    said = Said(odf, "Of 45 ships, 5.", changes=aside)
    # LibreOffice has no deletions in web pages, and draws them struck out in a PDF.
    return paragraph(said.but(html="Of 45 40 ships, 5.", pdf="Of 45 40 ships, 5."))


def comments(_chance: Random) -> Said:
    """A comment beside the text."""
    return paragraph(joined("It was ", Said(
        "<office:annotation><dc:creator>Ada</dc:creator><dc:date>2024-07-28T10:00:00</dc:date>"
        "<text:p>No, 77.</text:p></office:annotation>", ""), "76 of them."))  # fmt: skip


def boxes(chance: Random) -> Said:
    """A text box in a paragraph of its own, with two paragraphs in it."""
    inner = joined(paragraph("In the box."), paragraph(f"With {number(chance)}."))
    begin = (
        '<text:p text:style-name="Standard"><draw:frame draw:style-name="frame" text:anchor-type="as-char"'
        ' svg:width="9cm" draw:z-index="0"><draw:text-box fo:min-height="1cm">'
    )
    box = inner.within(begin, "</draw:text-box></draw:frame></text:p>")
    # LibreOffice makes a picture of a box in a web page.
    return joined(paragraph("Before the box."), box.but(html=""), paragraph("After the box."))


def cell(words: Said | str, *, across: int = 1, down: int = 1, covers: int = 0) -> Said:
    """Make a cell of a table."""
    inner = paragraph(words) if isinstance(words, str) else words
    spans = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
    return inner.within(
        f'<table:table-cell office:value-type="string"{spans if across > 1 or down > 1 else ""}>',
        "</table:table-cell>" + "<table:covered-table-cell/>" * covers,
    )


def row(*cells: Said) -> Said:
    """Make a row of a table, a line of cells."""
    odf = "".join(one.odf for one in cells)
    forms = {form for one in cells for form in one.other}
    return Said(
        f"<table:table-row>{odf}</table:table-row>",
        line_of(cells, ""),
        {form: line_of(cells, form) for form in forms},
        tuple(one for each in cells for one in each.notes),
    )


def line_of(cells: tuple[Said, ...], form: str) -> str:
    """Tell the words of a row."""
    return " | ".join(" ".join(one.by(form).split("\n")).strip() for one in cells).strip() + "\n"


def table(name: str, columns: int, *rows: Said) -> Said:
    """Make a table."""
    return joined(*rows).within(
        f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{columns}"/>',
        "</table:table>",
    )


def tables(chance: Random) -> Said:
    """A table with merged cells, and one in another."""
    inner = table("Inner", 2, row(cell("7 in"), cell("8 in")))
    said = [number(chance) for _ in range(3)]
    return joined(
        table(
            "First", 3,
            row(cell("Head"), cell("≤5"), cell("m²")),
            row(cell("Both of", across=2, covers=1), cell(said[0])),
            row(cell("Tall", down=2), cell(said[1]), cell(paragraph("10" + above("6")))),
            reaching(row(cell("Low"), cell(said[2]))),
        ),
        paragraph("Between."),
        table("Second", 2, row(cell("Left"), cell(joined(paragraph("Over"), inner, paragraph("Under"))))),
        paragraph("After."),
    )  # fmt: skip


def reaching(said: Said) -> Said:
    """Let the cell above the first of a row reach down into it."""
    odf = said.odf.replace("<table:table-row>", "<table:table-row><table:covered-table-cell/>", 1)
    return Said(
        odf, f"| {said.words}", {form: f"| {words}" for form, words in said.other.items()}, said.notes
    )


PIECES = (
    values, signs, quotations, spaces, ligatures, scripts, notes, looks, breaks, headings, lists, fields,
    changes, comments, boxes, tables,
)  # fmt: skip
