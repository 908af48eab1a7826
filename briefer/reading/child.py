"""What the child process does for `open`: foreign formats, each read by its own module."""

from __future__ import annotations

from dataclasses import asdict
from importlib import import_module
from typing import Any, Final

from briefer.reading.kinds import MARKDOWN, PLAIN, TEXT
from briefer.reading.reading import Extract, Fields, TooDeepError, UnreadableError

LONGEST: Final = 20_000_000
"""Code points of text that a file may hold."""
_READERS: Final = {
    TEXT: "plain_text:read", MARKDOWN: "plain_text:read_markdown", "mail": "mail:read",
    "package": "package:read", "pdf": "pdf:read", "rtf": "rich_text:read", "web": "web:read",
}  # fmt: skip
_PARTED: Final = {"mail", "web"}
"""Kinds of which a part may be wanted, or the whole."""


def read_foreign(
    file_name: str,
    data: bytes,
    kind: str,
    whole: bool,  # noqa: FBT001  # a child is given its arguments by place
    encoding: str = "",
) -> dict[str, Any]:
    """Read a file of a kind (see `kinds`) into plain values; raises UnreadableError."""
    module, _, function = _READERS[kind].partition(":")
    read = getattr(import_module(f"briefer.reading.{module}"), function)
    try:
        told: dict[str, Any] = {"whole": whole} if kind in _PARTED else {}
        told |= {"encoding": encoding} if kind in PLAIN else {}
        extract: Extract = read(file_name, data, **told)
    except RecursionError:
        raise TooDeepError(file_name) from None
    if len(extract.text) > LONGEST:
        raise UnreadableError(
            f"“{file_name}” holds more than {LONGEST // 1_000_000} million characters; cut it into parts."
        )
    return asdict(extract) | {
        "reference": _plain(extract.reference),
        "suggested": _plain({
            name: found for name, found in extract.suggested.items() if name not in extract.reference
        }),
    }  # fmt: skip


def attached(file_name: str, data: bytes) -> dict[str, list[Any]]:
    """Give the `Attachments` of a message as plain values; raises UnreadableError."""
    from briefer.reading import mail_attached

    try:
        found = mail_attached.attached(file_name, data)
        files = [[file.name, file.data, file.inside, file.listed] for file in found.files]
        return {"files": files, "remarks": [*found.remarks]}
    except RecursionError:
        raise TooDeepError(file_name) from None


def _plain(fields: Fields) -> dict[str, list[str]]:
    return {name: [found.value, found.where] for name, found in fields.items()}
