"""The parts of a Word file that somebody may have made to harm, read within limits."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefer.errors import BrieferError
from briefer.reading.package import BROKEN, METHODS
from briefer.writing.safe_xml import parse_xml

_MOST_PARTS: Final = 500
_LARGEST: Final = 200_000_000
"""Bytes of all parts together, unpacked: some three times a brief of ten thousand notes."""


class Parts:
    """The XML parts of a package by name, each parsed once, when asked for."""

    def __init__(self, file: bytes, name: str) -> None:
        """Unpack the file of a name; raises BrieferError unless it is a sound archive of reasonable size."""
        self.name = name
        self.content = _unpacked(file, name)
        self._roots: dict[str, Element] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.content

    def root(self, name: str) -> Element:
        """Parse a part; raises BrieferError if it is not there or not plain XML."""
        if name not in self.content:
            raise BrieferError(
                f"“{self.name}” lacks its part “{name}”; it is no brief of ours: export the brief again."
            )
        if name not in self._roots:
            self._roots[name] = parse_xml(self.content[name], name)
        return self._roots[name]


def _unpacked(file: bytes, name: str) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(file)) as archive:
            members = archive.infolist()
            names = {member.filename.casefold() for member in members}
            if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _LARGEST:
                raise BrieferError(f"“{name}” unpacks to more than any brief; it is no brief of ours.")
            if len(names) != len(members):
                raise BrieferError(
                    f"“{name}” has two parts of one name, so nobody can say which one is printed."
                )
            if any(member.compress_type not in METHODS for member in members):
                raise BadZipFile
            return {member.filename: archive.read(member) for member in members if not _is_folder(member)}
    except (*BROKEN, RuntimeError):  # the last for a password
        raise BrieferError(
            f"“{name}” is not a sound Word document; get it again from whoever sent it."
        ) from None


def _is_folder(member: ZipInfo) -> bool:
    """Tell whether an entry is a bare folder, as zip programs put them in; one with bytes is a part."""
    return member.filename.endswith("/") and not (member.file_size or member.compress_size)
