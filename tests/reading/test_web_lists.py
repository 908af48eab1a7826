"""The numbers of lists in web pages are read as a browser shows them."""

from __future__ import annotations

import time

import pytest

from briefer.reading.web import read


def shown(body: str, sheet: str = "") -> str:
    page = f"<html><head><style>{sheet}</style></head><body>{body}</body></html>"
    return read("a.html", page.encode(), whole=True).text


def labels(opening: str, points: str = "<li>x<li>x<li>x", sheet: str = "") -> str:
    """Return what stands before the x of each point."""
    return shown(f"{opening}{points}</ol>", sheet).replace(" x", "").replace("\n", " ")


def test_points_are_numbered_and_those_of_a_list_without_order_are_not() -> None:
    assert shown("<ol><li>One<li> Two </ol><ul><li>Three</ul><ol><li>Four</ol>") == (
        "1. One\n2. Two\nThree\n1. Four"
    )
    assert shown("<li>One<p>Two<menu><li>Three</menu><ol><menu><li>Four</menu></ol>") == (
        "One\n\nTwo\n\nThree\nFour"
    )


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("<ol start=7>", "7. 8. 9."),
        ("<ol start=' +7th'>", "7. 8. 9."),
        ("<ol start=-1>", "-1. 0. 1."),
        ("<ol reversed>", "3. 2. 1."),
        ("<ol reversed start=10>", "10. 9. 8."),
        ("<ol type=a>", "a. b. c."),
        ("<ol type=A start=26>", "Z. AA. AB."),
        ("<ol type=a start=702>", "zz. aaa. aab."),
        ("<ol type=A start=-1>", "-1. 0. A."),
        ("<ol type=i start=3>", "iii. iv. v."),
        ("<ol type=I start=3998>", "MMMCMXCVIII. MMMCMXCIX. 4000."),
        ("<ol type=1>", "1. 2. 3."),
        ("<ol type=x>", "1. 2. 3."),
    ],
)
def test_numbers_begin_run_and_are_written_as_the_list_says(opening: str, expected: str) -> None:
    assert labels(opening) == expected


def test_a_point_may_have_a_number_and_a_form_of_its_own() -> None:
    assert labels("<ol>", "<li>x<li value=7>x<li>x<li value=-2>x<li>x") == "1. 7. 8. -2. -1."
    assert labels("<ol reversed>", "<li>x<li value=9>x<li>x") == "3. 9. 8."
    assert labels("<ol type=A>", "<li>x<li type=1>x<li type=i>x<li type=disc>x<li>x") == "A. 2. iii. x E."


@pytest.mark.parametrize("value", ["", "x", "9" * 4000, f"-{'9' * 400}", "٣", "--3", ".5", "NaN"])
def test_a_value_that_is_no_number_does_no_harm(value: str) -> None:
    assert labels(f"<ol start='{value}'>") == "1. 2. 3."
    assert labels("<ol>", f"<li value='{value}'>x<li>x") == "1. 2."


def test_lists_in_lists_have_a_count_each() -> None:
    inner = "<ol type=a><li>Inner<li>Other<ul><li>Free<ol><li>Deep</ol></ul></ol>"
    assert shown(f"<ol><li>One{inner}<li>Two{inner}</ol>") == (
        "1. One\na. Inner\nb. Other\nFree\n1. Deep\n2. Two\na. Inner\nb. Other\nFree\n1. Deep"
    )
    assert shown("<ol><li>One<ol><ol><li>Deep</ol><li>In</ol><div><li>Two</div></ol>") == (
        "1. One\n1. Deep\n1. In\n2. Two"
    )
    reversed_ones = "<ol reversed><li>One<ol reversed><li>In<li>In</ol><li>Two</ol>"
    assert shown(reversed_ones) == "2. One\n2. In\n1. In\n1. Two"


def test_a_number_belongs_to_the_first_words_of_its_point() -> None:
    assert shown("<ol><li><p> </p><p>One</p><p>more</p><li><h2>Two</h2><br>more</ol>") == (
        "1. One\n\nmore\n\n2. Two\n\nmore"
    )
    table = "<table><tr><td> <td>b<tr><td>c<td>d</table>"
    assert shown(f"<ol><li>{table}<li><pre>\n  a  b</pre></ol>") == "| 1. b\nc | d\n\n2. a  b"
    assert shown("<ol><li><s>One</s><li>T<b>w</b>o<br>more</ol>") == "1. [struck out: One]\n2. Two\nmore"
    assert shown("<table><tr><th>A<th><ol><li>One<li>Two</ol></table>") == "A | 1. One 2. Two"


def test_a_point_without_words_uses_up_its_number_and_shows_nothing() -> None:
    assert shown("<ol><li>One<li><li><img src=x><li><del>no</del><li>Five</ol>After") == (
        "1. One\n5. Five\n\nAfter"
    )
    assert shown("<ol><li style='visibility:hidden'>no<li>Two<li></ol>After") == "2. Two\n\nAfter"


