"""What a brief says of its passages, composed anew from the texts of a project: notes, annex, sources.

The texts are those that the evidence names, former ones too: what was changed in the project since is no
fault of the brief. What it says of the sources themselves is compared with what is recorded today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefer.checking.discrepancy import Discrepancy, foreign
from briefer.checking.former_desk import FormerDesk
from briefer.checking.sequences import differences, runs
from briefer.citing.piece import series
from briefer.citing.styles import STYLES
from briefer.model.project import Project
from briefer.writing.brief import Block, Heading, Paragraph, Run, passages_noted, plain_words, words_of
from briefer.writing.compose_annex import EXPLAINED, annex
from briefer.writing.compose_directions import closed
from briefer.writing.compose_notes import NoteBook
from briefer.writing.compose_sources import source_list
from briefer.writing.evidence import Evidence

OTHER_RECORDS: Final = "other-records"
"""The rule of a brief that says of its sources what the project does not record today."""
_LISTED: Final = frozenset({"cited", "examined"})
_NUMBER: Final = "[0-9a-f][0-9a-f–]*"
_PLACES: Final = re.compile(
    rf"\b(?:pp?\.|paras?\.|lines?|passages?|SHA-256) {_NUMBER}(?:(?:,| and) {_NUMBER})*"
)
"""What a note says of its passages, and not of their source: places, ids, the hash of the file."""


class _Notes(NamedTuple):
    """Notes composed anew, and the places of those that say something else: of passages, of sources."""

    book: NoteBook
    words: list[str]
    misplaced: list[int]
    renamed: list[int]


def recomposed_findings(evidence: Evidence, project: Project) -> Iterator[Discrepancy]:
    """Yield where notes and annex do not say what the texts make them say.

    The evidence must agree with itself and with the texts. What is recorded otherwise today is information.
    """
    desk = FormerDesk(project, evidence)
    notes = min(_attempts(desk, evidence), key=lambda one: (len(one.misplaced), len(one.renamed)))
    for place in notes.misplaced:
        should = "".join(notes.words[place : place + 1])
        yield foreign(f"note {place + 1}", "it names other places", evidence.notes[place], should)
    renamed = [f"note {place + 1}" for place in notes.renamed]
    renamed += _relisted(desk, notes.book, evidence)
    if "annex" in evidence.parts:
        blocks = list(annex(desk, notes.book))
        others = list(_otherwise(evidence.body, blocks))
        yield from (one for one in others if isinstance(one, Discrepancy))
        renamed += [one for one in others if isinstance(one, str)]
    if renamed:
        yield _recorded_otherwise(renamed)


def _attempts(desk: FormerDesk, evidence: Evidence) -> Iterator[_Notes]:
    """Write the notes in style after style until they are those of the brief: nothing names its style."""
    noted = passages_noted(evidence.cited)
    joined = (True,) if len(noted) < len(evidence.cited) else (False, True)
    for style, together in ((style, together) for style in STYLES for together in joined):
        book = NoteBook(desk, style, joined=together)
        for number in sorted(noted):
            book.marks([desk.passages[passage] for passage in noted[number]])
        words = [plain_words(note.inlines) for note in book.notes]
        found = _Notes(book, words, [], [])
        for place, note in enumerate(evidence.notes):
            if words[place : place + 1] == [note]:
                continue
            same = place < len(words) and _PLACES.findall(words[place]) == _PLACES.findall(note)
            (found.renamed if same else found.misplaced).append(place)
        yield found
        if not (found.renamed or found.misplaced):
            return


def _relisted(desk: FormerDesk, book: NoteBook, evidence: Evidence) -> list[str]:
    """Name the list of sources if it lacks an entry as it would be today."""
    printed = set(evidence.body)
    entries = map(closed, source_list(desk, book, _LISTED & set(evidence.parts)))
    same = all(printed.issuperset(words_of(entry)) for entry in entries if isinstance(entry, Paragraph))
    return [] if same else ["the list of sources"]


def _otherwise(body: Sequence[str], blocks: Sequence[Block]) -> Iterator[Discrepancy | str]:
    """Yield where the annex, which ends before the last line, is not as composed anew, or a title in it."""
    due = [words for block in blocks for words in words_of(block)]
    # A source may say what explains the annex, too, but not below the annex's title.
    places = [place for place, words in enumerate(body) if words == EXPLAINED]
    begin = max(places, key=lambda place: (body[place - 1] == due[0], place), default=len(body)) - 1
    for run in runs(differences(body[begin:-1], due)):
        each = run[0]
        if each.kind == "changed" and isinstance(blocks[each.due], Heading):
            yield "the annex"
        else:
            where = _passage(blocks[: each.due + 1])
            yield foreign(where, "the text says something else there", each.found, each.promised)


def _passage(blocks: Sequence[Block]) -> str:
    """Name the passage whose entry in the annex these blocks end in."""
    for block in reversed(blocks):
        if isinstance(block, Paragraph) and block.bookmarks and isinstance(block.inlines[0], Run):
            return f"the annex’s passage {block.inlines[0].text}"
    return "the annex"


def _recorded_otherwise(places: Sequence[str]) -> Discrepancy:
    where = series(list(dict.fromkeys(places)))
    message = (
        f"The brief says of its sources what the project does not record of them today, in {where}: "
        "compare them, for the records were changed since, or the brief was."
    )
    return Discrepancy(OTHER_RECORDS, "information", message, where)
