"""Golden notes: what a reader sees for each way in which news is recorded, and is not."""

from __future__ import annotations

from briefer.citing.chicago import Citation, entry, full_note, short_note
from briefer.citing.locator import Locator
from briefer.citing.piece import Piece, words
from briefer.model.records import Reference, Source

FULL = Reference(
    title="Allies Sign Memorandum",
    author="Jane Doe",
    publisher="The Harbour Courier",
    published="2024-07-28",
    accessed="2024-07-30",
    url="https://example.org/a?x=1&y=2",
    kind="newspaper",
    language="en",
)
HERE = Locator(4, 4, 12, 12)
THERE = Locator(7, 7, 20, 20)
ONE = "1a2b3c4d" + "0" * 24
TWO = "5e6f7a8b" + "0" * 24


def a_source(label: str = "S1", **fields: str) -> Source:
    reference = Reference(**fields) if fields else FULL
    return Source("ab" * 16, label, "t" * 64, "0123456789ab" + "f" * 52, "a.txt", "utf-8", "", 10, reference)


def cite(source: Source, *more: str, quoted: str = "", origin: str = "") -> Citation:
    locators = (HERE, THERE) if more else (HERE,)
    return Citation(source, locators, (ONE, *more), frozenset({quoted}), origin)


def note(source: Source, *more: str, quoted: str = "", origin: str = "") -> str:
    return words(full_note(cite(source, *more, quoted=quoted, origin=origin)))


def short(source: Source, *more: str) -> str:
    return words(short_note(cite(source, *more), 3))


def test_a_note_says_all_that_is_recorded() -> None:
    assert note(a_source()) == (
        "Jane Doe, “Allies Sign Memorandum,” The Harbour Courier, July 28, 2024, par. 4, line 12, accessed "
        "July 30, 2024, https://example.org/a?x=1&y=2; source S1 (newspaper); passage 1a2b3c4d; "
        "SHA-256 0123456789ab."
    )


def test_a_note_says_plainly_what_is_not_recorded() -> None:
    assert note(a_source(title="The Dam Held")) == (
        "“The Dam Held,” no byline, outlet not recorded, n.d., par. 4, line 12, URL not recorded; source S1 "
        "(other kind of source); passage 1a2b3c4d; SHA-256 0123456789ab."
    )


def test_a_source_without_a_title_is_named_by_its_file() -> None:
    nameless = a_source(publisher="The Harbour Courier")
    assert note(nameless).startswith("untitled (file a.txt), no byline, The Harbour Courier, n.d., ")
    assert short(nameless).startswith("The Harbour Courier, untitled (file a.txt), par. 4")
    assert words(entry(nameless)).startswith("Untitled (file a.txt). No byline. The Harbour Courier, n.d. ")


def test_without_an_author_the_date_and_the_address_may_still_be_known() -> None:
    known = a_source(title="T", published="2024-07", url="https://example.org/")
    assert note(known).startswith(
        "“T,” no byline, outlet not recorded, July 2024, par. 4, line 12, https://example.org/; source S1"
    )


def test_the_issuing_body_of_an_official_statement_is_its_author() -> None:
    official = a_source(
        title="Joint Statement",
        publisher="U.S. Department of Defense",
        published="2024-07-28",
        kind="official",
    )
    assert note(official).startswith(
        "U.S. Department of Defense, “Joint Statement,” July 28, 2024, par. 4, line 12, URL not recorded; "
        "source S1 (official statement); "
    )
    assert words(entry(official)).startswith(
        "U.S. Department of Defense. “Joint Statement.” July 28, 2024. URL not recorded. Official statement."
    )


def test_an_official_statement_with_a_signatory_names_the_body_upright() -> None:
    official = a_source(title="T", author="Lloyd Austin", publisher="Pentagon", kind="official")
    assert note(official).startswith("Lloyd Austin, “T,” Pentagon, n.d., ")
    assert all(piece.style != "italic" for piece in full_note(cite(official)))


def test_a_relayed_report_says_through_whom_it_came() -> None:
    relayed = a_source(
        title="T", publisher="The Asia Business Daily", kind="newspaper", relayed_from="Kyodo News"
    )
    assert "; source S1 (newspaper, relayed from Kyodo News, made from source S2); " in note(
        relayed, origin="S2"
    )


