"""What a user can do to passages and tags."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from briefer.actions.stretches import anchor_at
from briefer.actions.words import typed
from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Source, Statement, Tag, new_id
from briefer.wording.counted import counted


def tag(
    project: Project, source: Source, start: int, end: int, section: Section, *, note: str = ""
) -> Change:
    """File `text[start:end]` of a source (code points) under a section.

    The same span is the same passage; filing it again where it is changes nothing but its note,
    when one is given. Raises BrieferError when there is nothing but white space to tag.
    """
    passage = project.passage_at(source, start, end)
    words = typed(note)
    edits = []
    if passage is None:
        passage = Passage(new_id(), source.id, anchor_at(project, source, start, end), words)
        edits.append(Edit(None, passage))
    elif words and words != passage.note:
        edits.append(Edit(passage, replace(passage, note=words)))
    if not any(tag.section == section.id for tag in project.tags_of(passage)):
        place = rank.between(project.last_rank(section))
        edits.append(Edit(None, Tag(new_id(), passage.id, section.id, place)))
    return Change(f"Tag as {section.title}", tuple(edits))


def untag(project: Project, tag: Tag) -> Change:
    """Take a passage out of a section.

    With its last tag the passage goes too, unless a statement or a difference names it: then it stays,
    unfiled.
    """
    section = project.get(Section, tag.section)
    label = f"Untag from {section.title}" if section else "Untag"
    passage = project.passage(tag.passage)
    edits = [Edit(tag, None)]
    if len(project.tags_of(passage)) == 1 and not project.naming(passage):
        edits.append(Edit(passage, None))
    return Change(label, tuple(edits))


def untag_span(project: Project, source: Source, start: int, end: int, section: Section) -> Change:
    """Take out of a section every passage of a source that shares a character with this span.

    Raises BrieferError when there is none.
    """
    touched = {
        passage.id
        for passage in project.passages_in(source)
        if passage.anchor.start < end and start < passage.anchor.end
    }
    edits = [
        edit
        for tag in project.tags_in(source)
        if tag.section == section.id and tag.passage in touched
        for edit in untag(project, tag).edits
    ]
    if not edits:
        raise BrieferError(
            f"Nothing here is tagged as {section.title}; put the caret into a tag of that colour."
        )
    return Change(f"Untag from {section.title}", tuple(edits))


def annotate(_project: Project, passage: Passage, note: str) -> Change:
    """Write a note on a passage; empty words take it away."""
    words = typed(note)
    if words == passage.note:
        return Change("Write note", ())
    return Change("Write note", (Edit(passage, replace(passage, note=words)),))


def discard(project: Project, passage: Passage, *, without: Container[str] = ()) -> Change:
    """Let go of a passage and its tags; raises BrieferError while a statement or a difference names it.

    Statements that go at the same time, `without` by their ids, do not count.
    """
    naming = [one for one in project.naming(passage) if one.id not in without]
    citing = sum(isinstance(one, Statement) for one in naming)
    if citing:
        raise BrieferError(
            f"This passage is cited by {counted(citing, 'statement')}; take it out of the citations first."
        )
    if naming:
        raise BrieferError(
            f"This passage is named by {counted(len(naming), 'difference')}; take it out of there first."
        )
    edits = [Edit(tag, None) for tag in project.tags_of(passage)]
    return Change("Remove passage", (*edits, Edit(passage, None)))
