"""Markdown is read as the text it is; its front matter names what it is, its first heading its title."""

from __future__ import annotations

import pytest

from briefer.reading.open import read_bytes
from briefer.reading.reading import Found

FRONT = """---
title: 'The dam: a survey'
author: Ann Lee
date: 2024-05-01
lang: en
tags: none
---
# Else
"""


def test_front_matter_names_the_fields_of_the_reference() -> None:
    found = read_bytes("a.md", FRONT.encode())
    assert (found.text, found.format, found.suggested) == (FRONT, "Markdown", {})
    assert found.reference == {
        "title": Found("The dam: a survey", "title in its front matter"),
        "author": Found("Ann Lee", "author in its front matter"),
        "published": Found("2024-05-01", "date in its front matter"),
        "language": Found("en", "lang in its front matter"),
    }


@pytest.mark.parametrize("line", ["author: [Ann Lee, 'Bo Kim']", "authors: [Ann Lee, Bo Kim]"])
def test_several_authors_are_listed_as_in_other_files(line: str) -> None:
    found = read_bytes("a.md", f"---\n{line}\n---\nIt held.\n".encode())
    assert found.reference["author"].value == "Ann Lee; Bo Kim"


@pytest.mark.parametrize(
    "value",
    ["[[Ann], Bob]", "[]", "['Lee, Ann']", "{name: Ann}", "*who", "!!python/name:os.system x", "|", ""],
)
def test_only_plain_words_of_front_matter_are_taken(value: str) -> None:
    text = f"---\nauthor: {value}\n---\nIt held.\n"
    found = read_bytes("a.md", text.encode())
    assert (found.text, found.reference) == (text, {})


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("---\ntags: 2024\n---\n# The *dam* #\n", Found("The *dam*", "its first heading")),
        ("---\ntitle:\n", None),
        ("It held.\n#tag\n## Below\n", None),
    ],
)
def test_a_heading_is_suggested_as_the_title(text: str, suggested: Found | None) -> None:
    found = read_bytes("a.md", text.encode())
    assert (found.text, found.format, found.reference) == (text, "Markdown", {})
    assert found.suggested.get("title") == suggested
