"""The objects of a PDF in the one form that our writer gives it, every byte accounted for.

One revision, all objects in a row, one table that says where they are: so every reader of PDF finds the
same objects. Whatever has another form is refused, though it may be a sound PDF.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

_LARGEST: Final = 400_000_000
"""Bytes of all streams together, inflated."""
_DEEPEST: Final = 40

_HEADER: Final = re.compile(rb"%PDF-1\.7\n%[^\n]*\n")
_BEGIN: Final = re.compile(rb"(\d+) 0 obj\n")
_STREAM: Final = re.compile(rb"\nstream\n")
_END_STREAM: Final = re.compile(rb"\nendstream")
_END: Final = re.compile(rb"\nendobj\n")
_TABLE: Final = re.compile(rb"xref\n0 (\d+)\n0000000000 65535 f \n((?:\d{10} 00000 n \n)*)trailer\n")
_TAIL: Final = re.compile(rb"\nstartxref\n(\d+)\n%%EOF\n")
_TOKEN: Final = re.compile(
    rb"[ \n]*"
    rb"(?:(?P<reference>\d+) 0 R(?![A-Za-z0-9])|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
    rb"|/(?P<name>[^\x00-\x20()<>\[\]{}/%]*)|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>|\((?P<text>(?:[^()\\]|\\.)*)\)|(?P<word>true|false|null))",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_WORDS: Final = {b"true": True, b"false": False, b"null": None}

Value = Any
"""A number, text, Name, Reference, list, dictionary by name, True, False or None."""
Entries = dict[str, Value]


class NotOursError(Exception):
    """The file has not the form of our writer."""


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Reference(NamedTuple):
    """Where an object is kept apart."""

    number: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream with its content inflated."""

    entries: Entries
    content: bytes


class Objects:
    """The objects of a file by number."""

    def __init__(self, file: bytes) -> None:
        """Read all objects; raises NotOursError unless the file is nothing but them, in our form."""
        self._left = _LARGEST
        self._file = file
        self._objects: dict[int, Value] = {}
        offsets: list[int] = []
        place = self._match(_HEADER, 0).end()
        while begin := _BEGIN.match(file, place):
            if int(begin[1]) != len(offsets) + 1:
                raise NotOursError
            offsets.append(place)
            self._objects[len(offsets)], place = self._object(begin.end())
        table = self._match(_TABLE, place)
        listed = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        self.trailer, after = self._value(table.end())
        tail = self._match(_TAIL, after)
        whole = int(table[1]) == len(offsets) + 1 and table[2] == listed and int(tail[1]) == place
        if not whole or tail.end() != len(file):
            raise NotOursError

    def __len__(self) -> int:
        return len(self._objects)

    def get(self, value: Value) -> Value:
        """Follow a reference, if it is one."""
        return self._objects.get(value.number) if isinstance(value, Reference) else value

    def entries(self, value: Value, allowed: AbstractSet[str] | None = None) -> Entries:
        """Follow a reference to a dictionary; raises NotOursError if it is none, or has other entries."""
        found = self.get(value)
        if not isinstance(found, dict) or (allowed is not None and found.keys() - allowed):
            raise NotOursError
        return found

    def items(self, value: Value) -> list[Value]:
        """Follow a reference to an array; raises NotOursError if it is none."""
        found = self.get(value)
        if not isinstance(found, list):
            raise NotOursError
        return found

    def stream(self, value: Value) -> Stream:
        """Follow a reference to a stream; raises NotOursError if it is none."""
        found = self.get(value)
        if not isinstance(found, Stream):
            raise NotOursError
        return found

    def _match(self, pattern: re.Pattern[bytes], place: int) -> re.Match[bytes]:
        found = pattern.match(self._file, place)
        if found is None:
            raise NotOursError
        return found

    def _object(self, place: int) -> tuple[Value, int]:
        value, place = self._value(place)
        if begin := _STREAM.match(self._file, place):
            value, place = self._stream(value, begin.end())
        return value, self._match(_END, place).end()

    def _stream(self, entries: Value, place: int) -> tuple[Stream, int]:
        length = entries.get("Length") if isinstance(entries, dict) else None
        if not isinstance(length, int) or not 0 <= length <= len(self._file):
            raise NotOursError
        content = self._file[place : place + length]
        match entries.get("Filter"):
            case None | []:
                pass
            case ["FlateDecode"]:
                content = self._inflated(content)
            case _:
                raise NotOursError
        return Stream(entries, content), self._match(_END_STREAM, place + length).end()

    def _inflated(self, content: bytes) -> bytes:
        inflating = zlib.decompressobj()
        try:
            found = inflating.decompress(content, self._left)
        except zlib.error:
            raise NotOursError from None
        self._left -= len(found)
        if not inflating.eof or inflating.unused_data or self._left <= 0:
            raise NotOursError
        return found

    def _value(self, place: int, depth: int = 0) -> tuple[Value, int]:
        token = self._match(_TOKEN, place)
        if token["open"] is None:
            return _plain(token), token.end()
        if depth > _DEEPEST:
            raise NotOursError
        held, place = [], token.end()
        while True:
            token_ahead = self._match(_TOKEN, place)
            if token_ahead["close"] is not None:
                break
            value, place = self._value(place, depth + 1)
            held.append(value)
        if (token["open"] == b"[") != (token_ahead["close"] == b"]"):
            raise NotOursError
        return (held if token["open"] == b"[" else _dictionary(held)), token_ahead.end()


def _plain(token: re.Match[bytes]) -> Value:
    kind = token.lastgroup
    found = token[kind or 0]
    match kind:
        case "reference":
            return Reference(int(found))
        case "number":
            return float(found) if b"." in found or b"e" in found.lower() else int(found)
        case "name":
            return Name(found.decode("latin-1"))
        case "hex":
            digits = b"".join(found.split()).decode()
            return bytes.fromhex(digits + "0" * (len(digits) % 2))
        case "text":
            return _ESCAPE.sub(_unescaped, found)
        case "word":
            return _WORDS[found]
        case _:
            raise NotOursError


def _unescaped(match: re.Match[bytes]) -> bytes:
    found = match[1]
    return bytes([int(found, 8) & 0xFF]) if found[:1].isdigit() else _ESCAPED.get(found, found)


def _dictionary(held: list[Value]) -> Entries:
    names, values = held[::2], held[1::2]
    if len(names) != len(values) or not all(isinstance(name, Name) for name in names):
        raise NotOursError
    found = {str(name): value for name, value in zip(names, values, strict=True)}
    if len(found) != len(names):
        raise NotOursError
    return found


def words_of(text: Value) -> str:
    """Return a text string as words: UTF-16 with its mark, else ASCII."""
    if not isinstance(text, bytes):
        raise NotOursError
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be", "replace")
    return text.decode("latin-1")
