"""The words of WordprocessingML as they print, every text node accounted for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from briefer.checking.word_markup import R, W

COUNTED: Final = "\0"
"""Stands, with the name of the field, for a number that is counted anew; no text can hold it."""

_LETTERS: Final = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_WORDS: Final = f"{W}t"
_INSTRUCTION: Final = f"{W}instrText"
_BEFORE: Final = {"begin": "end", "separate": "begin", "end": "separate"}
"""The stage of a field before each."""
_NOTE_NUMBER: Final = re.compile(r"NOTEREF _Note(\d+) \\h")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# LibreOffice names a bookmark that it takes for a second one of a name so.
_COPY: Final = re.compile(r"_Copy_\d+$")


class Bookmark(NamedTuple):
    """A bookmark, its paragraph (its number in the part, from 0, and words), how many notes are before it."""

    name: str
    place: int
    words: str
    notes: int


class Jump(NamedTuple):
    """Words that lead to a bookmark, or by the id of a relationship to an address."""

    target: str
    words: str


@dataclass(slots=True)
class Story:
    """The words of one part of a document, as far as read."""

    counted: Collection[str] = ()
    """Fields whose number whoever shows the part counts anew; a note's number may always be shown."""
    notes: list[str] = field(default_factory=list)
    """The ids of the notes, in the order of their marks."""
    strays: list[str] = field(default_factory=list)
    """What stands where nothing of ours does."""
    links: list[Jump] = field(default_factory=list)
    """What leads to addresses, in order."""
    bookmarks: list[Bookmark] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)
    _text_nodes: int = 0

    def read(self, part: Element) -> list[str]:
        """Return the words of each paragraph below an element; a note's mark reads `[^7]`, by order."""
        self._text_nodes = 0
        paragraphs = [self._paragraph(place, element) for place, element in enumerate(part.iter(f"{W}p"))]
        for element in part.iter():
            if element.tag == f"{W}hyperlink":
                self._link(element)
            if element.tag in {_WORDS, _INSTRUCTION}:
                self._text_nodes -= 1
        self.strays += [] if self._text_nodes == 0 else ["words outside every run"]
        self.strays += loose_words(part)
        return paragraphs

    def _paragraph(self, place: int, paragraph: Element) -> str:
        words: list[str] = []
        named: list[tuple[str, int]] = []
        reading = _Fields(self, words)
        for element in paragraph.iter():
            if element.tag == f"{W}bookmarkStart":
                named.append((_COPY.sub("", element.get(f"{W}name", "")), len(self.notes)))
            elif element.tag == f"{W}r":
                for child in element:
                    self._read(child, words, reading)
        reading.close()
        said = "".join(words)
        self.bookmarks += [Bookmark(name, place, said, notes) for name, notes in named]
        return said

    def _read(self, child: Element, words: list[str], reading: _Fields) -> None:
        if child.tag == _WORDS:
            self._text_nodes += 1
            words.append(_text(child))
        elif child.tag in _LETTERS:
            words.append(_LETTERS[child.tag])
        elif child.tag == f"{W}footnoteReference":
            words.append(self._mark(child))
        elif child.tag == _INSTRUCTION:
            self._text_nodes += 1
            reading.tell(child.text or "")
        elif child.tag == f"{W}fldChar":
            reading.turn(child.get(f"{W}fldCharType", ""))

    def _mark(self, reference: Element) -> str:
        self.notes.append(reference.get(f"{W}id", ""))
        return f"[^{len(self.notes)}]"

    def _link(self, element: Element) -> None:
        words = "".join(map(_text, element.iter(_WORDS)))
        if link := element.get(f"{R}id"):
            self.links.append(Jump(link, words))
        if target := element.get(f"{W}anchor"):
            self.jumps.append(Jump(_COPY.sub("", target), words))


@dataclass(slots=True)
class _Fields:
    """The fields of one paragraph, one after another; none stands in another."""

    story: Story
    words: list[str]
    stage: str = "end"
    instruction: str = ""
    shown: int = 0

    def turn(self, kind: str) -> None:
        """Go on to a stage; what stands before the second one is code, which nobody sees."""
        hidden = kind == "separate" and len(self.words) > self.shown
        if _BEFORE.get(kind) != self.stage or hidden:
            self._break()
        if kind == "end":
            self._end("".join(self.words[self.shown :]))
        self.stage, self.shown = kind, len(self.words)

    def tell(self, code: str) -> None:
        """Take a piece of the code of a field."""
        if self.stage != "begin":
            self._break()
        self.instruction += code

    def close(self) -> None:
        """Say that the paragraph is over: a field still open shows nothing."""
        if self.stage != "end":
            self._break()

    def _break(self) -> None:
        self.story.strays.append("a field that is not whole")

    def _end(self, result: str) -> None:
        told = self.instruction.strip()
        number = _NOTE_NUMBER.fullmatch(told)
        if told in self.story.counted and result.isdecimal():
            self.words[self.shown :] = [COUNTED + told]
        elif number is None or result != number[1]:
            self.story.strays.append(f"field “{self.instruction}” showing “{result}”")
        self.instruction = ""


def _text(element: Element) -> str:
    """Return the words of a text element as an office program takes them."""
    said = element.text or ""
    return said if element.get(_SPACE) == "preserve" else said.strip(" \t\r\n")


def loose_words(part: Element) -> Iterator[str]:
    """Yield words that stand in a part but in no text element."""
    for element in part.iter():
        own = "" if element.tag in {_WORDS, _INSTRUCTION} else element.text or ""
        yield from filter(None, (own.strip(), (element.tail or "").strip()))
