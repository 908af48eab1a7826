"""A file is what its bytes are, then what its name says."""

from __future__ import annotations

import pytest

from briefer.errors import BrieferError
from briefer.reading.kinds import kind_of

MAIL = b"Received: from x\r\nFrom: Ada\r\n <a@example.org>\r\nDate: today\r\nSubject: The dam\r\n\r\nIt held."


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", b"PK\x03\x04", "package"),
        ("a.txt", b"PK\x03\x04", "package"),
        ("a.pdf", b"junk before %PDF-1.7", "pdf"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.txt", b"They begin with %PDF-1.7.", "text"),
        ("a.md", b"# It held.", "markdown"),
        ("a.txt", b"From: Ada\nSubject: x\n\nIt held.", "text"),
        ("a.txt", b"It held.", "text"),
        ("README", b"It held.", "text"),
        ("message", MAIL, "mail"),
        ("a.eml", b"It held.", "mail"),
        ("a.mht", b"It held.", "mail"),
        ("a.txt", MAIL, "text"),
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.htm", b"It held.", "web"),
        ("a.php", b"<?xml version='1.0'?> <!-- <p> --> <!DOCTYPE HTML><p>", "web"),
        ("a.txt", b"<html>", "web"),
        ("a.txt", b"<p>It held.</p>", "text"),
    ],
)
def test_a_file_is_what_its_bytes_are(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word", "is in an old form of Office; save it as .docx or .pdf"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        (b"\x89PNG\r\n\x1a\n", "is a picture, which holds no text"),
        (b"\xff\xd8\xff\xe0", "is a picture, which holds no text"),
        (b"anything", "is of a kind that is not read yet; save it as .txt"),
    ],
)
def test_what_is_not_read_is_said_for_what_it_is(data: bytes, sentence: str) -> None:
    with pytest.raises(BrieferError, match=f"“a.doc” .*{sentence}"):
        kind_of("a.doc", data)


def test_a_thousand_comments_before_a_text_cost_nothing() -> None:
    assert kind_of("notes.txt", b"<!---->" * 2000 + b"x") == "text"
    assert kind_of("notes.txt", b"<?xml version='1.0'?> <!-- a --> <HTML lang='en'>") == "web"
