"""The styles of the Word document: every role of a brief has one that a Word user can restyle.

Measures are those of the format: twips (1/20 point) for spacing and indents, half-points for type.
Lines are "at least" so high, so that Korean, Japanese and raised numbers do not shift them, and
yet grow with larger type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from briefer.model.look import Look
from briefer.writing.docx_marks import (
    BOLD,
    CENTRED,
    ITALIC,
    KEEP,
    SANS_FONT,
    SERIF,
    UNCHECKED,
    borders,
    colour,
    ground,
    hexadecimal,
    indent,
    rule,
    size,
    spacing,
)

GREY: Final = "56616C"
LINK: Final = "1B4F8A"
WHITE: Final = "FFFFFF"


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


def styles(look: Look, language: str) -> str:
    """Give the content of the styles part, as a look wants it; `language` is that of all other words."""
    parts = (_front, _body, _apparatus, _tables, _beside, _words)
    made = "".join(_xml(style) for part in parts for style in part(look))
    return f"{_defaults(look, language)}{_BUILT_IN}{made}"


def _front(look: Look) -> Iterator[Style]:
    accent, line = hexadecimal(look.accent), hexadecimal(look.rule)
    yield Style(
        "Title", "Title", following="BriefFront", paragraph=KEEP + _masthead(look),
        run=SANS_FONT + BOLD + colour(accent) + size(look.title),
    )  # fmt: skip
    under = "" if look.ruled else borders(rule("bottom", 4, 8, line))
    yield Style(
        "BriefFront", "Brief Front",
        paragraph="<w:keepNext/>" + under + spacing(0, 1, look.body * 1.2),
        run=SANS_FONT + size(look.body * 0.875),
    )  # fmt: skip
    over = borders(rule("top", 4, 5, line)) if look.ruled else ""
    for level, share in ((1, 1.0), (2, 0.82)):
        letters = look.heading * share
        yield Style(
            f"Heading{level}", f"heading {level}", following="BodyText",
            paragraph=KEEP + (over if level == 1 else "")
            + spacing(look.above * (1.15 if level == 1 else 0.75), 5.5 if level == 1 else 4, letters * 1.3)
            + f'<w:outlineLvl w:val="{level - 1}"/>',
            run=SANS_FONT + BOLD + colour(accent) + size(letters),
        )  # fmt: skip
    yield Style(
        "BottomLine", "Bottom Line",
        paragraph=borders(
            rule("top", 4, 5, hexadecimal(look.tint)), rule("left", 24, 10, accent),
            rule("bottom", 4, 5, hexadecimal(look.tint)),
        ) + ground(hexadecimal(look.tint))
        + spacing(0, look.space * 0.85, look.body * 1.05 * look.leading) + indent(12, 6),
        run=size(look.body * 1.05),
    )  # fmt: skip


def _masthead(look: Look) -> str:
    """Give the layout of the title: a rule over it, a ground under it, or neither."""
    accent, line = hexadecimal(look.accent), look.title * 1.22
    if look.masthead == "rule":
        return borders(rule("top", 24, 10, accent)) + spacing(0, 8, line)
    if look.masthead == "band":
        band = hexadecimal(look.band)
        sides = (rule(edge, 4, 9, band) for edge in ("left", "bottom", "right"))
        return (
            borders(rule("top", 24, 9, accent), *sides)
            + ground(band)
            + spacing(10, 16, line)
            + indent(10, 10)
        )
    return spacing(6, 8, line)


def _body(look: Look) -> Iterator[Style]:
    line, body = hexadecimal(look.rule), look.body
    yield Style("BodyText", "Body Text", paragraph=spacing(0, look.space, body * look.leading))
    yield Style(
        "Quote", "Quote", following="BodyText",
        paragraph=borders(rule("left", 6, 10, line))
        + spacing(1, look.space + 2, body * 0.96 * look.leading) + indent(24, 20),
        run=UNCHECKED + size(body * 0.96),
    )  # fmt: skip
    # The rules beside two quotations in a row would join as if they were one: a twip keeps them apart.
    yield Style("QuoteBelow", "Quote Below Another", based_on="Quote", following="BodyText",
                paragraph='<w:ind w:right="401"/>')  # fmt: skip
    yield Style(
        "EmptySection", "Empty Section", following="BodyText",
        paragraph=spacing(0, look.space, body * look.leading), run=ITALIC + colour(GREY),
    )  # fmt: skip


def _apparatus(look: Look) -> Iterator[Style]:
    body, leading = look.body, look.leading
    yield Style(
        "ReferenceEntry", "Reference Entry",
        paragraph=spacing(0, look.space * 0.65, body * 0.93 * leading) + indent(body * 1.9, 0, body * 1.9),
        run=size(body * 0.93),
    )  # fmt: skip
    yield Style(
        "Evidence", "Evidence", following="Context",
        paragraph=borders(rule("left", 6, 8, hexadecimal(look.rule)))
        + spacing(2, 3, body * 0.9 * leading * 0.96) + indent(12),
        run=UNCHECKED + size(body * 0.9),
    )  # fmt: skip
    context = body * 0.82
    yield Style(
        "Context", "Context", paragraph=spacing(0, 2, context * leading * 0.96) + indent(12),
        run=UNCHECKED + colour(GREY) + size(context),
    )  # fmt: skip
    yield Style(
        "EvidenceEntry", "Evidence Entry", based_on="Context",
        paragraph=KEEP + spacing(11, 2, context * leading * 0.96),
    )  # fmt: skip
    yield Style(
        "SmallPrint", "Small Print", paragraph=spacing(3, 4, look.small * 1.35),
        run=SANS_FONT + colour(GREY) + size(look.small * 0.97),
    )  # fmt: skip


def _tables(look: Look) -> Iterator[Style]:
    accent, body = hexadecimal(look.accent), look.body
    # A table ends without a space below it.
    yield Style("SmallPrintBelow", "Small Print Below Table", based_on="SmallPrint",
                paragraph='<w:spacing w:before="220"/>')  # fmt: skip
    yield Style(
        "Caption", "caption", following="BodyText", paragraph=KEEP + spacing(10, 5, body * 1.2),
        run=SANS_FONT + BOLD + colour(accent) + size(body * 0.86),
    )  # fmt: skip
    yield Style("TableText", "Table Text", paragraph=spacing(2.5, 2.5, body * 1.15), run=size(body * 0.865))
    yield Style(
        "TableHeading",
        "Table Heading",
        based_on="TableText",
        paragraph=KEEP,
        run=SANS_FONT + BOLD + colour(accent) + size(body * 0.8),
    )


def _beside(look: Look) -> Iterator[Style]:
    note = look.notes * 1.04
    yield Style(
        "FootnoteText", "footnote text",
        paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{round(note * 38)}"/></w:tabs>'
        + spacing(0, 2, note * look.leading * 0.86) + indent(note * 1.9, 0, note * 1.9),
        run=size(note),
    )  # fmt: skip
    yield Style("Header", "header", paragraph=spacing(0, 0, 12), shown=False)
    yield Style("Footer", "footer", paragraph=spacing(0, 0, 12), shown=False)
    yield Style("Banner", "Banner", paragraph=spacing(0, 0, 12) + CENTRED, run=SANS_FONT + BOLD + size(9))
    yield Style(
        "PageNumber", "Page Number Line", based_on="Footer", paragraph=spacing(0, 4, 11) + CENTRED,
        run=SANS_FONT + colour(GREY) + size(8),
    )  # fmt: skip


def _words(look: Look) -> Iterator[Style]:
    accent = hexadecimal(look.accent)
    for name, title, run in (
        ("Emphasis", "Emphasis", ITALIC),
        ("Strong", "Strong", BOLD),
        ("LeadIn", "Lead-in", BOLD + colour(accent)),
        ("Quiet", "Quiet", colour(GREY)),
        ("Hyperlink", "Hyperlink", colour(LINK)),
        ("FootnoteReference", "footnote reference", colour(accent) + '<w:vertAlign w:val="superscript"/>'),
    ):
        yield Style(name, title, "character", run=run)
    edges = "".join(rule(edge, 4, 0, hexadecimal(look.rule)) for edge in ("top", "bottom", "insideH"))
    yield Style(
        "BriefTable", "Brief Table", "table",
        rest=f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{rule("bottom", 8, 0, accent)}</w:tcBorders>'
        f"{ground(hexadecimal(look.tint))}</w:tcPr></w:tblStylePr>",
    )  # fmt: skip


# What Word expects to find under these ids whatever a document says.
_BUILT_IN: Final = (
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


def _defaults(look: Look, language: str) -> str:
    """Give what holds where no style says otherwise.

    Word adds a little space between East Asian and Latin letters unless told not to; a quotation is
    set as it stands, so no style does.
    """
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:eastAsia="Malgun Gothic" w:cs="Times New Roman"/>'
        f'{size(look.body)}<w:lang w:val="{language}" w:eastAsia="ko-KR" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f"{spacing(0, 0, look.body * look.leading)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    )


# Names that Word knows as its own; every other style is marked as ours.
_KNOWN_TO_WORD: Final = {
    "Title", "Body Text", "heading 1", "heading 2", "Quote", "caption", "footnote text", "header", "footer",
    "Emphasis", "Strong", "Hyperlink", "footnote reference",
}  # fmt: skip
_ROOTS: Final = {"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal"}


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
