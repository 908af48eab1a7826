"""What a PDF says of itself: its properties, in the old form and as XMP. No conformance is claimed."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFString

from briefer.writing.brief import Brief
from briefer.writing.pdf_objects import Objects

_MAKER = "briefer"
_DEFAULT = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'


def properties(brief: Brief) -> PDFDictionary:
    """Give the dictionary of properties; what the brief leaves open is left out."""
    said = {
        "Title": brief.title,
        "Author": brief.author,
        "Subject": brief.subject,
        "Creator": _MAKER,
        "Producer": _MAKER,
        "CreationDate": _date(brief.created),
        "ModDate": _date(brief.created),
    }
    return PDFDictionary({name: PDFString(words) for name, words in said.items() if words})


def metadata(objects: Objects, brief: Brief) -> PDFObjectReference:
    """Add the same as XMP, uncompressed, as its standard asks."""
    said = [
        ("dc:title", _DEFAULT, brief.title),
        ("dc:creator", "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>", brief.author),
        ("dc:description", _DEFAULT, brief.subject),
        ("dc:language", "<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag>", brief.language),
        ("xmp:CreateDate", "{}", brief.created if _date(brief.created) else ""),
        ("xmp:ModifyDate", "{}", brief.created if _date(brief.created) else ""),
        ("xmp:CreatorTool", "{}", _MAKER),
        ("pdf:Producer", "{}", _MAKER),
    ]
    words = "\n".join(f"<{name}>{form.format(escape(value))}</{name}>" for name, form, value in said if value)
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
{words}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    return objects.stream(packet.encode(), {"Type": "/Metadata", "Subtype": "/XML"}, compressed=False)


def _date(created: str) -> str:
    """Write a date of ISO 8601 as PDF does (ISO 32000-1, 7.9.4); nothing for no date."""
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", created)
    return "D:" + "".join(part for part in found.groups() if part) if found else ""
