"""Briefs put together by hand, for the tests of every writer."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from briefer.writing.brief import (
    Block,
    Brief,
    EvidenceNote,
    EvidencePassage,
    EvidenceSource,
    Heading,
    Note,
    NoteMark,
    Paragraph,
    Quoted,
    Run,
    Table,
    printed_body,
)

LONG_ADDRESS = (
    "https://www.example.org/politics/diplomacy/2024/07/28/joint-statement-of-the-security-consultative-"
    "committee-with-a-very-long-address?section=asia&utm_source=newsletter&id=0123456789abcdef#paragraph-14"
)
NO_BYLINE = (
    "“North Korea’s continued destabilizing behavior and sustained pursuit of its unlawful nuclear and "
    "ballistic missile programs, China’s accelerating and opaque expansion of its nuclear arsenal, and "
    "Russia’s undermining of arms control and the global nonproliferation regime are key factors in the "
    "increasingly deteriorating regional security environment,” the statement read."
)
YOKO = "Japanese Minister for Foreign Affairs Yōko Kamikawa"
HANGUL = "본문 바로가기"
JAPANESE = "日米両政府は、在日米軍を再編し、統合軍司令部を新たに設けることで一致した。"
TWO_LINES = 'First Bilateral 2+2 Meeting in Tokyo in 1.5 Years\n\t"Concerns Over China\'s Attempt"\u00a0'


def p(role: str, *inlines: Run | NoteMark | str, bookmark: str = "", together: bool = False) -> Paragraph:
    """Make a paragraph; bare strings are plain runs."""
    parts = tuple(Run(part) if isinstance(part, str) else part for part in inlines)
    marks = (bookmark,) if bookmark else ()
    return Paragraph(role, parts, marks, together)  # type: ignore[arg-type]  # a Role, as the tests spell it


def sources() -> tuple[EvidenceSource, ...]:
    """Give two sources; the hashes are of their labels, so that they are easy to tell."""
    return tuple(
        EvidenceSource(
            f"{number:032x}", label, title, publisher, f"{label}.txt", _hash(label), _hash(title), language
        )
        for number, (label, title, publisher, language) in enumerate(
            [
                ("S1", "Joint Statement on the Security Situation in Asia", "", "ja"),
                ("S3", "US-Japan Foreign and Defense Ministers", "아시아경제", "ko"),
            ],
            start=1,
        )
    )


def passages() -> tuple[EvidencePassage, ...]:
    """Give the passages quoted in the rich brief, in the order of the page."""
    first, third = sources()
    quotes = [(first, NO_BYLINE), (first, YOKO), (third, HANGUL), (third, JAPANESE), (third, TWO_LINES)]
    return tuple(
        EvidencePassage(
            f"{index:08x}{0:024x}", source.id, source.text_sha256, 100 * index, 100 * index + len(q), q
        )
        for index, (source, q) in enumerate(quotes, start=1)
    )


def a_rich_brief() -> Brief:
    """Make a brief that uses every block, role, style, script and kind of link."""
    blocks = (*_front(), *_sections(), *_apparatus())
    unsigned = Brief(
        title="Washington and Tokyo name three adversaries and rebuild their command",
        author="Yōko 김",
        subject="U.S.–Japan Security Consultative Committee, 28 July 2024",
        banner="UNCLASSIFIED",
        language="en",
        created="2024-08-02",
        blocks=blocks,
        notes=_notes(),
        sources=sources(),
        passages=passages(),
        cited=_cited(),
    )
    return _with_quoted(unsigned)


def a_brief(*blocks: Block, notes: tuple[Note, ...] = ()) -> Brief:
    """Make the brief that says this and nothing else; `replace` gives it a title or a banner."""
    return Brief("", "", "", "", "en", "", blocks, notes)


def a_long_brief(count: int) -> Brief:
    """Make a brief of so many quotations, each with a note and an annex entry, fifty a section."""
    quote = f"{NO_BYLINE} {YOKO}. "
    blocks: list[Block] = [p("title", "A long brief")]
    for number in range(1, count + 1):
        if number % 50 == 1:
            blocks.append(Heading(1, f"Section {number // 50 + 1}", f"_Section{number // 50 + 1}"))
        blocks.append(p("quotation", f"{quote}{number}", NoteMark(number), bookmark=f"_Cite{number:032x}"))
    blocks.append(Heading(1, "Evidence", "_Evidence"))
    for number in range(1, count + 1):
        blocks.append(p("evidence", f"{quote}{number}", together=True))
        blocks.append(p("context", Run(f"S1, characters {number} to {number + len(quote)}", "quiet")))
    return a_brief(*blocks, notes=tuple(_long_note(number) for number in range(1, count + 1)))


def _long_note(number: int) -> Note:
    address = f"https://www.example.org/{number % 100}"
    full = (Run("No byline, “Joint Statement,” "), Run("Outlet", "italic"), Run(", 28 July 2024, "),
            Run(address, link=address), Run(f", para. {number}; English; {number:08x}."))  # fmt: skip
    short = (Run("“Joint Statement” (see n. "), Run("1", link="#_Note1"), Run(f"), para. {number}."))
    return Note(number, full if number % 10 == 1 else short)


def _front() -> tuple[Block, ...]:
    return (
        p("title", "Washington and Tokyo name three adversaries and rebuild their command"),
        p("front", Run("Product ", "quiet"), "2024-017, version 2"),
        p("front", Run("Prepared by ", "quiet"), "Yōko 김, Asia Desk, Ministry of Foreign Affairs"),
        p("front", Run("Date ", "quiet"), "2 August 2024; information as of 31 July 2024"),
        p("front", Run("Event ", "quiet"), "Security Consultative Committee (2+2), Tokyo, 28 July 2024"),
        p("front", Run("Distribution ", "quiet"), "Minister; Vice-Minister; Director-General, North America"),
        Heading(1, "Bottom line", "_BottomLine"),
        p("bluf", Run("We judge ", "lead"), "that the new joint force headquarters changes who commands "
          "in a crisis, and that the ministers’ statement names ", Run("three", "italic"), " adversaries in "
          "one sentence for the first time.", NoteMark(1)),
        p("bluf", "The sources disagree on who spoke for Japan.", NoteMark(2)),
    )  # fmt: skip


def _sections() -> tuple[Block, ...]:
    return (
        Heading(1, "Attendees", "_attendees"),
        p("statement", "The Foreign Minister is named ", Run("Yōko Kamikawa", "bold"), " by three "
          "sources and “Yoshimasa Hayashi” by one.", NoteMark(3), together=True),
        p("quotation", YOKO, NoteMark(4), bookmark="_Cite" + passages()[1].id),
        p("quotation", Run(HANGUL, language="ko"), NoteMark(5), bookmark="_Cite" + passages()[2].id),
        Heading(1, "Threats", "_threats"),
        p("statement", Run("We assume ", "lead"), "that both quotations come from one text. The mixed line "
          "米国 and 한국 and Ελλάδα and Москва stands in one sentence, with שלום inside it."),
        p("quotation", NO_BYLINE, NoteMark(6), bookmark="_Cite" + passages()[0].id),
        p("quotation", Run(JAPANESE, language="ja"), NoteMark(7), bookmark="_Cite" + passages()[3].id),
        p("quotation", TWO_LINES, NoteMark(8), bookmark="_Cite" + passages()[4].id),
        Heading(2, "Command restructure", "_command"),
        p("empty", "No reporting in the sources examined."),
    )  # fmt: skip


def _apparatus() -> tuple[Block, ...]:
    rows = tuple(
        ((Run(f"S{number}"),), (Run(words),), (Run("not recorded", "quiet"),), _numbers(number))
        for number, words in [
            (1, "Joint Statement on the Security Situation in Asia"),
            (3, "US-Japan Foreign and Defense Ministers (아시아경제)"),
        ]
    )
    first, third = sources()
    return (
        Heading(1, "Sources", "_Sources"),
        Table("What each source is cited for", ("Label", "Title", "Date", "Notes"), (0.1, 0.5, 0.2, 0.2),
              rows),
        p("statement", "Both sources were examined; neither gives a year."),
        p("reference", "No byline. “", Run(first.title, link="#_Foot1"), "”. N.d. URL not recorded.",
          bookmark="_S1"),
        p("reference", Run(third.publisher, language="ko"), ". “", third.title, "”. 28 July 2024. ",
          Run(LONG_ADDRESS, link=LONG_ADDRESS), ".", bookmark="_S3"),
        Heading(1, "Evidence", "_Evidence"),
        p("context", Run("00000001", "bold"), " · S1, para. 4 · code points 100–465 · notes 1, 6",
          bookmark="_Evid" + passages()[0].id, together=True),
        p("context", Run("Before: ", "quiet"), "The leaders pointed to several factors.", together=True),
        p("evidence", NO_BYLINE, together=True),
        p("context", Run("After: ", "quiet"), "The officials reaffirmed their commitment."),
        p("context", Run("00000004", "bold"), " · S3, para. 9 · code points 400–437 · note 7",
          bookmark="_Evid" + passages()[3].id, together=True),
        p("evidence", Run(JAPANESE, language="ja")),
        p("small", "Made with briefer 0.1.0."),
    )  # fmt: skip


def _numbers(number: int) -> tuple[Run, ...]:
    if number == 1:
        return (Run("1", link="#_Note1"), Run(", "), Run("6", link="#_Note6"))
    return (Run("5", link="#_Note5"),)


def _notes() -> tuple[Note, ...]:
    full = (Run("No byline, “"), Run("Joint Statement on the Security Situation in Asia", "italic"),
            Run(",” outlet not recorded, n.d., URL not recorded, accessed 29 July 2024, para. 4; English; "
                "other; passage 00000001; SHA-256 a1b2c3d4e5f6."))  # fmt: skip
    third = (Run("“US-Japan Foreign and Defense Ministers,” "), Run("아시아경제", "italic", "ko"),
             Run(", 28 July 2024, "), Run(LONG_ADDRESS, link=LONG_ADDRESS),
             Run(", para. 1; English; newspaper; passage 00000003."))  # fmt: skip
    again = (
        Run("“Joint Statement” (see n. "),
        Run("1", link="#_Note1"),
        Run("), para. 2; passage 00000002."),
    )
    other = (Run("“US-Japan Ministers” (see n. "), Run("5", link="#_Note5"), Run("), para. 9, "),
             Run("Sources", link="#_Sources"), Run("."))  # fmt: skip
    return tuple(
        Note(number, inlines)
        for number, inlines in enumerate([full, again, again, again, third, again, other, other], start=1)
    )


def _cited() -> tuple[EvidenceNote, ...]:
    ids = [passage.id for passage in passages()]
    first, third = sources()
    spoken = [(first, 0), (first, 1), (first, 1), (first, 1), (third, 2), (first, 0), (third, 3), (third, 4)]
    return tuple(
        EvidenceNote(number, source.id, (ids[index],))
        for number, (source, index) in enumerate(spoken, start=1)
    )


def _with_quoted(brief: Brief) -> Brief:
    """Say where each quotation stands: its index among the printed paragraphs."""
    printed = [words.partition("[^")[0] for words in printed_body(brief)]
    quoted = tuple(Quoted(passage.id, printed.index(passage.quote)) for passage in passages())
    return replace(brief, quoted=quoted)


def _hash(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def _id(number: int) -> str:
    """Make an id that can be told from others by its first eight digits."""
    return f"{number:08x}{0:024x}"
