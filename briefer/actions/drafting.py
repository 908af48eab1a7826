"""What a user can do to the body of a section: write, cite, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefer.actions.tagging import tag
from briefer.actions.words import typed
from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.change import Change, Edit
from briefer.model.project import Entry, Project
from briefer.model.records import BLUF, STATEMENT_KINDS, Passage, Section, Source, Statement, Tag, new_id
from briefer.wording.counted import counted
from briefer.wording.quoted_edits import edits_between

STATEMENTS_ONLY: Final = "The bottom line holds statements only; write one and cite this passage."


def write(
    project: Project, section: Section | None, text: str, kind: str, cites: Sequence[Passage] = ()
) -> Change:
    """Write a statement at the end of a section, or of the bottom line for None.

    Of a quotation the edits that it shows are recorded (see `wording.quoted_edits`).
    """
    words = _words(text)
    statement = Statement(
        new_id(),
        section.id if section else BLUF,
        _kind(kind),
        words,
        _ids(cites),
        rank.between(project.last_rank(section)),
        edits_of(kind, words, cites),
    )
    return Change(f"Write in {_title(section)}", (Edit(None, statement),))


def rewrite(
    project: Project,
    statement: Statement,
    *,
    text: str | None = None,
    kind: str | None = None,
    cites: Sequence[Passage] | None = None,
) -> Change:
    """Change the words, kind or citations of a statement; None leaves one as it is.

    Passages that moved and that it alone rests on were looked at with it.
    """
    after = replace(
        statement,
        text=statement.text if text is None else _words(text),
        kind=statement.kind if kind is None else _kind(kind),
        cites=statement.cites if cites is None else _ids(cites),
    )
    passages = [passage for cite in after.cites if (passage := project.get(Passage, cite)) is not None]
    after = replace(after, edits=edits_of(after.kind, after.text, passages))
    if after == statement:
        return Change("Rewrite statement", ())
    seen = [one for one in passages if one.state == "moved" and _rests_on_it_alone(project, one, statement)]
    looked_at = (Edit(one, replace(one, state="anchored", was="")) for one in seen)
    return Change("Rewrite statement", (Edit(statement, after), *looked_at))


def _rests_on_it_alone(project: Project, passage: Passage, statement: Statement) -> bool:
    return [one.id for one in project.citing(passage)] == [statement.id] and not project.differing(passage)


def edits_of(kind: str, words: str, cites: Sequence[Passage]) -> tuple[str, ...]:
    """Return the edits that a quotation shows, none for what is no quotation of all that it cites."""
    if kind != "quotation":
        return ()
    found = {edits_between(passage.anchor.quote, words) for passage in cites}
    return found.pop() or () if len(found) == 1 else ()


def remove(_project: Project, statement: Statement) -> Change:
    """Take a statement out of the brief; the passages it cites stay."""
    return Change("Remove statement", (Edit(statement, None),))


def move(project: Project, entry: Entry, section: Section | None, after: Entry | None) -> Change:
    """Put a tag or a statement into a section behind `after`, or first for None; raises as `move_all`."""
    return move_all(project, [entry], section, after)


def move_all(
    project: Project, entries: Sequence[Entry], section: Section | None, after: Entry | None
) -> Change:
    """Put tags and statements, in this order, into a section behind `after`, or first for None.

    Raises BrieferError when a tag would go to the bottom line or where its passage already is.
    """
    _tags_may_go(project, [entry for entry in entries if isinstance(entry, Tag)], section)
    home = section.id if section else BLUF
    ranks, others = _ranks_behind(project, entries, section, after)
    placed = [Edit(one, _placed(one, home, new)) for one, new in zip(entries, ranks, strict=True)]
    what = "Move" if len(entries) == 1 else f"Move {len(entries):,} entries"
    edits = tuple(edit for edit in (*placed, *others) if edit.before != edit.after)
    return Change(f"{what} in {_title(section)}", edits)


def file_behind(
    project: Project, source: Source, start: int, end: int, section: Section, *, after: Entry | None
) -> Change:
    """Tag `text[start:end]` of a source and put it behind `after`, or first for None.

    One that the section holds already moves there.
    """
    tagged = tag(project, source, start, end, section)
    made = next((edit.after for edit in tagged.edits if isinstance(edit.after, Tag)), None)
    if made is None:
        passage = project.passage_at(source, start, end)
        assert passage is not None
        there = next(one for one in project.tags_of(passage) if one.section == section.id)
        return Change(tagged.label, ()) if after == there else move(project, there, section, after)
    [place], others = _ranks_behind(project, [made], section, after)
    marked = [edit for edit in tagged.edits if edit.after is not made]
    return replace(tagged, edits=(*marked, Edit(None, replace(made, rank=place)), *others))


def sort_by_place(project: Project, section: Section | None) -> Change:
    """Order a section by source and place; a statement stands where its first citation does.

    Statements without a citation stay first, in the order they have.
    """
    body = project.body(section)
    order = {source.id: number for number, source in enumerate(project.sources())}

    def place(entry: Entry) -> tuple[int, int, int]:
        cited = [entry.passage] if isinstance(entry, Tag) else list(entry.cites[:1])
        found = project.get(Passage, cited[0]) if cited else None
        return (order[found.source], found.anchor.start, found.anchor.end) if found else (-1, 0, 0)

    ranks = sorted(entry.rank for entry in body)
    if len(set(ranks)) < len(ranks):
        ranks = rank.spread(len(body))
    moved = [
        Edit(entry, replace(entry, rank=new))
        for entry, new in zip(sorted(body, key=place), ranks, strict=True)
        if entry.rank != new
    ]
    return Change(f"Sort {_title(section)} by source and place", tuple(moved))


def _tags_may_go(project: Project, tags: Sequence[Tag], section: Section | None) -> None:
    if section is None and tags:
        raise BrieferError(STATEMENTS_ONLY)
    if section is None:
        return
    passages = Counter(tag.passage for tag in tags)
    moved = {tag.id for tag in tags}
    there = [one for one in project.tags_under(section) if one.id not in moved] if tags else []
    passages.update(one.passage for one in there if one.passage in passages)
    twice = sum(count > 1 for count in passages.values())
    if twice and len(tags) == 1:
        raise BrieferError(f"This passage already stands in {section.title}; untag it there or here.")
    if twice:
        raise BrieferError(
            f"{section.title} would hold {counted(twice, 'passage')} twice;"
            " untag what stands there or leave it out."
        )


def _ranks_behind(
    project: Project, entries: Sequence[Entry], section: Section | None, after: Entry | None
) -> tuple[list[str], list[Edit]]:
    """Return the ranks of entries behind another, or first for None, and what that does to others."""
    moved = {entry.id for entry in entries}
    before = project.body(section)
    body = [other for other in before if other.id not in moved]
    place = 0 if after is None else _index(body, after) + 1
    if [*body[:place], *entries, *body[place:]] == before:
        return [entry.rank for entry in entries], []
    low = body[place - 1].rank if place else ""
    high = body[place].rank if place < len(body) else ""
    if low < high or not high:
        return rank.several(len(entries), low, high), []
    ranks = rank.spread(len(body) + len(entries))  # two entries share a rank: give all of them new ones
    own = ranks[place : place + len(entries)]
    del ranks[place : place + len(entries)]
    home = section.id if section else BLUF
    edits = [Edit(one, _placed(one, home, new)) for one, new in zip(body, ranks, strict=True)]
    return own, [edit for edit in edits if edit.before != edit.after]


def _placed(entry: Entry, home: str, place: str) -> Entry:
    if isinstance(entry, Tag):
        return replace(entry, section=home, rank=place)
    return replace(entry, section=home, rank=place)


def _index(body: Sequence[Entry], after: Entry) -> int:
    for index, other in enumerate(body):
        if other.id == after.id:
            return index
    raise BrieferError("The entry to move behind is not in that section; name one that is.")


def _kind(kind: str) -> str:
    if kind not in STATEMENT_KINDS:
        raise BrieferError(f"“{kind}” is no kind of statement; use {', '.join(STATEMENT_KINDS)}.")
    return kind


def _words(text: str) -> str:
    words = typed(text)
    if not words:
        raise BrieferError("A statement needs words; write some, or remove it.")
    return words


def _ids(cites: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.id for passage in cites))


def _title(section: Section | None) -> str:
    return section.title if section else "Bottom line"
