"""Messages: the body, with the header as reference; and web archives (MHTML)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from email.utils import parseaddr, parsedate_to_datetime

from briefer.errors import BrieferError
from briefer.reading import web
from briefer.reading.decoding import decoded
from briefer.reading.fields import Named, gathered
from briefer.reading.mail_attached import number_attached
from briefer.reading.mail_parts import (
    Part,
    bytes_of,
    charset_of,
    header,
    page_of_archive,
    parsed,
    said,
    shown_of,
)
from briefer.reading.reading import Extract, UnreadableError


def read(file_name: str, data: bytes, *, whole: bool) -> Extract:
    """Read a message, or the page that a web archive holds; raises UnreadableError."""
    message = parsed(file_name, data)
    page = page_of_archive(message)
    if page is not None:
        return _archive(file_name, message, page, whole=whole)
    found = _body(file_name, message)
    count = number_attached(message)
    if count and not found.text.strip():
        raise UnreadableError(f"“{file_name}” has no words of its own; add the files attached to it.")
    return Extract(
        "E-mail message",
        found.text.strip("\r\n"),
        found.encoding,
        found.guessed,
        replaced=found.replaced,
        reference=gathered(_named(message)),
        remarks=found.remarks,
        more="attached" if count else "",
        attached=count,
    )


def _body(file_name: str, message: Part) -> Extract:
    """Read what a message shows, one part after another."""
    length_of: Callable[[Part], int] = lambda part: _length(file_name, part)  # noqa: E731
    shown = shown_of(message, length_of)
    found = [each for part in shown if (each := _part(file_name, part)).text.strip()]
    if not found:
        return Extract("", "", "UTF-8")
    return replace(
        found[0],
        text="\n\n".join(each.text.strip("\r\n") for each in found) if found[1:] else found[0].text,
        guessed=any(each.guessed for each in found),
        replaced=sum(each.replaced for each in found),
        remarks=tuple(dict.fromkeys(remark for each in found for remark in each.remarks)),
    )


def _length(file_name: str, part: Part) -> int:
    """Count the characters that a part says; none of a page that cannot be read."""
    try:
        return len(_part(file_name, part).text.strip())
    except BrieferError:
        return 0


def _part(file_name: str, part: Part) -> Extract:
    if part.get_content_type() == "text/html":
        return web.read(file_name, bytes_of(part), whole=True, declared=charset_of(part))
    found = decoded(file_name, bytes_of(part), charset_of(part))
    text = found.text
    if part.get_param("format", "") == "flowed":
        text = _flowing(text, closed=str(part.get_param("delsp", "")).lower() == "yes")
    return Extract("", text, found.encoding, found.guessed, 0, found.replaced, remarks=found.remarks)


def _flowing(text: str, *, closed: bool) -> str:
    """Join the lines of a paragraph that its writer's program broke (RFC 3676), `closed` without a space."""
    lines: list[str] = []
    open_end = False
    for line in text.splitlines():
        stuffed = line.removeprefix(" ")
        if open_end and not stuffed.startswith(">"):
            lines[-1] = (lines[-1][:-1] if closed else lines[-1]) + stuffed
        else:
            lines.append(stuffed)
        open_end = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)


def _archive(file_name: str, message: Part, page: Part, *, whole: bool) -> Extract:
    found = web.read(file_name, bytes_of(page), whole=whole, declared=charset_of(page))
    address = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
    saved = gathered([
        ("url", address, "the address it was saved from"),
        ("title", header(message, "Subject"), "Subject of the archive"),
    ])  # fmt: skip
    likely = gathered([("accessed", _day(message), "the day it was saved")])
    return Extract(
        "Web archive", found.text, found.encoding, found.guessed, 0, found.replaced,
        {**saved, **found.reference}, {**likely, **found.suggested}, remarks=found.remarks, more=found.more,
    )  # fmt: skip


def _named(message: Part) -> Iterator[Named]:
    written, address = parseaddr(" ".join(str(message.get("From", "")).split()))
    name = said(written)
    yield "title", header(message, "Subject"), "Subject"
    yield "author", f"{name} <{address}>" if name and address else name or address, "From"
    yield "published", _day(message), "Date"
    yield "language", header(message, "Content-Language"), "Content-Language"


def _day(message: Part) -> str:
    try:
        return parsedate_to_datetime(header(message, "Date")).date().isoformat()
    except (ValueError, OverflowError):
        return ""
