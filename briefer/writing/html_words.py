"""Words of a brief as HTML: escaped to the character, each stretch with its style, language and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from typing import Final
from unicodedata import bidirectional

from briefer.wording.scripts import Script, script_runs
from briefer.writing.brief import Inline, Inlines, NoteMark, Run
from briefer.writing.text_formats import is_web_address, writable

_STYLES: Final = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "lead": ('<b class="lead">', "</b>"),
    "quiet": ('<span class="quiet">', "</span>"),
}
# A parser reads a bare carriage return as a line feed.
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES: Final = str.maketrans({'"': "&quot;", "\n": "&#10;"})
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_BETWEEN_MARKS: Final = Run("\u2009")
_RIGHT_TO_LEFT: Final = {"R", "AL"}
_STRONG: Final = {"L", *_RIGHT_TO_LEFT}
# Letters and signs that could turn round the words beside them.
_TURNING: Final = {*_RIGHT_TO_LEFT, "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def escape(text: str) -> str:
    """Escape text for an element; raises BrieferError for a character that a text file cannot hold."""
    return writable(text).translate(_ENTITIES)


def quoted(text: str) -> str:
    """Escape text for an attribute and put it between quotation marks."""
    return f'"{escape(text).translate(_IN_QUOTES)}"'


def anchor(bookmark: str) -> str:
    """Return the name of a place as an id: the bookmark, or where no link could say it, its hash."""
    return bookmark if _NAME.fullmatch(bookmark) else f"_{sha256(bookmark.encode()).hexdigest()}"


def direction(text: str) -> str:
    """Make the attribute of a paragraph whose first letter is of a script written from right to left."""
    if text.isascii():
        return ""
    first = next((kind for kind in map(bidirectional, text) if kind in _STRONG), "")
    return ' dir="rtl"' if first in _RIGHT_TO_LEFT else ""


def common_language(inlines: Inlines) -> str:
    """Return the language that all words of a paragraph share, or nothing."""
    spoken = {part.language for part in inlines if isinstance(part, Run) and part.text.strip()}
    return spoken.pop() if len(spoken) == 1 else ""


def words(inlines: Inlines, language: str) -> str:
    """Make the content of a paragraph that is said to be in a language; its note marks stay in one line."""
    made = []
    for is_mark, parts in groupby(inlines, _belongs_to_marks):
        stretch = "".join(
            _note_mark(part.number) if isinstance(part, NoteMark) else _run(part, language) for part in parts
        )
        made.append(f'<span class="marks">{stretch}</span>' if is_mark else stretch)
    return "".join(made)


def _belongs_to_marks(part: Inline) -> bool:
    return isinstance(part, NoteMark) or part == _BETWEEN_MARKS


def _note_mark(number: int) -> str:
    return (
        f'<sup><a id="_Note{number}" href="#_Foot{number}" role="doc-noteref" aria-label="Note {number}">'
        f"{number}</a></sup>"
    )


def _run(part: Run, around: str) -> str:
    language = part.language or around
    made = "".join(_stretches(part.text, language))
    if language != around:
        made = f"<span lang={quoted(language)}>{made}</span>"
    if part.style:
        start, end = _STYLES[part.style]
        made = f"{start}{made}{end}"
    if not part.text.isascii() and not _TURNING.isdisjoint(map(bidirectional, part.text)):
        made = f"<bdi>{made}</bdi>"
    return _linked(made, part.link) if part.text else ""


def _linked(made: str, link: str) -> str:
    if link.startswith("#"):
        return f'<a href="#{anchor(link[1:])}">{made}</a>'
    if is_web_address(link):
        return f'<a href={quoted(link)} rel="external noreferrer">{made}</a>'
    return made


def _stretches(text: str, language: str) -> Iterator[str]:
    """Part text where its script speaks another language than it is said to be in."""
    if text.isascii():
        yield _lines(text)
        return
    for script, start, end in script_runs(text, language):
        made = _lines(text[start:end])
        spoken = _spoken(script, language)
        yield f'<span lang="{spoken}">{made}</span>' if spoken else made


def _spoken(script: Script, language: str) -> str:
    """Name the language of East Asian letters within words of another; that of Latin ones is open."""
    told = language.partition("-")[0].lower()
    if script is Script.KOREAN and told != "ko":
        return "ko"
    return "ja" if script is Script.JAPANESE and told not in {"ja", "zh"} else ""


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
