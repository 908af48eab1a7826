"""Whether bookmarks, and the links to them, stand on the words and at the notes that they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from briefer.checking.printed import Aside
from briefer.checking.sequences import unmarked
from briefer.checking.word_text import Bookmark, Story
from briefer.citing.bookmarks import EVIDENCE, quotation_bookmark
from briefer.citing.citation import SHORT_ID
from briefer.writing.docx_xml import bookmark_name
from briefer.writing.evidence import Evidence

_NOTE: Final = re.compile(r"_Note(\d+)")
_FOOT: Final = re.compile(r"_Foot(\d+)")
_SOURCE: Final = re.compile(r"_Source(S\d+)")


def misplaced(evidence: Evidence, body: Story, notes: Story, words: Sequence[str]) -> Iterator[Aside]:
    """Yield each bookmark and link that leads a reader astray; `words` are the notes by number."""
    yield from _quotations(evidence, body.bookmarks)
    for bookmark in body.bookmarks:
        number = _NOTE.fullmatch(bookmark.name)
        if number and int(number[1]) != bookmark.notes + 1:
            yield Aside(f"the mark of note {bookmark.notes + 1}", f"(bookmark {bookmark.name})", "")
        if not bookmark.words.startswith(_beginning(bookmark.name)):
            yield Aside(f"the bookmark {bookmark.name}", bookmark.words, _beginning(bookmark.name))
    for bookmark in notes.bookmarks:
        number = _FOOT.fullmatch(bookmark.name)
        if number and bookmark.words.removeprefix("\t") not in words[int(number[1]) - 1 : int(number[1])]:
            yield Aside(f"the bookmark {bookmark.name}", bookmark.words, "")
    there = {bookmark.name for bookmark in (*body.bookmarks, *notes.bookmarks)}
    for jump in (*body.jumps, *notes.jumps):
        if jump.target not in there or _shown(jump.target) not in jump.words:
            yield Aside(f"the link of “{jump.words}”", f"(leads to {jump.target})", "")


def _quotations(evidence: Evidence, bookmarks: Sequence[Bookmark]) -> Iterator[Aside]:
    """Yield the quotations whose bookmark, which names the passage, is lost or stands on other words."""
    said = {bookmark.name: unmarked(bookmark.words) for bookmark in bookmarks}
    words = {passage.id: passage.quote for passage in evidence.passages}
    times: Counter[str] = Counter()
    for quoted in evidence.quoted:
        times[quoted.passage] += 1
        name = bookmark_name(quotation_bookmark(quoted.passage, times[quoted.passage]))
        quote = words.get(quoted.passage, "")
        if not said.get(name, "").startswith(quote):
            yield Aside(f"the bookmark of passage {quoted.passage[:SHORT_ID]}", said.get(name, ""), quote)


def _beginning(name: str) -> str:
    """Give how the paragraph of a bookmark begins: with a source's label, or a passage's id."""
    if name.startswith(EVIDENCE):
        return name.removeprefix(EVIDENCE)[:SHORT_ID]
    label = _SOURCE.fullmatch(name)
    return label[1] if label else ""


def _shown(target: str) -> str:
    """Give what words that lead to a bookmark have in them."""
    number = _NOTE.fullmatch(target)
    return number[1] if number else _beginning(target)
