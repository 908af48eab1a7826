"""A web page becomes lines of text, in the order of its source: what a reader sees without its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from briefer.errors import BrieferError
from briefer.reading.blocks import as_row
from briefer.reading.markup import collapsed
from briefer.reading.web_lists import labels_of
from briefer.reading.web_lowered import is_lowered, lowered, settled
from briefer.reading.web_tables import Columns
from briefer.reading.web_unseen import STRUCK, is_struck, style_of, why_unseen
from briefer.wording.struck_out import struck_out_paragraphs
from briefer.wording.superscripts import raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE: Final = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "samp", "small", "span",
    "strong", STRUCK, "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "math",
    "mi", "mn", "mo", "sdfield",
})  # fmt: skip
_STRIKES: Final = re.compile(r"<(/?)(?:strike|s)(?=[\s/>])", re.IGNORECASE)
_CELLS: Final = frozenset({"td", "th"})
_CLOSE: Final = frozenset({"li", "dt", "dd", "option"})
_FRAGMENT: Final = re.compile("#.")
_NOTE: Final = re.compile(r"[0-9]+|(?<!\w)(?:\w|[ivxl]+)(?!\w)")
"""The sign of a note: a number, Roman too, or one letter."""
_NUMBERS: Final = frozenset({"sdfootnotesym", "sdendnotesym"})
"""Classes of the numbers of notes in pages of LibreOffice, behind which no space is."""
_SENTENCE: Final = 16
"""Code points that a line with a full stop has at least, unless it is an abbreviation."""
_QUOTES: Final = {"start": "“", "end": "”"}
_FROM, _TO = "\ud800", "\ud801"
"""Around each piece of words that is struck out, until its line ends; no page holds halves of characters."""
_BETWEEN_PIECES: Final = re.compile(f"{_TO}([ \\t\\n]*+){_FROM}")
_PIECE: Final = re.compile(f"{_FROM}([^{_FROM}{_TO}]*+){_TO}")


class DeepPageError(BrieferError):
    """Elements within elements beyond all measure: the parser gave up."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, a point of a list or a row of a table."""

    text: str
    node: _Element
    """The element that it is the text of, or of a part of which."""
    linked: int = 0
    """Code points of it that are links."""
    close: bool = False
    """It follows one that is close too without a blank line."""
    label: str = ""
    """What a list writes before it."""

    @property
    def labelled(self) -> str:
        """The text with what stands before it."""
        return self.label + self.text


