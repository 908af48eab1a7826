"""Cards of the outline as words for other programs, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.gui.look.source_words import headline
from briefer.gui.outline.places import Places
from briefer.gui.outline.rows import Line
from briefer.model.project import Project
from briefer.model.records import Passage, Source, Statement, Tag


def copied(project: Project, lines: Sequence[Line]) -> str:
    """Return a quotation with its citation, a statement with its notes, several apart by an empty line."""
    places = Places(project)
    return "\n\n".join(_words(project, places, line) for line in lines)


def cited_quote(project: Project, passage: Passage) -> str:
    """Return the words of a passage and, in brackets, where they stand."""
    return _quoted(project, Places(project), passage)


def _words(project: Project, places: Places, line: Line) -> str:
    if isinstance(line, Statement):
        return "\n".join((line.text, *_notes(project, places, line)))
    passage = project.passage(line.passage) if isinstance(line, Tag) else line
    return _quoted(project, places, passage)


def _notes(project: Project, places: Places, statement: Statement) -> Iterator[str]:
    for number, identifier in enumerate(statement.cites, 1):
        passage = project.get(Passage, identifier)
        if passage is not None:
            yield f"[{number}] {_quoted(project, places, passage)}"


def _quoted(project: Project, places: Places, passage: Passage) -> str:
    source = project.get(Source, passage.source)
    title = f"{headline(source)}, " if source else ""
    return f"“{passage.anchor.quote}” ({title}{places.of(passage)})"
