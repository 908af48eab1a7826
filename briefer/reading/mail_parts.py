"""The parts of a message (MIME), their bytes and the words of their headers, which may lie."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Any, Final, TypeAlias

from briefer.reading.decoding import codec_of
from briefer.reading.reading import UnreadableError

_ARCHIVE: Final = "multipart/related"
_MESSAGES: Final = frozenset({"message/rfc822", "message/global", "message/news"})
_DEEPEST: Final = 30
Part: TypeAlias = "Message[Any, Any]"


def parsed(file_name: str, data: bytes) -> Part:
    """Take a message apart; raises UnreadableError."""
    message: Part = message_from_bytes(data, policy=policy.compat32)
    if not message.keys():
        raise UnreadableError(f"“{file_name}” is no message, whatever its name says; save it as text first.")
    level = [message]
    for _ in range(_DEEPEST):
        level = [part for each in level if each.is_multipart() for part in parts_of(each)]
        if not level:
            return message
    raise UnreadableError(f"“{file_name}” holds messages within messages without end; get it from elsewhere.")


def parts_of(message: Part) -> list[Part]:
    """Give the parts directly in one; the only one of an attached message is that message."""
    inner = message.get_payload()
    return [part for part in inner if isinstance(part, Message)] if isinstance(inner, list) else []


def walk(message: Part) -> Iterator[Part]:
    """Yield the parts of a message, none of a message that is attached to it."""
    yield message
    if message.get_content_maintype() == "multipart":
        for part in parts_of(message):
            yield from walk(part)


def is_message(part: Part) -> bool:
    """Tell whether a part is said to be a message that is attached."""
    return part.get_content_type() in _MESSAGES


def is_file(part: Part) -> bool:
    """Tell whether a part is a file that is attached, and no words of the message."""
    if part.get_content_maintype() == "multipart":
        return False
    if is_message(part):
        return True
    return part.get_content_disposition() == "attachment" or (
        part.get_content_maintype() != "text" and bool(part.get_filename())
    )


def page_of_archive(message: Part) -> Part | None:
    """Find the page of a web archive: its first, if its parts know where they came from."""
    if message.get_content_type() not in {_ARCHIVE, "text/html"}:
        return None
    pages = [part for part in walk(message) if part.get_content_type() == "text/html"]
    archive = message.get("Snapshot-Content-Location") or (pages and pages[0].get("Content-Location"))
    return pages[0] if archive and pages else None


def header(message: Part, name: str) -> str:
    """Give the words of a field, or nothing."""
    return said(str(message.get(name, "")))


def said(value: str) -> str:
    """Give the words of a header, its encoded ones decoded; they may lie about their encoding."""
    try:
        parts = decode_header(" ".join(value.split()))
    except (HeaderParseError, ValueError):
        return value
    return "".join(
        part if isinstance(part, str) else part.decode(codec_of(charset or "") or "utf-8", "replace")
        for part, charset in parts
    )


def bytes_of(part: Part) -> bytes:
    """Decode the body of a part that has no parts."""
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def charset_of(part: Part) -> str:
    """Give what a part says its encoding to be."""
    return collapse_rfc2231_value(part.get_param("charset", "") or "")
