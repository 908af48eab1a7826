"""Make resources/export/docx-template.docx, the empty Word document that briefs are written into.

Run by hand when a style, a margin or a font name changes:
    python packaging/make_docx_template.py resources/export/docx-template.docx
A4, our own styles, banner and page numbers in header and footer, the note separators, and nothing
else: no thumbnail, no grid of lines. A brief brings its own paper, margins, styles and theme.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefer.model.look import USUAL
from briefer.writing.docx_marks import SANS, SERIF
from briefer.writing.docx_styles import styles
from briefer.writing.docx_theme import theme

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONSHIPS = f"{_OFFICE}/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"

_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "footnotes": "footnotes",
    "header1": "header",
    "footer1": "footer",
    "theme1": "theme",
}

# Name, what stands in for it where it is missing, PANOSE, family, character set (Windows).
_FONTS = [
    (SERIF, "Palatino", "02040502050505030304", "roman", "00"),
    (SANS, "Helvetica", "020B0604020202020204", "swiss", "00"),
    ("Times New Roman", "Times", "02020603050405020304", "roman", "00"),
    ("Malgun Gothic", "맑은 고딕", "020B0503020000020004", "swiss", "81"),
    ("Yu Mincho", "游明朝", "02020400000000000000", "roman", "80"),
    ("SimSun", "宋体", "02010600030101010101", "auto", "86"),
]

_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def main(arguments: Sequence[str]) -> None:
    (target,) = (Path(argument) for argument in arguments)
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in _members().items():
            member = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, _DECLARATION + content)
    print(f"{target.name} {target.stat().st_size} bytes")


def _members() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {"officeDocument": "word/document.xml", "extended-properties": "docProps/app.xml"}
        ),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>briefer</Application></Properties>",
        "word/_rels/document.xml.rels": _relationships({part: f"{part}.xml" for part in _PARTS}),
        "word/document.xml": _part("document", f"<w:body>{_section()}</w:body>"),
        "word/fontTable.xml": _part("fonts", "".join(_font(*font) for font in _FONTS)),
        "word/footer1.xml": _part("ftr", _page_number() + _paragraph("Banner")),
        "word/footnotes.xml": _part("footnotes", _separators()),
        "word/header1.xml": _part("hdr", _paragraph("Banner")),
        "word/settings.xml": _part("settings", _settings()),
        "word/styles.xml": _part("styles", styles(USUAL, "en-US")),
        "word/theme1.xml": theme(USUAL),
    }


def _content_types() -> str:
    main_type = f"{_TYPES}.wordprocessingml.document.main+xml"
    overrides = {"word/document": main_type, "docProps/app": f"{_TYPES}.extended-properties+xml"}
    overrides |= {f"word/{part}": f"{_TYPES}.wordprocessingml.{kind}+xml" for part, kind in _PARTS.items()}
    overrides["word/theme1"] = f"{_TYPES}.theme+xml"
    listed = "".join(
        f'<Override PartName="/{part}.xml" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONSHIPS}/{_PARTS.get(kind, kind)}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{_MAIN}" xmlns:r="{_RELATIONSHIPS}">{content}</w:{root}>'


def _section() -> str:
    """A4 in twips; no docGrid, which would snap lines to a Japanese manuscript's grid."""
    header, footer = (f"rId{list(_PARTS).index(part) + 1}" for part in ("header1", "footer1"))
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1531" w:right="1588" w:bottom="1588" w:left="1588" w:header="680" w:footer="624" '
        'w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
    )


def _font(name: str, otherwise: str, panose: str, family: str, character_set: str) -> str:
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{otherwise}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="{character_set}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/>'
        "</w:font>"
    )


def _paragraph(style: str, content: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _page_number() -> str:
    words = [_text("Page "), _field("PAGE"), _text(" of "), _field("NUMPAGES")]
    return _paragraph("PageNumber", "".join(words))


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _separators() -> str:
    apart = '<w:pPr><w:spacing w:after="60" w:line="240" w:lineRule="auto"/></w:pPr>'
    return "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{apart}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )


def _settings() -> str:
    wanted = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{wanted}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="ko-KR" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


if __name__ == "__main__":
    main(sys.argv[1:])
