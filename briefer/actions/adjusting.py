"""Moving the ends of a passage: what is filed under it, written on it and cited from it stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefer.actions.following import followed, renamed
from briefer.actions.stretches import anchor_at
from briefer.actions.words import typed
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import FEWEST, UNSETTLED, Passage, Source

LABEL = "Adjust passage"


def adjust(project: Project, passage: Passage, start: int, end: int) -> Change:
    """Let a passage be `text[start:end]` of its source (code points) instead.

    Where another passage has exactly this span the two become that one, with the tags, notes and
    citations of both. A statement that is the passage word for word and cites nothing else follows
    it. Raises BrieferError for what is no stretch of words, when the passage has left its text, and
    when the two that would become one are all that a difference names.
    """
    source = project.get(Source, passage.source)
    if source is None or passage.anchor.text != source.text or passage.state in UNSETTLED:
        raise BrieferError("This passage no longer stands in its source; tag the words anew.")
    if (start, end) == (passage.anchor.start, passage.anchor.end):
        return Change(LABEL, ())
    return Change(LABEL, tuple(placed(project, source, passage, start, end)))


def placed(
    project: Project, source: Source, passage: Passage, start: int, end: int, *, was: str = ""
) -> Iterator[Edit]:
    """Yield the edits that let a passage be a stretch of its source's current text; raises BrieferError.

    What rests on it is to be looked at again if there `was` something else.
    """
    other = project.passage_at(source, start, end)
    if other is not None and other.id != passage.id:
        yield from _one_of(project, passage, other, was)
        yield from _followed(project, passage, other)
        return
    now = replace(_seen(passage, was), anchor=anchor_at(project, source, start, end))
    yield Edit(passage, now)
    yield from _followed(project, passage, now)


def _seen(passage: Passage, was: str) -> Passage:
    return replace(passage, state="moved" if was else "anchored", was=was)


def _one_of(project: Project, passage: Passage, other: Passage, was: str) -> Iterator[Edit]:
    """Yield what makes one passage of two: the other stands, in every section that either stood in."""
    notes = [note for note in dict.fromkeys((other.note, passage.note)) if note]
    note = typed("\n".join(notes))
    after = replace(_seen(other, other.was or was) if was else other, note=note)
    if after != other:
        yield Edit(other, after)
    held = {tag.section for tag in project.tags_of(other)}
    for tag in project.tags_of(passage):
        yield Edit(tag, None if tag.section in held else replace(tag, passage=other.id))


def _followed(project: Project, passage: Passage, now: Passage) -> Iterator[Edit]:
    """Yield what becomes of the statements that cite a passage, and of the passage that gave way."""
    for difference in project.differing(passage):
        named = renamed(difference.passages, {passage.id: now})
        if len(named) < FEWEST:
            raise BrieferError(
                "The two passages that would become one are named as a difference; remove that first."
            )
        if named != difference.passages:
            yield Edit(difference, replace(difference, passages=named))
    yield from followed(project, {passage.id: now})
    if now.id != passage.id:
        yield Edit(passage, None)
