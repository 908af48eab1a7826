"""The source summary: what the brief rests on, in numbers that are counted when it is composed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefer.citing.piece import series
from briefer.citing.terms import KINDS
from briefer.wording.counted import counted
from briefer.writing.compose_notes import NoteBook
from briefer.writing.desk import Desk, sources_behind


def summary(desk: Desk, book: NoteBook) -> str:
    """Say how many sources, passages, notes, kinds, origins and gaps there are."""
    return " ".join((*_cited(desk, book), *_gaps(desk)))


def _cited(desk: Desk, book: NoteBook) -> Iterator[str]:
    cited = [source for source in desk.sources.values() if source.id in book.by_source]
    passages, notes = counted(len(book.by_passage), "passage"), counted(len(book.notes), "note")
    examined = counted(len(desk.sources), "source")
    yield f"This brief cites {len(cited)} of {examined} examined: {passages} in {notes}."
    if cited:
        kinds = Counter(KINDS[source.reference.kind] for source in cited)
        yield f"Kinds: {series([f'{kind} ({count})' for kind, count in sorted(kinds.items())])}."
        yield f"Independent origins: {desk.origins.count(cited).words()}."
    single = [
        section.title
        for section, body in desk.sections
        if desk.origins.count(sources_behind(desk, body)).single
    ]
    if single:
        yield f"Resting on one origin: {series(single)}."


def _gaps(desk: Desk) -> Iterator[str]:
    empty = sum(not body for _, body in desk.sections)
    unresolved = sum(not difference.ruling for difference in desk.differences)
    gaps = [counted(empty, "empty section")] if empty else []
    gaps += [counted(unresolved, "unresolved difference")] if unresolved else []
    if gaps:
        yield f"Gaps: {series(gaps)}."
    fields = [f"the {word} of {len(found)}" for word, found in desk.not_recorded().items() if found]
    if fields:
        yield f"Not recorded: {series(fields)}."
