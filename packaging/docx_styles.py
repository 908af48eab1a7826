"""The styles of the Word document: every role of a brief has one that a Word user can restyle.

Measures are those of the format: twips (1/20 point) for spacing and indents, half-points for type.
Lines are "at least" so high, so that Korean, Japanese and raised numbers do not shift them, and
yet grow with larger type.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SERIF, SANS = "Palatino Linotype", "Arial"
NAVY, GREY, RULE, TINT = "1F3A5F", "56616C", "B4BFCA", "EEF2F6"


@dataclass(frozen=True, slots=True)
class Style:
    """A style. `paragraph` and `run` are property elements in the order of the schema."""

    id: str
    name: str
    kind: Literal["paragraph", "character", "table"] = "paragraph"
    based_on: str = "Normal"
    following: str = ""
    paragraph: str = ""
    run: str = ""
    rest: str = ""
    shown: bool = True


def spacing(before: int, after: int, line: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="atLeast"/>'


def indent(left: int = 0, right: int = 0, hanging: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def rule(edge: str, width: int, distance: int, colour: str) -> str:
    """A border: `width` in eighths of a point, `distance` in points."""
    return f'<w:{edge} w:val="single" w:sz="{width}" w:space="{distance}" w:color="{colour}"/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
SANS_FONT = f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:cs="{SANS}"/>'
# A corrected quotation is an altered one, so the spelling checker has no say in it.
UNCHECKED = "<w:noProof/>"
CENTRED = '<w:jc w:val="center"/>'

BODY = [
    Style("BodyText", "Body Text", paragraph=spacing(0, 140, 300)),
    Style(
        "Title",
        "Title",
        following="BriefFront",
        paragraph=KEEP + spacing(120, 160, 460),
        run=SANS_FONT + BOLD + colour(NAVY) + size(38),
    ),
    Style(
        "BriefFront",
        "Brief Front",
        paragraph=f"<w:pBdr>{rule('bottom', 4, 8, RULE)}</w:pBdr>" + spacing(0, 20, 250),
        run=SANS_FONT + size(18),
    ),
    Style(
        "Heading1",
        "heading 1",
        following="BodyText",
        paragraph=KEEP + spacing(400, 120, 340) + '<w:outlineLvl w:val="0"/>',
        run=SANS_FONT + BOLD + colour(NAVY) + size(27),
    ),
    Style(
        "Heading2",
        "heading 2",
        following="BodyText",
        paragraph=KEEP + spacing(280, 80, 300) + '<w:outlineLvl w:val="1"/>',
        run=SANS_FONT + BOLD + colour(NAVY) + size(22),
    ),
    Style(
        "BottomLine",
        "Bottom Line",
        paragraph=f"<w:pBdr>{rule('left', 24, 10, NAVY)}</w:pBdr>" + spacing(0, 120, 320) + indent(240),
        run=size(23),
    ),
    Style(
        "Quote",
        "Quote",
        following="BodyText",
        paragraph=f"<w:pBdr>{rule('left', 6, 10, RULE)}</w:pBdr>" + spacing(20, 180, 285) + indent(480, 400),
        run=UNCHECKED + size(20),
    ),
    Style(
        "EmptySection",
        "Empty Section",
        following="BodyText",
        paragraph=spacing(0, 140, 300),
        run=ITALIC + colour(GREY),
    ),
    Style(
        "ReferenceEntry", "Reference Entry", paragraph=spacing(0, 90, 275) + indent(400, 0, 400), run=size(20)
    ),
    Style(
        "Evidence",
        "Evidence",
        following="Context",
        paragraph=f"<w:pBdr>{rule('left', 6, 8, RULE)}</w:pBdr>" + spacing(40, 60, 255) + indent(240),
        run=UNCHECKED + size(18),
    ),
    Style("Context", "Context", paragraph=spacing(0, 40, 235) + indent(240), run=UNCHECKED + size(17)),
    Style("EvidenceEntry", "Evidence Entry", based_on="Context", paragraph=KEEP + spacing(220, 40, 235)),
    Style(
        "SmallPrint", "Small Print", paragraph=spacing(60, 80, 220), run=SANS_FONT + colour(GREY) + size(16)
    ),
    Style(
        "Caption",
        "caption",
        following="BodyText",
        paragraph=KEEP + spacing(200, 100, 260),
        run=SANS_FONT + BOLD + colour(NAVY) + size(18),
    ),
    Style("TableText", "Table Text", paragraph=spacing(50, 50, 235), run=SANS_FONT + size(17)),
    Style(
        "TableHeading",
        "Table Heading",
        based_on="TableText",
        paragraph=KEEP,
        run=BOLD + colour(NAVY),
    ),
]

MARGINS = [
    Style(
        "FootnoteText",
        "footnote text",
        paragraph='<w:tabs><w:tab w:val="left" w:pos="320"/></w:tabs>'
        + spacing(0, 40, 215)
        + indent(320, 0, 320),
        run=size(17),
    ),
    Style("Header", "header", paragraph=spacing(0, 0, 240), shown=False),
    Style("Footer", "footer", paragraph=spacing(0, 0, 240), shown=False),
    Style("Banner", "Banner", paragraph=spacing(0, 0, 240) + CENTRED, run=SANS_FONT + BOLD + size(18)),
    Style(
        "PageNumber",
        "Page Number Line",
        based_on="Footer",
        paragraph=spacing(0, 80, 220) + CENTRED,
        run=SANS_FONT + colour(GREY) + size(16),
    ),
]

WORDS = [
    Style("Emphasis", "Emphasis", "character", run=ITALIC),
    Style("Strong", "Strong", "character", run=BOLD),
    Style("LeadIn", "Lead-in", "character", run=BOLD + colour(NAVY)),
    Style("Quiet", "Quiet", "character", run=colour(GREY)),
    Style("Hyperlink", "Hyperlink", "character", run=colour("1B4F8A")),
    Style("FootnoteReference", "footnote reference", "character", run='<w:vertAlign w:val="superscript"/>'),
]

TABLES = [
    Style(
        "BriefTable",
        "Brief Table",
        "table",
        rest="<w:tblPr><w:tblBorders>"
        + "".join(rule(edge, 4, 0, RULE) for edge in ("top", "bottom", "insideH"))
        + '</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        + rule("bottom", 8, 0, NAVY)
        + f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>',
    ),
]

# What Word expects to find under these ids whatever a document says.
_BUILT_IN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "</w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)

# Word adds a little space between East Asian and Latin letters unless told not to; a quotation is
# set as it stands, so no style does.
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:eastAsia="Malgun Gothic" w:cs="Times New Roman"/>'
    f'{size(21)}<w:lang w:val="en-US" w:eastAsia="ko-KR" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    '<w:spacing w:after="0" w:line="300" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def styles() -> str:
    """Give the content of the styles part."""
    made = "".join(_xml(style) for style in (*BODY, *MARGINS, *WORDS, *TABLES))
    return f"{_DEFAULTS}{_BUILT_IN}{made}"


# Names that Word knows as its own; every other style is marked as ours.
_KNOWN_TO_WORD = {
    "Title", "Body Text", "heading 1", "heading 2", "Quote", "caption", "footnote text", "header", "footer",
    "Emphasis", "Strong", "Hyperlink", "footnote reference",
}  # fmt: skip
_ROOTS = {"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal"}


def _xml(style: Style) -> str:
    custom = "" if style.name in _KNOWN_TO_WORD else ' w:customStyle="1"'
    base = style.based_on if style.based_on != "Normal" else _ROOTS[style.kind]
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    listed = '<w:uiPriority w:val="1"/><w:qFormat/>' if style.shown else '<w:uiPriority w:val="99"/>'
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="{style.kind}"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{base}"/>{following}{listed}{paragraph}{run}{style.rest}</w:style>'
    )
