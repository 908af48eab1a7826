"""A Word brief read again: nothing that it prints, hides or adds escapes."""

from __future__ import annotations

import re
from html import escape, unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefer.checking.docx_reader import read_docx
from briefer.checking.verify import verify_brief
from briefer.checking.word_form import APPLICATION
from briefer.checking.word_parts import Parts
from briefer.errors import BrieferError
from briefer.writing import docx
from briefer.writing.compose import compose
from tests.checking.word_files import a_world, changed, found_in, packed, parts, unpacked
from tests.worlds import World

DOCUMENT, NOTES = "word/document.xml", "word/footnotes.xml"
RUN, STYLED = "<w:r><w:t>It broke.</w:t></w:r>", '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
HEADER, FOOTER = "word/header1.xml", "word/footer1.xml"
Node = tuple[str, int, int]
"""A text node: its part, start and end."""
TEXT = re.compile(r'>(?:(?<=<w:instrText xml:space="preserve">) )?([^<]+?)(?: (?=</w:instrText>))?<')
"""What stands between two tags, but for the space around the instruction of a field, which says nothing.

Nor does the name of the program that saved the file: any may; nor a page's number, which is counted
anew whenever the file is opened.
"""
NODES: list[Node] = [
    (name, node.start(1), node.end(1))
    for name, content in parts().items()
    for node in TEXT.finditer(content.decode())
    if node[1].strip() and name != APPLICATION and not (name == FOOTER and node[1].isdigit())
]


def is_noticed(members: dict[str, bytes]) -> bool:
    """Tell whether a file is refused or found to be wrong."""
    try:
        return bool(found_in(members))
    except BrieferError:
        return True


def places(members: dict[str, bytes]) -> list[str]:
    return [finding.where for finding in found_in(members)]


def test_an_untouched_brief_is_consistent_and_matches_its_sources(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(packed(parts()))
    assert verify_brief(file) == []
    assert verify_brief(file, a_world().session().project) == []


def test_what_is_read_is_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(packed(parts()))
    found = read_docx(tmp_path / "brief.docx")
    assert found.printed.body[:-1] == found.evidence.body
    assert found.printed.notes == found.evidence.notes
    assert "First line\n\tSecond line\u00a0[^3]" in found.printed.body


@given(st.sampled_from(NODES), st.data())
def test_no_single_character_of_any_text_node_changes_unseen(
    node: tuple[str, int, int], data: st.DataObject
) -> None:
    name, start, end = node
    content = parts()[name].decode()
    words = unescape(content[start:end])
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from("x0 .“\u00a0\u2009\n").filter(lambda other: other != words[place]))
    after = data.draw(st.sampled_from([other, other + words[place], ""]))
    spoilt = escape(words[:place] + after + words[place + 1 :], quote=False)
    of_a_field = content[end:].lstrip().startswith("</w:instrText>")
    assume(not of_a_field or spoilt.strip() != content[start:end])
    members = parts() | {name: (content[:start] + spoilt + content[end:]).encode()}
    assert is_noticed(members)


def test_a_finding_says_where_what_is_printed_and_what_should_be() -> None:
    (finding,) = found_in(changed(DOCUMENT, "They &lt;differ", "They never &lt;differ"))
    assert finding.where.startswith("paragraph ")
    assert finding.message == (
        f"The brief says “They never <differ>.[^4]\u2009[^5]” at {finding.where}, where its evidence has "
        "“They <differ>.[^4]\u2009[^5]”; do not rely on it, export it again."
    )


def test_an_added_sentence_is_found() -> None:
    added = changed(DOCUMENT, "<w:sectPr", f"<w:p>{STYLED}{RUN}</w:p><w:sectPr")
    (finding,) = found_in(added)
    assert "says “It broke.”" in finding.message
    assert "has nothing" in finding.message


def test_a_digit_beside_the_number_of_the_page_is_noticed() -> None:
    footer = "word/footer1.xml"
    words = parts()[footer].decode()
    [found] = found_in(parts() | {footer: words.replace("> of <", ">0 of <").encode()})
    assert "says “Page #PAGE0 of #NUMPAGES\n" in found.message
    again = words.replace("<w:t>1</w:t>", "<w:t>12</w:t>")  # a printer counts the pages
    assert words != again
    assert found_in(parts() | {footer: again.encode()}) == []


