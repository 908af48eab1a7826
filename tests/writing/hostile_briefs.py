"""Briefs whose words try to be mark-up, for the laws of the writers that make text files."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from briefer.writing.brief import Block, Brief, Heading, Inlines, Note, NoteMark, Paragraph, Role, Run, Table
from tests.writing import random_briefs

ODD = (
    *("", " ", "  ", "\n", "\n\n", "\t", "a\r\nb", "\u00a0", "\u3000", "\u2028", "\u200b", "\ufeff"),
    *("<script>alert(1)</script>", "<!-- ", "-->", "</p>", "]]>", "&amp;", "&#60;", "&copy", "<a@b.c>"),
    *("# One", "1. one", "12) twelve", "- a", "+ b", "* c", "> d", "===", "---", "***", ": e", "    x"),
    *("```", "~~~", "*a*", "**", "_a_", "`a`", "[a](b)", "![a](b)", "[^1]", "[^1]: a", "[a]: b", "\\"),
    *("a | b", "|---|", "\\\n", "(see n. 1)", "!", "“Yōko”", "日本。", "שלום, 1", "\u202etxt.exe", "😀"),
    *("e\u0301", "$a$", "a^b^", "{#a}", ":+1:", "ﬁ", "ｱ", "…”", "x", "https://example.org/a_b_c?d=*e*"),
    *("www.example.org", "a@example.org", "mailto:a@b.c"),
)
WRITABLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
SIGNS = st.text("ab1 \n\\`*_[]()<>&#|~^${}=+-.:;!?\"'@%/,", max_size=10)
WORDS = st.lists(st.sampled_from(ODD) | SIGNS | st.text(WRITABLE, max_size=6), max_size=4).map("".join)
LINKS = ("", "", "#_Note1", "#a place", "https://example.org/?a=1&copy=“2”", "HTTP://example.org/<a>|\\b)c(",
         "javascript:alert(1)", "data:text/html,a", "https://a.org/%C3%BC", "file:///etc/passwd")  # fmt: skip
STYLES = st.sampled_from(["", "italic", "bold", "lead", "quiet"])
LANGUAGES = st.sampled_from(["", "en", "en-GB", "ko", "ja", "zh", "fr", '"<x'])
RUNS = st.builds(Run, WORDS, STYLES, LANGUAGES, st.sampled_from(LINKS)) | st.sampled_from(
    [
        Run(address, link=address)
        for address in ("https://example.org/a_b", "https://xn--a.org/%41", "http://a.b/*")
    ]
)
INLINES: st.SearchStrategy[Inlines] = st.lists(RUNS, max_size=4).map(tuple)
NAMES = st.text(max_size=20) | st.sampled_from(["_Section1", "_Note1"])
PARAGRAPHS = st.builds(
    Paragraph, st.sampled_from(get_args(Role)), INLINES, st.lists(NAMES, max_size=2).map(tuple), st.booleans()
)
HEADINGS = st.builds(Heading, st.sampled_from([1, 2]), WORDS, NAMES)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(WORDS, min_size=1, max_size=3))
    width = len(columns)
    rows = draw(st.lists(st.lists(INLINES, min_size=width, max_size=width).map(tuple), max_size=3))
    return Table(draw(WORDS), tuple(columns), (1 / width,) * width, tuple(rows))


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Draw a brief whose notes are referred to between, before and after any words."""
    blocks: list[Block] = draw(st.lists(st.one_of(PARAGRAPHS, HEADINGS, tables()), max_size=6))
    noted: list[Inlines] = draw(st.lists(INLINES, max_size=4))
    for number in range(1, len(noted) + 1):
        inlines: Inlines = (*draw(INLINES), NoteMark(number), *draw(INLINES))
        blocks.append(Paragraph(draw(st.sampled_from(get_args(Role))), inlines))
    notes = tuple(Note(number, (Run("See "), *inlines)) for number, inlines in enumerate(noted, start=1))
    title, author, subject, banner = (draw(WORDS) for _ in range(4))
    return Brief(title, author, subject, banner, "en", "2024-07-28", tuple(blocks), notes)


any_briefs = briefs() | random_briefs.briefs()
