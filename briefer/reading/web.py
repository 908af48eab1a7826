"""Web pages: their main text, or all that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefer.reading import web_fields, web_lines, web_styles
from briefer.reading.decoding import Decoded, decoded
from briefer.reading.fields import gathered
from briefer.reading.reading import Extract, UnreadableError, left_out
from briefer.reading.web_formulas import put_on_one_line
from briefer.reading.web_main import count_left_out, main_lines
from briefer.reading.web_unseen import count_unseen
from briefer.wording.counted import counted

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARATION: Final = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_HEAD: Final = 1 << 14
"""Bytes at the beginning in which a page says what encoding it is in."""


def read(file_name: str, data: bytes, *, whole: bool, declared: str = "") -> Extract:
    """Read a page; raises UnreadableError. `declared` is an encoding that was told from outside."""
    found = decoded(file_name, data, declared or _declared(data[:_HEAD]))
    return extract(file_name, found, whole=whole)


def extract(file_name: str, found: Decoded, *, whole: bool) -> Extract:
    """Read a page that was decoded; raises UnreadableError."""
    try:
        root = web_lines.parse(found.text)
    except web_lines.DeepPageError:
        raise UnreadableError(
            f"“{file_name}” is nested deeper than any web page; save it as text first."
        ) from None
    lines, kept = _lines(root, whole=whole) if root is not None else ([], [])
    outside, others = count_left_out(lines, kept)
    unseen = count_unseen(root, (line.node for line in kept)) if root is not None else {}
    return Extract(
        "Web page",
        web_lines.text_of(kept),
        found.encoding,
        found.guessed,
        replaced=found.replaced,
        reference=gathered(web_fields.named(root, found.text)) if root is not None else {},
        suggested=gathered(web_fields.likely(root)) if root is not None else {},
        remarks=(*found.remarks, *_beside(outside, others), *left_out(unseen)),
        more="page" if outside else "",
    )


def _lines(root: _Element, *, whole: bool) -> tuple[list[web_lines.Line], list[web_lines.Line]]:
    """Return all lines of a page, and those that are taken."""
    put_on_one_line(root)
    lines = web_lines.lines_of(root)
    kept = lines if whole else main_lines(lines)
    if web_styles.heed(root, (line.node for line in kept)):
        lines = web_lines.lines_of(root)
        kept = lines if whole else main_lines(lines)
    return lines, kept


def _beside(paragraphs: int, others: int) -> Iterator[str]:
    if paragraphs:
        lines = f" and {counted(others, 'other line')}" if others else ""
        yield f"{counted(paragraphs, 'paragraph')}{lines} beside the main text left out."


def _declared(head: bytes) -> str:
    found = _CHARSET.search(head) or _DECLARATION.search(head)
    return found[1].decode("ascii") if found else ""
