"""What a Word file may hide or show otherwise is found; what a reader may restyle is not."""

from __future__ import annotations

import pytest

from briefer.writing import docx
from briefer.writing.compose import compose
from tests.checking.word_files import changed, found_in, unpacked
from tests.worlds import World

DOCUMENT, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"
SETTINGS, FONTS, RELATIONS = "word/settings.xml", "word/fontTable.xml", "word/_rels/document.xml.rels"
RUN, BOX = "<w:r><w:t xml", '<mc:AlternateContent xmlns:mc="urn:mc"/>'
RELATION = '<Relationship Id="x" Type="a/{}" Target="http://a" TargetMode="External"/>'
PLAIN = "<w:r><w:rPr>{}</w:rPr><w:t xml"


def looking(properties: str) -> tuple[str, str, str]:
    return DOCUMENT, RUN, PLAIN.format(properties)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        looking("<w:vanish/>"),
        looking('<w:specVanish w:val="1"/>'),
        looking('<w:color w:val="FFFFFF"/>'),
        looking('<w:color w:val="white"/>'),
        looking('<w:color w:val="000000" w:themeColor="background1"/>'),
        looking('<w:shd w:val="clear" w:fill="000000"/>'),
        looking('<w:shd w:val="solid" w:color="000000"/>'),
        looking('<w:highlight w:val="black"/>'),
        looking('<w:sz w:val="1"/>'),
        looking('<w:sz w:val="small"/>'),
        looking('<w:w w:val="1%"/>'),
        looking('<w:spacing w:val="-300"/>'),
        looking('<w:position w:val="400"/>'),
        looking("<w:strike/>"),
        looking("<w:caps/>"),
        looking('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
        looking('<w14:textFill xmlns:w14="urn:w14"/>'),
        (DOCUMENT, "<w:pPr>", '<w:pPr><w:framePr w:x="-9000"/>'),
        (DOCUMENT, "<w:pPr>", '<w:pPr><w:ind w:left="30000"/>'),
        (DOCUMENT, "<w:pPr>", '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/>'),
        (DOCUMENT, "<w:pPr>", "<w:pPr><w:pPrChange/>"),
        (DOCUMENT, "<w:body>", "<w:body><w:altChunk/>"),
        (DOCUMENT, "<w:pPr>", '<w:pPr><w:trHeight w:hRule="exact"/>'),
        (DOCUMENT, "<w:body>", f"<w:body>{BOX}"),
        (DOCUMENT, "<w:r>", "<w:ins><w:r>"),
        (DOCUMENT, "<w:r>", "<w:sdt><w:r>"),
        (DOCUMENT, "<w:r>", "<w:commentReference/><w:r>"),
        (DOCUMENT, "<w:footnoteReference ", '<w:footnoteReference w:customMarkFollows="1" '),
        (DOCUMENT, "<w:pgSz ", '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr><w:pgSz '),
        (DOCUMENT, "<w:pgSz ", '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr><w:pgSz '),
        (DOCUMENT, "<w:pgSz ", "<w:titlePg/><w:pgSz "),
        (DOCUMENT, 'w:type="default"', 'w:type="first"'),
        (NOTES, RUN, PLAIN.format("<w:vanish/>")),
        (STYLES, "<w:rPr>", "<w:rPr><w:webHidden/>"),
        (STYLES, "<w:color ", '<w:color w:val="FFFFFF"/><w:color '),
        (STYLES, "Palatino Linotype", "Webdings"),
        (SETTINGS, "<w:zoom", '<w:attachedTemplate r:id="rId9"/><w:zoom'),
        (SETTINGS, "<w:zoom", "<w:evenAndOddHeaders/><w:zoom"),
        (FONTS, "<w:font ", '<w:font w:name="Arial"><w:altName w:val="Symbol"/></w:font><w:font '),
        (FONTS, "<w:font ", "<w:embedRegular/><w:font "),
        (RELATIONS, "</Rel", f"{RELATION.format('attachedTemplate')}</Rel"),
        (RELATIONS, "</Rel", f"{RELATION.format('settings')}</Rel"),
    ],
)  # fmt: skip
def test_what_hides_words_or_shows_them_otherwise_is_found(name: str, before: str, after: str) -> None:
    closed = {"<w:ins>": "</w:ins>", "<w:sdt>": "</w:sdt>"}
    members = changed(name, before, after)
    for opening, closing in closed.items():
        if opening in after:
            members[name] = members[name].replace(b"</w:r>", f"</w:r>{closing}".encode(), 1)
    assert found_in(members) != []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        looking('<w:vanish w:val="0"/>'),
        looking('<w:color w:val="7A1F1F"/>'),
        looking('<w:highlight w:val="yellow"/>'),
        looking('<w:rFonts w:ascii="Georgia"/><w:u w:val="single"/><w:sz w:val="28"/>'),
        looking('<w:shd w:val="clear" w:color="auto" w:fill="F2F4F7"/><w:spacing w:val="10"/>'),
        (DOCUMENT, RUN, f'<w:proofErr w:type="spellStart"/>{RUN}'),
        (DOCUMENT, "<w:pPr>", '<w:pPr><w:spacing w:line="240" w:lineRule="exact"/><w:ind w:left="720"/>'),
        (STYLES, "<w:color ", '<w:color w:val="2E5E2E"/><w:color '),
        (FONTS, "<w:font ", '<w:font w:name="Symbol"/><w:font '),
        ("docProps/app.xml", ">briefer<", ">An office program<"),
        ("docProps/core.xml", "</cp:coreProperties>", "<cp:revision>7</cp:revision></cp:coreProperties>"),
    ],
)
def test_what_is_only_restyled_or_saved_again_is_consistent(name: str, before: str, after: str) -> None:
    assert found_in(changed(name, before, after)) == []


