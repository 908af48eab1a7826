"""What becomes of statements when the passages they cite stand elsewhere or say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefer.actions.drafting import edits_of
from briefer.actions.words import LONGEST, typed
from briefer.model.change import Edit
from briefer.model.project import Project
from briefer.model.records import Passage, Statement


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
    may_be_written = verbatim and len(verbatim[0]) <= LONGEST and typed(verbatim[0]) == verbatim[0]
    return verbatim[0] if alone and may_be_written else statement.text
