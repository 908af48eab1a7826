"""A message is read for its body; its header is the reference, its files are offered one by one."""

from __future__ import annotations

from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.reading import child
from briefer.reading.mail import read
from briefer.reading.mail_attached import attached
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


def test_a_message_that_begins_with_a_byte_order_mark_is_one() -> None:
    assert read_bytes("a.eml", b"\xef\xbb\xbf" + bytes(a_message())).text == "It held."


def test_plain_text_goes_before_a_page_and_a_page_is_read_whole() -> None:
    both = a_message()
    both.add_alternative("<nav>Menu</nav><p>It fell.</p>", subtype="html")
    assert extract(both).text == "It held."
    page = a_message()
    page.set_content("<nav>Menu</nav><p>It fell.</p>", subtype="html")
    assert extract(page).text == "Menu\n\nIt fell."


def parted(kind: str, *parts: str) -> str:
    lines = [f"--{kind}\n{part}\n" for part in parts]
    return f"Content-Type: multipart/{kind}; boundary={kind}\n\n{''.join(lines)}--{kind}--\n"


def of_kind(kind: str, words: str) -> str:
    return f"Content-Type: {kind}\n\n{words}\n"


PLAIN, PAGE_TOO = of_kind("text/plain", "It held."), of_kind("text/html", "<p>It held.<p>It fell.")
STUB, LETTER = of_kind("text/plain", "Look at the page."), " ".join(["The dam in Tokyo held."] * 10)
FOOTER = of_kind("text/plain; format=flowed", "Sent to \nall.")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (parted("mixed", PLAIN, of_kind("image/png; name=a.png", "x"), FOOTER), "It held.\n\nSent to all."),
        (parted("mixed", PAGE_TOO, FOOTER), "It held.\n\nIt fell.\n\nSent to all."),
        (parted("mixed", parted("alternative", PLAIN, PAGE_TOO), FOOTER), "It held.\n\nSent to all."),
        (parted("alternative", PLAIN, parted("mixed", PAGE_TOO, FOOTER)), "It held."),
        (parted("alternative", of_kind("text/plain", " "), PAGE_TOO), "It held.\n\nIt fell."),
        (parted("alternative", STUB, of_kind("text/html", f"<p>{LETTER}")), LETTER),
        (
            parted("alternative", of_kind("text/plain", LETTER), of_kind("text/html", f"<p>{LETTER * 9}")),
            LETTER,
        ),
        (parted("alternative", STUB, of_kind("text/html", "<div>" * 9999)), "Look at the page."),
        (parted("alternative", of_kind("text/calendar", "BEGIN")), ""),
        (parted("related", parted("alternative", PLAIN, PAGE_TOO), FOOTER), "It held."),
        (parted("signed", FOOTER, of_kind("application/pgp-signature", "x")), "Sent to all."),
    ],
)
def test_all_parts_that_are_shown_are_read_in_their_order(body: str, words: str) -> None:
    assert extract(f"Subject: x\n{body}".encode()).text == words


def test_a_text_with_a_name_after_the_words_is_a_file() -> None:
    named = 'text/plain; name="note.txt"'
    data = f"Subject: x\n{parted('mixed', of_kind(named, 'It held.'), of_kind(named, 'It fell.'))}".encode()
    assert (extract(data).text, extract(data).attached) == ("It held.", 1)
    assert listed(data) == [("note.txt", "", False)]


def test_how_sure_the_words_are_is_said_of_all_parts() -> None:
    parts = (of_kind("text/plain", "caf\xe9"), of_kind("text/plain", "\xef\xbb\xbfIt \xff held."))
    found = extract(f"Subject: x\n{parted('mixed', *parts)}".encode("latin-1"))
    assert (found.text, found.guessed, found.replaced) == ("café\n\nIt \ufffd held.", True, 1)


def test_lines_that_a_program_broke_are_joined() -> None:
    header = b"Subject: x\nContent-Type: text/plain; format=flowed\n\n"
    data = header + b"It held \nand  \n held.\n> Did \n> it?\n-- \nAda\n"
    assert extract(data).text == "It held and  held.\n> Did \n> it?\n-- \nAda"
    together = data.replace(b"flowed", b"flowed; DelSp=yes")
    assert extract(together).text == "It heldand held.\n> Did \n> it?\n-- \nAda"


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
    assert (extract(message).attached, extract(message).more) == (4, "attached")
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(message))
    found = attachments(path).files
    assert [file.name for file in found] == ["etc-dam.pdf", "note.txt", "attachment 3", "The dam.eml"]
    assert [file.data for file in found][:3] == [b"%PDF-", b"It fell.\n", b"x"]
    assert read_bytes(found[3].name, found[3].data).text == "Inside."


