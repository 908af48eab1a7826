"""Documents of Word and OpenDocument, built from the few elements that a test is about."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r0" Type="http://example.org/thumbnail" Target="x.png"/>'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="/word/document.xml"/></Relationships>'
)


def a_zip(**parts: str | bytes) -> bytes:
    """Pack parts; in their names __ stands for /, and _ before the last word for a point."""
    return packed({name.replace("__", "/"): body for name, body in parts.items()})


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(name, body, ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def a_word(body: str, *, core: str = "", app: str = "", **stories: str) -> bytes:
    """Build a Word document; `stories` are footnotes, endnotes and comments as their elements."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _RELATIONS,
        "word/document.xml": _word("document", f"<w:body>{body}</w:body>"),
        "word/header1.xml": _word("hdr", a_paragraph("The header")),
    }
    parts |= {f"word/{name}.xml": _word(name, story) for name, story in stories.items()}
    if core:
        parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f' xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        )
    if app:
        parts["docProps/app.xml"] = f'<Properties xmlns="urn:app">{app}</Properties>'
    return packed(parts)


def a_paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{a_run(words)}</w:p>"


def a_run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def a_table(*rows: tuple[str, ...]) -> str:
    """Build a table of Word's, each cell one paragraph."""
    return "".join((
        "<w:tbl>",
        *(
            f"<w:tr>{''.join(f'<w:tc>{a_paragraph(words)}</w:tc>' for words in row)}</w:tr>"
            for row in rows
        ),
        "</w:tbl>",
    ))  # fmt: skip


def an_odt(body: str, meta: str = "", **parts: str) -> bytes:
    """Build an OpenDocument text."""
    spaces = "".join(
        f' xmlns:{prefix}="{_ODF}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("meta", "meta"),
            ("style", "style"),
        )
    ) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
    content = f"<office:document-content{spaces}><office:body><office:text>{body}</office:text></office:body>"
    found: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{content}</office:document-content>",
    }
    if meta:
        found["meta.xml"] = (
            f"<office:document-meta{spaces}><office:meta>{meta}</office:meta></office:document-meta>"
        )
    return packed(found | {name.replace("__", "/") + ".xml": body for name, body in parts.items()})


def _word(root: str, body: str) -> str:
    return (
        f'<w:{root} xmlns:w="{_WORD}" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        f' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{body}</w:{root}>'
    )
