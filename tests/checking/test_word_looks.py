"""What a Word file may hide or show otherwise is found; that another program saved it is told as such."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.model.look import LIMITS, MASTHEADS, Look
from briefer.model.preset import PAPERS
from briefer.writing import docx
from briefer.writing.compose import compose
from briefer.writing.evidence import seal
from tests.checking.word_files import a_world, changed, found_in, parts, unpacked
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
        looking('<w:rFonts w:ascii="No such;OpenSymbol" w:hAnsi="Georgia"/>'),
        looking("<w:rtl/>"),
        (DOCUMENT, '<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="Quote"/><w:bidi/>'),
        (DOCUMENT, '<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="Quote"/><w:pStyle w:val="Quote"/>'),
        (DOCUMENT, "</w:r></w:p>", "</w:r><w:pPr><w:keepNext/></w:pPr></w:p>"),
        (DOCUMENT, 'w:left="1480"', 'w:left="0"'),
        (DOCUMENT, '<w:cols w:space="720"/>', '<w:cols w:num="40" w:space="0"/>'),
        (DOCUMENT, "<w:cols ", '<w:pgNumType w:start="7"/><w:cols '),
        (DOCUMENT, "</w:sectPr>", '<w:docGrid w:type="linesAndChars" w:charSpace="-24576"/></w:sectPr>'),
        (DOCUMENT, '<w:bookmarkEnd w:id="1"/>', ""),
        (DOCUMENT, '<w:pPr><w:pStyle w:val="SmallPrint"/></w:pPr>', ""),
        (NOTES, '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>', ""),
        (DOCUMENT, "<w:document ", '<w:document w:conformance="strict" '),
        (DOCUMENT, "<w:tblHeader/>", ""),
        (DOCUMENT, "<w:cantSplit/></w:trPr>", "<w:cantSplit/><w:tblHeader/></w:trPr>"),
        (DOCUMENT, "</w:tcPr>", '<w:tcMar><w:left w:w="12000" w:type="dxa"/></w:tcMar></w:tcPr>'),
        (DOCUMENT, '<w:tcW w:w="', '<w:tcW w:w="1'),
        (DOCUMENT, '<w:gridCol w:w="', '<w:gridCol w:w="x'),
        (DOCUMENT, '<w:tblCaption w:val="', '<w:tblCaption w:val="Wrong: '),
        (DOCUMENT, '<w:tblDescription w:val="', '<w:tblDescription w:val="Wrong: '),
        (DOCUMENT, '<w:hyperlink w:anchor="', '<w:hyperlink w:tooltip="He resigned" w:anchor="'),
        (DOCUMENT, '<w:hyperlink w:anchor="', '<w:hyperlink r:id="rIdLink1" w:anchor="'),
        (NOTES, '<w:hyperlink r:id="', '<w:hyperlink w:docLocation="page" r:id="'),
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
        (STYLES, 'w:line="305" w:lineRule="atLeast"', 'w:line="305" w:lineRule="exact"'),
        (STYLES, '<w:left w:w="108"', '<w:left w:w="12000"'),
        (STYLES, "<w:pBdr><w:left", "<w:numPr/><w:pBdr><w:left"),
        (STYLES, '<w:ind w:left="480" w:right="400" w:hanging="0"/>', ""),
        ("word/theme1.xml", 'typeface="Arial"', 'typeface="Wingdings"'),
        (SETTINGS, "<w:footnotePr>", '<w:footnotePr><w:numRestart w:val="eachPage"/>'),
        ("docProps/core.xml", "</cp:core", "<dc:description>Cleared</dc:description></cp:core"),
        ("docProps/app.xml", "</Properties>", "<Manager>Minister</Manager></Properties>"),
        ("docProps/custom.xml", "</Properties>", '<property name="x"/></Properties>'),
        ("[Content_Types].xml", "wordprocessingml.footnotes", "wordprocessingml.webSettings"),
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


MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
BOLD = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'
LINKED = '<w:rPr><w:rStyle w:val="Hyperlink"/><w:noProof/></w:rPr>'
SAID = '<w:r><w:t xml:space="preserve">{}'


@pytest.mark.parametrize(
    ("words", "looks", "told"),
    [
        ("First line", BOLD, "words of a quotation set apart"),
        ("First line", '<w:rPr><w:rStyle w:val="Quiet"/></w:rPr>', "words of a quotation set apart"),
        ("First line", MARK, "words set like the mark of a note"),
        ("They &lt;differ", MARK, "words set like the mark of a note"),
        ("They &lt;differ", "<w:rPr><w:b/><w:bCs/></w:rPr>", "words set like a link"),
        ("They &lt;differ", LINKED, "words set like a link"),
    ],
)
def test_words_that_stand_out_as_ours_do_not_are_found(words: str, looks: str, told: str) -> None:
    plain = SAID.format(words)
    found = [
        finding.message
        for finding in found_in(changed(DOCUMENT, plain, plain.replace("<w:r>", f"<w:r>{looks}")))
    ]
    assert found
    assert all(f"The file has {told} at the body" in message for message in found)


BEGIN, PART, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
CODE = '<w:r><w:instrText xml:space="preserve"> NOTEREF _Note1 \\h </w:instrText></w:r>'
FELL, ONE = "<w:r><w:t>It fell.</w:t></w:r>", "<w:r><w:t>1</w:t></w:r>"


@pytest.mark.parametrize(
    "field",
    [
        f"{BEGIN}{CODE}{FELL}{PART}{ONE}{END}",
        f"{BEGIN}{FELL}{CODE}{PART}{ONE}{END}",
        f"{BEGIN}{CODE}{PART}{ONE}{PART}{FELL}{END}",
        f"{BEGIN}{BEGIN}{CODE}{PART}{ONE}{END}{FELL}",
        f"{CODE}{PART}{ONE}{END}{FELL}",
        f"{FELL}{BEGIN}",
        f"{FELL}{END}",
    ],
)
def test_words_in_the_code_of_a_field_which_nobody_sees_are_found(field: str) -> None:
    opening = '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
    members = changed(DOCUMENT, opening, opening + field)
    assert "the body" in [finding.where for finding in found_in(members)]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (NOTES, ">https://example.org/a?x=1&amp;y=2<", ">https://example.org/b<"),
        (DOCUMENT, 'w:right="1480"', 'w:right="2900"'),
        ("word/footer1.xml", "<w:p>", "<w:p/><w:p>"),
    ],
)
def test_a_link_is_on_its_own_address_and_a_table_as_wide_as_the_text(
    name: str, before: str, after: str
) -> None:
    assert found_in(changed(name, before, after)) != []


def test_a_brief_whose_pages_have_lost_their_numbers_is_found() -> None:
    footer = parts()["word/footer1.xml"].decode()
    line = footer[footer.index("<w:p>") : footer.index("</w:p>") + len("</w:p>")]
    (finding,) = found_in(changed("word/footer1.xml", line, ""))
    assert "where its evidence has “Page # of #\nUNCLASSIFIED”" in finding.message


def test_a_mark_or_a_link_that_is_set_like_words_is_found() -> None:
    assert found_in(changed(DOCUMENT, f"{MARK}<w:footnoteReference", "<w:footnoteReference")) != []
    assert found_in(changed(NOTES, LINKED, "")) != []


def test_the_finding_names_what_is_strange_and_where() -> None:
    smeared = '<w:spacing w:val="-20"/><w:w w:val="50"/><w:sz w:val="10"/><w:szCs w:val="10"/>'
    (finding,) = found_in(changed(*looking(smeared)))
    assert finding.message == (
        'The file has <spacing val="-20">, <w val="50">, <sz val="10"> and 1 more at the body, which no brief'
        " has; do not rely on it, export it again."
    )


APPLICATION = "docProps/app.xml"


def saved_by(program: str, members: dict[str, bytes]) -> dict[str, bytes]:
    """Give the parts as if another program had saved them."""
    told = members[APPLICATION].replace(b">briefer<", f">{program}<".encode())
    assert told != members[APPLICATION]
    return members | {APPLICATION: told}


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("An office program/7$Linux", "This Word file was saved again by An office program/7: its words"),
        ("", "This Word file was changed, or saved again by another program: its words"),
    ],
)
def test_that_another_program_saved_a_brief_is_to_be_known_and_no_fault(program: str, told: str) -> None:
    (finding,) = found_in(saved_by(program, parts()))
    assert (finding.rule, finding.level) == ("saved-again", "information")
    assert finding.message.startswith(told)


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
        ("docProps/core.xml", "</cp:coreProperties>", "<cp:revision>7</cp:revision></cp:coreProperties>"),
    ],
)
def test_a_brief_may_be_restyled_in_an_office_program_but_nowhere_else(
    name: str, before: str, after: str
) -> None:
    restyled = changed(name, before, after)
    assert {one.level for one in found_in(saved_by("An office program", restyled))} == {"information"}
    assert "error" in {one.level for one in found_in(restyled)}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        looking("<w:vanish/>"),
        looking('<w:color w:val="FFFFFF"/>'),
        looking('<w:color w:val="white"/>'),
        looking('<w:color w:val="000000" w:themeColor="background1"/>'),
        looking('<w:shd w:val="clear" w:fill="000000"/>'),
        looking('<w:sz w:val="small"/>'),
        looking('<w:spacing w:val="-300"/>'),
        looking("<w:strike/>"),
        looking('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
        looking('<w14:textFill xmlns:w14="urn:w14"/>'),
        (DOCUMENT, "<w:pPr>", '<w:pPr><w:ind w:left="30000"/>'),
        (DOCUMENT, "<w:pPr>", '<w:pPr><w:trHeight w:hRule="exact"/>'),
        (DOCUMENT, "<w:body>", f"<w:body>{BOX}"),
        (DOCUMENT, "<w:footnoteReference ", '<w:footnoteReference w:customMarkFollows="1" '),
        (DOCUMENT, "<w:pgSz ", '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr><w:pgSz '),
        (NOTES, RUN, PLAIN.format("<w:vanish/>")),
        (STYLES, "<w:rPr>", "<w:rPr><w:webHidden/>"),
        (STYLES, "Palatino Linotype", "Webdings"),
        (SETTINGS, "<w:zoom", "<w:evenAndOddHeaders/><w:zoom"),
    ],
)
def test_what_hides_words_is_found_in_a_brief_that_another_program_saved_too(
    name: str, before: str, after: str
) -> None:
    found = found_in(saved_by("An office program", changed(name, before, after)))
    assert [one.level for one in found].count("information") == 1
    assert "error" in {one.level for one in found}


measures = st.builds(
    Look,
    accent=st.sampled_from(["#1a335e", "#000000", "#7a1f1f", "#0a0b0c"]),
    masthead=st.sampled_from(MASTHEADS),
    ruled=st.booleans(),
    **{name: st.floats(*limits) for name, limits in LIMITS.items()},
)


@given(measures, st.sampled_from(PAPERS), st.sampled_from(["en", "de", "ko", "zh-TW", ""]))
def test_a_brief_of_any_look_on_any_paper_is_consistent(look: Look, paper: str, language: str) -> None:
    brief = compose(a_world().session().project)
    again = seal(replace(brief, look=look, paper=paper, language=language, blocks=brief.blocks[:-1]))
    assert found_in(unpacked(docx.render(again))) == []


STATED, QUOTED = '<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Quote"/>'


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (STATED, QUOTED, "looks like a quotation at paragraph"),
        ('<w:pStyle w:val="BottomLine"/>', QUOTED, "looks like a quotation at paragraph 1 under"),
        (STATED, '<w:pStyle w:val="Evidence"/>', "looks like a quotation"),
        (QUOTED, STATED, "looks like the brief’s own words at paragraph 1 under “Findings”, but is"),
    ],
)
def test_own_words_set_as_a_quotation_and_a_quotation_set_as_own_words_are_found(
    before: str, after: str, told: str
) -> None:
    finding, *_ = found_in(changed(DOCUMENT, before, after))
    assert told in finding.message


BASED = '<w:name w:val="Body Text"/><w:basedOn w:val="{}"/>'


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (BASED.format("Normal"), BASED.format("Quote"), "looks like a quotation"),
        ('<w:name w:val="Quote"/>', '<w:name w:val="Body"/>', "looks like the brief’s own words"),
        (BASED.format("Normal"), BASED.format("BodyText"), ""),
    ],
)
def test_a_style_of_quotations_is_known_by_its_name_and_by_what_it_is_based_on(
    before: str, after: str, told: str
) -> None:
    found = found_in(saved_by("An office program", changed(STYLES, before, after)))
    errors = [finding.message for finding in found if finding.level == "error"]
    assert bool(told) == bool(errors)
    assert all(told in message for message in errors)


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
