"""Briefs of any words, for laws that hold for each of them."""

from __future__ import annotations

from typing import Final, get_args

from hypothesis import strategies as st

from briefer.writing.brief import (
    Block,
    Brief,
    EvidenceSource,
    Heading,
    Inline,
    Note,
    NoteMark,
    Paragraph,
    Role,
    Run,
    Table,
)

SAMPLES = [
    "Yōko Kamikawa, the Foreign Minister,",
    "“We shall see,” she said — not at once…",
    "본문 바로가기",
    "日米両政府は、在日米軍を再編し（統合軍司令部を新たに）設ける。",
    "long-standing co-production of stand-off missiles 1979–80",
    "https://example.org/a/very/long/address?with=queries&and=more#fragment-of-it",
    "Ελλάδα, Москва, Kraków, naïve, œuvre",
    "שלום עולם",
    "مرحبا",
    "🙂 ﬁne\u00a0print\u200b with\u00adin Yo\u0304ko é e\u0301 辻\U000e0100 𠮟る",
    "one\ntwo\n\nthree\tfour  five ",
]
letters = st.characters(exclude_categories=("Cs", "Cn", "Cc", "Co"))
words = st.one_of(
    st.sampled_from(SAMPLES),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60),
    st.text(letters, max_size=20),
    st.lists(st.sampled_from(SAMPLES), min_size=3, max_size=12).map(" ".join),
)
styles = st.sampled_from(["", "italic", "bold", "lead", "quiet"])
LANGUAGES: Final = ("en", "ko", "ja")
languages = st.sampled_from(["", *LANGUAGES])
links = st.sampled_from(["https://example.org/a?b=ü", "#_Top"])
runs: st.SearchStrategy[Run] = st.one_of(
    st.builds(Run, words, styles, languages),
    st.builds(Run, st.sampled_from(SAMPLES), styles, languages, links),
)
inlines = st.lists(runs, min_size=1, max_size=4).map(tuple)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Draw a brief; links lead to its first paragraph, which has a note."""
    blocks: list[Block] = [Paragraph("statement", (Run("First."), NoteMark(1)), ("_Top",))]
    noted = 1
    for place, each in enumerate(draw(st.lists(block(), max_size=8))):
        blocks.append(_placed(each, place, noted + 1))
        noted += blocks[-1] != _placed(each, place, noted)
    notes = tuple(Note(number, draw(inlines)) for number in range(1, noted + 1))
    title, author, banner = (draw(words).strip() for _ in range(3))
    spoken = (
        EvidenceSource(each, "S1", "", "", "a.txt", "0" * 64, "1" * 64, language=each) for each in LANGUAGES
    )
    return Brief(title, author, "", banner, "en", "2024-08-02", tuple(blocks), notes, tuple(spoken))


def block() -> st.SearchStrategy[Block]:
    """Draw a block of any kind; headings are numbered when they get their place."""
    paragraphs = st.builds(Paragraph, st.sampled_from(get_args(Role)), inlines, together=st.booleans())
    headings = st.builds(Heading, st.sampled_from([1, 2]), words, st.just(""))
    rows = st.lists(st.tuples(inlines, inlines), max_size=5).map(tuple)
    tables = st.builds(Table, words, st.tuples(words, words), st.just((0.3, 0.7)), rows)
    return st.one_of(paragraphs, headings, tables)


def _placed(each: Block, place: int, number: int) -> Block:
    """Name a block's bookmark, and put a note's mark where it can have one."""
    match each:
        case Heading():
            return Heading(each.level, each.text, f"_H{place}")
        case Paragraph():
            return Paragraph(each.role, (*each.inlines, NoteMark(number)), (f"_P{place}",), each.together)
        case Table(rows=((first, *others), *rows)):
            cell: tuple[Inline, ...] = (*first, NoteMark(number))
            return Table(each.caption, each.columns, each.widths, ((cell, *others), *rows))
        case _:
            return each
