"""More pieces in which readers may differ: notes, looks and changes within others, and rarer fields."""

from __future__ import annotations

from random import Random

from tests.reading.alike_pieces import CHANGED, cell, number, point, points, row, table, value
from tests.reading.alike_words import (
    Said,
    above,
    below,
    between,
    hidden,
    joined,
    line_break,
    note,
    paragraph,
    span,
    struck,
)


def rare_signs(_chance: Random) -> Said:
    """Signs beyond 16 bits, signs that are put together, digits of other scripts."""
    return joined(
        paragraph("Signs 😀 and 𝟙𝟚 and e\u0301a\u0308 stand alone."),
        paragraph("Digits ٣٥٠٠ and ३५०० and ３，５００ and 三千五百 and Ⅳ and ① say so."),
        paragraph("A zero\u200bwidth and a word\u2060joiner and an em\u2003space and a thin\u2009one."),
    )


def from_right(_chance: Random) -> Said:
    """Whole paragraphs that run from the right, with numbers among their words."""
    return joined(
        paragraph("وقال الوزير إن 3,500 جندي وصلوا في 28 يوليو 2024 إلى القاعدة.", "right"),
        paragraph("השר אמר כי 3,500 חיילים הגיעו ב-28 ביולי 2024.", "right"),
    )


def in_looks(chance: Random) -> Said:
    """Looks within looks."""
    power = span("bold", "10" + above("6"))
    return joined(
        paragraph(joined("It was ", power, " of it, the ", span("bold", "1"), "2", above("th"), ".")),
        paragraph(joined("So ", struck(f"{number(chance)} men and more"), ".")),
        paragraph(joined("Log", between("10"), "5 of 101", between("2"), ".")),
        paragraph(joined("Log", below("10"), " of ", value(chance), hidden("1"), " is it.")),
    )


def notes_within(chance: Random) -> Said:
    """Notes of a point, of a cell, and one of two paragraphs."""
    two = paragraph("First.", "Footnote") + paragraph(f"Then {number(chance)}.", "Footnote")
    return joined(
        points("decimal", point("1. ", paragraph("It is 25" + note("footnote", 11, "By 26.") + " of them."))),
        paragraph("Between."),
        table(
            "Noted", 2, row(cell(paragraph("7" + note("footnote", 12, f"Not {number(chance)}."))), cell("8"))
        ),
        paragraph("So it was" + note("footnote", 13, two) + "."),
    )


def in_cells(chance: Random) -> Said:
    """Lists and breaks in the cells of a table."""
    said = number(chance)
    listed = points("letters", point("A) ", "One"), point("B) ", said))
    broken = paragraph(joined("It", line_break(), "broke"))
    # A PDF has but places: lines side by side are read as such.
    first = row(cell(listed), cell("Beside")).but(pdf=f"A) One Beside B) {said}\n")
    return joined(
        table("Listed", 2, first, row(cell("x"), cell(broken)), row(cell("y"), cell(""))), paragraph("After.")
    )


def more_lists(_chance: Random) -> Said:
    """Points of several paragraphs, numbers of several depths, and a list that goes on."""
    deepest = points("deep", point("1.2.1. ", "Deep"))
    deep = points("deep", point("1.1. ", "Under"), point("1.2. ", "Too", deepest))
    first = points("deep", point("1. ", "One", "And more of it.", deep), more='xml:id="goes"')
    return joined(
        first,
        paragraph("Between."),
        points("deep", point("2. ", "Goes on"), more='text:continue-list="goes"'),
        paragraph("After."),
    )


def more_changes(_chance: Random) -> Said:
    """Part of a number taken out, the end of a paragraph, and a paragraph put in."""
    region = '<text:changed-region xml:id="{0}" text:id="{0}"><text:{1}>{2}</text:{1}></text:changed-region>'
    out = '<text:p text:style-name="Standard">{0}</text:p>'
    aside = (
        region.format("ct11", "deletion", CHANGED + out.format("9"))
        + region.format("ct12", "deletion", CHANGED + out.format("<text:s/>gone 12") + out.format(""))
        + region.format("ct13", "insertion", CHANGED)
    )
    mark = '<text:change{0} text:change-id="ct{1}"/>'
    # LibreOffice writes deleted words as others in web pages and PDFs, and deleted ends of paragraphs in RTF.
    shown = dict.fromkeys(("html", "pdf"), "Of 195 ships.")
    parted = Said(f"Of 1{mark.format('', 11)}5 ships.", "Of 15 ships.", shown)
    gone = {**dict.fromkeys(("html", "pdf"), "It gone 12\nheld."), "rtf": "It\nheld."}
    ended = Said(f"It{mark.format('', 12)} held.", "It held.", gone)
    put = Said(f"{mark.format('-start', 13)}Put in 5.{mark.format('-end', 13)}", "Put in 5.")
    return joined(*map(paragraph, (parted, ended, put))) + Said("", "", changes=aside)


def sections(_chance: Random) -> Said:
    """Sections, one of which is hidden; LibreOffice shows it in all formats but its own and PDF."""
    odf = (
        '<text:section text:name="Number{0}"{1}><text:p text:style-name="Standard">Section {0}.</text:p>'
        "</text:section>"
    )
    shown = dict.fromkeys(("docx", "rtf", "html"), "Section 99.\n")
    unseen = Said(odf.format(99, ' text:display="none"'), "", shown)
    return unseen + Said(odf.format(98, ""), "Section 98.\n")


def spaces_in_row(_chance: Random) -> Said:
    """Several spaces, wide letters, and words set at another size; a web page has no spaces in a row."""
    odf = 'So<text:s text:c="3"/>far 1<text:s/>000.'
    large = span("large", "4")
    return joined(
        paragraph(Said(odf, "So   far 1 000.", {"html": "So far 1 000."})),
        paragraph(joined("The ", span("wide", "WIDE 3,500"), " and ", large, ",", span("tiny", "500"), ".")),
    )


def contents(_chance: Random) -> Said:
    """A table of contents, with the numbers of pages."""
    entry = '<text:p text:style-name="Standard">{0}<text:tab/>{1}</text:p>'
    body = entry.format("Threats", 1) + entry.format("Means", 12)
    odf = (
        '<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="2"/>'
        f"<text:index-body>{body}</text:index-body></text:table-of-content>"
    )
    return Said(odf, "Threats\t1\nMeans\t12\n", {"html": "Threats 1\nMeans 12\n"})


MORE = (
    rare_signs, from_right, in_looks, notes_within, in_cells, more_lists, more_changes, sections,
    spaces_in_row, contents,
)  # fmt: skip
