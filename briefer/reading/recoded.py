"""Where the words of a plain text stand when its bytes are read in another encoding."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final, NamedTuple

from briefer.reading.encodings import codec_of

_LINE_END: Final = re.compile(rb"\r\n|[\n\r\v\f]")


class Decoding(NamedTuple):
    """A text, and the name of the encoding in which bytes were read as it."""

    text: str
    encoding: str


class Recoded:
    """Two readings of the same bytes, line by line, as far as they have the same lines.

    They have in encodings that write ASCII as ASCII has it; in others, and in a line that somebody
    corrected, nothing is found.
    """

    def __init__(self, data: bytes, was: Decoding, now: Decoding) -> None:
        self._data = _LINE_END.split(data)
        self._was = _Lines(was)
        self._now = _Lines(now)
        self._is_known = len(self._data) == len(self._was.lines) == len(self._now.lines)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the bytes of a stretch (code points) stand in the other text, if that is known."""
        first, last = self._found(start), self._found(end)
        return (first, last) if first is not None and last is not None and first < last else None

    def _found(self, place: int) -> int | None:
        number = bisect_right(self._was.starts, place) - 1
        if not self._is_known or not all(
            one.has(number, self._data[number]) for one in (self._was, self._now)
        ):
            return None
        before = self._was.lines[number][: place - self._was.starts[number]]
        try:
            data = before.encode(self._was.codec)
            words = data.decode(self._now.codec)
        except UnicodeError:  # in the middle of a character
            return None
        return self._now.starts[number] + len(words) if self._data[number].startswith(data) else None


class _Lines:
    def __init__(self, decoding: Decoding) -> None:
        self.codec = codec_of(decoding.encoding)
        self.lines = decoding.text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def has(self, number: int, line: bytes) -> bool:
        """Tell whether a line is what these bytes are read as, each of them."""
        try:
            return bool(self.codec) and line.decode(self.codec) == self.lines[number]
        except UnicodeError:
            return False
