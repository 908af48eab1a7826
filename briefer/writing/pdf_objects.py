"""The objects of a PDF file, each written down as soon as it is complete, so that a long brief is held once.

A value is written as it stands if it is a string (a name with its slash, or a word of PDF); words for
readers are `Text`.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final, NamedTuple, TypeAlias

# Bytes beyond ASCII in its second line tell programs that move files that this is no text.
_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ESCAPED: Final = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


class Reference(NamedTuple):
    """Where an object is kept apart: its number, from 1."""

    number: int


class Text(str):
    """Words for a reader."""

    __slots__ = ()


Value: TypeAlias = "str | int | float | Reference | Sequence[Value] | Mapping[str, Value]"
Entries: TypeAlias = "dict[str, Value]"


class Objects:
    """All objects of one file. Its identifier follows from what they say."""

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self._said = sha256()

    def reserve(self) -> Reference:
        """Give the reference to an object that is filled in later."""
        self._written.append(b"")
        return Reference(len(self._written))

    def fill(self, reference: Reference, made: Value) -> None:
        """Write down a reserved object."""
        written = _value(made).encode()
        self._said.update(written)
        self._written[reference.number - 1] = written

    def refer(self, made: Value) -> Reference:
        """Add an object that is complete, and give the reference to it."""
        reference = self.reserve()
        self.fill(reference, made)
        return reference

    def stream(
        self, content: bytes, entries: Mapping[str, Value] | None = None, *, compressed: bool = True
    ) -> Reference:
        """Add a stream."""
        self._said.update(content)
        held = zlib.compress(content) if compressed else content
        filters = ["/FlateDecode"] if compressed else []
        head = _value({**(entries or {}), "Filter": filters, "Length": len(held)})
        reference = self.reserve()
        self._written[reference.number - 1] = b"%b\nstream\n%b\nendstream" % (head.encode(), held)
        return reference

    def name_tree(self, named: Mapping[str, Value]) -> Reference:
        """Add a name tree of one leaf; the names are ASCII."""
        return self.refer({"Names": [part for name in sorted(named) for part in (Text(name), named[name])]})

    def write(self, catalogue: Mapping[str, Value], properties: Mapping[str, Value]) -> bytes:
        """Give the file, and forget its objects."""
        root, information = self.refer(catalogue), self.refer(properties)
        file, offsets = bytearray(_HEADER), [0]
        for number, written in enumerate(self._written, 1):
            offsets.append(len(file))
            file += b"%d 0 obj\n%b\nendobj\n" % (number, written)
            self._written[number - 1] = b""
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets[1:])
        identifier = f"<{self._said.hexdigest()[:32]}>"
        trailer: Entries = {
            "ID": [identifier, identifier], "Info": information, "Root": root, "Size": len(offsets),
        }  # fmt: skip
        end = f"trailer\n{_value(trailer)}\nstartxref\n{len(file)}\n%%EOF\n"
        file += b"xref\n0 %d\n0000000000 65535 f \n%b%b" % (len(offsets), table, end.encode())
        return bytes(file)


def _value(value: Value) -> str:
    match value:
        case Text():
            return _text(value)
        case str():
            return value
        case int() | float():
            return f"{value:.4f}".rstrip("0").rstrip(".")
        case Reference(number=number):
            return f"{number} 0 R"
        case Mapping():
            return "<<\n" + "".join(f"/{name} {_value(value[name])}\n" for name in sorted(value)) + ">>"
        case _:
            return f"[{' '.join(map(_value, value))}]"


def _text(text: str) -> str:
    """Write words as a string in brackets, or beyond ASCII as UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<feff{text.encode('utf-16-be', 'surrogatepass').hex()}>"
