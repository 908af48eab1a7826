"""What becomes of statements when the passages they cite stand elsewhere or say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefer.actions.drafting import edits_of
from briefer.actions.words import LONGEST, typed
from briefer.model.change import Edit
from briefer.model.project import Project
from briefer.model.records import (
    IN_PLACE,
    Difference,
    Passage,
    Record,
    Records,
    Statement,
    of,
)
from briefer.wording.folding import as_said


def followed(project: Project, now: Mapping[str, Passage]) -> Iterator[Edit]:
    """Yield the edits of statements that cite passages which are, by their id until now, these from now on.

    A statement that is its one passage word for word follows it.
    """
    known = {passage.id: passage for passage in now.values()}
    citing = (statement for passage in now for statement in project.citing(project.passage(passage)))
    for statement in {statement.id: statement for statement in citing}.values():
        cites = renamed(statement.cites, now)
        after = replace(statement, cites=cites, text=_words(project, statement, now))
        said = [known.get(cite) or project.passage(cite) for cite in cites]
        after = replace(after, edits=edits_of(after.kind, after.text, said))
        if after != statement:
            yield Edit(statement, after)


def follow(now: Records, sides: Sequence[Records]) -> Iterator[Statement]:
    """Yield the quotations of passages that no longer say what one of two sides had them say.

    One that is its one passage word for word, on either side, follows it.
    """
    moved = {
        one.id: was
        for one in of(Passage, now)
        if (was := {quote for side in sides for quote in _quotes(side.get(one.id))} - {one.anchor.quote})
    }
    for statement in of(Statement, now):
        if statement.kind != "quotation" or not any(cite in moved for cite in statement.cites):
            continue
        said = [one for one in (now[cite] for cite in statement.cites) if isinstance(one, Passage)]
        text, quote = statement.text, said[0].anchor.quote
        if len(said) == 1 and text in moved[said[0].id] and _may_be_written(quote):
            text = quote
        after = replace(statement, text=text, edits=edits_of(statement.kind, text, said))
        if after != statement:
            yield after


def warned(now: Records, sides: Sequence[Records]) -> Iterator[Passage]:
    """Yield the passages on which something rests that nobody who wrote it saw say what they say now.

    Each counts as moved, with what it said where that was written, until somebody looks at it. Quotations
    are compared with their passages word for word anyway.
    """
    met: dict[str, list[str]] = {}
    for record in now.values():
        if isinstance(record, Difference) or (isinstance(record, Statement) and record.kind != "quotation"):
            for name in named(record):
                met.setdefault(name, []).extend(_met(record, name, sides))
    for passage in (one for one in of(Passage, now) if one.state in IN_PLACE and not one.was):
        words = met.get(passage.id, [])
        if words and as_said(passage.anchor.quote) not in map(as_said, words):
            yield replace(passage, state="moved", was=words[0])


def _met(record: Statement | Difference, passage: str, sides: Sequence[Records]) -> Iterator[str]:
    """Yield what a passage says on the sides where a record names it."""
    for side in sides:
        mine = side.get(record.id)
        if isinstance(mine, Statement | Difference) and passage in named(mine):
            yield from _quotes(side.get(passage))


def named(record: Statement | Difference) -> tuple[str, ...]:
    """Return the ids of the passages on which a statement or a difference rests."""
    return record.cites if isinstance(record, Statement) else record.passages


def _quotes(record: Record | None) -> Iterator[str]:
    if isinstance(record, Passage):
        yield record.anchor.quote


def renamed(passages: tuple[str, ...], now: Mapping[str, Passage]) -> tuple[str, ...]:
    """Return the ids of passages as they are from now on, each once."""
    return tuple(dict.fromkeys(now[named].id if named in now else named for named in passages))


def _words(project: Project, statement: Statement, now: Mapping[str, Passage]) -> str:
    """Return the words of a statement once the passages it cites say something else."""
    passages = {cite: now.get(cite) or project.passage(cite) for cite in statement.cites}
    verbatim = [
        passage.anchor.quote
        for cite, passage in passages.items()
        if (statement.kind, statement.text) == ("quotation", project.passage(cite).anchor.quote)
    ]
    alone = len({passage.id for passage in passages.values()}) == 1
    return verbatim[0] if alone and verbatim and _may_be_written(verbatim[0]) else statement.text


def _may_be_written(quote: str) -> bool:
    return len(quote) <= LONGEST and typed(quote) == quote
