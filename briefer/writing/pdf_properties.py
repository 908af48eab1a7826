"""What a PDF says of itself: its properties, in the old form and as XMP. No conformance is claimed.

Writer and verifier share it.
"""

from __future__ import annotations

import re
from typing import Final, Protocol
from xml.sax.saxutils import escape

MAKER: Final = "briefer"
_DEFAULT = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'


class Described(Protocol):
    """What has a title, an author, a subject, a language (BCP 47) and a date (ISO 8601)."""

    @property
    def title(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def created(self) -> str: ...


def properties(brief: Described) -> dict[str, str]:
    """Give the properties by name; what the brief leaves open is left out."""
    said = {
        "Title": brief.title,
        "Author": brief.author,
        "Subject": brief.subject,
        "Creator": MAKER,
        "Producer": MAKER,
        "CreationDate": _date(brief.created),
        "ModDate": _date(brief.created),
    }
    return {name: words for name, words in said.items() if words}


def packet(brief: Described) -> str:
    """Give the same as XMP."""
    date = brief.created if _date(brief.created) else ""
    said = [
        ("dc:title", _DEFAULT, brief.title),
        ("dc:creator", "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>", brief.author),
        ("dc:description", _DEFAULT, brief.subject),
        ("dc:language", "<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag>", brief.language),
        ("xmp:CreateDate", "{}", date),
        ("xmp:ModifyDate", "{}", date),
        ("xmp:CreatorTool", "{}", MAKER),
        ("pdf:Producer", "{}", MAKER),
    ]
    words = "\n".join(f"<{name}>{form.format(escape(value))}</{name}>" for name, form, value in said if value)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
{words}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _date(created: str) -> str:
    """Write a date of ISO 8601 as PDF does (ISO 32000-1, 7.9.4); nothing for no date."""
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", created)
    return "D:" + "".join(part for part in found.groups() if part) if found else ""
