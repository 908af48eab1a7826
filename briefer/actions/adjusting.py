"""Moving the ends of a passage: what is filed under it, written on it and cited from it stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefer.actions.drafting import edits_of
from briefer.actions.stretches import anchor_at
from briefer.actions.words import LONGEST, typed
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import FEWEST, Passage, Source, Statement

LABEL = "Adjust passage"


def adjust(project: Project, passage: Passage, start: int, end: int) -> Change:
    """Let a passage be `text[start:end]` of its source (code points) instead.

    Where another passage has exactly this span the two become that one, with the tags, notes and
    citations of both. A statement that is the passage word for word and cites nothing else follows
    it. Raises BrieferError for what is no stretch of words, when the passage has left its text, and
    when the two that would become one are all that a difference names.
    """
    source = project.get(Source, passage.source)
    if source is None or passage.anchor.text != source.text or passage.state == "lost":
        raise BrieferError("This passage no longer stands in its source; tag the words anew.")
    if (start, end) == (passage.anchor.start, passage.anchor.end):
        return Change(LABEL, ())
    other = project.passage_at(source, start, end)
    if other is not None:
        return Change(LABEL, (*_one_of(project, passage, other), *_followed(project, passage, other)))
    now = replace(passage, anchor=anchor_at(project, source, start, end), state="anchored")
    return Change(LABEL, (Edit(passage, now), *_followed(project, passage, now)))


def _one_of(project: Project, passage: Passage, other: Passage) -> Iterator[Edit]:
    """Yield what makes one passage of two: the other stands, in every section that either stood in."""
    notes = [note for note in dict.fromkeys((other.note, passage.note)) if note]
    note = typed("\n".join(notes))
    if note != other.note:
        yield Edit(other, replace(other, note=note))
    held = {tag.section for tag in project.tags_of(other)}
    for tag in project.tags_of(passage):
        yield Edit(tag, None if tag.section in held else replace(tag, passage=other.id))


def _followed(project: Project, passage: Passage, now: Passage) -> Iterator[Edit]:
    """Yield what becomes of the statements that cite a passage, and of the passage that gave way."""
    for difference in project.differing(passage):
        named = _renamed(difference.passages, passage, now)
        if len(named) < FEWEST:
            raise BrieferError(
                "The two passages that would become one are named as a difference; remove that first."
            )
        if named != difference.passages:
            yield Edit(difference, replace(difference, passages=named))
    for statement in project.citing(passage):
        cites = _renamed(statement.cites, passage, now)
        after = replace(statement, cites=cites, text=_words(statement, passage, now))
        said = [now if cite == now.id else project.passage(cite) for cite in cites]
        after = replace(after, edits=edits_of(after.kind, after.text, said))
        if after != statement:
            yield Edit(statement, after)
    if now.id != passage.id:
        yield Edit(passage, None)


def _renamed(passages: tuple[str, ...], passage: Passage, now: Passage) -> tuple[str, ...]:
    return tuple(dict.fromkeys(now.id if named == passage.id else named for named in passages))


def _words(statement: Statement, passage: Passage, now: Passage) -> str:
    """Return the words of a statement once the passage it cites says something else."""
    quote = now.anchor.quote
    verbatim = (statement.kind, statement.text) == ("quotation", passage.anchor.quote)
    alone = set(statement.cites) <= {passage.id, now.id}
    may_be_written = len(quote) <= LONGEST and typed(quote) == quote
    return quote if verbatim and alone and may_be_written else statement.text
