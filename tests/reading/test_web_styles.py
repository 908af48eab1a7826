"""What a style sheet in a page hides is not read as its words, what it strikes out is marked."""

from __future__ import annotations

import pytest

from briefer.reading.reading import Extract
from briefer.reading.web import read

LONG = "We have twelve ships that leave the harbour on the first of July, said the minister."


def page(sheet: str, body: str, *, style: str = "<style>{}</style>", whole: bool = True) -> Extract:
    head = style.format(sheet)
    return read("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode(), whole=whole)


def reads(sheet: str, element: str = "<span id=i class='x z'> no</span>") -> str:
    """Return what is left of an element after a sentence."""
    return page(sheet, f"<p>{LONG}{element}</p>").text.removeprefix(LONG).strip()


def test_what_a_rule_hides_is_left_out_and_said_and_what_it_strikes_out_marked() -> None:
    sheet = ".x{display:none} .y { Text-Decoration : Line-Through }"
    found = page(sheet, f"<p>{LONG}<span class=x> no more</span><span class=y> not</span>.</p>")
    assert found.text == f"{LONG} [struck out: not]."
    assert found.remarks == ("1 hidden stretch left out of the text.",)


@pytest.mark.parametrize("selector", ["span", "SPAN", ".x", "#i", "span.z", "p, .x", "p,\n.none ,\t#i"])
@pytest.mark.parametrize(
    "declaration",
    ["display:none", "color: red; DISPLAY : none !important;", "visibility:hidden",
     "text-decoration:red line-through", "text-decoration-line:line-through"],
)  # fmt: skip
def test_rules_for_an_element_a_class_or_an_id_are_asked(selector: str, declaration: str) -> None:
    kept = "p{display:block; visibility:visible; text-decoration:none}" if "p" in selector else ""
    left = "[struck out: no]" if "line-through" in declaration else ""
    assert reads(f"{selector}{{{declaration}}} {kept}") == left


@pytest.mark.parametrize(
    "sheet",
    ["@media screen{.x{display:none}}", "@MEDIA only  screen , print {.x{display:none}}",
     "@media all{@media screen{.x{display:none}}}", "@import 'a'; .x{display:none}", ".x{display:none",
     "/* .x{ */ .x{/**/display:none/*/ } */}", "a{content:'}'} .x{display:none}", "<!-- .x{display:none} -->",
     "}} .x{display:none}", ".x{display:none; .y{color:red}}",
     ".x{display:none;display:none!important;display:inline}",
     "p{@media all{a{b:c}} color:red} .x{display:none}", "/* a /* b */ .x{display:none}"],
)  # fmt: skip
def test_rules_are_found_among_whatever_else(sheet: str) -> None:
    assert reads(sheet) == ""


@pytest.mark.parametrize(
    "sheet",
    ["@media print{.x{display:none}}", "@media screen and (max-width: 9em){.x{display:none}}",
     "@media only print, print and (color){@media all{.x{display:none}}}",
     ".js .x{display:none}", "p>.x{display:none}", ".x:hover{display:none}", ".x::after{display:none}",
     ":not(.y, .x, .w){display:none}", "[hidden], .x{display:none}", "*{display:none}",
     "@supports (a:b){.x{display:none}}", "p{.x{display:none}}",
     ".x{@media screen{display:none}}", ".x{display:none;display:inline}", "@keyframes a{from{display:none}}",
     "/* .x{display:none} */", "/* .x{display:none}", "a{content:'.x{display:none}'}", ".X{display:none}",
     ".x{display:}", ".x{display}", ",{display:none}", "{display:none}", ".x{mark-display:none}"],
)  # fmt: skip
def test_no_other_rule_hides(sheet: str) -> None:
    assert reads(sheet) == "no"


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".x{display:none} .z{display:inline}", "no"),
        (".x{display:inline} .z{display:none}", ""),
        ("#i{display:inline} .x{display:none}", "no"),
        ("span.x{display:inline} .x{display:none} span{display:none}", "no"),
        ("span{display:none !important} #i{display:inline}", ""),
        (".x{display:none} @media (min-width:9em){.x{display:inline}}", "no"),
        (".x{display:none} .z.x{display:inline}", "no"),
        (".x{display:none} p > span{display:inline}", "no"),
        (".x{display:none} @media print{.x{display:inline}}", ""),
    ],
)
def test_the_rule_that_holds_is_believed_and_words_that_may_be_shown_are_read(sheet: str, left: str) -> None:
    assert reads(sheet) == left


def test_the_style_of_an_element_goes_before_rules_that_are_not_important() -> None:
    shown = "<span class=x style='color:red; display:inline'> no</span>"
    assert reads(".x{display:none}", shown) == "no"
    assert reads(".x{display:none!important}", shown) == ""
    assert reads(".x{display:inline}", "<span class=x style='display:none'> no</span>") == ""
    assert reads(".x{display:inline!important}", "<span class=x style='display:none'> no</span>") == "no"
    assert reads(".x{vertical-align:super}", "<span class=x>3</span>") == "³"
    assert reads(".x{vertical-align:sub}", " log<span class=x>10</span>5") == "log₁₀5"


def test_a_rule_that_hides_most_of_the_text_is_not_believed() -> None:
    body = f"<div class=late><p>{LONG}</p><p>{LONG}<b class=x> no</b></p></div>"
    assert page(".late{display:none} .x{display:none}", body).text == f"{LONG}\n\n{LONG}"
    menu = "".join(f"<li>Menu {number}</li>" for number in range(99))
    beside = f"<nav class=x><ul>{menu}</ul></nav><article><p>{LONG}</p><p>{LONG}</p></article>"
    assert page(".x{display:none}", beside, whole=False).text == f"{LONG}\n\n{LONG}"


@pytest.mark.parametrize(
    ("style", "left"),
    [
        ("<style media=print>{}</style>", "no"),
        ("<style media=screen>{}</style>", ""),
        ("<style media='(max-width: 9em)'>{}</style>", "no"),
        ("<noscript><style>{}</style></noscript>", "no"),
        ("<style>p{{}}</style><style>{}</style>", ""),
    ],
)
def test_sheets_for_paper_and_for_pages_without_scripts_are_not_asked(style: str, left: str) -> None:
    found = page(".x{display:none}", f"<p>{LONG}<span class=x> no</span></p>", style=style)
    assert found.text == f"{LONG} {left}".strip()


@pytest.mark.parametrize(
    "noise",
    [
        "{",
        "}",
        "a{display:none;",
        "a{b{}display:c;",
        "@media all{a{}",
        "/*",
        "'",
        '"',
        "a,",
        ".x",
        ".x{display:block}",
        "@media print{",
        "a{;",
        "-",
    ],
)
def test_a_hostile_style_sheet_hides_nothing_and_costs_little(noise: str) -> None:
    assert page(noise * (50_000 // len(noise)), f"<p>{LONG}</p>").text == LONG


def test_of_a_style_sheet_without_end_the_beginning_is_asked() -> None:
    assert reads(f"{' ' * 600_000} .x{{display:none}}") == "no"
    assert reads(f".x{{display:none}} {' ' * 600_000}") == ""


def test_what_only_some_rule_raises_is_not_raised() -> None:
    assert page("p .x{vertical-align:super}", f"<p>{LONG}<span class=x>3</span></p>").text == f"{LONG}3"
