"""What the document says of itself: title, author, language, dates, marking, and its evidence."""

from __future__ import annotations

import re
from typing import Final

from briefer.writing.brief import Brief
from briefer.writing.docx_words import word_language
from briefer.writing.docx_xml import DECLARATION, escape, quoted
from briefer.writing.evidence import NAMESPACE, Evidence, digest

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
# The format's own name for properties that an application adds.
_ADDED: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
# Names the evidence among the custom XML parts that a document may hold.
_STORE: Final = "{7B0C5B5E-2F0D-4C53-9D0B-5A3C1E6F2B10}"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def core_properties(brief: Brief) -> str:
    """Make the core properties; a brief without a full product date has no dates, rather than false ones."""
    named = {"title": brief.title, "subject": brief.subject, "creator": brief.author}
    words = "".join(f"<dc:{name}>{escape(words)}</dc:{name}>" for name, words in named.items() if words)
    day = _DAY.match(brief.created)
    dates = "".join(
        f'<dcterms:{event} xsi:type="dcterms:W3CDTF">{day.group()}T00:00:00Z</dcterms:{event}>'
        for event in ("created", "modified")
        if day is not None
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{words}<dc:language>{escape(word_language(brief.language))}</dc:language>{dates}</cp:coreProperties>"
    )


def custom_properties(found: Evidence) -> str:
    """Make the properties of our own: the marking, the form of the evidence and its digest."""
    added = {"Marking": found.banner, "BrieferFormat": found.format, "BrieferEvidenceDigest": digest(found)}
    listed = "".join(
        f'<property fmtid="{_ADDED}" pid="{number}" name={quoted(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(added.items(), start=2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{listed}</Properties>'
    )


def evidence_properties() -> str:
    """Name the custom XML part that holds the evidence, so that Word keeps it through its own saving."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{_OFFICE}/customXml">'
        f"<ds:schemaRefs><ds:schemaRef ds:uri={quoted(NAMESPACE)}/></ds:schemaRefs></ds:datastoreItem>"
    )
