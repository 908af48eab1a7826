"""What a user can do to several cards of the outline in one step: take them out, file them elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.actions import drafting, tagging
from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.change import Change, Edit
from briefer.model.project import Entry, Project
from briefer.model.records import Passage, Section, Statement, Tag, new_id
from briefer.wording.counted import counted

Line = Entry | Passage
"""What a card stands for: an entry, or a passage that no section holds."""


def take_out(project: Project, lines: Sequence[Line]) -> Change:
    """Remove statements, take passages out of their sections, let go of those that no section holds.

    A passage goes with its last tag unless a statement that stays, or a difference, names it. Raises
    BrieferError when one that no section holds is still cited.
    """
    if len(lines) == 1:
        return _take_out_one(project, lines[0])
    tags = [line for line in lines if isinstance(line, Tag)]
    statements = [line for line in lines if isinstance(line, Statement)]
    entries: list[Entry] = [*statements, *tags]
    edits = [Edit(entry, None) for entry in entries]
    gone = {entry.id for entry in entries}
    for passage in dict.fromkeys(project.passage(one.passage) for one in tags):
        held = any(one.id not in gone for one in project.tags_of(passage))
        cited = any(one.id not in gone for one in project.naming(passage))
        if not held and not cited:
            edits.append(Edit(passage, None))
    for line in lines:
        if isinstance(line, Passage):
            edits += tagging.discard(project, line, without=gone).edits
    return Change(_label(lines, tags, statements), tuple(edits))


def gather(project: Project, lines: Sequence[Line], section: Section | None, after: Entry | None) -> Change:
    """Put cards, in this order, into a section behind `after`, or first for None.

    A passage that no section holds is tagged there. Raises as `drafting.move_all`.
    """
    if section is None and any(isinstance(line, Passage) for line in lines):
        raise BrieferError(drafting.STATEMENTS_ONLY)
    home = section.id if section else ""
    entries = [Tag(new_id(), line.id, home, "") if isinstance(line, Passage) else line for line in lines]
    made = {entry.id for entry in entries} - {line.id for line in lines}
    moved = drafting.move_all(project, entries, section, after)
    edits = [Edit(None, edit.after) if edit.record.id in made else edit for edit in moved.edits]
    return replace(moved, edits=tuple(edits))


def file_under(project: Project, passages: Sequence[Passage], section: Section) -> Change:
    """Tag passages in one more section; where one stands there already, nothing changes."""
    edits: list[Edit] = []
    last = project.last_rank(section)
    there = {one.passage for one in project.tags_under(section)}
    for passage in dict.fromkeys(passages):
        if passage.id not in there:
            last = rank.between(last)
            edits.append(Edit(None, Tag(new_id(), passage.id, section.id, last)))
    return Change(f"File {counted(len(edits), 'passage')} under {section.title}", tuple(edits))


def _take_out_one(project: Project, line: Line) -> Change:
    if isinstance(line, Statement):
        return drafting.remove(project, line)
    return tagging.untag(project, line) if isinstance(line, Tag) else tagging.discard(project, line)


def _label(lines: Sequence[Line], tags: Sequence[Tag], statements: Sequence[Statement]) -> str:
    if len(statements) == len(lines):
        return f"Remove {counted(len(lines), 'statement')}"
    if len(tags) == len(lines):
        return f"Untag {counted(len(lines), 'passage')}"
    return f"Remove {len(lines):,} entries"
