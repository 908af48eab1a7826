"""Documents that are a zip file of XML parts: Word and OpenDocument."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from briefer.reading.reading import Extract, TooDeepError, UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_PARTS: Final = 20_000
_LARGEST_PART: Final = 64 << 20
"""Bytes, inflated."""
_LARGEST: Final = 128 << 20
"""Bytes of all parts that are read."""
_DENSEST: Final = 1000
"""Inflated bytes to one of the file: no text is so dull."""
_SMALL: Final = 1 << 20
"""Bytes that may be as dull as they like."""
_LOCKED: Final = 0x1
METHODS: Final = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""How parts are packed in documents, and no other way (ISO 29500-2, annex B; OpenDocument 1.3, part 2)."""
BROKEN: Final = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, struct.error, zlib.error)
"""What zipfile raises: for no archive, a cut end, an unknown method, a place outside the file, a bad date,
a short header, bad data.
"""


def read(file_name: str, data: bytes) -> Extract:
    """Read the document that a zip file holds; raises UnreadableError."""
    from briefer.reading import open_document, word

    package = Package(file_name, data)
    if word.main_part(package):
        return word.read(package)
    if open_document.is_text(package):
        return open_document.read(package)
    raise UnreadableError(
        f"“{file_name}” is no document of Word or OpenDocument, but another package;"
        " unpack it, or save it as .docx or .odt, and add that."
    )


class Package:
    """The parts of a zip file by name, each inflated when it is asked for, within limits.

    A name is only ever looked up here: nothing is written to a disk, so a path leads nowhere.
    """

    def __init__(self, file_name: str, data: bytes) -> None:
        self.file_name = file_name
        self._read = 0
        try:
            self._zip = ZipFile(BytesIO(data))
        except BROKEN as error:
            raise self.damaged() from error
        self._parts = {part.filename: part for part in self._zip.infolist()}
        if len(self._parts) < len(self._zip.infolist()):  # two parts of one name: which is meant?
            raise self.damaged()
        if len(self._parts) > _MOST_PARTS:
            raise UnreadableError(f"“{file_name}” has more than {_MOST_PARTS:,} parts, as no document has.")

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def part(self, name: str) -> bytes:
        """Inflate a part, or return nothing when there is none; raises UnreadableError."""
        found = self._parts.get(name)
        if found is None:
            return b""
        if found.flag_bits & _LOCKED:
            raise self.locked()
        if found.compress_type not in METHODS:
            raise self.damaged()
        body = self._inflated(found)
        self._read += len(body)
        dense = len(body) > _SMALL and len(body) > _DENSEST * max(found.compress_size, 1)
        if len(body) > _LARGEST_PART or self._read > _LARGEST or dense:
            raise UnreadableError(
                f"“{self.file_name}” unpacks to far more than a document holds, and was left alone;"
                " get it from elsewhere."
            )
        return body

    def tree(self, name: str) -> _Element | None:
        """Parse a part as XML, or return nothing when there is none; raises UnreadableError."""
        from briefer.reading.markup import DeepMarkupError, MarkupError, parse

        body = self.part(name)
        try:
            return parse(body) if body else None
        except DeepMarkupError as error:
            raise TooDeepError(self.file_name) from error
        except MarkupError as error:
            raise self.damaged() from error

    def damaged(self) -> UnreadableError:
        """Say that the file is not what it should be."""
        return UnreadableError(f"“{self.file_name}” is damaged; get it again from whoever sent it.")

    def locked(self) -> UnreadableError:
        """Say that the file needs a password."""
        return UnreadableError(
            f"“{self.file_name}” is locked with a password; save a copy without one, and add that."
        )

    def _inflated(self, part: ZipInfo) -> bytes:
        try:
            with self._zip.open(part) as body:
                return body.read(_LARGEST_PART + 1)
        except BROKEN as error:
            raise self.damaged() from error
