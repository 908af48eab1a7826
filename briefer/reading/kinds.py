"""What a file is, by its first bytes before its name: names lie more often."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from briefer.reading.reading import UnreadableError

TEXT: Final = "text"
MARKDOWN: Final = "markdown"
PLAIN: Final = frozenset({TEXT, MARKDOWN})
"""Kinds of which no file says in which encoding it is, so that one may be chosen."""

_ENDINGS: Final[Mapping[str, str]] = {
    "": TEXT, ".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN,
    ".html": "web", ".htm": "web", ".xhtml": "web", ".mhtml": "archive", ".mht": "archive",
    ".eml": "mail",
}  # fmt: skip
"""Formats that are text themselves, by the ending of a file's name."""
_MAGIC: Final = ((b"{\\rtf", "rtf"), (b"PK\x03\x04", "package"))
_FIRST: Final = 1024
"""Bytes: a PDF's mark may stand anywhere among so many."""
_WEB: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HEADER: Final = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_OF_MAIL: Final = re.compile(
    rb"^(?:from|received|mime-version|message-id|return-path|date):", re.IGNORECASE | re.MULTILINE
)
_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_PICTURES: Final = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF", b"\0\0\0\x0cjP",
)  # fmt: skip

ENDINGS: Final = (".txt", ".md", ".html", ".mhtml", ".pdf", ".docx", ".odt", ".rtf", ".eml")
"""The endings of files that are read, one a format, as they are offered."""
OFFERED: Final = f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}"


def kind_of(file_name: str, data: bytes) -> str:
    """Name the reader for a file (see `open` and `child`); raises UnreadableError when there is none."""
    start = data[:_FIRST]
    ending = Path(file_name).suffix.lower()
    known = _ENDINGS.get(ending)
    if start.startswith(b"%PDF-") or (known is None and b"%PDF-" in start):
        return "pdf"
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if known in {"mail", "archive"}:
        return "mail"
    if known == "web" or _is_web(data[: 1 << 14]):
        return "web"
    if known is not None:
        return "mail" if not ending and _is_mail(data) else known
    raise UnreadableError(_refusal(file_name, data))


def _is_web(start: bytes) -> bool:
    """Tell whether a file begins as a web page does, behind declarations and comments."""
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    while start.startswith((b"<!--", b"<?xml")):
        end = b"-->" if start.startswith(b"<!--") else b">"
        start = start.partition(end)[2].lstrip()
    return _WEB.match(start) is not None


def _is_mail(data: bytes) -> bool:
    """Tell whether a file that no ending names begins with the header of a message."""
    header = _HEADER.match(data[: 1 << 16])
    return header is not None and len(_OF_MAIL.findall(header[0])) > 2  # noqa: PLR2004  # a memo has two


def _refusal(file_name: str, data: bytes) -> str:
    if data.startswith(_OFFICE):
        if _LOCKED in data:
            return f"“{file_name}” is locked with a password; save a copy without one, and add that."
        return f"“{file_name}” is in an old form of Office; save it as .docx or .pdf, and add that."
    if data.startswith(_PICTURES):
        return f"“{file_name}” is a picture, which holds no text that can be marked; add its words as text."
    if Path(file_name).suffix.lower() in ENDINGS:
        return f"“{file_name}” is damaged, or not what its name says; get it from where it came once more."
    return f"“{file_name}” is of a kind that is not read yet; save it as {OFFERED} first."
