"""A PDF to tamper with object by object; what is written keeps the form that our writer gives a file."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Final

from briefer.checking.discrepancy import Discrepancy
from briefer.checking.pdf_reader import reread
from briefer.checking.printed import Reread
from briefer.checking.verify import verify
from briefer.isolated.pdf_text import read_pdf

_BEGIN: Final = re.compile(rb"(?m)^(\d+) 0 obj\n")
_STREAM: Final = re.compile(rb"\nstream\n")


class Objects:
    """The objects of a file as bytes, from 1."""

    def __init__(self, file: bytes) -> None:
        table = int(re.findall(rb"startxref\n(\d+)\n", file)[-1])
        offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n ", file[table:])]
        ends = [*offsets[1:], table]
        self._head, self._trailer = file[: offsets[0]], file[file.index(b"trailer", table) :]
        self.bodies = {
            number: file[_BEGIN.match(file, begin).end() : end - len(b"\nendobj\n")]  # type: ignore[union-attr]
            for number, (begin, end) in enumerate(zip(offsets, ends, strict=True), 1)
        }

    def numbers(self, having: bytes) -> list[int]:
        """Give the objects whose dictionary has these bytes."""
        return [n for n, body in self.bodies.items() if having in body.partition(b"\nstream")[0]]

    def replace(self, number: int, before: bytes, after: bytes) -> None:
        assert before in self.bodies[number], (number, before)
        self.bodies[number] = self.bodies[number].replace(before, after, 1)

    def contents(self) -> list[int]:
        """Give the numbers of the streams that pages draw, in their order."""
        pages = self.numbers(b"/Type /Page\n") + self.numbers(b"/Type /Page ")
        return [self.reference(number, b"Contents") for number in sorted(pages)]

    def reference(self, number: int, name: bytes) -> int:
        found = re.search(rb"/%b (\d+) 0 R" % name, self.bodies[number])
        assert found is not None
        return int(found[1])

    def stream(self, number: int) -> bytes:
        head, content = _STREAM.split(self.bodies[number], maxsplit=1)
        length = re.search(rb"/Length (\d+)", head)
        assert length is not None
        content = content[: int(length[1])]
        return zlib.decompress(content) if b"FlateDecode" in head else content

    def write(self, number: int, content: bytes) -> None:
        """Put other content into a stream."""
        head = _STREAM.split(self.bodies[number], maxsplit=1)[0]
        packed = zlib.compress(content) if b"FlateDecode" in head else content
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), head)
        head = re.sub(rb"/Length1 \d+", b"/Length1 %d" % len(content), head)
        self.bodies[number] = head + b"\nstream\n" + packed + b"\nendstream"

    def to_bytes(self) -> bytes:
        written = self._head
        offsets = []
        for number, body in self.bodies.items():
            offsets.append(len(written))
            written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        size = len(offsets) + 1
        trailer = re.sub(rb"startxref\n\d+", b"startxref\n%d" % len(written), self._trailer)
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, trailer)
        return written + b"xref\n0 %d\n0000000000 65535 f \n%b%b" % (size, table, trailer)


def read_here(path: Path) -> Reread:
    """Read a PDF again in this process: a child for each of thousands would take long."""
    return reread(read_pdf(str(path)), path.read_bytes())


def judged(path: Path) -> list[Discrepancy]:
    """Verify a PDF in this process."""
    return verify(read_here(path))
