"""The package of parts around body and notes: from the template, into a zip that is always the same."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefer.paths import resources
from briefer.writing.docx_xml import DECLARATION, quoted

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part
    from docx.opc.rel import Relationships

# The first date that a zip can hold: the file tells nothing of when and where it was written.
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_EXTERNAL: Final = ' TargetMode="External"'


def open_template() -> Document:
    """Open the empty document that has our page, styles, header and footer."""
    from docx import Document

    return Document(str(resources("export") / "docx-template.docx"))


def add_part(source: Part | OpcPackage, name: str, content: str | bytes, kind: str, role: str) -> Part:
    """Add a part of a content type, to which another part, or the package itself, relates in this role."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    blob = content.encode() if isinstance(content, str) else content
    part = Part(PackURI(f"/{name}"), kind, blob)
    source.relate_to(part, role)
    return part


def link(source: Part, addresses: dict[str, str]) -> None:
    """Relate a part to addresses of the web, each under its name."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for address, name in addresses.items():
        source.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)


def inserted(part: Part, before: bytes, content: str) -> bytes:
    """Return what the part holds with content put in before its last `before`.

    Text into text: ten thousand notes never become a tree, and none costs more than the first.
    """
    head, found, tail = part.blob.rpartition(before)
    return head + content.encode() + found + tail


def to_bytes(package: OpcPackage, replaced: dict[str, bytes]) -> bytes:
    """Write a package, some parts with other content: members sorted and undated, so always the same."""
    members = _members(package) | replaced
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name in sorted(members):
            member = ZipInfo(name, _NO_DATE)
            member.create_system = 0  # else the platform's own
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, members[name])
    return written.getvalue()


def _members(package: OpcPackage) -> dict[str, bytes]:
    parts = list(package.iter_parts())
    members = {part.partname.membername: part.blob for part in parts}
    members |= {part.partname.rels_uri.membername: _relationships(part.rels) for part in parts if part.rels}
    members["_rels/.rels"] = _relationships(package.rels)
    members["[Content_Types].xml"] = _content_types(parts)
    return members


def _content_types(parts: list[Part]) -> bytes:
    listed = sorted((str(part.partname), part.content_type) for part in parts)
    overrides = "".join(
        f"<Override PartName={quoted(name)} ContentType={quoted(kind)}/>"
        for name, kind in listed
        if kind != "application/xml"
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relationships(found: Relationships) -> bytes:
    listed = "".join(
        f"<Relationship Id={quoted(relation.rId)} Type={quoted(relation.reltype)} "
        f"Target={quoted(relation.target_ref)}{_EXTERNAL if relation.is_external else ''}/>"
        for relation in found.values()
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'.encode()
