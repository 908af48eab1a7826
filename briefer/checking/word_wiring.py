"""How the parts of a Word file hang together: what was read must be what an office program shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.printed import Aside
from briefer.checking.word_parts import Parts

DOCUMENT: Final = "word/document.xml"
FOOTNOTES: Final = "word/footnotes.xml"

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_METADATA: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_MICROSOFT: Final = "http://schemas.microsoft.com/office/"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SAID: Final = {"Id", "Type", "Target"}
_HYPERLINK: Final = f"{_OFFICE}hyperlink"
_OF_THE_PACKAGE: Final = {
    f"{_OFFICE}officeDocument": re.escape(DOCUMENT),
    f"{_METADATA}core-properties": r"docProps/core\.xml",
    f"{_OFFICE}extended-properties": r"docProps/app\.xml",
    f"{_OFFICE}custom-properties": r"docProps/custom\.xml",
    f"{_MICROSOFT}2020/02/relationships/classificationlabels": r"docMetadata/LabelInfo\.xml",
}
_OF_THE_DOCUMENT: Final = {
    f"{_OFFICE}footnotes": re.escape(FOOTNOTES),
    f"{_OFFICE}theme": r"word/(?:theme/)?theme1\.xml",
    f"{_OFFICE}header": r"word/header\d*\.xml",
    f"{_OFFICE}footer": r"word/footer\d*\.xml",
    f"{_OFFICE}customXml": r"customXml/item\d+\.xml",
    f"{_MICROSOFT}2007/relationships/stylesWithEffects": r"word/stylesWithEffects\.xml",
} | {
    f"{_OFFICE}{name}": rf"word/{name}\.xml"
    for name in ("styles", "settings", "webSettings", "fontTable", "numbering", "endnotes")
}
_OF_EVIDENCE: Final = {f"{_OFFICE}customXmlProps": r"customXml/itemProps\d+\.xml"}
"""What parts may be to the package, the document and a part of custom XML, and what they are named then."""


def wiring(parts: Parts) -> Iterator[Aside]:
    """Yield the parts that are not what their name says, and relations that none of ours has."""
    for source, roles in (("", _OF_THE_PACKAGE), (DOCUMENT, _OF_THE_DOCUMENT)):
        for role, name in roles.items():
            found = [target(source, each) for each in relations(parts, source) if each.get("Type") == role]
            promised = [part for part in parts.content if re.fullmatch(name, part)]
            where = f"the package’s {role.rpartition('/')[2]}"
            yield Aside(where, ", ".join(sorted(found)), ", ".join(sorted(promised)))
    known = {"": _OF_THE_PACKAGE, DOCUMENT: _OF_THE_DOCUMENT}
    for name in sorted(name for name in parts.content if name.endswith(".rels")):
        source = name.replace("_rels/", "").removesuffix(".rels")
        roles = known.get(source, _OF_EVIDENCE if source.startswith("customXml/") else {})
        ids = set[str]()
        if parts.root(name).tag != f"{_RELATION}s":
            yield Aside(f"the parts of {name}", "(relations of another kind)", "")
        for relation in parts.root(name):
            if relation.get("Id", "") in ids or not _is_ours(relation, source, roles):
                yield Aside(f"the parts of {name}", f"(a relation to {relation.get('Target', '')})", "")
            ids.add(relation.get("Id", ""))


def _is_ours(relation: Element, source: str, roles: dict[str, str]) -> bool:
    role = relation.get("Type", "")
    if relation.tag != _RELATION or relation.attrib.keys() - {"TargetMode"} != _SAID or len(relation):
        return False
    if relation.get("TargetMode") == "External":
        return role == _HYPERLINK
    return role in roles and re.fullmatch(roles[role], target(source, relation)) is not None


def relations(parts: Parts, name: str) -> list[Element]:
    """Return the relations of a part, or for an empty name of the package."""
    folder, _, file = name.rpartition("/")
    path = f"{folder}/_rels/{file}.rels".lstrip("/")
    return list(parts.root(path)) if path in parts else []


def target(source: str, relation: Element) -> str:
    """Return the name of the part that a relation of another leads to, from whose folder it is told."""
    return normpath(join("/", dirname(source), relation.get("Target", ""))).lstrip("/")