def with_file(message: EmailMessage, name: str = "note.txt") -> EmailMessage:
    message.add_attachment("It fell.", filename=name)
    return message


def inside(message: EmailMessage, subject: str = "Fwd") -> EmailMessage:
    around = a_message()
    del around["Subject"]
    around["Subject"] = subject
    around.add_attachment(message)
    return around


def listed(message: EmailMessage | bytes) -> list[tuple[str, str, bool]]:
    files = attached("a.eml", message if isinstance(message, bytes) else bytes(message)).files
    return [(file.name, file.inside, file.listed) for file in files]


def test_what_is_attached_to_an_attached_message_is_counted_and_offered_too() -> None:
    message = with_file(inside(inside(with_file(a_message())), "Re"), "last.txt")
    assert listed(message) == [
        ("Fwd.eml", "", True),
        ("The dam.eml", "Fwd.eml", True),
        ("note.txt", "The dam.eml", False),
        ("last.txt", "", False),
    ]
    assert extract(message).attached == 4


def test_parts_within_parts_are_looked_through() -> None:
    message = a_message()
    message.add_related(b"x", maintype="image", subtype="png", filename="dam.png")
    message.add_alternative("<p>It held.</p>", subtype="html")
    assert listed(with_file(message)) == [("dam.png", "", False), ("note.txt", "", False)]
    digest = b"--b\n\nSubject: One\n\nIt held.\n--b\n\nSubject: Two\n\nIt fell.\n--b--\n"
    data = b"Subject: x\nContent-Type: multipart/digest; boundary=b\n\n" + digest
    assert listed(data) == [("One.eml", "", True), ("Two.eml", "", True)]


@pytest.mark.parametrize("kind", ["application/octet-stream; name=dam.eml", "message/rfc822", "text/plain"])
def test_a_message_is_known_whatever_it_is_said_to_be(kind: str) -> None:
    body = b"Received: x\n" + bytes(with_file(a_message()))
    encoded = (
        f"Subject: x\nContent-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: {kind}\n"
        "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n"
        f"{b64encode(body).decode()}\n--c--\n"
    ).encode()
    [(name, _, _), inner] = listed(encoded)
    assert name in {"dam.eml", "The dam.eml", "attachment 1.eml"}
    assert inner == ("note.txt", name, False)
    assert attached("a.eml", encoded).files[0].data == body


def test_what_only_is_called_a_message_is_a_file_alone() -> None:
    message = a_message()
    message.add_attachment(b"no header", maintype="application", subtype="octet-stream", filename="a.eml")
    message.add_attachment(an_archive(), maintype="application", subtype="octet-stream", filename="b.eml")
    assert listed(message) == [("a.eml", "", False), ("b.eml", "", False)]
    assert listed(an_archive()) == []


def test_messages_in_one_another_are_listed_to_a_depth_that_is_told() -> None:
    message = with_file(a_message())
    for number in range(12):
        message = inside(message, f"Fwd {number}")
    found = attached("a.eml", bytes(message))
    assert [file.name for file in found.files] == [f"Fwd {number}.eml" for number in range(10, 0, -1)]
    assert [file.listed for file in found.files] == [True] * 9 + [False]
    [remark] = found.remarks
    assert remark == (
        "“a.eml” holds messages within messages, 10 deep and more; what is attached to the innermost of them"
        " is not listed."
    )
    assert extract(message).attached == 10


def test_more_files_than_can_be_added_at_once_are_told() -> None:
    message = a_message()
    for number in range(203):
        message.add_attachment(str(number), filename=f"{number}.txt")
    found = attached("a.eml", bytes(message))
    assert [file.name for file in found.files] == [f"{number}.txt" for number in range(200)]
    assert found.remarks == (
        "“a.eml” came with 203 files, more than can be added at once; these are the first 200 of them.",
    )


def test_a_message_that_only_carries_files_says_so() -> None:
    message = a_message(" ")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(BrieferError, match="“a.eml” has no words of its own; add the files attached to it"):
        extract(message)
    assert extract(b"Subject: x\nContent-Type: image/png\n\n").text == ""


def test_an_attached_message_may_be_empty() -> None:
    header = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    data = header + b"--b\nContent-Type: message/rfc822\n\n--b--\n"
    assert listed(data) == [("attachment 1", "", False)]
    lying = data.replace(b"message/rfc822", b"message/rfc822\nContent-Transfer-Encoding: base64")
    assert len(listed(lying)) == 1


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
