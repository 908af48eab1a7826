"""Rich Text Format: its words as the specification (1.9.1) has readers find them.

Deleted and hidden words are left out, struck-out ones marked; notes follow the text, text boxes the paragraph
they hang on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from briefer.reading.blocks import Blocks, Look, Words, as_row
from briefer.reading.fields import Named, gathered
from briefer.reading.numbering import BULLET, bullet
from briefer.reading.omitted import Omitted
from briefer.reading.reading import COMMENT, DELETED, FORMULA, HIDDEN, Extract, TooDeepError
from briefer.reading.rtf_fonts import Fonts
from briefer.reading.rtf_tokens import (
    ASIDE,
    BOXES,
    KEPT,
    LABELS,
    SIGNS,
    SYMBOLS,
    Token,
    tokens,
)

_PARAGRAPH_ENDS: Final = frozenset({"par", "sect", "page", "column"})
_TOLD: Final = {"annotation": COMMENT, "moMath": FORMULA, "moMathPara": FORMULA}
"""What is left out and said to be, by the word that begins it."""
_INFO: Final = frozenset({"title", "author", "company", "creatim"})
_DATE: Final = ("yr", "mo", "dy")
_DEEPEST: Final = 5000
_UNIT: Final = 1 << 16
_CHARACTER: Final = {
    "deleted": "deleted", "mvf": "deleted", "v": "hidden", "strike": "struck", "striked": "struck",
    "super": "above", "up": "above",
}  # fmt: skip
"""What control words about characters turn on, or off with a 0."""
_LABEL: Final = "label"
_FONTS: Final = "fonttbl"


def read(file_name: str, data: bytes) -> Extract:
    """Read a document; raises UnreadableError."""
    document = _Document(file_name)
    for token in tokens(data):
        document.take(token)
    text = document.text()
    return Extract(
        "Rich text",
        text,
        document.fonts.codec.upper(),
        reference=gathered(document.named()),
        suggested=gathered(document.likely()),
        replaced=text.count("\ufffd"),
        remarks=document.omitted.remarks(),
    )


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    aside: bool = False
    deleted: bool = False
    hidden: bool = False
    struck: bool = False
    above: bool = False
    """Its words stand above the line."""
    below: bool = False
    """They stand below it."""
    fallback: int = 1
    """Characters after each Unicode one that stand in for it."""
    group: str = ""
    """What the words of the group are, where they are no text."""
    font: int | None = None
    """Nothing for the one that the document begins with."""
    tells: bool = False
    """A note or a text box begins with the group."""

    def take(self, word: str, *, on: bool) -> bool:
        """Take a word about how characters look; tell whether it was one."""
        if word in _CHARACTER:
            setattr(self, _CHARACTER[word], on)
        elif word in {"sub", "nosupersub", "dn"}:
            self.above = False
            self.below = on and word == "sub"
        elif word == "plain":
            self.deleted = self.hidden = self.struck = self.above = self.below = False
            self.font = None
        else:
            return False
        return True

    def why_unseen(self) -> str:
        """Say why its words are no part of the text, or nothing."""
        return DELETED if self.deleted else HIDDEN if self.hidden else ""

    def look(self) -> Look:
        """Tell how its words look in the text."""
        return Look(struck=self.struck, above=self.above, below=self.below)


@dataclass(slots=True)
class _Story:
    """Text on its way: of the document, a note or a box."""

    kind: str = ""
    blocks: Blocks = field(default_factory=Blocks)
    words: Words = field(default_factory=Words)
    label: str = ""
    """What stands before the paragraph, as a point of a list."""
    paragraphs: list[str] = field(default_factory=list)
    """Of the cell that is being read."""
    cells: list[list[str]] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    inner_cells: list[list[str]] = field(default_factory=list)
    """The same of a table in a cell."""
    boxes: list[str] = field(default_factory=list)
    in_table: bool = False
    depth: int = 1
    """Of the table, from 1; more is in a cell of another."""

    def _taken(self) -> str:
        text = self.words.text()
        label, self.label, self.words = self.label, "", Words()
        return "" if text.strip() == label else text

    def end_paragraph(self) -> None:
        text = self._taken()
        if self.in_table:
            (self.inner if self.depth > 1 else self.paragraphs).append(text)
            return
        self.blocks.paragraph(text)
        self.blocks.extend(self.boxes)
        self.boxes = []

    def end_inner_cell(self) -> None:
        self.inner_cells.append([*self.inner, self._taken()])
        self.inner = []

    def end_inner_row(self) -> None:
        row = as_row(self.inner_cells)
        parts = [words for cell in self.inner_cells for words in cell] if row is None else [row]
        self.paragraphs += [*parts, *self.inner]
        self.inner, self.inner_cells = [], []

    def end_cell(self) -> None:
        self._end_inner()
        self.cells.append([*self.paragraphs, self._taken()])
        self.paragraphs = []

    def _end_inner(self) -> None:
        """Go on in the cell around a row that has not ended."""
        self.paragraphs += [*(words for cell in self.inner_cells for words in cell), *self.inner]
        self.inner, self.inner_cells = [], []

    def end_row(self) -> None:
        self.blocks.row(self.cells)
        self.blocks.extend(self.boxes)
        self.cells, self.boxes, self.in_table = [], [], False

    def end(self) -> list[str]:
        """Return all paragraphs; whatever was begun ends."""
        self.in_table = False
        self._end_inner()
        for cell in (*self.cells, self.paragraphs):
            self.blocks.extend(cell)
        self.end_paragraph()
        return self.blocks.paragraphs()


class _Document:
    """A document as far as it was read."""

    def __init__(self, file_name: str) -> None:
        self.fonts = Fonts()
        self.omitted = Omitted()
        self._file_name = file_name
        self._state = _State()
        self._around: list[_State] = []
        self._stories = [_Story()]
        self._notes: list[list[str]] = []
        self._info: dict[str, str] = {}
        self._date: dict[str, int] = {}
        self._bytes = bytearray()
        self._to_skip = 0
        self._passable = self._opened = False
        """The group that begins may be passed over by who does not know it; it has only just begun."""

    def take(self, token: Token) -> None:
        """Read the next mark."""
        opened, self._opened = self._opened, False
        if token.kind == "text":
            self._take_bytes(token.text)
            return
        if token.kind != "sign" or not self._to_skip:
            self._decode()
        if token.kind == "brace":
            self._to_skip = 0
            self._open() if token.text == b"{" else self._close()
        elif token.kind == "sign" and token.word == "*":
            self._passable = opened
        elif token.kind == "sign":
            self._sign(token.word)
        else:
            self._word(token.word, token.number)

    def text(self) -> str:
        """Return the text; nothing may be taken after."""
        self._decode()
        while len(self._stories) > 1:
            self._end_story()
        blocks = self._stories[0].blocks
        self._stories[0].end()
        for number, note in enumerate(self._notes, 1):
            blocks.note(number, note)
        return blocks.text()

    def named(self) -> Iterator[Named]:
        """Yield what the fields of the document tell."""
        for name in ("title", "author"):
            yield name, self._info.get(name, ""), f"{name} in the document’s properties"

    def likely(self) -> Iterator[Named]:
        """Yield what is likely of the document."""
        yield "publisher", self._info.get("company", ""), "company in the document’s properties"
        if len(self._date) == len(_DATE):
            year, month, day = (self._date[part] for part in _DATE)
            yield "published", f"{year:04}-{month:02}-{day:02}", "“created” in the document’s properties"

    def _open(self) -> None:
        if len(self._around) > _DEEPEST:
            raise TooDeepError(self._file_name)
        self._around.append(self._state)
        self._state = replace(self._state, tells=False)
        self._passable, self._opened = False, True

    def _close(self) -> None:
        state = self._state
        if state.tells:
            self._end_story()
        if self._around:
            self._state = self._around.pop()
        if state.group == _LABEL != self._state.group:
            label = self._info.pop(_LABEL, "").strip()
            if label and not self._state.why_unseen():
                shown = label if any(map(str.isalnum, label)) else bullet(label)
                self._stories[-1].label = shown
                self._stories[-1].words.say(f"{shown} ")

    def _end_story(self) -> None:
        """Come out of a note or a box."""
        story = self._stories.pop()
        found = story.end()
        if story.kind == "footnote":
            self._notes[self._notes.index([])] = found or [""]
        else:
            self._stories[-1].boxes += found

    def _sign(self, sign: str) -> None:
        if sign in "{}\\":
            self._take_bytes(sign.encode())
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in "\r\n":
            self._word("par", None)
        else:
            self._say(SYMBOLS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if (word in ASIDE or (self._passable and word not in KEPT)) and not state.aside:
            state.aside = True
            if word in _TOLD:
                self.omitted.count(_TOLD[word])
        self._passable = False
        if word == "u":
            sign = chr((number or 0) % _UNIT)
            self._say(sign if state.group else self.fonts.shown(state.font, sign))
            self._to_skip = state.fallback
        elif word == "uc":
            state.fallback = max(number or 0, 0)
        elif word in LABELS and not state.aside:
            state.group = _LABEL
        elif (word == "footnote" or word in BOXES) and not state.aside:
            self._begin_story(word)
        elif not state.take(word, on=number != 0) and not self._describes(word, number) and not state.aside:
            self._lays_out(word, number)

    def _describes(self, word: str, number: int | None) -> bool:
        """Take a word about fonts, encodings and properties; tell whether it was one."""
        state = self._state
        if word == "f":
            state.font = number or 0
        elif word == _FONTS:
            state.group = word
        elif self.fonts.take(word, number, state.font):
            pass
        elif word in _INFO and state.aside:
            state.group = word
            self._info.pop(word, None)  # the Unicode form of one follows it
        elif word in _DATE and state.group == "creatim":
            self._date[word] = number or 0
        else:
            return False
        return True

    def _lays_out(self, word: str, number: int | None) -> None:
        story = self._stories[-1]
        if self._state.group:  # its words are none of the text, and lay nothing out
            self._say(SIGNS.get(word, ""))
        elif word in _PARAGRAPH_ENDS:
            story.end_paragraph()
        elif word == "pard":
            story.in_table, story.depth = False, 1
        elif word == "intbl":
            story.in_table = True
        elif word == "itap":
            story.depth = number or 0
        elif word == "nestcell":
            story.end_inner_cell()
        elif word == "nestrow":
            story.end_inner_row()
        elif word == "cell":
            story.end_cell()
        elif word == "row":
            story.end_row()
        else:
            self._say(SIGNS.get(word, ""))

    def _begin_story(self, word: str) -> None:
        if self._state.why_unseen():
            self._state.aside = True
            return
        if word == "footnote":
            self._notes.append([])
            self._stories[-1].words.say(f"[{len(self._notes)}]", Look(struck=self._state.struck))
        self._stories.append(_Story(word))
        self._state.tells = True
        self._state.above = self._state.below = self._state.struck = False

    def _take_bytes(self, text: bytes) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        self._bytes += text[skipped:]

    def _decode(self) -> None:
        if self._bytes:
            body, self._bytes = bytes(self._bytes), bytearray()
            if self._state.group == _FONTS:
                self.fonts.name(self._state.font, body)
            elif self._state.group == _LABEL and self.fonts.signs(self._state.font) and body.strip():
                self._say(BULLET)
            else:
                self._say(self.fonts.decoded(self._state.font, body))

    def _say(self, text: str) -> None:
        state = self._state
        if state.group:
            self._info[state.group] = self._info.get(state.group, "") + text
        elif text and not state.aside and (why := state.why_unseen()):
            self.omitted.passed(why, text)
        elif text and not state.aside:
            self.omitted.kept()
            self._stories[-1].words.say(text, state.look())
