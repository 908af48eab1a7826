"""Whether bookmarks, and the links to them, stand on the words and at the notes that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefer.checking.leads import FOOT, NOTE, begins, called, first_word, leads
from briefer.checking.printed import Aside
from briefer.checking.word_text import Story
from briefer.citing.bookmarks import quotation_bookmark
from briefer.citing.citation import SHORT_ID
from briefer.writing.docx_xml import bookmark_name
from briefer.writing.evidence import Evidence


class NotesDue(NamedTuple):
    """The number that each printed note should have, by the one it has, and the notes by that number."""

    numbers: Mapping[int, int]
    words: Mapping[int, str]


def misplaced(
    evidence: Evidence, body: Story, paragraphs: Sequence[str], notes: Story, due: NotesDue
) -> Iterator[Aside]:
    """Yield each bookmark and link that leads a reader astray.

    What is gone together with its words, as a section is, is told where these are missing.
    """
    yield from _quotations(
        evidence, {mark.name: paragraphs[mark.place] for mark in body.bookmarks}, paragraphs
    )
    for bookmark in body.bookmarks:
        number = NOTE.fullmatch(bookmark.name)
        if number and int(number[1]) != due.numbers.get(bookmark.notes + 1):
            yield Aside(f"the mark of note {bookmark.notes + 1}", f"(bookmark {bookmark.name})", "")
        if not begins(bookmark.name, bookmark.words):
            yield Aside(f"the bookmark {bookmark.name}", bookmark.words, "")
    for bookmark in notes.bookmarks:
        number = FOOT.fullmatch(bookmark.name)
        note = int(number[1]) if number else 0
        if note and bookmark.words.removeprefix("\t") != due.words.get(note, _of(evidence.notes, note)):
            yield Aside(f"the bookmark {bookmark.name}", bookmark.words, "")
    there = {bookmark.name for bookmark in (*body.bookmarks, *notes.bookmarks)}
    gone = Counter(evidence.body) - Counter(paragraphs)
    begun = {first_word(words) for words in gone}
    for jump in (*body.jumps, *notes.jumps):
        known = jump.words in gone or called(jump.target) in begun
        lost = jump.target not in there and not known
        if lost or not leads(jump.target, jump.words):
            yield Aside(f"the link of “{jump.words}”", f"(leads to {jump.target})", "")


def _of(notes: Sequence[str], number: int) -> str:
    return notes[number - 1] if 0 < number <= len(notes) else ""


def _quotations(evidence: Evidence, said: Mapping[str, str], printed: Sequence[str]) -> Iterator[Aside]:
    """Yield the quotations whose bookmark, which names the passage, is lost or stands on other words."""
    there = set(printed)
    times: Counter[str] = Counter()
    for quoted in evidence.quoted:
        times[quoted.passage] += 1
        name = bookmark_name(quotation_bookmark(quoted.passage, times[quoted.passage]))
        words = "".join(evidence.body[quoted.place : quoted.place + 1])
        if words in there or name in said:
            yield Aside(f"the bookmark of passage {quoted.passage[:SHORT_ID]}", said.get(name, ""), words)
