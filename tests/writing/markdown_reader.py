"""A Markdown brief as a CommonMark library reads it, with the footnotes of its usual extension."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_NOTE = re.compile(r"(?m)^\[\^([0-9]+)\]: (.*\n(?: {4}.*\n)*)\n?")
_RENDERER = MarkdownIt("commonmark").enable("table")


def body(document: bytes) -> list[str]:
    """Return the words of each block outside the notes: headings, paragraphs, cells row by row."""
    return [*_printed(_NOTE.sub("", document.decode()))]


def notes(document: bytes) -> list[str]:
    """Return the words of each note, by their numbers."""
    found = {int(number): text.replace("\n    ", "\n") for number, text in _NOTE.findall(document.decode())}
    assert sorted(found) == [*range(1, len(found) + 1)]
    return [" ".join(_printed(found[number])) for number in sorted(found)]


def tokens(document: bytes) -> list[Token]:
    """Return what the library finds in the body."""
    return _RENDERER.parse(_NOTE.sub("", document.decode()))


def _printed(text: str) -> Iterator[str]:
    return (_words(token.children or []) for token in _RENDERER.parse(text) if token.type == "inline")


def _words(children: list[Token]) -> str:
    broken = {"hardbreak": "\n", "softbreak": "\n"}
    return "".join(broken.get(token.type, token.content) for token in children)
