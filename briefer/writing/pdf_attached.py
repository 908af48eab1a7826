"""What travels in a PDF: the evidence as JSON and, where it is wanted, the files of the cited sources."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from briefer.writing.brief import Brief
from briefer.writing.evidence import evidence, to_json
from briefer.writing.pdf_objects import Entries, Objects, Reference, Text

EVIDENCE: Final = "evidence.json"
_ABOUT_EVIDENCE: Final = "What the brief says, and the passages it rests on with offsets and hashes"


def attach(objects: Objects, brief: Brief) -> dict[str, Reference]:
    """Attach what a brief carries and give it by name; that of a source's file is its SHA-256."""
    attached = {}
    if brief.embedded:
        attached[EVIDENCE] = _file(objects, EVIDENCE, to_json(evidence(brief)), _ABOUT_EVIDENCE)
    labels = {source.sha256: source.label for source in reversed(brief.sources)}
    for content in brief.files:
        name = sha256(content).hexdigest()
        about = f"The file of source {labels[name]}; its name is its SHA-256"
        attached[name] = _file(objects, name, content, about)
    return attached


def _file(objects: Objects, name: str, content: bytes, about: str) -> Reference:
    """Attach a file with its media type, and what it is to the document (ISO 32000-2, 14.13)."""
    kind, relation = ("json", "Data") if name == EVIDENCE else ("octet-stream", "Source")
    entries: Entries = {
        "Type": "/EmbeddedFile",
        "Subtype": f"/application#2F{kind}",
        "Params": {"Size": len(content)},
    }
    held = objects.stream(content, entries)
    specification: Entries = {
        "Type": "/Filespec",
        "F": Text(name),
        "UF": Text(name),
        "EF": {"F": held, "UF": held},
        "AFRelationship": f"/{relation}",
        "Desc": Text(about),
    }
    return objects.refer(specification)
