"""The parts of a message (MIME), their bytes and the words of their headers, which may lie."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import Any, Final, TypeAlias

from briefer.reading.encodings import codec_of
from briefer.reading.reading import UnreadableError

_ARCHIVE: Final = "multipart/related"
_MESSAGES: Final = frozenset({"message/rfc822", "message/global", "message/news"})
_SHOWN: Final = frozenset({"text/plain", "text/html"})
_ONE: Final = frozenset({"multipart/alternative", "multipart/related"})
"""Of their parts one is shown; the others say the same, or belong to it."""
_DEEPEST: Final = 30
_STUB, _LESS = 200, 4
"""Characters, and how many times as many the page has, of a plain text that stands for the page."""
Part: TypeAlias = "Message[Any, Any]"


def parsed(file_name: str, data: bytes) -> Part:
    """Take a message apart; raises UnreadableError."""
    message: Part = message_from_bytes(data.removeprefix(BOM_UTF8), policy=policy.compat32)
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


def files_of(message: Part) -> Iterator[Part]:
    """Yield the parts that are files and no words of the message: all with names but its first text."""
    begun = False
    for part in walk(message):
        kind, attached = part.get_content_maintype(), part.get_content_disposition() == "attachment"
        first = kind == "text" and not attached and not begun
        begun = begun or first
        if kind != "multipart" and (is_message(part) or attached or (part.get_filename() and not first)):
            yield part


def shown_of(message: Part, length_of: Callable[[Part], int]) -> list[Part]:
    """Give the parts that a message shows, in their order: of those that say the same, the plain text.

    Newsletters have a plain text that only says to look at the page; `length_of` tells how much a part says.
    """
    files = set(files_of(message))

    def shown(part: Part) -> list[Part]:
        kind = part.get_content_type()
        if part in files or part.get_content_maintype() != "multipart":
            return [part] if kind in _SHOWN and part not in files else []
        parts = [found for found in map(shown, parts_of(part)) if found]
        if kind == "multipart/alternative":
            parts.sort(key=_rank)
            if parts[1:] and (said := sum(map(length_of, parts[0]))) < _STUB:
                parts.sort(key=lambda found: sum(map(length_of, found)) <= _LESS * said)
        return parts[0] if parts and kind in _ONE else [each for found in parts for each in found]

    return shown(message)


def _rank(parts: list[Part]) -> int:
    """Put words in plain text before those in a page, and these before none."""
    kinds = [part.get_content_type() for part in parts if bytes_of(part).strip()]
    return 0 if "text/plain" in kinds else 1 if kinds else 2


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
