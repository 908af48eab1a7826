"""A message is read for its body; its header is the reference, its files are offered one by one."""

from __future__ import annotations

from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.reading import child
from briefer.reading.mail import attached, read
from briefer.reading.open import attachments, read_bytes
from briefer.reading.reading import Extract, Found


def a_message(words: str = "It held.\n") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "The dam", "Yōko Kamikawa <yoko@example.org>"
    message["Date"] = "Sun, 28 Jul 2024 23:30:00 +0900"
    message.set_content(words)
    return message


def extract(message: EmailMessage | bytes, *, whole: bool = False) -> Extract:
    return read("a.eml", message if isinstance(message, bytes) else bytes(message), whole=whole)


def test_the_header_is_the_reference() -> None:
    message = a_message()
    message["Content-Language"] = "en"
    found = read_bytes("a.eml", bytes(message))
    assert (found.text, found.format) == ("It held.", "E-mail message")
    assert found.reference == {
        "title": Found("The dam", "Subject"),
        "author": Found("Yōko Kamikawa <yoko@example.org>", "From"),
        "published": Found("2024-07-28", "Date"),
        "language": Found("en", "Content-Language"),
    }


def test_a_message_without_a_name_is_known_by_its_header() -> None:
    assert read_bytes("message", b"Received: x\r\n" + bytes(a_message())).format == "E-mail message"


def test_plain_text_goes_before_a_page_and_a_page_is_read_whole() -> None:
    both = a_message()
    both.add_alternative("<nav>Menu</nav><p>It fell.</p>", subtype="html")
    assert extract(both).text == "It held."
    page = a_message()
    page.set_content("<nav>Menu</nav><p>It fell.</p>", subtype="html")
    assert extract(page).text == "Menu\n\nIt fell."


def test_lines_that_a_program_broke_are_joined() -> None:
    header = b"Subject: x\nContent-Type: text/plain; format=flowed\n\n"
    data = header + b"It held \nand  \n held.\n> Did \n> it?\n-- \nAda\n"
    assert extract(data).text == "It held and  held.\n> Did \n> it?\n-- \nAda"


def test_a_header_may_lie_about_its_encoding() -> None:
    data = (
        b"Subject: =?no-such?B?SXQ=?= held\nFrom: =?gb2312?B?1cU=?=\n <a@example.org>\nDate: never\n\nIt.\n"
    )
    found = extract(data).reference
    assert found["title"].value == "It held"
    assert "published" not in found
    assert found["author"].value == "张 <a@example.org>"
    assert extract(b"Subject: =?utf-8?b?abcde?=\n\nIt.").reference["title"].value == "=?utf-8?b?abcde?="


@pytest.mark.parametrize("charset", ["euc-kr", "utf-8", "no-such", "utf-16"])
def test_a_body_may_lie_about_its_encoding(charset: str) -> None:
    words = "본문 바로가기, 미국과 일본은 28일 도쿄에서 회담을 열었다."
    header = (
        f"Subject: x\nContent-Type: text/plain; charset*=''{charset}\nContent-Transfer-Encoding: 8bit\n\n"
    )
    assert extract(header.encode() + words.encode("cp949" if charset == "euc-kr" else "utf-8")).text == words


def test_attached_files_are_counted_and_offered_by_a_plain_name(tmp_path: Path) -> None:
    message = a_message()
    message.add_attachment(
        b"%PDF-", maintype="application", subtype="pdf", filename="../../etc/\u202edam.pdf"
    )
    message.add_attachment("It fell.", filename="note.txt")
    message.add_attachment(b"x", maintype="application", subtype="octet-stream")
    message.add_attachment(a_message("Inside."))
    assert extract(message).remarks == ("4 attached files were not read with it.",)
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(message))
    found = attachments(path)
    assert [name for name, _ in found] == ["etc-dam.pdf", "note.txt", "attachment 3", "The dam.eml"]
    assert [body for _, body in found][:3] == [b"%PDF-", b"It fell.\n", b"x"]
    assert read_bytes(*found[3]).text == "Inside."


def test_one_attached_file_is_not_several() -> None:
    message = a_message()
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    assert extract(message).remarks == ("1 attached file was not read with it.",)


def test_a_message_that_only_carries_files_says_so() -> None:
    message = a_message(" ")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(BrieferError, match="“a.eml” has no words of its own; add the files attached to it"):
        extract(message)
    assert extract(b"Subject: x\nContent-Type: image/png\n\n").text == ""


def test_an_attached_message_may_be_empty() -> None:
    header = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    data = header + b"--b\nContent-Type: message/rfc822\n\n--b--\n"
    assert [name for name, _ in attached("a.eml", data)] == ["eml"]
    lying = data.replace(b"message/rfc822", b"message/rfc822\nContent-Transfer-Encoding: base64")
    assert len(list(attached("a.eml", lying))) == 1


def test_what_is_no_message_is_refused() -> None:
    with pytest.raises(BrieferError, match="“a.eml” is no message, whatever its name says"):
        extract(b"\nIt held.")


def test_messages_within_messages_without_end_are_refused() -> None:
    data = b"Subject: x\n\nIt held."
    for _ in range(40):
        data = b"Subject: x\nContent-Type: message/rfc822\n\n" + data
    with pytest.raises(BrieferError, match="messages within messages without end"):
        extract(data)
    with pytest.raises(BrieferError, match="without end|nested deeper"):
        read_bytes("a.eml", b"Content-Type: message/rfc822\n\n" * 20_000)
    with pytest.raises(BrieferError, match="without end|nested deeper"):
        child.attached("a.eml", b"Content-Type: message/rfc822\n\n" * 20_000)


PAGE = "<p>본문</p><nav><p>Menu</p></nav>"


def an_archive(header: str = "Snapshot-Content-Location: https://example.org/dam\n", part: str = "") -> bytes:
    return (
        f"From: <Saved by Blink>\nSubject: The dam\nDate: Mon, 29 Jul 2024 08:00:00 -0000\n{header}"
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
        f"--b\nContent-Type: text/html; charset=euc-kr\n{part}Content-Transfer-Encoding: base64\n\n"
        f"{b64encode(PAGE.encode('cp949')).decode()}\n--b\nContent-Type: image/png\n\nx\n--b--\n"
    ).encode()  # fmt: skip


@pytest.mark.parametrize(
    "archive", [an_archive(), an_archive("", "Content-Location: https://example.org/dam\n")]
)
def test_a_web_archive_is_read_as_its_page(archive: bytes) -> None:
    found = read_bytes("a.mhtml", archive)
    assert (found.text, found.encoding, found.format) == ("본문", "EUC-KR", "Web archive")
    assert read_bytes("a.mht", archive, whole=True).text == "본문\n\nMenu"
    assert found.reference == {
        "url": Found("https://example.org/dam", "the address it was saved from"),
        "title": Found("The dam", "Subject of the archive"),
    }
    assert found.suggested == {"accessed": Found("2024-07-29", "the day it was saved")}


def test_a_message_that_shows_pictures_in_a_page_is_no_archive() -> None:
    assert extract(an_archive("")).format == "E-mail message"


def test_a_day_in_a_zone_that_no_clock_has_is_no_day() -> None:
    said = read(
        "a.eml",
        b"Subject: The dam\nDate: Sun, 28 Jul 2024 23:30:00 +999999999999999\n\nIt held.\n",
        whole=False,
    )
    assert said.text.strip() == "It held."
    assert "published" not in said.reference
