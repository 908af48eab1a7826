"""Plain text and Markdown, in whatever encoding they came."""

from __future__ import annotations

from typing import Final

from briefer.reading.decoding import decoded
from briefer.reading.reading import Extract, Found
from briefer.wording.control import clean

_FRONT: Final = 1 << 16
"""Code points at the beginning of a text in which its title is looked for."""


def read(file_name: str, data: bytes) -> Extract:
    """Read plain text as it stands; raises UnreadableError when the bytes are no text."""
    found = decoded(file_name, data)
    text, dropped = clean(found.text)
    return Extract("Plain text", text, found.encoding, found.guessed, dropped, found.replaced)


def read_markdown(file_name: str, data: bytes) -> Extract:
    """Read Markdown as the text it is; a title of its front matter or first heading is a suggestion."""
    found = decoded(file_name, data)
    text, dropped = clean(found.text)
    return Extract(
        "Markdown", text, found.encoding, found.guessed, dropped, found.replaced,
        suggested=_title(text[:_FRONT]),
    )  # fmt: skip


def _title(text: str) -> dict[str, Found]:
    lines = text.split("\n")
    front = lines[1 : lines.index("---", 1)] if lines[0] == "---" and "---" in lines[1:] else []
    for line in front:
        name, _, title = line.partition(":")
        if name == "title" and (title := title.strip().strip("\"'")):
            return {"title": Found(title, "title in its front matter")}
    for line in lines:
        if line.startswith("# ") and (title := line.strip("# \t")):
            return {"title": Found(title, "its first heading")}
    return {}
