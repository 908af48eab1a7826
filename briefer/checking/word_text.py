"""The words of WordprocessingML as they print, every text node accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_LETTERS: Final = {
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_WORDS: Final = frozenset({f"{W}t", f"{W}delText"})
_INSTRUCTION: Final = f"{W}instrText"
_NEVER_OURS: Final = frozenset(
    f"{W}{name}" for name in (
        "altChunk", "commentReference", "del", "drawing", "endnoteReference", "fldSimple", "ins", "moveFrom",
        "moveTo", "numPr", "object", "pict", "ptab", "ruby", "specVanish", "subDoc", "sym", "txbxContent",
        "vanish", "webHidden",
    )
)  # fmt: skip
"""What prints words that are no text, hides text, or marks it as changed."""
_NOTE_NUMBER: Final = re.compile(r" NOTEREF _Note(\d+) \\h ")


@dataclass(slots=True)
class Story:
    """The words of one part of a document, as far as read."""

    allowed: Mapping[str, str]
    """What a field may be told to do, and what it then shows; a note's number may always be shown."""
    notes: list[str] = field(default_factory=list)
    """The ids of the notes, in the order of their marks."""
    strays: list[str] = field(default_factory=list)
    """What stands where nothing of ours does."""
    links: list[str] = field(default_factory=list)
    """The relationship ids of links to outside, in their order."""
    _text_nodes: int = 0

    def read(self, part: Element) -> list[str]:
        """Return the words of each paragraph below an element; a note's mark reads `[^7]`, by order."""
        self._text_nodes = 0
        paragraphs = [self._paragraph(element) for element in part.iter(f"{W}p")]
        for element in part.iter():
            if element.tag in _NEVER_OURS:
                self.strays.append(_local(element))
            elif element.tag == f"{W}hyperlink" and (link := element.get(f"{R}id")):
                self.links.append(link)
            if element.tag in _WORDS or element.tag == _INSTRUCTION:
                self._text_nodes -= 1
        self.strays += [] if self._text_nodes == 0 else ["words outside every run"]
        self.strays += loose_words(part)
        return paragraphs

    def _paragraph(self, paragraph: Element) -> str:
        words: list[str] = []
        instruction = ""
        shown = 0
        for run in paragraph.iter(f"{W}r"):
            for child in run:
                if child.tag in _WORDS:
                    self._text_nodes += 1
                    words.append(child.text or "")
                elif child.tag in _LETTERS:
                    words.append(_LETTERS[child.tag])
                elif child.tag == f"{W}footnoteReference":
                    words.append(self._mark(child))
                elif child.tag == _INSTRUCTION:
                    self._text_nodes += 1
                    instruction += child.text or ""
                elif child.tag == f"{W}fldChar" and child.get(f"{W}fldCharType") == "separate":
                    shown = len(words)
                elif child.tag == f"{W}fldChar" and child.get(f"{W}fldCharType") == "end":
                    self._field(instruction, "".join(words[shown:]))
                    instruction = ""
        if instruction:
            self._field(instruction, "")
        return "".join(words)

    def _mark(self, reference: Element) -> str:
        self.notes.append(reference.get(f"{W}id", ""))
        return f"[^{len(self.notes)}]"

    def _field(self, instruction: str, result: str) -> None:
        number = _NOTE_NUMBER.fullmatch(instruction)
        if result != (number[1] if number else self.allowed.get(instruction)):
            self.strays.append(f"field “{instruction}” showing “{result}”")


def loose_words(part: Element) -> Iterator[str]:
    """Yield words that stand in a part but in no text element."""
    for element in part.iter():
        own = "" if element.tag in _WORDS or element.tag == _INSTRUCTION else element.text or ""
        yield from filter(None, (own.strip(), (element.tail or "").strip()))


def oddities(part: Element) -> list[str]:
    """Return what a part without words of its own (styles, settings) has that ours never have."""
    return [_local(element) for element in part.iter() if element.tag in _NEVER_OURS]


def _local(element: Element) -> str:
    return f"<{element.tag.rpartition('}')[2]}>"
