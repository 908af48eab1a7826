"""What a Word file shows is what was read of it: its parts are where, and what, they say they are."""

from __future__ import annotations

import pytest

from tests.checking.word_files import changed, found_in

RELATIONS, NOTES = "word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def one_more(role: str, target: str, number: str = "rId99") -> str:
    return f'<Relationship Id="{number}" Type="{OFFICE}/{role}" Target="{target}"/></Relationships>'


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (RELATIONS, 'Target="footnotes.xml"', 'Target="/footnotes.xml"'),
        (RELATIONS, 'Target="footnotes.xml"', 'Target="../customXml/footnotes.xml"'),
        (RELATIONS, 'Target="styles.xml"', 'Target="../customXml/styles.xml"'),
        (RELATIONS, 'Target="settings.xml"', 'Target="../customXml/settings.xml"'),
        (RELATIONS, 'Target="theme1.xml"', 'Target="../customXml/theme1.xml"'),
        (RELATIONS, 'Target="header1.xml"', 'Target="%68eader1.xml"'),
        (RELATIONS, "</Relationships>", one_more("numbering", "../customXml/numbering.xml")),
        (RELATIONS, "</Relationships>", one_more("styles", "styles.xml")),
        (RELATIONS, "</Relationships>", one_more("customXml", "../customXml/item1.xml", "rId1")),
        (RELATIONS, f"{OFFICE}/footnotes", "urn:x/footnotes"),
        (RELATIONS, f"{OFFICE}/header", f"{OFFICE}/webSettings"),
        (RELATIONS, "<Relationship Id", '<Relationship xmlns="urn:x" Id'),
        (RELATIONS, 'Id="rId1" ', ""),
        (RELATIONS, "/package/2006/relationships", "/package/2006/relations"),
        ("[Content_Types].xml", "/content-types", "/contents"),
        (NOTES, "</Relationships>", one_more("styles", "styles.xml")),
        ("customXml/_rels/item1.xml.rels", 'Target="itemProps1.xml"', 'Target="../word/styles.xml"'),
    ],
)
def test_a_part_that_is_looked_for_elsewhere_or_as_another_is_found(
    name: str, before: str, after: str
) -> None:
    assert found_in(changed(name, before, after)) != []


@pytest.mark.parametrize("part", ["footnotes", "styles", "header1"])
def test_a_part_may_be_told_from_the_top_of_the_package(part: str) -> None:
    again = changed(RELATIONS, f'Target="{part}.xml"', f'Target="/word/../word/{part}.xml"')
    assert found_in(again) == []
