"""Where the words of a plain text stand when its bytes are read in another encoding."""

from __future__ import annotations

import codecs
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Sized
from itertools import accumulate
from typing import Final, NamedTuple

from briefer.reading.decoding import codec_for
from briefer.wording.control import clean

_LONGEST: Final = 1 << 20
"""Bytes of a line that are looked at one by one."""


class Decoding(NamedTuple):
    """A text, and the name of the encoding in which bytes were read as it."""

    text: str
    encoding: str


class Recoded:
    """Two readings of the same bytes; in a line that somebody corrected, nothing is found."""

    def __init__(self, data: bytes, was: Decoding, now: Decoding) -> None:
        self._was = _Written(data, was.encoding)
        self._now = _Written(data, now.encoding)
        self._lines = _Lines(was.text, self._was.text)
        self._is_known = self._was.is_known and self._now.is_known and self._now.text == now.text

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the bytes of a stretch (code points) stand in the other text, if that is known."""
        if not self._is_known:
            return None
        first, last = self._lines.counterpart(start), self._lines.counterpart(end - 1)
        begins = None if first is None else self._was.bytes_of(first)
        ends = None if last is None else self._was.bytes_of(last)
        if begins is None or ends is None:
            return None
        begin, finish = self._now.place_at(begins[0], ends=False), self._now.place_at(ends[1], ends=True)
        return (begin, finish) if begin is not None and finish is not None and begin < finish else None


class _Lines:
    """A text, and what its file says, which is the same but for lines that somebody corrected."""

    def __init__(self, text: str, read: str) -> None:
        self._is_same = text == read
        self._text, self._read = ([], []) if self._is_same else (text.split("\n"), read.split("\n"))
        self._starts, self._starts_read = _starts(self._text, 1), _starts(self._read, 1)

    def counterpart(self, place: int) -> int | None:
        """Return where a character stands in what the file says, if its line is as it is there."""
        if self._is_same:
            return place
        number = bisect_right(self._starts, place) - 1
        if len(self._text) != len(self._read) or self._text[number] != self._read[number]:
            return None
        return place - self._starts[number] + self._starts_read[number]


class _Table(NamedTuple):
    """At which byte of a line each of its characters begins and ends, and where any may begin."""

    begins: list[int]
    ends: list[int]
    bounds: set[int]


class _Written:
    """Bytes as they are read in an encoding, line by line."""

    def __init__(self, data: bytes, encoding: str) -> None:
        self._codec = codec_for(data, encoding)
        is_wide = self._codec.startswith(("utf-16", "utf-32"))  # in which any byte may be that of a line end
        self._lines = [data] if is_wide else data.splitlines(keepends=True)
        texts = [self._read(line) for line in self._lines] if self._codec else []
        self.text = "".join(texts)
        self.is_known = bool(self._codec) and self.text == self._read(data)
        self._begins, self._starts = _starts(self._lines), _starts(texts)
        self._tables: dict[int, _Table | None] = {}

    def bytes_of(self, place: int) -> tuple[int, int] | None:
        """Return at which bytes a character begins and ends."""
        number = bisect_right(self._starts, place) - 1
        table = self._table(number)
        if table is None:
            return None
        column, begin = place - self._starts[number], self._begins[number]
        return begin + table.begins[column], begin + table.ends[column]

    def place_at(self, byte: int, *, ends: bool) -> int | None:
        """Return the place of what begins, or `ends`, at a byte; None inside a character."""
        number = bisect_right(self._begins, byte - ends) - 1
        table, column = self._table(number), byte - self._begins[number]
        if table is None or column not in table.bounds:
            return None
        return self._starts[number] + bisect_left(table.begins, column)

    def _table(self, number: int) -> _Table | None:
        """Return the table of a line, or None where its characters are not known one by one."""
        if number not in self._tables:
            line, length = self._lines[number], self._starts[number + 1] - self._starts[number]
            table = self._made(line) if len(line) <= _LONGEST else None
            self._tables[number] = table if table and len(table.begins) == length else None
        return self._tables[number]

    def _made(self, line: bytes) -> _Table | None:
        try:
            signs, begins = self._signs(line)
        except UnicodeError:  # some decoders keep a few bytes at most
            return None
        bounds = [*begins, len(line)]
        kept = [place for place, sign in enumerate(signs) if _is_kept(sign, signs[place + 1 : place + 2])]
        return _Table([bounds[place] for place in kept], [bounds[place + 1] for place in kept], set(bounds))

    def _signs(self, line: bytes) -> tuple[str, list[int]]:
        """Return the characters of a line, and the byte at which each begins."""
        decoder = codecs.getincrementaldecoder(self._codec)("replace")
        signs, begins, begin = "", list[int](), 0
        for number in range(len(line)):
            found = decoder.decode(line[number : number + 1], number + 1 == len(line))
            signs += found
            begins += [begin, *[number] * (len(found) - 1)][: len(found)]
            begin = number + 1 if found else begin
        return signs, begins

    def _read(self, data: bytes) -> str:
        return clean(data.decode(self._codec, "replace"))[0]


def _is_kept(sign: str, following: str) -> bool:
    """Tell whether a character of a file is one of its text; of a line end of two only the last is."""
    return bool(clean(sign)[0]) and (sign, following) != ("\r", "\n")


def _starts(lines: Sequence[Sized], between: int = 0) -> list[int]:
    """Return where each line begins, and where one after the last would."""
    return [0, *accumulate(len(line) + between for line in lines)]
