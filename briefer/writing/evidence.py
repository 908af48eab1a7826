"""What a brief says and what it rests on, in a form that travels inside the exported file.

The digest over it is printed in the brief's last paragraph. It is the SHA-256 of the evidence's JSON,
so that anyone can compute it from the attachment without this program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from briefer.writing.brief import (
    Brief,
    EvidenceNote,
    EvidencePassage,
    EvidenceSource,
    Inlines,
    Paragraph,
    Quoted,
    Run,
    Table,
    printed_body,
    printed_notes,
)
from briefer.writing.safe_xml import parse_xml
from briefer.writing.strict_forms import StrictFormError, from_element, from_plain, to_markup, to_plain

NAMESPACE: Final = "urn:briefer:evidence:1"
FORMAT: Final = "briefer evidence 1"
"""Becomes 2 with the first change of the fields after a release: nothing was released so far, so the one
form that is read is the one that is written, and no file can claim to be of an older one."""
DRAFT: Final = "DRAFT"
"""What the banner of a draft ends with."""
DIGEST_LEAD: Final = "Evidence digest (SHA-256): "


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that is printed but the digest, and the sources and passages behind it.

    `links` are the web addresses that words lead to, in the order of the body, then of the notes.
    """

    format: str
    title: str
    author: str
    subject: str
    language: str
    created: str
    banner: str
    parts: tuple[str, ...]
    body: tuple[str, ...]
    notes: tuple[str, ...]
    links: tuple[str, ...]
    sources: tuple[EvidenceSource, ...]
    passages: tuple[EvidencePassage, ...]
    cited: tuple[EvidenceNote, ...]
    quoted: tuple[Quoted, ...]


def evidence(brief: Brief) -> Evidence:
    """Gather the evidence of a brief, sealed or not yet."""
    body = tuple(printed_body(brief))
    if body and body[-1].startswith(DIGEST_LEAD):
        body = body[:-1]
    return Evidence(
        FORMAT,
        brief.title,
        brief.author,
        brief.subject,
        brief.language,
        brief.created,
        brief.banner,
        brief.parts,
        body,
        tuple(printed_notes(brief)),
        tuple(_links(brief)),
        brief.sources,
        brief.passages,
        brief.cited,
        brief.quoted,
    )


def seal(brief: Brief) -> Brief:
    """Add the last paragraph, which gives the digest of all that stands before it."""
    line = Run(DIGEST_LEAD + digest(evidence(brief)))
    return replace(brief, blocks=(*brief.blocks, Paragraph("small", (line,))))


def digest(found: Evidence) -> str:
    """Return the SHA-256 of the evidence's JSON, as 64 hex digits."""
    return sha256(to_json(found)).hexdigest()


def _links(brief: Brief) -> Iterator[str]:
    for block in brief.blocks:
        match block:
            case Paragraph():
                yield from _addresses(block.inlines)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from _addresses(cell)
    for note in brief.notes:
        yield from _addresses(note.inlines)


def _addresses(inlines: Inlines) -> Iterator[str]:
    for part in inlines:
        if isinstance(part, Run) and part.link and not part.link.startswith("#"):
            yield part.link


def to_json(found: Evidence) -> bytes:
    """Return the evidence as JSON in UTF-8: compact, keys in order, one form for one evidence."""
    return json.dumps(to_plain(found), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def from_json(attached: bytes) -> Evidence:
    """Read evidence back; raises StrictFormError for anything that `to_json` would not have written."""
    try:
        found = _checked(from_plain(Evidence, json.loads(attached)))
    except (ValueError, RecursionError):
        raise StrictFormError("JSON") from None
    if to_json(found) != attached:
        raise StrictFormError("JSON")
    return found


def to_xml(found: Evidence) -> bytes:
    """Return the evidence as XML in UTF-8, each quotation the text of one element."""
    root = f'<?xml version="1.0" encoding="UTF-8"?>\n<evidence xmlns="{NAMESPACE}">'
    return f"{root}{to_markup(found)}</evidence>".encode()


def from_xml(part: bytes) -> Evidence:
    """Read evidence back; raises StrictFormError or UnsafeXmlError."""
    root = parse_xml(part, "evidence")
    if root.tag != f"{{{NAMESPACE}}}evidence" or root.attrib:
        raise StrictFormError("evidence")
    return _checked(from_element(Evidence, root))


def _checked(found: Evidence) -> Evidence:
    if found.format != FORMAT:
        raise StrictFormError("format")
    return found
