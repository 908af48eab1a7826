"""An HTML brief is one file that runs nothing and fetches nothing, and says what the brief says."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings

from briefer.errors import BrieferError
from briefer.model.look import Look
from briefer.writing.brief import Block, Brief, Note, NoteMark, Run, Table, printed_body, printed_notes
from briefer.writing.compose import compose
from briefer.writing.evidence import DIGEST_LEAD, digest, evidence, from_json, seal
from briefer.writing.html import render
from tests.proving import examples
from tests.worlds import a_world
from tests.writing import html_reader as reader
from tests.writing.briefs import LONG_ADDRESS, a_brief, a_long_brief, a_rich_brief, p, passages
from tests.writing.hostile_briefs import any_briefs

OUTWARD = re.compile(r"(?i)https?://\S+")
REFERRING = {"src", "srcset", "style", "action", "formaction", "poster", "background", "ping", "srcdoc"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "div",
    "h1", "h2", "h3", "p", "blockquote", "ol", "li", "a", "b", "i", "span", "bdi", "sup", "br",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@given(any_briefs)
@settings(max_examples=examples(1000), deadline=None)
def test_any_brief_is_read_back_as_it_was_printed(brief: Brief) -> None:
    document = render(brief)
    assert reader.body(document) == list(printed_body(brief))
    assert reader.notes(document) == list(printed_notes(brief))


@given(any_briefs)
@settings(max_examples=examples(300), deadline=None)
def test_no_words_become_a_script_a_resource_or_another_link(brief: Brief) -> None:
    for element in reader.parsed(render(brief)).elements():
        assert element.tag in ALLOWED
        assert REFERRING.isdisjoint(element.attributes)
        assert not any(name.startswith("on") for name in element.attributes)
        link = element.attributes.get("href", "#")
        assert link.startswith("#") or OUTWARD.fullmatch(link)


@given(any_briefs)
@settings(max_examples=examples(300), deadline=None)
def test_no_two_places_have_one_name_and_notes_link_both_ways(brief: Brief) -> None:
    root = reader.parsed(render(brief))
    names = [element.attributes["id"] for element in root.elements() if "id" in element.attributes]
    assert len(names) == len(set(names))
    ways = {(link.attributes["role"], link.attributes["href"])
            for link in root.all("a") if "role" in link.attributes}  # fmt: skip
    for note in brief.notes:
        assert {("doc-noteref", f"#_Foot{note.number}"), ("doc-backlink", f"#_Note{note.number}")} <= ways
        assert {f"_Foot{note.number}", f"_Note{note.number}"} <= set(names)


def test_nothing_but_its_own_style_sheet_is_allowed() -> None:
    root = reader.parsed(render(a_rich_brief()))
    (style,) = root.all("style")
    known = b64encode(sha256(style.words().encode()).digest()).decode()
    (policy,) = (meta.attributes["content"] for meta in root.all("meta") if "http-equiv" in meta.attributes)
    assert policy == f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style.words()
    assert "@import" not in style.words()


def test_a_click_on_the_digest_saves_the_evidence_it_is_made_from() -> None:
    brief = seal(a_rich_brief())
    (link,) = (each for each in reader.parsed(render(brief)).all("a") if "download" in each.attributes)
    assert link.attributes["download"] == "evidence.json"
    kind, _, attached = link.attributes["href"].partition(",")
    assert kind == "data:application/json;base64"
    assert from_json(b64decode(attached)) == evidence(brief)
    assert link.words() == DIGEST_LEAD + sha256(b64decode(attached)).hexdigest()
    assert digest(evidence(brief)) in link.words()
    assert b"data:" not in render(replace(brief, embedded=False))


def test_a_character_that_no_text_file_holds_is_refused_and_named() -> None:
    for character in ("\x00", "\ud800"):
        with pytest.raises(BrieferError, match=f"U\\+{ord(character):04X}: take it out after “The dam ”"):
            render(a_brief(p("statement", f"The dam {character}held.")))


def test_progress_runs_from_nothing_to_everything() -> None:
    told: list[tuple[int, int]] = []
    render(a_long_brief(100), lambda done, total: told.append((done, total)))
    assert told == [(0, 404), (200, 404), (404, 404)]


def test_the_marking_stands_above_and_below_and_on_the_paper() -> None:
    root = reader.parsed(render(replace(a_brief(), banner="機密 – <SECRET>", paper="Letter")))
    assert [root.all(place)[0].words() for place in ("header", "footer")] == ["機密 – <SECRET>"] * 2
    assert "@page { size: Letter; margin: 41pt 74pt 37pt; }" in root.all("style")[0].words()
    bare = reader.parsed(render(a_brief()))
    assert bare.all("header", "footer", "nav", "section") == []


def test_a_page_looks_as_its_preset_says() -> None:
    look = Look(accent="#5f2330", title=20, body=10, masthead="band", ruled=True)
    root = reader.parsed(render(replace(a_brief(), look=look)))
    style = root.all("style")[0].words()
    for set_ in ("--accent-light: #5f2330;", "--accent-dark: #e1adb8;", "--title: 2rem;", "--body: 10pt;"):
        assert set_ in style
    assert root.all("main")[0].attributes["class"] == "band ruled"
    assert reader.parsed(render(a_brief())).all("main")[0].attributes["class"] == "rule"


def test_what_the_file_says_of_itself_stands_in_its_head() -> None:
    root = reader.parsed(render(a_rich_brief()))
    said = {meta.attributes.get("name"): meta.attributes["content"] for meta in root.all("meta")
            if "content" in meta.attributes}  # fmt: skip
    assert root.attributes == {"lang": "en"}
    assert root.all("title")[0].words() == a_rich_brief().title
    assert said["author"] == "Yōko 김"
    assert said["dcterms.created"] == "2024-08-02"
    assert said["referrer"] == "no-referrer"


def test_headings_are_in_order_and_listed_as_contents() -> None:
    root = reader.parsed(render(a_rich_brief()))
    assert [heading.tag for heading in root.all("h1", "h2", "h3")] == ["h1", *["h2"] * 3, "h3", *["h2"] * 2]
    listed = [(link.attributes["href"], link.words()) for link in root.all("nav")[0].all("a")]
    assert listed == [(f"#{heading.attributes['id']}", heading.words()) for heading in root.all("h2")]


def test_a_quotation_names_its_language_its_place_and_what_proves_it() -> None:
    root = reader.parsed(render(a_rich_brief()))
    quotations = {each.attributes["id"]: each for each in root.all("blockquote") if "id" in each.attributes}
    first, _, korean, *_ = passages()
    assert quotations[f"_Cite{first.id}"].attributes["cite"] == f"#_Evid{first.id}"
    quoted = quotations[f"_Cite{korean.id}"]
    assert "cite" not in quoted.attributes
    assert quoted.all("p")[0].attributes == {"lang": "ko"}


def test_each_stretch_of_words_is_said_to_be_in_its_language() -> None:
    assert spoken(p("statement", "한국 and", Run("日本。", language="zh"), Run(" Japon", language="fr"))) == [
        ("ko", "한국 "), ("zh", "日本。"), ("fr", " Japon"),
    ]  # fmt: skip
    assert spoken(p("statement", "日本 in ", Run("Tōkyō 한", language="ja"))) == [
        ("ja", "日本 "),
        ("ja", "Tōkyō 한"),
        ("ko", "한"),
    ]


def spoken(block: Block) -> list[tuple[str, str]]:
    """Return the language and the words of all that is inside the one paragraph of a brief."""
    (main,) = reader.parsed(render(a_brief(block))).all("main")
    return [(each.attributes["lang"], each.words()) for each in main.all("span") if "lang" in each.attributes]


def test_words_from_right_to_left_turn_nothing_around_them() -> None:
    root = reader.parsed(
        render(a_brief(p("quotation", "שלום, 1"), p("statement", "See \u202etxt.exe", " now")))
    )
    hebrew, latin = root.all("p")
    assert hebrew.attributes["dir"] == "rtl"
    assert "dir" not in latin.attributes
    assert [each.words() for each in root.all("bdi")] == ["שלום, 1", "See \u202etxt.exe"]


def test_a_table_has_a_caption_and_headers_of_columns_and_rows() -> None:
    rows = (((Run("S1"),), (Run("5", link="#_Note5"),)),)
    root = reader.parsed(render(a_brief(Table("Sources", ("Label", "Notes"), (0.1, 0.9), rows))))
    assert root.all("caption")[0].words() == "Sources"
    assert [(each.attributes["scope"], each.words()) for each in root.all("th")] == [
        ("col", "Label"), ("col", "Notes"), ("row", "S1"),
    ]  # fmt: skip
    assert "table.t1 col:nth-child(2) { width: 90%; }" in root.all("style")[0].words()


def test_only_web_addresses_and_places_of_the_brief_are_links() -> None:
    links = (LONG_ADDRESS, "javascript:alert(1)", "file:///a", "https://a b", "#a place")
    brief = a_brief(p("statement", *(Run("x", link=link) for link in links), bookmark="a place"))
    found = [link.attributes["href"] for link in reader.parsed(render(brief)).all("a")]
    assert found[0] == LONG_ADDRESS
    assert found[1:] == [f"#{reader.parsed(render(brief)).all('p')[0].attributes['id']}"]


def test_note_marks_that_follow_each_other_stay_in_one_line() -> None:
    marks = (NoteMark(1), Run("\u2009"), NoteMark(2))
    notes = (Note(1, (Run("One"),)), Note(2, (Run("Two"),)))
    root = reader.parsed(render(a_brief(p("statement", "It held.", *marks), notes=notes)))
    (kept,) = (each for each in root.all("span") if each.attributes.get("class") == "marks")
    assert kept.words() == "[^1]\u2009[^2]"


def test_what_a_project_says_is_what_the_page_says() -> None:
    world = a_world(tagged=["dam", "held"])
    world.statement(world.sections[0], "It held.", world.passages[0])
    brief = compose(world.session().project)
    assert reader.body(render(brief)) == list(printed_body(brief))