def parse(text: str) -> _Element | None:
    """Parse a page, or return nothing for an empty one; nothing is fetched. Raises DeepPageError."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    # The parser ends s and strike where a paragraph begins, and browsers strike that out too.
    kept = _STRIKES.sub(rf"<\1{STRUCK}", text)
    root = etree.fromstring(kept.encode("utf-8", "replace") or b" ", parser)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise DeepPageError("Its elements are nested too deep.")
    return root


def lines_of(root: _Element) -> list[Line]:
    """Return the lines that a page shows."""
    from lxml import etree

    page = _Page(root)
    unseen: _Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if unseen is None and event == "start" and why_unseen(element):
            unseen = element
        if unseen is None:
            page.begin(element) if event == "start" else page.end(element)
        if event == "end":
            if element is unseen:
                unseen = None
            if unseen is None and element is not root:
                page.say(element.tail or "", element.getparent())
    page.flush()
    return page.lines


def text_of(lines: list[Line]) -> str:
    """Join lines: a blank line between paragraphs, none between rows and points."""
    parts: list[str] = []
    for place, line in enumerate(lines):
        if place:
            parts.append("\n" if line.close and lines[place - 1].close else "\n\n")
        parts.append(line.labelled)
    return "".join(parts)


def _is_raised(element: _Element) -> bool:
    role = element.get("role") == "doc-noteref"
    return role or element.tag == "sup" or "vertical-align:super" in style_of(element)


def _is_number(element: _Element) -> bool:
    """Tell whether an element is the number that stands before a note."""
    return element.get("class") in _NUMBERS


def _superscript(element: _Element, words: str) -> str:
    """Write what stands above the line; a link to a note on the page is [2], as the signs of notes are."""
    above = element.getparent()
    links = [*element.iter("a")]
    if above is not None and above.tag == "a" and len(above) == 1 and not (above.text or "").strip():
        links.append(above)
    if "[" not in words and any(_FRAGMENT.search(link.get("href", "")) for link in links):
        return _NOTE.sub(r"[\g<0>]", words)
    return raised(words)


@dataclass
class _Frame:
    """What stands for itself: the page, a row of a table with its cells, or a cell."""

    lines: list[Line] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    elements: list[_Element] = field(default_factory=list)
    """Of the cells."""
    is_row: bool = False


class _Page:
    """The page as far as it was walked."""

    def __init__(self, root: _Element) -> None:
        self._frames = [_Frame()]
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._kept = 0
        """Elements around that keep their space, such as pre."""
        self._struck = 0
        """Elements around that strike out."""
        self._raised: list[int] = []
        """Where among the words each superscript around begins."""
        self._lowered: list[int] = []
        """The same of each subscript around."""
        self._headed = [False]
        """Of each table around, whether it has a cell that heads others."""
        self._columns = [Columns()]
        """Of each table around."""
        self._labels = labels_of(root)
        self._unsaid: list[str] = []
        """Of each point around, what stands before it and was not said so far."""
        self._node = root

    @property
    def lines(self) -> list[Line]:
        return self._frames[0].lines

    def begin(self, element: _Element) -> None:
        """Go into an element."""
        tag = str(element.tag)
        if tag == "br":
            self._words.append("\n")
        elif tag not in _INLINE:
            self.flush()
            self._node = element
        if tag in _CELLS or tag == "tr":
            self._frames.append(_Frame(is_row=tag == "tr"))
        if tag == "table":
            self._headed.append(False)
            self._columns.append(Columns())
        if tag == "li":
            self._unsaid.append(self._labels.get(element, ""))
        self._headed[-1] |= tag == "th"
        self._links += tag == "a"
        self._kept += tag == "pre"
        self._struck += is_struck(element)
        if _is_raised(element):
            self._raised.append(len(self._words))
        if is_lowered(element):
            self._lowered.append(len(self._words))
        if tag == "q" or _is_number(element):
            self._words.append(_QUOTES["start"] if tag == "q" else "[")
        self.say(element.text or "", element)

    def end(self, element: _Element) -> None:
        """Come out of an element."""
        tag = str(element.tag)
        if tag == "q" or _is_number(element):
            self._words.append(_QUOTES["end"] if tag == "q" else "] ")
        self._set_off(element)
        self._links -= tag == "a"
        self._struck -= is_struck(element)
        if tag not in _INLINE and tag != "br":
            self.flush()
        self._kept -= tag == "pre"
        if tag == "li":
            self._unsaid.pop()
        if tag in _CELLS:
            cell = self._frames.pop()
            around = self._frames[-1]
            if around.is_row:
                around.cells.append(cell.lines)
                around.elements.append(element)
            else:
                around.lines += cell.lines
        elif tag == "tr":
            row = self._frames.pop()
            cells = _in_columns(row.cells, self._columns[-1].blanks(row.elements))
            self._frames[-1].lines += [*row.lines, *_row(cells, element, headed=self._headed[-1])]
        elif tag == "table":
            self._headed.pop()
            self._columns.pop()

    def _set_off(self, element: _Element) -> None:
        """Write what stands above or below the line when it ends."""
        if is_lowered(element):
            start = self._lowered.pop()
            if not self._raised:
                self._words[start:] = [lowered("".join(self._words[start:]))]
        if _is_raised(element):
            start = self._raised.pop()
            self._words[start:] = [_superscript(element, "".join(self._words[start:]))]

    def say(self, text: str, inside: _Element | None) -> None:
        """Take words that stand in an element."""
        words = text if self._kept else collapsed(text)
        if words:
            if not self._words and inside is not None:
                self._node = inside
            self._words.append(f"{_FROM}{words}{_TO}" if self._struck else words)
            self._linked += len(words.strip()) if self._links else 0

    def flush(self) -> None:
        """End the line."""
        pieces = _BETWEEN_PIECES.sub(r"\1", "".join(self._words))
        text = settled(_PIECE.sub(lambda piece: struck_out_paragraphs(piece[1]), pieces))
        if not self._kept:
            text = "\n".join(" ".join(part.split(" ")).strip(" \t") for part in _squeezed(text).split("\n"))
        if text.strip():
            block = _block_around(self._node)
            close = block.tag in _CLOSE
            label, self._unsaid = "".join(self._unsaid), [""] * len(self._unsaid)
            self._frames[-1].lines.append(Line(text.strip("\n\t "), block, self._linked, close, label))
        self._words, self._linked = [], 0
        self._raised, self._lowered = [0] * len(self._raised), [0] * len(self._lowered)


def _squeezed(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _block_around(node: _Element) -> _Element:
    while node.tag in _INLINE and (above := node.getparent()) is not None:
        node = above
    return node


def _in_columns(cells: list[list[Line]], blanks: list[int]) -> list[list[Line]]:
    """Put blank cells where cells of rows above reach down: so many before each, and behind the last."""
    nothing: list[Line] = []
    placed = [part for blank, cell in zip(blanks, cells, strict=False) for part in [nothing] * blank + [cell]]
    return placed + [nothing] * blanks[-1]


def _row(cells: list[list[Line]], row: _Element, *, headed: bool) -> Iterator[Line]:
    joined = as_row([[line.labelled for line in cell] for cell in cells])
    if joined is None or (not headed and any(map(_lays_out, cells))):
        yield from (line for cell in cells for line in cell)
    elif joined:
        linked = sum(line.linked for cell in cells for line in cell)
        yield Line(joined, row, linked, close=True)


def _lays_out(cell: list[Line]) -> bool:
    """Tell whether a cell holds several sentences or points of a list, each on a line of its own."""
    points = sum(line.node.tag == "li" for line in cell)
    sentences = sum(_is_sentence(words) for line in cell for words in line.text.split("\n"))
    return max(points, sentences) > 1


def _is_sentence(words: str) -> bool:
    bare = words.rstrip(' "”’)]')
    return bare.endswith(("。", "！", "？")) or (
        len(bare) >= _SENTENCE and bare.endswith((".", "!", "?", "…"))
    )