def test_korean_stands_as_recorded_and_is_marked() -> None:
    korean = a_source(
        title="여객선 안전점검 “형식적이었다”",
        author="김서윤",
        publisher="한강일보",
        language="ko",
        kind="newspaper",
    )
    assert note(korean).startswith(
        "김서윤, “여객선 안전점검 “형식적이었다”,” 한강일보, n.d., par. 4, line 12, "
    )
    assert "(newspaper, in Korean)" in note(korean)
    pieces = full_note(cite(korean))
    assert Piece("여객선 안전점검 “형식적이었다”", language="ko") in pieces
    assert Piece("한강일보", language="ko") in pieces


def test_japanese_names_keep_their_order_also_in_the_list_and_shortly() -> None:
    japanese = a_source(
        title="フェリー点検記録に「空白の三か月」",
        author="高橋 洋子",
        publisher="港湾新聞",
        language="ja",
    )
    assert short(japanese).startswith("高橋 洋子, “フェリー点検記録に「空白の三か月」,” par. 4")
    assert words(entry(japanese)).startswith(
        "高橋 洋子. “フェリー点検記録に「空白の三か月」.” 港湾新聞, n.d. "
    )
    assert "in Japanese" in note(japanese)


def test_quotation_marks_inside_a_title_are_never_rewritten() -> None:
    title = 'Ministers: "Military Cooperation Undermines Regime"'
    assert f"“{title},” " in note(a_source(title=title))
    assert f"“{title}.” " in words(entry(a_source(title=title)))


def test_two_works_of_one_outlet_keep_apart_when_named_again() -> None:
    dam = a_source("S1", title="The Dam Held: A Report", publisher="The Harbour Courier")
    lock = a_source(
        "S2", title="A Lock and the People Who Keep It Running in Winter", publisher="The Harbour Courier"
    )
    assert short(dam) == (
        "The Harbour Courier, “Dam Held,” par. 4, line 12 (see n. 3); source S1; passage 1a2b3c4d."
    )
    assert short(lock).startswith("The Harbour Courier, “Lock and the People Who,” par. 4")


def test_a_work_with_neither_author_nor_outlet_is_named_again_by_its_title() -> None:
    assert short(a_source(title="Will It Hold?")) == (
        "“Will It Hold?,” par. 4, line 12 (see n. 3); source S1; passage 1a2b3c4d."
    )


def test_two_passages_join_in_one_note() -> None:
    joined = note(a_source(), TWO)
    assert ", pars. 4 and 7, lines 12 and 20, " in joined
    assert "; passages 1a2b3c4d and 5e6f7a8b; " in joined


def test_a_passage_that_the_article_quotes_is_told_apart() -> None:
    assert "; passage 1a2b3c4d; passage 5e6f7a8b, as quoted by The Harbour Courier; " in note(
        a_source(), TWO, quoted=TWO
    )
    assert "; passage 1a2b3c4d, as quoted by S4; " in note(a_source("S4", title="T"), quoted=ONE)


def test_links_lead_to_the_full_note_the_list_the_evidence_and_the_web() -> None:
    links = [
        piece.link for piece in (*full_note(cite(a_source())), *short_note(cite(a_source()), 3)) if piece.link
    ]
    assert links == [
        FULL.url, "#_SourceS1", f"#_Evid{ONE}", "#_Note3", "#_SourceS1", f"#_Evid{ONE}",
    ]  # fmt: skip


def test_an_address_that_is_not_of_the_web_is_no_link() -> None:
    hostile = a_source(title="T", url="file:///etc/passwd")
    assert all(not piece.link.startswith("file") for piece in full_note(cite(hostile)))
    assert "file:///etc/passwd" in note(hostile)


def test_the_reference_list_says_all_that_is_recorded() -> None:
    graded = a_source(
        **{name: getattr(FULL, name) for name in FULL.__slots__} | {"reliability": "B", "credibility": "2"}
    )
    assert words(entry(graded)) == (
        "Jane Doe. “Allies Sign Memorandum.” The Harbour Courier, July 28, 2024. Accessed July 30, 2024. "
        "https://example.org/a?x=1&y=2. Newspaper, Admiralty grade B2. File a.txt, SHA-256 0123456789ab."
    )


def test_the_reference_list_says_plainly_what_is_not_recorded() -> None:
    assert words(entry(a_source(title="Will It Hold?"), "S2")) == (
        "“Will It Hold?” No byline. Outlet not recorded, n.d. URL not recorded. Other kind of source, "
        "made from source S2. File a.txt, SHA-256 0123456789ab."
    )
