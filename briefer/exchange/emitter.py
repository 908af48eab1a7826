"""Write YAML in one form only, so that the same project is always the same bytes.

It is our own because the form must not change with a library's version, line width or taste:
a key in the order given, two spaces a level, every text in double quotes on one line, and a long
text as a literal block, which a person can read and `diff` can compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefer.exchange.events import Tree

_LONG: Final = 64
"""Code points from which a text of several lines becomes a block; the context of an anchor never does."""

_VERY_LONG: Final = 1000
"""Code points from which a single line becomes one too."""

_PLAIN_KEY: Final = re.compile(r"[a-z]+(?:_[a-z]+)*\Z")
_WORDS: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})

# What YAML forbids, takes for a line end, or a reader may drop; a block cannot escape it.
_ODD: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff"
_UNBLOCKABLE: Final = re.compile(f"[{_ODD}]")
_ESCAPED: Final = re.compile(f'["\\\\\\t\\n{_ODD}]')
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n"}


def write(tree: dict[str, Tree]) -> str:
    """Return the YAML of a mapping (not an empty one), which `events.read` reads back as it was."""
    return "".join(f"{line}\n" for line in _collection(tree, ""))


def _collection(tree: dict[str, Tree] | list[Tree], indent: str) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, inner in tree.items():
            yield from _entry(f"{indent}{_key(key)}:", inner, indent)
        return
    for inner in tree:
        if isinstance(inner, dict) and inner:
            first, *others = _collection(inner, indent + "  ")
            yield f"{indent}- {first.removeprefix(indent + '  ')}"
            yield from others
        else:
            yield from _entry(f"{indent}-", inner, indent)


def _entry(head: str, inner: Tree, indent: str) -> Iterator[str]:
    if isinstance(inner, dict | list) and inner:
        yield head
        yield from _collection(inner, indent + "  ")
    elif isinstance(inner, str) and _suits_block(inner):
        yield f"{head} {_block(inner, indent + '  ')}"
    else:
        yield f"{head} {_short(inner)}"


def _key(key: str) -> str:
    return key if _PLAIN_KEY.match(key) and key not in _WORDS else _quoted(key)


def _short(inner: Tree) -> str:
    if isinstance(inner, str):
        return _quoted(inner)
    if inner is None:
        return "null"
    if isinstance(inner, bool):
        return "true" if inner else "false"
    if isinstance(inner, int):
        return str(inner)
    return "{}" if isinstance(inner, dict) else "[]"


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"


def _suits_block(text: str) -> bool:
    long = len(text) > (_LONG if "\n" in text else _VERY_LONG)
    return long and not text.isspace() and not _UNBLOCKABLE.search(text)


def _block(text: str, indent: str) -> str:
    """Return a literal block: how far it is indented where its first line hides that, and its ends."""
    hidden = "2" if text[0] in " \t\n" else ""
    ends = "-" if text[-1] != "\n" else "+" if text[-2] == "\n" else ""
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([f"|{hidden}{ends}", *(indent + line if line else "" for line in lines)])
