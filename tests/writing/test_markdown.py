"""A Markdown brief shows, in a renderer that knows nothing of it, exactly the words of the brief."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefer.errors import BrieferError
from briefer.writing.brief import (
    Brief,
    Heading,
    Inline,
    Note,
    NoteMark,
    Run,
    Table,
    printed_body,
    printed_notes,
)
from briefer.writing.markdown import render
from tests.proving import examples
from tests.writing import markdown_reader as reader
from tests.writing.briefs import LONG_ADDRESS, TWO_LINES, a_brief, a_long_brief, a_rich_brief, p
from tests.writing.hostile_briefs import any_briefs


@given(any_briefs)
@settings(max_examples=examples(1000), deadline=None)
def test_any_brief_is_read_back_as_it_was_printed(brief: Brief) -> None:
    document = render(brief)
    printed = [brief.banner, *printed_body(brief), brief.banner]
    assert [words for words in reader.body(document) if words] == [words for words in printed if words]
    assert reader.notes(document) == list(printed_notes(brief))


@given(any_briefs)
@settings(max_examples=examples(300), deadline=None)
def test_no_words_become_a_list_an_image_a_rule_code_or_mark_up(brief: Brief) -> None:
    tokens = reader.tokens(render(replace(brief, notes=())))
    found = {token.type for block in tokens for token in (block, *(block.children or ()))}
    assert found.isdisjoint(
        {
            "ordered_list_open",
            "image",
            "hr",
            "fence",
            "code_block",
            "code_inline",
            "html_block",
            "html_inline",
        }
    )


def test_the_sample_of_everything_reads_well() -> None:
    lines = render(a_rich_brief()).decode().splitlines()
    assert lines[:6] == [
        "**UNCLASSIFIED**",
        "",
        "# Washington and Tokyo name three adversaries and rebuild their command",
        "",
        "- Product 2024-017, version 2",
        "- Prepared by Yōko 김, Asia Desk, Ministry of Foreign Affairs",
    ]
    assert "> Japanese Minister for Foreign Affairs Yōko Kamikawa[^4]" in lines
    assert "**We judge** that the new joint force headquarters" in "\n".join(lines)
    assert lines[-3].startswith("[^8]: “US-Japan Ministers” (see n. 5), para. 9, Sources.")
    assert lines[-1] == "**UNCLASSIFIED**"


def test_the_lines_of_a_quotation_stay_lines() -> None:
    document = render(a_brief(p("quotation", TWO_LINES, "\n\nthree")))
    assert document.decode().splitlines()[1:] == [
        "> First Bilateral 2+2 Meeting in Tokyo in 1.5 Years\\",
        '> &#9;"Concerns Over China\'s Attempt"&#160;\\',
        "> \\",
        "> three",
    ]
    assert reader.body(document) == [f"{TWO_LINES}\n\nthree"]


def test_the_lines_of_a_note_stay_in_the_note() -> None:
    document = render(
        a_brief(p("statement", "It held.", NoteMark(1)), notes=(Note(1, (Run("One\n- two"),)),))
    )
    assert reader.notes(document) == ["One\n- two"]


@pytest.mark.parametrize(
    ("inlines", "written"),
    [
        ((Run("We judge: ", "lead"), Run("yes")), "**We judge:** yes"),
        ((Run("a "), Run("Title", "italic"), Run("s")), "a *Title*s"),
        ((Run("a"), Run("“Title”", "italic"), Run("s")), "a“Title”s"),
        ((Run("one", "bold"), Run("two", "italic")), "**one**two"),
        ((Run(" ", "bold"), Run("x")), "&#32;x"),
        ((Run("quiet", "quiet"),), "quiet"),
    ],
)
def test_emphasis_is_left_out_where_a_renderer_would_show_its_marks(
    inlines: tuple[Inline, ...], written: str
) -> None:
    assert render(a_brief(p("statement", *inlines))).decode() == f"\n{written}\n"


def test_an_address_is_a_link_and_every_other_target_plain_words() -> None:
    def written(text: str, link: str) -> str:
        return render(a_brief(p("small", Run(text, link=link)))).decode().strip()

    assert written(LONG_ADDRESS, LONG_ADDRESS) == f"<{LONG_ADDRESS}>"
    assert written("the *site*", "https://a.org/?b&c|d") == r"[the \*site\*](<https://a.org/?b\&c\|d>)"
    assert written("https://a.org/%41", "https://a.org/%41") == r"[https\://a.org/%41](<https://a.org/%41>)"
    for link in ("javascript:alert(1)", "#_Note1", "ftp://a.org"):
        assert written("there", link) == "there"


def test_a_table_is_a_table_and_its_bars_are_words() -> None:
    table = Table("Sources", ("Label", "a | b"), (0.1, 0.9), (((Run("S1"),), (Run("c\n| d"),)),))
    document = render(a_brief(table))
    assert document.decode().splitlines()[3:] == [
        "| Label | a &#124; b |",
        "| --- | --- |",
        "| S1 | c&#10;&#124; d |",
    ]
    assert reader.body(document) == ["Sources", "Label", "a | b", "S1", "c\n| d"]


def test_what_has_no_words_leaves_no_trace() -> None:
    brief = a_brief(p("front", ""), p("quotation", ""), Table("", ("a",), (1,), ()), Heading(2, "b", "_B"))
    assert render(brief).decode() == "\n| a |\n| --- |\n\n### b\n"


def test_a_character_that_no_text_file_holds_is_refused() -> None:
    with pytest.raises(BrieferError, match=r"U\+0000: take it out after “The dam ”"):
        render(a_brief(p("statement", "The dam \x00held.")))


def test_progress_runs_from_nothing_to_everything() -> None:
    told: list[tuple[int, int]] = []
    render(a_long_brief(100), lambda done, total: told.append((done, total)))
    assert told == [(0, 404), (200, 404), (404, 404)]