STATED, QUOTED = '<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Quote"/>'
BASED = '<w:name w:val="Body Text"/><w:basedOn w:val="{}"/>'


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        (DOCUMENT, STATED, QUOTED, "looks like a quotation at paragraph"),
        (DOCUMENT, '<w:pStyle w:val="BottomLine"/>', QUOTED, "looks like a quotation at paragraph 1 under"),
        (DOCUMENT, STATED, '<w:pStyle w:val="Evidence"/>', "looks like a quotation"),
        (
            DOCUMENT,
            QUOTED,
            STATED,
            "looks like the brief’s own words at paragraph 1 under “Findings”, but is",
        ),
        (STYLES, BASED.format("Normal"), BASED.format("Quote"), "looks like a quotation"),
        (STYLES, '<w:name w:val="Quote"/>', '<w:name w:val="Body"/>', "looks like the brief’s own words"),
        (STYLES, BASED.format("Normal"), BASED.format("BodyText"), ""),
    ],
)
def test_own_words_set_as_a_quotation_and_a_quotation_set_as_own_words_are_found(
    name: str, before: str, after: str, told: str
) -> None:
    found = [finding.message for finding in found_in(changed(name, before, after))]
    assert bool(told) == bool(found)
    assert all(told in message for message in found)


def test_a_draft_may_set_off_what_no_source_says_and_a_table_what_one_does() -> None:
    world = World()
    section = world.section("Findings")
    passage = world.tag(world.source("It held. It broke."), "It held.", section)
    world.difference("Did it hold?", passage)
    world.statement(section, "It fell.", passage, kind="quotation")
    for draft in (True, False):
        found = found_in(unpacked(docx.render(compose(world.session().project, draft=draft))))
        assert [finding.says for finding in found] == ([] if draft else ["It fell.[^1]"])


def test_white_space_that_an_office_program_would_drop_counts_as_dropped() -> None:
    bare = changed(DOCUMENT, '<w:t xml:space="preserve">We judge: </w:t>', "<w:t>We judge: </w:t>")
    (finding,) = found_in(bare)
    assert finding.says.startswith("We judge:it")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (DOCUMENT, 'w:name="_Note1"', 'w:name="_Note2"'),
        (DOCUMENT, 'w:name="_SourceS1"', 'w:name="_SourceS2"'),
        (DOCUMENT, 'w:name="_Cite', 'w:name="_Site'),
        (DOCUMENT, 'w:anchor="_SourceS1"', 'w:anchor="_SourceS2"'),
        (NOTES, 'w:anchor="_SourceS1"', 'w:anchor="_Nowhere"'),
        (NOTES, 'w:name="_Foot1"', 'w:name="_Foot2"'),
    ],
)
def test_a_bookmark_or_link_on_other_words_is_found(name: str, before: str, after: str) -> None:
    assert found_in(changed(name, before, after)) != []