def test_of_a_point_that_begins_with_a_list_both_numbers_are_shown() -> None:
    assert shown("<ol><li><ol type=a><li><li>One<li>Two</ol><li>Last</ol>") == "1. b. One\nc. Two\n2. Last"
    assert shown("<ol><li><ul><li>One<li>Two</ul></ol>") == "1. One\nTwo"


@pytest.mark.parametrize(
    "hidden", ["<li hidden>no", "<li style='display:none'>no", "<template><li>no</template>"]
)
def test_a_point_that_takes_no_room_is_not_counted(hidden: str) -> None:
    assert shown(f"<ol><li>One{hidden}<li>Two</ol>") == "1. One\n2. Two"
    assert shown(f"<ol reversed><li>One{hidden}<li>Two</ol>") == "2. One\n1. Two"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("list-style: none", "x x x"),
        ("LIST-STYLE-TYPE : None !important;", "x x x"),
        ("list-style: none inside", "x x x"),
        ("list-style: inside", "x x x"),
        ("list-style: url(a.png) outside", "x x x"),
        ("list-style-type:disc", "x x x"),
        ("list-style-type:'-'", "x x x"),
        ("list-style: lower-alpha inside", "a. b. c."),
        ("list-style-type: upper-roman", "I. II. III."),
        ("list-style-type:decimal-leading-zero", "01. 02. 03."),
        ("list-style-type:foo", "1. 2. 3."),
        ("list-style-type:inherit", "1. 2. 3."),
        ("list-style-type:", "1. 2. 3."),
        ("list-style:none; list-style-type:lower-latin", "a. b. c."),
        ("list-style-position:inside; list-style-image:none; x-list-style:none", "1. 2. 3."),
    ],
)
def test_the_style_of_a_list_or_of_its_points_says_how_they_are_marked(style: str, expected: str) -> None:
    assert labels(f'<ol style="{style}">') == expected
    assert labels("<ol>", f'<li style="{style}">x' * 3) == expected


def test_a_point_is_marked_by_its_own_style_before_that_of_its_list() -> None:
    mixed = (
        "<li style='list-style:none'>x<li type=1>x<li style='display:inline'>x<li style='display:list-item'>x"
    )
    assert labels("<ol type=i style='list-style-type:upper-alpha'>", mixed) == "x 2. x D."


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("ol{list-style:none}", "x x x"),
        (".x{list-style-type:none}", "x x x"),
        ("ul, ol{margin:0; list-style:none outside}", "x x x"),
        ("li{list-style-type:none}", "x x x"),
        ("ol{list-style:none} .x{list-style:decimal}", "1. 2. 3."),
        ("ol{list-style:none} ol.x{list-style-type:lower-roman}", "i. ii. iii."),
        ("ol{list-style-type:upper-alpha}", "A. B. C."),
        ("nav ol{list-style:none}", "1. 2. 3."),
        ("nav ol{list-style:lower-alpha}", "1. 2. 3."),
        ("ol{list-style:none} nav ol{list-style:lower-alpha}", "1. 2. 3."),
        ("@media print{ol{list-style:none}}", "1. 2. 3."),
        ("ul{list-style:none}", "1. 2. 3."),
        ("div{list-style:none}", "1. 2. 3."),
    ],
)
def test_rules_of_the_page_say_how_points_are_marked(sheet: str, expected: str) -> None:
    assert labels("<div><ol class=x>", sheet=sheet) == expected


def test_the_style_of_a_list_goes_before_rules() -> None:
    assert labels("<ol style='list-style-type:decimal'>", sheet="ol{list-style:none}") == "1. 2. 3."
    assert labels("<ol style='list-style-type:decimal'>", sheet="ol{list-style:none!important}") == "x x x"


def test_a_rule_that_takes_the_numbers_of_most_of_a_page_hides_none_of_its_words() -> None:
    assert labels("<ol class=x>", sheet=".x{list-style:none; text-decoration:line-through}") == (
        "1. 2. 3."  # a rule that strikes out most of the text is not believed
    )


def test_numbers_change_nothing_of_what_is_the_main_text() -> None:
    links = "".join(f"<li><a href=x>Dam {number}</a></li>" for number in range(40))
    story = "".join(f"<p>On day {number} the ministers met in Tokyo.</p>" for number in range(9))
    page = f"<html><body><div><ol>{links}</ol></div><div>{story}<ol><li>So they said it.</ol></div>"
    found = read("a.html", page.encode(), whole=False)
    assert found.text.endswith("\n\n1. So they said it.")
    assert "Dam" not in found.text


@pytest.mark.parametrize(
    "body", ["<ol><li>x" * 400, "<ol reversed>" + "<li>x" * 40_000, "<ol>" * 700 + "<li>x" * 20_000]
)
def test_lists_without_end_cost_little(body: str) -> None:
    before = time.process_time()
    assert shown(body).endswith("x")
    assert time.process_time() - before < 10
