"""Plain text and Markdown, in whatever encoding they came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefer.reading.decoding import Decoded, chosen, decoded
from briefer.reading.fields import Named, gathered
from briefer.reading.reading import Extract, Found
from briefer.wording.control import clean

_BEGIN: Final = 1 << 16
"""Code points at the beginning of a text in which its title is looked for."""
_FRONT: Final = {
    "title": "title", "author": "author", "authors": "author", "date": "published", "publisher": "publisher",
    "url": "url", "lang": "language", "language": "language",
}  # fmt: skip
"""Fields of a front matter, as Pandoc and the makers of web pages name them, and of a reference."""
_OTHER: Final = "[{|>&*!#@`%"
"""What begins a value in YAML that is no plain one."""


def read(file_name: str, data: bytes, *, encoding: str = "") -> Extract:
    """Read plain text as it stands, in an `encoding` when one was chosen.

    Raises UnreadableError when the bytes are no text.
    """
    found = _decoded(file_name, data, encoding)
    text, dropped = clean(found.text)
    more = "encoding" if found.guessed else ""
    return Extract("Plain text", text, found.encoding, found.guessed, dropped, found.replaced, more=more)


def read_markdown(file_name: str, data: bytes, *, encoding: str = "") -> Extract:
    """Read Markdown as the text it is; where no field names its title, its first heading is suggested."""
    plain = read(file_name, data, encoding=encoding)
    lines = plain.text[:_BEGIN].split("\n")
    named = gathered(_named(lines))
    suggested = {} if "title" in named else _headed(lines)
    return replace(plain, format="Markdown", reference=named, suggested=suggested)


def _decoded(file_name: str, data: bytes, encoding: str) -> Decoded:
    return chosen(file_name, data, encoding) if encoding else decoded(file_name, data)


def _named(lines: list[str]) -> Iterator[Named]:
    """Yield the fields of the front matter that are plain words, or a list of such on one line."""
    front = lines[1 : lines.index("---", 1)] if lines[0] == "---" and "---" in lines[1:] else []
    for line in front:
        name, _, value = line.partition(":")
        value = value.strip()
        listed = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
        words = [_plain(each.strip()) for each in listed]
        if name in _FRONT and all(words):
            yield _FRONT[name], "; ".join(words), f"{name} in its front matter"


def _plain(value: str) -> str:
    """Return a value of YAML without its quotation marks, or nothing of one that is no plain words."""
    if value[:1] in {"'", '"'}:
        return value[1:-1] if value[-1:] == value[:1] else ""
    return "" if value[:1] in _OTHER else value


def _headed(lines: list[str]) -> dict[str, Found]:
    for line in lines:
        if line.startswith("# ") and (title := line.strip("# \t")):
            return {"title": Found(title, "its first heading")}
    return {}