def without(members: dict[str, bytes], words: str) -> dict[str, bytes]:
    """Take the first paragraph that begins with words, as they are written, out of a brief."""
    text = members[DOCUMENT].decode()
    lost = re.search(rf"<w:p>(?:(?!</w:p>|<w:t\b).)*<w:t\b[^>]*>{words}(?:(?!</w:p>).)*</w:p>", text)
    assert lost is not None
    return members | {DOCUMENT: text.replace(lost[0], "", 1).encode()}


@pytest.mark.parametrize("words", ["They &lt;differ", "Nobody slept, said", "Findings", r"S1\. ", "0"])
def test_a_paragraph_that_is_lost_is_told_once_with_its_notes(words: str) -> None:
    found = found_in(without(parts(), words))
    assert [each.rule for each in found] in (["missing-paragraph"], ["missing-paragraph", "missing-note"])
    assert "The brief lacks the paragraph “" in found[0].message


def test_notes_that_say_the_same_are_told_apart_by_the_paragraph_they_stand_in() -> None:
    world = World()
    section = world.section("Findings")
    passages = [world.tag(world.source(words), words, section) for words in ("It held.", "None slept.")]
    for words in ("It held.", "It stood.", "It stayed."):
        world.statement(section, words, passages[0])
        world.statement(section, f"{words[:-1]} and they woke.", *passages)
    members = unpacked(docx.render(compose(world.session().project)))
    for words in ("It held and", r"It stood\.", "It stood and"):
        found = found_in(without(members, words))
        assert [each.rule for each in found] == ["missing-paragraph", "missing-note"]


def test_a_moved_paragraph_is_told_as_one() -> None:
    text = parts()[DOCUMENT].decode()
    (moved,) = re.findall(r"<w:p>(?:(?!</w:p>).)*They &lt;differ(?:(?!</w:p>).)*</w:p>", text)
    found = found_in(
        parts() | {DOCUMENT: text.replace(moved, "").replace("<w:sectPr", f"{moved}<w:sectPr").encode()}
    )
    (paragraph,) = (each for each in found if each.rule.endswith("-paragraph") and "differ" in each.says)
    assert paragraph.rule == "moved-paragraph"
    assert "where its evidence has it after" in paragraph.message


