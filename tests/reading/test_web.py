"""A web page becomes its main text, or all that it shows; nothing is fetched."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.reading.open import read_bytes
from briefer.reading.reading import Extract
from briefer.reading.web import read

SENTENCES = [
    f"On day {number} the ministers said in Tokyo, “we agree on dam {number}”, and left."
    for number in range(12)
]


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def extract(body: str, head: str = "", *, whole: bool = False) -> Extract:
    return read("a.html", page(body, head), whole=whole)


def shown(body: str) -> str:
    return extract(body, whole=True).text


def paragraphs(sentences: list[str]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def test_a_page_is_read_by_its_bytes_in_the_child() -> None:
    found = read_bytes("a.aspx", b"\xef\xbb\xbf <!-- x --><html><body><p>It held.</p>")
    assert (found.text, found.format, found.encoding) == ("It held.", "Web page", "UTF-8")


def test_blocks_are_paragraphs_and_words_inside_them_run_on() -> None:
    assert shown(
        "<h1>The  dam</h1><div>It <b>he</b>ld<i>.</i> <a>No\n w</a><p>Then<br> it fell.</p>tail</div>"
    ) == ("The dam\n\nIt held. No w\n\nThen\nit fell.\n\ntail")


def test_points_and_rows_follow_each_other_closely() -> None:
    assert shown("<ul><li>One</li><li>Two</li></ul><p>End</p>") == "One\nTwo\n\nEnd"
    table = "<table><tr><th>Place<th>Dams</tr><tr><td>Tokyo</td><td><p>2</p><p>more</p></td></tr></table>"
    assert shown(f"{table}<table><tr><td> </td></tr></table>") == "Place | Dams\nTokyo | 2 more"


def test_values_beside_a_cell_that_reaches_down_keep_their_columns() -> None:
    rows = (
        "<td rowspan=3>Tall<td>1<td>2", "<td>3<td rowspan=' 2x'>4", "<td>5<td>6",
        "<td colspan=2>Wide<td>7", "<td rowspan=2 colspan=2>Both<td>8", "<td>9<td>10", "<td>11<td>12<td>13",
    )  # fmt: skip
    assert shown(f"<table><tr>{'<tr>'.join(rows)}</table><table><tr><td>a<td>b</table>").split("\n") == [
        "Tall | 1 | 2", "| 3 | 4", "| 5 |  | 6", "Wide | 7", "Both | 8", "| 9 | 10", "11 | 12 | 13", "a | b",
    ]  # fmt: skip
    assert shown("<table><tr><td rowspan=9>Tall<td>1<tr><td>2</table>") == "Tall | 1\n\n2"


def test_a_table_that_lays_out_text_is_read_cell_by_cell() -> None:
    long = "It held. " * 50
    assert shown(f"<table><tr><td>Menu</td><td><p>{long}</p></td></tr></table>") == f"Menu\n\n{long.strip()}"


def test_a_row_that_lays_out_sentences_or_points_keeps_their_lines() -> None:
    said = "<b>A joint statement</b><br><br>1. The ministers met in Tokyo.<br>2. They condemned the launch."
    left = "Menu\n\nA joint statement\n\n1. The ministers met in Tokyo.\n2. They condemned the launch."
    assert shown(f"<table><tr><td>Menu</td><td>{said}</td></tr></table>") == left
    two = "<p>“閣僚は東京で会談した。”</p><p>発射を非難した。</p>"
    assert shown(f"<table><tr><td>A<td>{two}</table>") == "A\n\n“閣僚は東京で会談した。”\n\n発射を非難した。"
    assert shown("<table><tr><td>A<td><ul><li>One<li>Two</ul></table>") == "A\n\nOne\nTwo"


def test_a_row_of_figures_is_one_line_whatever_breaks_its_cells() -> None:
    two = "<p>The ministers met in Tokyo.</p><p>They condemned the launch.</p>"
    row = f"<tr><td>Japan</td><td>{two}</td></tr>"
    joined = "Japan | The ministers met in Tokyo. They condemned the launch."
    assert shown(f"<table><tr><th>Who<th>What</tr>{row}</table>") == f"Who | What\n{joined}"
    other = "<table><tr><th>Who</table>"
    assert shown(f"{other}<table>{row}</table>").endswith("\n\nThey condemned the launch.")
    assert shown("<table><tr><td>U.S.<br>Japan<br>approx.</td><td>1<br>Jan.</td></table>") == (
        "U.S. Japan approx. | 1 Jan."
    )


@pytest.mark.parametrize("cells", ["{}", "<table>{}</table>", "<table><tbody>{}<tr></table>"])
def test_cells_outside_of_a_row_are_read(cells: str) -> None:
    assert shown(cells.format("<td>a</td><th>b</th>")) == "a\n\nb"
    assert shown("<table><tr><form><td>a<td>b</table>") == "a | b"


def test_space_between_elements_is_one() -> None:
    assert shown("<p>a <b> b</b> \n <i> c</i></p>") == "a b c"


def test_a_line_that_is_half_a_link_counts_against_a_text() -> None:
    teasers = "".join(f"<li><a>More on dam {n}</a> by Ada, 5 July</li>" for n in range(30))
    assert extract(f"<div>{paragraphs(SENTENCES)}</div><div>{teasers}</div>").text == "\n\n".join(SENTENCES)


def test_space_that_a_page_keeps_is_kept() -> None:
    assert shown("<pre>a  b\n  c</pre><p>d&nbsp; e</p>") == "a  b\n  c\n\nd\xa0 e"


def test_what_is_not_seen_is_not_read() -> None:
    unseen = (
        "<script>no</script><style>no</style><div hidden>no<p>no</p></div><p style='Display : none'>no</p>"
        "<template><p>no</p></template><select><option>no</select><ruby>東<rt>no</rt></ruby>"
    )
    assert shown(f"<p>a</p>{unseen}<p>b</p>") == "a\n\n東\n\nb"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>It <s>rose</s> <s>by 4</s> fell.", "It [struck out: rose by 4] fell."),
        (
            "<div style='text-decoration:line-through'><p>It rose.</p><s><ul><li>By 4.</ul></s></div>So.",
            "[struck out: It rose.]\n\n[struck out: By 4.]\n\nSo.",
        ),
        ("<p><s>It rose<br>by <s>4</s>.</s>", "[struck out: It rose\nby 4.]"),
        ("<p>10<s><sup>6</sup></s> <sup><s>t</s></sup>", "10[struck out: ⁶ t]"),
        ("<table><tr><th><s>a</s><td>b<strike>c</strike></table>", "[struck out: a] | b[struck out: c]"),
        (
            "<s><p>It rose.</p><ul><li>By 4.</ul></s><p>So.",
            "[struck out: It rose.]\n\n[struck out: By 4.]\n\nSo.",
        ),
        ("<STRIKE class=x><div>It rose.</div></STRIKE ><p>So.", "[struck out: It rose.]\n\nSo."),
        ("<pre><s>a  b\n\nc</s></pre>", "[struck out: a  b]\n\n[struck out: c]"),
        ("<p><s>a<br><br>b</s> c", "[struck out: a]\n\n[struck out: b] c"),
        ("<p><s>&#14;a&#15;b</s>&#14;c", "[struck out: ab]c"),
    ],
)
def test_struck_out_words_are_marked_in_each_paragraph(page: str, expected: str) -> None:
    assert shown(page).translate(dict.fromkeys((14, 15))) == expected


def test_what_is_hidden_and_deleted_in_the_text_is_said_and_what_is_struck_out_marked() -> None:
    hidden = "<span style='display: none'>no</span><i hidden><b></b> <script>no</script></i>"
    struck = "<del>4,000</del><ins>4,500</ins>, <s>nobody <b>at all</b><i hidden>no</i></s><strike> </strike>"
    line = "<u style='text-decoration: line-through'>10<sup>6</sup></u>"
    found = extract(f"<p>It was {struck}said{hidden}.{line}</p><p hidden>no</p><div><b hidden>Menu</b></div>")
    assert found.text == "It was 4,500, [struck out: nobody at all] said.[struck out: 10⁶]"
    assert found.remarks == (
        "1 tracked deletion left out of the text.",
        "3 hidden stretches left out of the text.",
    )
    other = f"<div><nav hidden>Menu</nav></div><article>{paragraphs(SENTENCES)}</article>"
    assert extract(other).remarks == ()


def test_a_superscript_does_not_change_a_number() -> None:
    body = "<p>Up 3,500<sup>2</sup> tonnes, 10<sup>−<i>3</i></sup>, the 1<sup>st</sup>, said M<sup>me</sup> X"
    assert shown(body) == "Up 3,500² tonnes, 10⁻³, the 1st, said Mme X"
    assert shown("<p>10<span style='vertical-align: super'>3</span>") == "10³"
    assert shown("<sup>2<p>3</p>4</sup>") == "2\n\n3\n\n⁴"


def test_a_subscript_does_not_change_a_number() -> None:
    body = "<p>log<sub>10</sub>5, 101<sub><i>2</i></sub>, H<sub>2</sub>O, CO<sub>2</sub> 5, x<sub>i</sub>5"
    assert shown(body) == "log₁₀5, 101₂, H2O, CO2 5, xi5"
    assert shown("<p>log<span style='vertical-align: sub'>10</span>5<s>7<sub>8</sub></s>") == (
        "log₁₀5[struck out: 7₈]"
    )
    assert shown(
        "<table><tr><td>5<td><sub>2</sub>5<tr><td>5<sub><sub>2</sub></sub><td>3<sub></sub>5</table>"
    ) == ("5 | ₂5\n5₂ | 35")
    assert shown("<p>10<sup>2<sub>3</sub></sup>4, x<sub>2<sup>3</sup></sub>4") == "10²³4, x2³4"


def test_a_superscript_that_links_to_a_note_is_the_sign_of_one() -> None:
    inside, around = "<sup><a href='#fn2'>2</a></sup>", "<a href='a.html#fn3'> <sup>3</sup></a>"
    assert shown(f"<p>It held.{inside}</p>") == "It held.[2]"
    assert shown(f"<p>It held.{around}</p>") == "It held. [3]"
    assert shown("<p>It held.<a role='doc-noteref' href='#n'>12</a>") == "It held.[12]"
    assert shown("<p>It held.<sup><a href='#a'>a</a>, <a href='#b'>2</a></sup>") == "It held.[a], [2]"
    assert shown("<p>It held.<sup><a href='#a'>[<i>2</i>]</a></sup>") == "It held.[2]"
    assert shown("<p>It held 3,500<a href='#e'><sup>ii</sup></a>, 10<sup>n</sup>") == "It held 3,500[ii], 10ⁿ"
    assert shown("<p><a href='#a'>Some 10<sup>3</sup></a><sup><a href='b'>4</a></sup>") == "Some 10³⁴"


@pytest.mark.parametrize("kind", ["foot", "end"])
def test_the_number_of_a_note_of_libreoffice_is_no_part_of_the_number_behind_it(kind: str) -> None:
    sign = f"<a class='sd{kind}notesym' name='sd1sym' href='#sd1anc'>1</a>"
    assert shown(f"<div id='sd1'><p>{sign}537 of them.</p></div>") == "[1] 537 of them."
    assert shown(f"<p>{sign}<sup>3</sup>He</p><p><a href='#x'>1</a>537</p>") == "[1] ³He\n\n1537"


def test_a_field_of_libreoffice_ends_no_paragraph() -> None:
    field = "<sdfield type='DATETIME' sdval='45501'>28 July 2024</sdfield>"
    assert shown(f"<p>On {field} came 35 men.</p>") == "On 28 July 2024 came 35 men."


def test_a_formula_stays_in_its_sentence_and_keeps_its_value() -> None:
    def math(inside: str) -> str:
        return shown(f"<p>Up 2<math>{inside}</math>a year.</p>").removeprefix("Up 2").removesuffix("a year.")

    half = "<mfrac><mn>1</mn> <mn>2</mn></mfrac>"
    assert math(half) == " 1/2 "
    assert math(
        f"<semantics><mrow> <mn>7</mn> {half}<mi>x</mi></mrow><annotation>x</annotation></semantics>"
    ) == (" 7 1/2 x ")
    assert shown(f"<p>Up <b>2</b><math>{half}</math>, <math>{half}</math>.</p>") == "Up 2 1/2, 1/2."
    assert math("<msup><mn>10</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></msup>") == "10^(a+b)"
    assert math(
        "<mo>&#x2062;</mo><mroot><mn>27</mn><mn>3</mn></mroot><msqrt><mi>x</mi><mn>2</mn></msqrt>"
    ) == ("∛(27)√(x2)")
    assert (
        math("<msub><mi>x</mi><mi>i</mi></msub><msubsup><mo>∑</mo><mn>1</mn><mi>n</mi></msubsup>") == "xi∑1ⁿ"
    )
    rows = "<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>" * 2
    assert math(f"<mtable>{rows}</mtable>") == "1 2; 1 2"
    assert math('<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>') == " (n k) "


def test_quotation_marks_that_a_browser_adds_are_added() -> None:
    assert shown("<p>He said <q>no</q>.</p>") == "He said “no”."


def test_the_main_text_is_found_in_a_page_of_much_else() -> None:
    links = "".join(
        f"<li><a href=x>Another story, number {n}, that is long enough to be read</a></li>" for n in range(40)
    )
    teasers = paragraphs([f"Read more of what was said elsewhere, number {n}." for n in range(3)])
    body = (
        f"<nav>{links}</nav><header><p>The Daily Dam, a paper that is read by everybody.</p></header>"
        f"<div id=cookie-banner>{teasers}</div><div class='post has-sidebar meta'>"
        f"<article><header><h1>The dam</h1></header>{paragraphs(SENTENCES)}"
        f"<ul><li><a href=x>Share</a></li></ul><h2>After</h2><div class=share-buttons>{teasers}</div>"
        f"<ul>{links}</ul><p>{SENTENCES[0]} Again.</p></article>"
        f"<article><h2>A reader</h2>{teasers}</article></div>"
        f"<footer><p>© 2024 The Daily Dam. All rights reserved.</p></footer>"
    )
    found = Counter(extract(body).text.split())
    truth = Counter(" ".join(["The dam", *SENTENCES, "After", SENTENCES[0], "Again."]).split())
    shared = (found & truth).total()
    assert 2 * shared / (found.total() + truth.total()) > 0.93
    assert "Daily Dam" not in extract(body).text
    assert extract(body).remarks == ("11 paragraphs and 82 other lines beside the main text left out.",)
    assert (extract(body).more, extract(body, whole=True).more) == ("page", "")
    assert extract(body, whole=True).remarks == ()
    assert "All rights reserved" in extract(body, whole=True).text


def test_what_is_left_out_within_an_article_is_counted_with_what_is_left_out_around_it() -> None:
    within = "<p class=byline>By Ada</p><figure><figcaption>The dam, at noon.</figcaption></figure>"
    story = f"<article>{paragraphs(SENTENCES)}{within}<aside><p>Read more</p></aside></article>"
    told = "{} beside the main text left out."
    assert extract(f"<nav><ul><li>Home</li><li>World</li></ul></nav>{story}").remarks == (
        told.format("1 paragraph and 4 other lines"),
    )
    footer = "<footer><p>All rights are reserved.</p></footer>"
    assert extract(f"<article>{paragraphs(SENTENCES)}</article>{footer}").remarks == (
        told.format("1 paragraph"),
    )


TEASER = "<article class='{}'><h3>Elsewhere</h3><p>{} In the north it will be cold today.</p></article>"


@pytest.mark.parametrize("name", ["teaser", "card"])
@pytest.mark.parametrize("element", ["article", "div class='story'"])
def test_the_main_text_is_no_teaser_before_or_after_it(name: str, element: str) -> None:
    teasers = [TEASER.format(name, f"{number} days ago the weather changed.") for number in range(6)]
    story = f"<{element}><h1>The dam</h1>{paragraphs(SENTENCES[:4])}</{element.split(maxsplit=1)[0]}>"
    truth = "\n\n".join(["The dam", *SENTENCES[:4]])
    assert extract("".join([*teasers, story])).text == truth
    assert extract("".join([story, *teasers])).text == truth
    assert extract(f"<div>{teasers[0]}{teasers[1]}</div><main>{story}{teasers[2]}</main>").text == truth


def test_a_short_article_is_the_main_text_beside_long_words_of_law() -> None:
    law = paragraphs([f"{words} It is our law." for words in SENTENCES[:6]])
    story = f"<article><h1>The dam</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></article>"
    teaser = TEASER.format("card", "Days ago the weather changed.")
    marked = story.replace("<article><h1>The dam</h1>", "<article itemprop=articleBody>")
    assert extract(f"{story}{teaser}<div>{law}</div>").text.startswith("The dam")
    assert extract(f"{marked}{teaser}<div>{law}</div>").text.startswith(SENTENCES[0])
    assert extract(f"{TEASER.format('teaser', '')}<p>{SENTENCES[0]}</p>").text.endswith(SENTENCES[0])


def test_a_small_page_is_read_whole_but_for_what_is_beside_it() -> None:
    points = "<p>They agree:</p><ol><li>to talk;</li><li>to tell nothing, but see point 1.</li></ol>"
    body = f"<div><h1>Agreement</h1>{points}<p>Done at Tokyo, 28 July</p></div>"
    found = extract(f"<nav>Home</nav>{body}<footer>All rights reserved.</footer>")
    lines = [
        "Agreement",
        "They agree:",
        "1. to talk;\n2. to tell nothing, but see point 1.",
        "Done at Tokyo, 28 July",
    ]
    assert found.text == "\n\n".join(lines)
    long = "".join(f"<li>{sentence}</li>" for sentence in SENTENCES * 9)
    assert "short;" in extract(f"<h1>Agreement</h1><ul><li>short;</li>{long}</ul>").text


def test_a_page_without_sentences_is_read_whole() -> None:
    rows = "".join(f"<tr><td>Race {n}</td><td>{n} July</td></tr>" for n in range(30))
    assert extract(f"<p>It is a list.</p><table>{rows}</table>").text.count("\n") > 29
    assert extract("<nav><p>Only a menu</p></nav>").text == "Only a menu"


def test_an_empty_page_holds_no_text() -> None:
    assert extract("").text == ""
    assert read("a.html", b"", whole=False).text == ""
    with pytest.raises(BrieferError, match="“a.html” holds no text"):
        read_bytes("a.html", b"<html></html>")


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="euc-kr">', "cp949"),
        ("<meta http-equiv=Content-Type content='text/html; charset=shift_jis'>", "cp932"),
        ("<meta charset=utf-8>", "utf-8"),
        ('<meta charset="utf-16">', "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_is_the_one_that_the_page_names(head: str, codec: str) -> None:
    words = "日本 dam"
    data = f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(codec)
    assert read("a.html", data, whole=False).text == words


def test_an_xml_declaration_names_the_encoding_too() -> None:
    data = '<?xml version="1.0" encoding="cp1251"?><html><body><p>Дамба</p></body></html>'.encode("cp1251")
    assert read("a.xhtml", data, whole=False).text == "Дамба"


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(BrieferError, match="“a.html” is nested deeper than any web page; save it as text"):
        extract("<div>" * 100_000)
    assert extract("<div>" * 1500 + "It held.").text == "It held."


def test_nothing_of_this_machine_is_let_in() -> None:
    target = Path(__file__).as_uri()
    body = f"<p>It held.</p><iframe src='{target}'></iframe><img src='{target}'><link href='{target}'>"
    assert shown(body) == "It held."
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{target}">]><html><body><p>It &x; held.</p></body></html>'
    assert "import" not in read("a.html", entity.encode(), whole=True).text
