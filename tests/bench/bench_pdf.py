"""The PDF: CPU time, by the count of notes, and what it takes to read one again."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.writing.brief import Block, Brief, Heading, Note, NoteMark, Run
from briefer.writing.pdf import render
from tests.bench.figures import Figure, cpu_seconds, peak_megabytes
from tests.writing.briefs import NO_BYLINE, a_brief, a_long_brief, p

_OF_A_THOUSAND_PAGES = 3_250
"""So many quotations, their notes and their entries in the annex take a thousand pages."""


def figures() -> Iterator[Figure]:
    hundred_pages, thousand = a_brief_of_a_hundred_pages(), a_long_brief(1_000)
    pages = render(hundred_pages).count(b"/Type /Page\n")  # the imports are paid once
    yield Figure("PDF of a hundred pages with 900 notes, pages", pages, "", None)
    yield Figure("PDF of a hundred pages with 900 notes", cpu_seconds(lambda: render(hundred_pages)), "s", 4)
    yield Figure(
        "PDF with 1,000 notes and 1,000 evidence entries", cpu_seconds(lambda: render(thousand)), "s", 8
    )
    thousand_pages = a_long_brief(_OF_A_THOUSAND_PAGES)
    pages = render(thousand_pages).count(b"/Type /Page\n")
    yield Figure(f"PDF with {_OF_A_THOUSAND_PAGES:,} notes, pages", pages, "", None)
    taken = cpu_seconds(lambda: render(thousand_pages), rounds=1)
    yield Figure("PDF of a thousand pages", taken, "s", 60)
    yield Figure("PDF of a thousand pages, a page", 1000 * taken / pages, "ms", None)
    yield Figure(
        "PDF of a thousand pages, peak memory", peak_megabytes("pdf", _OF_A_THOUSAND_PAGES), "MB", 600
    )
    yield Figure("PDF with 10,000 notes, peak memory", peak_megabytes("pdf", 10_000), "MB", 600)


def a_brief_of_a_hundred_pages() -> Brief:
    """Make a brief whose every page has nine notes, one in three of them a full one."""
    blocks: list[Block] = []
    for number in range(1, 901):
        if number % 45 == 1:
            blocks.append(Heading(1, f"Section {number // 45 + 1}", f"_Section{number}"))
        blocks.append(
            p("quotation" if number % 2 else "statement", NO_BYLINE[100 + number % 40 :], NoteMark(number))
        )
    return a_brief(*blocks, notes=tuple(map(_note, range(1, 901))))


def _note(number: int) -> Note:
    address = f"https://www.example.org/2024/07/28/{number}"
    full = (Run("No byline, “Joint Statement,” "), Run("Outlet", "italic"), Run(", 28 July 2024, "),
            Run(address, link=address), Run(f", accessed 29 July 2024, para. {number}; English; agency; "
            f"passage {number:08x}; SHA-256 a1b2c3d4e5f6."))  # fmt: skip
    short = (Run("“Joint Statement” (see n. "), Run("1", link="#_Note1"), Run(f"), para. {number}."))
    return Note(number, full if number % 3 == 1 else short)