@pytest.mark.parametrize(
    ("name", "before", "after", "where"),
    [
        (DOCUMENT, "<w:t xml", "<w:drawing/><w:t xml", "the body"),
        (DOCUMENT, "<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", "the body"),
        (DOCUMENT, "<w:sectPr", "<w:t>It broke.</w:t><w:sectPr", "the body"),
        (DOCUMENT, "<w:sectPr", "It broke.<w:sectPr", "the body"),
        (DOCUMENT, "<w:body>", "<w:body>It broke.", "the body"),
        (DOCUMENT, "<w:r>", "<w:r><w:instrText> DATE </w:instrText></w:r><w:r>", "the body"),
        (NOTES, "NOTEREF _Note1 ", "NOTEREF _Note2 ", "the notes"),
        (NOTES, "</w:footnotes>", f"<w:p>{RUN}</w:p></w:footnotes>", "the notes"),
        (NOTES, "<w:separator/></w:r>", f"<w:separator/></w:r>{RUN}", "the notes"),
        (NOTES, "</w:footnotes>", f'<w:footnote w:id="99">{RUN}</w:footnote></w:footnotes>', "the notes"),
        (NOTES, "</w:footnotes>", '<w:footnote w:id="1"/></w:footnotes>', "the notes"),
        (NOTES, "<w:r><w:t xml", '<w:r><w:footnoteReference w:id="1"/><w:t xml', "note 1"),
        (DOCUMENT, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="77"/>', "before note 2"),
        (DOCUMENT, '<w:footnoteReference w:id="2"/>', "", "paragraph 1 under “Bottom line”"),
        (HEADER, "UNCLASSIFIED", "SECRET", "word/header1.xml"),
        (HEADER, "</w:p>", '<w:hyperlink r:id="rId9"/></w:p>', "word/header1.xml"),
        (DOCUMENT, "<w:headerReference ", "<w:other ", "the page’s header"),
        ("word/footer1.xml", "NUMPAGES", "TITLE", "word/footer1.xml"),
        ("word/styles.xml", "</w:styles>", "It broke.</w:styles>", "word/styles.xml"),
        ("word/styles.xml", "<w:rPr>", "<w:rPr><w:vanish/>", "word/styles.xml"),
        ("docProps/core.xml", "<dc:title>The dam", "<dc:title>The lock", "property title"),
        ("docProps/core.xml", "<dc:title>", "<dc:creator>Eve</dc:creator><dc:title>", "property creator"),
        ("_rels/.rels", "word/document.xml", "word/other.xml", "the package’s officeDocument"),
        ("word/_rels/footnotes.xml.rels", "https://example.org", "https://example.com", "link 2"),
    ],
)  # fmt: skip
def test_whatever_is_put_hidden_or_turned_elsewhere_is_found(
    name: str, before: str, after: str, where: str
) -> None:
    assert where in places(changed(name, before, after))


def test_a_part_of_words_or_pictures_beside_the_brief_is_found() -> None:
    words = b'<?xml version="1.0"?><comments><p>It broke.</p></comments>'
    assert "word/comments.xml" in places(parts() | {"word/comments.xml": words})
    assert "word/media/image1.png" in places(parts() | {"word/media/image1.png": b"\x89PNG"})


def test_folders_that_somebody_packed_again_with_the_brief_say_nothing() -> None:
    folders = ("_rels/", "docProps/", "word/", "word/_rels/", "customXml/")
    assert found_in(dict.fromkeys(folders, b"") | parts()) == []
    (finding,) = found_in(parts() | {"word/media/": b"words"})
    assert finding.message.startswith("The brief says “a part that is no text” at word/media/,")


def test_a_brief_without_properties_is_found() -> None:
    bare = {name: content for name, content in parts().items() if name != "docProps/core.xml"}
    assert "property title" in places(bare)


@pytest.mark.parametrize("lost", ["word/styles.xml", "word/theme1.xml", "word/settings.xml"])
def test_a_brief_without_its_looks_is_found(lost: str) -> None:
    bare = {name: content for name, content in parts().items() if name != lost}
    told = [finding.message for finding in found_in(bare)]
    assert any(message.startswith(f"The file has nothing at {lost},") for message in told)


def test_a_brief_that_lost_its_notes_is_found() -> None:
    bare = {name: content for name, content in parts().items() if name != NOTES}
    assert {"before note 1", "the package’s footnotes"} <= set(places(bare))


@pytest.mark.parametrize(
    "members",
    [
        {name: content for name, content in parts().items() if not name.startswith("customXml")},
        parts() | {"customXml/item2.xml": parts()["customXml/item1.xml"]},
        {name: content for name, content in parts().items() if name != DOCUMENT},
        parts() | {DOCUMENT: b"<w:document"},
        parts() | {DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "words">]>' + parts()[DOCUMENT]},
        parts() | {DOCUMENT: parts()[DOCUMENT].replace(b"UTF-8", b"UTF-7", 1)},
        parts() | {"WORD/document.xml": parts()[DOCUMENT]},
        parts() | {f"word/part{number}.xml": b"<a/>" for number in range(600)},
    ],
)
def test_a_file_that_nobody_can_judge_is_refused_with_a_sentence(members: dict[str, bytes]) -> None:
    with pytest.raises(BrieferError, match=r"[.]$"):
        found_in(members)


@pytest.mark.parametrize("way", [ZIP_BZIP2, ZIP_LZMA])
def test_a_file_packed_as_no_document_is_refused_with_a_sentence(way: int) -> None:
    file = BytesIO()
    with ZipFile(file, "w", way) as archive:
        archive.writestr(DOCUMENT, parts()[DOCUMENT])
    data = file.getvalue()
    packed_at = data.index(DOCUMENT.encode()) + len(DOCUMENT)
    torn = data[: packed_at + 9] + b"\xff" * 20 + data[packed_at + 29 :]
    with pytest.raises(BrieferError, match="“a.docx” is not a sound Word document"):
        Parts(torn, "a.docx")


def test_what_is_no_archive_or_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BrieferError, match="“torn.docx” is not a sound Word document"):
        Parts(b"PK\x03\x04 and no more", "torn.docx")
    with pytest.raises(BrieferError, match="cannot be read"):
        read_docx(tmp_path)


def test_a_file_larger_than_any_brief_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.docx"
    with path.open("wb") as file:
        file.truncate(400_000_001)
    with pytest.raises(BrieferError, match="larger than any brief"):
        read_docx(path)
