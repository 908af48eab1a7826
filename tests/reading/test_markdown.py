"""Markdown is read as the text it is; its title is suggested."""

from __future__ import annotations

import pytest

from briefer.reading.open import read_bytes
from briefer.reading.reading import Found


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("---\ndate: 2024\ntitle: 'The dam'\n---\n# Else\n", Found("The dam", "title in its front matter")),
        ("---\ndate: 2024\n---\n# The *dam* #\n", Found("The *dam*", "its first heading")),
        ("---\ntitle:\n", None),
        ("It held.\n#tag\n## Below\n", None),
    ],
)
def test_a_title_is_suggested(text: str, suggested: Found | None) -> None:
    found = read_bytes("a.md", text.encode())
    assert (found.text, found.format, found.reference) == (text, "Markdown", {})
    assert found.suggested.get("title") == suggested
