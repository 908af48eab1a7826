"""Files made to harm whoever reads them, by name; each asks for its own outrage."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf

from tests.reading.packages import a_paragraph, a_word, an_odt, packed
from tests.reading.pdfs import a_pdf, lines

SPACES = '<text:s text:c="99999999"/>'
LOCAL, REMOTE = "file:///etc/whoever-reads-this", "http://127.0.0.1:9/x"


def hostile() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    yield from _packages()
    yield from _pages()
    yield "deep.eml", b"Content-Type: message/rfc822\n\n" * 100_000
    yield "parts.eml", b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\n" * 100_000
    yield "header.eml", b"Subject: " + b"=?utf-8?B?YQ==?= " * 100_000 + b"\n\nIt held."
    yield "deep.rtf", b"{\\rtf1" + b"{\\b " * 500_000
    yield "bin.rtf", b"{\\rtf1 \\bin9999999999 It held.}"
    yield "unicode.rtf", b"{\\rtf1 \\uc999999999 \\u65 It held. \\u-99999 x}"
    fetched = b"{\\field{\\*\\fldinst INCLUDETEXT %s}}" % REMOTE.encode()
    yield "object.rtf", b"{\\rtf1 {\\object\\objautlink{\\*\\objdata 0105}}" + fetched + b"It held.}"
    yield from _pdfs()
    yield "\u202efdp.txt.exe", b"MZ" + bytes(1000)


def _packages() -> Iterator[tuple[str, bytes]]:
    held = a_paragraph("It held.")
    yield "bomb.docx", a_word(a_paragraph("a" * 60_000_000))
    yield "bomb.odt", an_odt(f"<text:p>{SPACES * 100_000}</text:p>")
    yield "many.docx", packed({f"{number}.xml": b"" for number in range(30_000)})
    yield "deep.docx", a_word("<w:tbl><w:tr><w:tc>" * 60 + held + "</w:tc></w:tr></w:tbl>" * 60)
    yield "wide.docx", a_word(held * 100_000)
    for name, declaration in (
        ("local", f'<!DOCTYPE d [<!ENTITY x SYSTEM "{LOCAL}">]>'),
        ("remote", f'<!DOCTYPE d SYSTEM "{REMOTE}">'),
        ("laughs", "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
            f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else '&a;' * 10}'>" for n in range(12)
        ) + "]>"),
    ):  # fmt: skip
        document = f"{declaration}<document>&a11;&x;</document>"
        relations = '<r><a Type="/officeDocument" Target="w.xml"/></r>'
        yield f"{name}.docx", packed({"_rels/.rels": relations, "w.xml": document})
        odt = an_odt("").replace(b"content.xml", b"contend.xml")
        file = BytesIO(odt)
        with ZipFile(file, "a", ZIP_DEFLATED) as package:
            package.writestr("content.xml", document)
        yield f"{name}.odt", file.getvalue()
    outside = packed({
        "_rels/.rels": '<r><a Type="/officeDocument" Target="../../../etc/passwd"/></r>',
        "../../../etc/passwd": "<document/>",
    })  # fmt: skip
    yield "outside.docx", outside
    yield "linked.docx", a_word(f'<w:p><w:r><w:drawing link="{REMOTE}"/><w:t>It held.</w:t></w:r></w:p>')


def _pages() -> Iterator[tuple[str, bytes]]:
    yield "deep.html", b"<div>" * 1_000_000
    yield "unclosed.html", b"<table><tr><td><p><b>" * 50_000
    yield "wide.html", b"<p>a" * 500_000
    yield "attributes.html", b"<p " + b"a=b " * 1_000_000 + b">It held."
    yield "comment.html", b"<html><!--" + b"-" * 5_000_000
    yield "space.html", b"<html><p>a" + b" " * 20_000_000 + b"b"
    yield "ld.html", b'<html><script type="application/ld+json">' + b"[" * 1_000_000 + b"</script><p>It held."
    remote = REMOTE.encode()
    yield (
        "remote.html",
        (
            b"<html><head><base href='%s'><link rel=stylesheet href='%s'>"
            b"<meta http-equiv=refresh content='0;%s'></head><body><img src='%s'><iframe src='%s'></iframe>"
            b"<object data='%s'></object><p>It held." % ((remote,) * 6)
        ),
    )
    yield "charset.html", b"<meta charset=unicode_escape><p>\\x41 It held."
    yield (
        "declared.mht",
        b"Content-Location: %s\nContent-Type: text/html; charset=zlib_codec\n\n<p>It held." % remote,
    )


def _pdfs() -> Iterator[tuple[str, bytes]]:
    yield "cut.pdf", a_pdf(lines(["It held."]))[:300]
    yield "many.pdf", b"%PDF-1.7\n" + b"1 0 obj<</Type/Page/Kids[1 0 R]>>endobj\n" * 100_000
    with pikepdf.open(BytesIO(a_pdf(lines(["It held."])))) as pdf:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        yield "loop.pdf", _saved(pdf)
    with pikepdf.open(BytesIO(a_pdf(lines(["It held."])))) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=REMOTE)
        yield "action.pdf", _saved(pdf)
    with pikepdf.open(BytesIO(a_pdf(lines(["It held."])))) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b"BT /F1 9 Tf (a) Tj ET " * 500_000)
        yield "stream.pdf", _saved(pdf)
    with pikepdf.open(BytesIO(a_pdf(lines(["It held."])))) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b"q " * 10_000_000)
        yield "stack.pdf", _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
