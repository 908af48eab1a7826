"""A flat OpenDocument text around its body: the styles that the pieces of `alike_pieces` ask for."""

from __future__ import annotations

from typing import Final

_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES: Final = "".join(
    f' xmlns:{prefix}="{address}"'
    for prefix, address in (
        *((prefix, f"{_ODF}:{name}:1.0") for prefix, name in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
            ("style", "style"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"),
            ("number", "datastyle"), ("config", "config"),
        )),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xlink", "http://www.w3.org/1999/xlink"),
    )
)  # fmt: skip
_LOOKS: Final = {
    "above": 'style:text-position="super 58%"',
    "below": 'style:text-position="sub 58%"',
    "raised": 'style:text-position="33% 58%"',
    "struck": 'style:text-line-through-style="solid" style:text-line-through-type="single"',
    "hidden": 'text:display="none"',
    "small": 'fo:font-variant="small-caps"',
    "capitals": 'fo:text-transform="uppercase"',
    "bold": 'fo:font-weight="bold"',
    "wide": 'fo:letter-spacing="0.05cm"',
    "large": 'fo:font-size="16pt"',
    "tiny": 'fo:font-size="8pt"',
}
_FACE: Final = (
    'style:font-name="DejaVu Serif" style:font-name-asian="DejaVu Serif"'
    ' style:font-name-complex="DejaVu Sans"'
)
_MARGIN: Final = (
    '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
    '<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="{0}cm"'
    ' fo:text-indent="-1.3cm" text:list-tab-stop-position="{0}cm"/></style:list-level-properties>'
)
HEAD, FOOT = "Head 4,711", "Foot"
"""What stands on every page, the foot with the number of its page."""
LISTS: Final = {
    "decimal": (("1", "", "."), ("a", "(", ")"), ("I", "", ".")),
    "letters": (("A", "", ")"), ("i", "", "."), ("1", "", "")),
    "deep": (("1", "", "."), ("1", "", "."), ("1", "", ".")),
    "points": (("•", "", ""), ("–", "", ""), ("▪", "", "")),
}
"""How the points of a list are marked at each depth: the form, and what stands before and behind it."""


def document(changes: str, body: str) -> str:
    """Build a document of its body and of the changes that were tracked in it."""
    tracked = f'<text:tracked-changes text:track-changes="false">{changes}</text:tracked-changes>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document{_SPACES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{_faces()}"
        f"<office:styles>{_defaults()}{_outline()}{_notes()}</office:styles>"
        f"<office:automatic-styles>{_looks()}{_lists()}{_day()}{_page()}</office:automatic-styles>"
        f"{_master()}<office:body><office:text>{tracked if changes else ''}"
        '<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/>'
        f"</text:sequence-decls>{body}</office:text></office:body></office:document>"
    )


def _faces() -> str:
    return (
        '<office:font-face-decls><style:font-face style:name="DejaVu Serif" svg:font-family="DejaVu Serif"/>'
        '<style:font-face style:name="DejaVu Sans" svg:font-family="DejaVu Sans"/></office:font-face-decls>'
    )


def _defaults() -> str:
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm"/>'
        f'<style:text-properties {_FACE} fo:font-size="11pt" fo:language="en" fo:country="GB"/>'
        "</style:default-style>"
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
        '<style:style style:name="right" style:family="paragraph" style:parent-style-name="Standard">'
        '<style:paragraph-properties style:writing-mode="rl-tb"/></style:style>'
    )


def _outline() -> str:
    levels = (
        f'<text:outline-level-style text:level="{level}" style:num-format="1" style:num-suffix="."'
        f' text:display-levels="{level}"><style:list-level-properties'
        ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
        ' text:label-followed-by="space"/></style:list-level-properties></text:outline-level-style>'
        for level in (1, 2, 3)
    )
    heads = (
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}"'
        ' style:family="paragraph" style:parent-style-name="Standard"'
        f' style:default-outline-level="{level}"><style:paragraph-properties fo:margin-top="0.6cm"/>'
        f'<style:text-properties fo:font-size="{18 - 2 * level}pt" fo:font-weight="bold"/></style:style>'
        for level in (1, 2, 3)
    )
    return f'{"".join(heads)}<text:outline-style style:name="Outline">{"".join(levels)}</text:outline-style>'


def _notes() -> str:
    small = '<style:text-properties fo:font-size="8pt"/>'
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">'
        f'<style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm"/>{small}</style:style>'
        for name in ("Footnote", "Endnote")
    )
    return (
        f"{styles}"
        '<text:notes-configuration text:note-class="footnote" style:num-format="1"'
        ' text:default-style-name="Footnote" text:start-value="0" text:start-numbering-at="document"/>'
        '<text:notes-configuration text:note-class="endnote" style:num-format="i"'
        ' text:default-style-name="Endnote" text:start-value="0"/>'
    )


def _looks() -> str:
    return "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in _LOOKS.items()
    )


def _lists() -> str:
    return "".join(
        f'<text:list-style style:name="{name}">'
        f"{''.join(_level(depth, marks, name) for depth, marks in enumerate(levels, 1))}</text:list-style>"
        for name, levels in LISTS.items()
    )


def _level(depth: int, marks: tuple[str, str, str], name: str) -> str:
    form, before, behind = marks
    depths = depth if name == "deep" else 1
    space = _MARGIN.format(1.5 * depth)
    if form.isalnum():
        return (
            f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}"'
            f' style:num-prefix="{before}" style:num-suffix="{behind}" text:display-levels="{depths}">'
            f"{space}</text:list-level-style-number>"
        )
    return (
        f'<text:list-level-style-bullet text:level="{depth}" text:bullet-char="{form}">{space}'
        "</text:list-level-style-bullet>"
    )


def _day() -> str:
    return (
        '<number:date-style style:name="day" number:language="en" number:country="GB"><number:day/>'
        '<number:text> </number:text><number:month number:style="long" number:textual="true"/>'
        '<number:text> </number:text><number:year number:style="long"/></number:date-style>'
    )


def _page() -> str:
    return (
        '<style:style style:name="frame" style:family="graphic"><style:graphic-properties'
        ' style:wrap="none" style:vertical-pos="from-top" style:vertical-rel="paragraph"/></style:style>'
        '<style:page-layout style:name="sheet"><style:page-layout-properties fo:page-width="21cm"'
        ' fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties'
        ' fo:min-height="1cm" fo:margin-bottom="1cm"/></style:header-style><style:footer-style>'
        '<style:header-footer-properties fo:min-height="1cm" fo:margin-top="1cm"/></style:footer-style>'
        "</style:page-layout>"
    )


def _master() -> str:
    return (
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="sheet">'
        f'<style:header><text:p text:style-name="Standard">{HEAD}</text:p></style:header><style:footer>'
        f'<text:p text:style-name="Standard">{FOOT} <text:page-number text:select-page="current">1'
        "</text:page-number></text:p></style:footer></style:master-page></office:master-styles>"
    )
