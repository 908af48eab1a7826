"""Messages: the body, its header as reference, the attached files one by one; and web archives (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime
from itertools import islice
from typing import Any, Final, TypeAlias

from briefer.reading import web
from briefer.reading.decoding import codec_of, decoded
from briefer.reading.fields import Named, gathered
from briefer.reading.reading import Extract, UnreadableError
from briefer.wording.control import clean

_ARCHIVE: Final = "multipart/related"
_MOST_FILES: Final = 200
_DEEPEST: Final = 30
_NAME: Final = re.compile(r'[\\/:*?"<>|]+')
_LONGEST_NAME: Final = 120
_Part: TypeAlias = "Message[Any, Any]"


def read(file_name: str, data: bytes, *, whole: bool) -> Extract:
    """Read a message, or the page that a web archive holds; raises UnreadableError."""
    message = _parsed(file_name, data)
    page = _page_of_archive(message)
    if page is not None:
        return _archive(file_name, message, page, whole=whole)
    found = _body(file_name, message)
    count = sum(1 for _ in _files(message))
    remarks = [*found.remarks]
    if count and not found.text.strip():
        raise UnreadableError(f"“{file_name}” has no words of its own; add the files attached to it.")
    if count:
        remarks.append(f"{count} attached {'file was' if count == 1 else 'files were'} not read with it.")
    return Extract(
        "E-mail message",
        found.text.strip("\r\n"),
        found.encoding,
        found.guessed,
        replaced=found.replaced,
        reference=gathered(_named(message)),
        remarks=tuple(remarks),
        more="attached" if count else "",
    )


def attached(file_name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file attached to a message; raises UnreadableError."""
    message = _parsed(file_name, data)
    for number, part in enumerate(islice(_files(message), _MOST_FILES), 1):
        if part.get_content_type() == "message/rfc822":
            inner = _parts(part)
            body = inner[0].as_bytes() if inner else b""
            name = f"{_header(inner[0], 'Subject') if inner else ''}.eml"
        else:
            body, name = _bytes(part), _said(part.get_filename() or "")
        yield _plain(name) or f"attachment {number}", body


def _parsed(file_name: str, data: bytes) -> _Part:
    message: _Part = message_from_bytes(data, policy=policy.compat32)
    if not message.keys():
        raise UnreadableError(f"“{file_name}” is no message, whatever its name says; save it as text first.")
    level = [message]
    for _ in range(_DEEPEST):
        level = [part for each in level if each.is_multipart() for part in _parts(each)]
        if not level:
            return message
    raise UnreadableError(f"“{file_name}” holds messages within messages without end; get it from elsewhere.")


def _parts(message: _Part) -> list[_Part]:
    inner = message.get_payload()
    return [part for part in inner if isinstance(part, Message)] if isinstance(inner, list) else []


def _walk(message: _Part) -> Iterator[_Part]:
    """Yield the parts of a message, none of a message that is attached to it."""
    yield message
    if message.get_content_maintype() == "multipart":
        for part in _parts(message):
            yield from _walk(part)


def _is_file(part: _Part) -> bool:
    if part.get_content_maintype() == "multipart":
        return False
    if part.get_content_type() == "message/rfc822":
        return True
    return part.get_content_disposition() == "attachment" or (
        part.get_content_maintype() != "text" and bool(part.get_filename())
    )


def _files(message: _Part) -> Iterator[_Part]:
    return filter(_is_file, _walk(message))


def _body(file_name: str, message: _Part) -> Extract:
    """Read the first plain text, or else the first page in a message."""
    shown = [part for part in _walk(message) if not _is_file(part)]
    for part in (part for part in shown if part.get_content_type() == "text/plain"):
        found = decoded(file_name, _bytes(part), _charset(part))
        text = _flowing(found.text) if part.get_param("format", "") == "flowed" else found.text
        if text.strip():
            return Extract("", text, found.encoding, found.guessed, 0, found.replaced, remarks=found.remarks)
    for part in (part for part in shown if part.get_content_type() == "text/html"):
        return web.read(file_name, _bytes(part), whole=True, declared=_charset(part))
    return Extract("", "", "UTF-8")


def _flowing(text: str) -> str:
    """Join the lines of a paragraph that its writer's program broke (RFC 3676)."""
    lines: list[str] = []
    open_end = False
    for line in text.splitlines():
        stuffed = line.removeprefix(" ")
        if open_end and not stuffed.startswith(">"):
            lines[-1] += stuffed
        else:
            lines.append(stuffed)
        open_end = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)


def _page_of_archive(message: _Part) -> _Part | None:
    """Find the page of a web archive: its first, if its parts know where they came from."""
    if message.get_content_type() not in {_ARCHIVE, "text/html"}:
        return None
    pages = [part for part in _walk(message) if part.get_content_type() == "text/html"]
    archive = message.get("Snapshot-Content-Location") or (pages and pages[0].get("Content-Location"))
    return pages[0] if archive and pages else None


def _archive(file_name: str, message: _Part, page: _Part, *, whole: bool) -> Extract:
    found = web.read(file_name, _bytes(page), whole=whole, declared=_charset(page))
    address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    saved = gathered([
        ("url", address, "the address it was saved from"),
        ("title", _header(message, "Subject"), "Subject of the archive"),
    ])  # fmt: skip
    likely = gathered([("accessed", _day(message), "the day it was saved")])
    return Extract(
        "Web archive", found.text, found.encoding, found.guessed, 0, found.replaced,
        {**saved, **found.reference}, {**likely, **found.suggested}, remarks=found.remarks, more=found.more,
    )  # fmt: skip


def _named(message: _Part) -> Iterator[Named]:
    written, address = parseaddr(" ".join(str(message.get("From", "")).split()))
    name = _said(written)
    yield "title", _header(message, "Subject"), "Subject"
    yield "author", f"{name} <{address}>" if name and address else name or address, "From"
    yield "published", _day(message), "Date"
    yield "language", _header(message, "Content-Language"), "Content-Language"


def _day(message: _Part) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, OverflowError):
        return ""


def _header(message: _Part, name: str) -> str:
    return _said(str(message.get(name, "")))


def _said(value: str) -> str:
    """Give the words of a header, its encoded ones decoded; they may lie about their encoding."""
    try:
        parts = decode_header(" ".join(value.split()))
    except (HeaderParseError, ValueError):
        return value
    return "".join(
        part if isinstance(part, str) else part.decode(codec_of(charset or "") or "utf-8", "replace")
        for part, charset in parts
    )


def _bytes(part: _Part) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _charset(part: _Part) -> str:
    return collapse_rfc2231_value(part.get_param("charset", "") or "")


def _plain(name: str) -> str:
    """Make a name of a file that is no path and shows as it is."""
    words = "".join(sign for sign in clean(name)[0] if sign.isprintable())
    return _NAME.sub("-", words).strip(" .-")[-_LONGEST_NAME:]
