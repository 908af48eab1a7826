"""From keys, clicks and drops to tags: what is meant, done at the desk and told in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from briefer.actions import drafting, tagging
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.mime import Span
from briefer.gui.panes.pane import Pane
from briefer.gui.panes.panes import Panes
from briefer.gui.work.telling import in_short, passage_in_short
from briefer.model.change import Change
from briefer.model.project import Entry, Project
from briefer.model.records import Passage, Section, Source, Tag

_NOTHING: Final = "Select some text first, then press the section’s number."
_NO_SENTENCE: Final = "There is no sentence under the caret; click in one, or select some words."

_SKIPPED: Final = "Nothing tagged: {}; select the words to tag them all the same"


class Tagging(QObject):
    """Remembers the section that was used last."""

    last_changed = Signal(object)
    """The Section that Enter tags as, or None."""

    def __init__(self, desk: Desk, panes: Panes) -> None:
        super().__init__()
        self.last: Section | None = None
        self._desk = desk
        self._panes = panes
        panes.tag_requested.connect(self.tag_by_digit)
        panes.untag_requested.connect(self.untag_by_digit)
        panes.repeat_requested.connect(self.repeat)
        desk.laid.connect(lambda: self._use(None))

    def tag_by_digit(self, pane: Pane, digit: int) -> None:
        """Tag what is selected in a pane, or the sentence under its caret."""
        section = self._section_of(digit)
        if section is not None:
            self._tag_in(pane, section)

    def untag_by_digit(self, pane: Pane, digit: int) -> None:
        """Take what is selected, or the passages under the caret, out of a section."""
        section = self._section_of(digit)
        if section is not None:
            self.untag_in(pane, section)

    def repeat(self, pane: Pane | None = None) -> None:
        """Tag as the section used last."""
        if self.last is None:
            self._desk.refused.emit("Tag something first; then Enter tags as the same section again.")
        else:
            self._tag_in(pane or self._panes.active, self.last)

    def tag_active(self, section: Section) -> None:
        """Tag what is selected in the active pane."""
        self._tag_in(self._panes.active, section)

    def untag_in(self, pane: Pane, section: Section) -> None:
        """Take what is selected, or the passages under the caret, out of a section."""
        source, span = pane.source, pane.selected_span()
        if source is None:
            self._desk.refused.emit(_NOTHING)
            return
        start, end = span or (pane.view.caret(), pane.view.caret() + 1)
        self._untag(lambda project: tagging.untag_span(project, source, start, end, section))

    def tag_span(self, section: Section, span: Span) -> None:
        """Tag a stretch that was dropped on a section."""
        self._file(
            section, span, lambda project, source: tagging.tag(project, source, span.start, span.end, section)
        )

    def tag_span_by_digit(self, span: Span, digit: int) -> None:
        """Tag a stretch that was found."""
        section = self._section_of(digit)
        if section is not None:
            self.tag_span(section, span)

    def tag_behind(self, section: Section, span: Span, after: Entry | None) -> None:
        """Tag a stretch that was dropped behind an entry of a section, or first for None."""

        def make(project: Project, source: Source) -> Change:
            return drafting.file_behind(project, source, span.start, span.end, section, after=after)

        self._file(section, span, make)

    def tag_passage(self, passage: Passage, section: Section) -> None:
        """File a passage that is there under one more section."""
        self.tag_span(section, Span(passage.source, passage.anchor.start, passage.anchor.end))

    def untag(self, tag: Tag) -> None:
        """Take a passage out of a section."""
        self._untag(lambda project: tagging.untag(project, tag))

    def selected(self) -> Span | None:
        """Return what is selected in the active pane, in whole words."""
        pane = self._panes.active
        span = pane.span_to_tag() if pane.selected_span() else None
        return Span(pane.source.id, *span) if pane.source and span else None

    def passage_of(self, span: Span) -> Passage | None:
        """Return the passage that has exactly these words."""
        project = self._desk.project
        source = project.get(Source, span.source) if project else None
        return project.passage_at(source, span.start, span.end) if project and source else None

    def passages_here(self) -> list[Passage]:
        """Return the passages of the active pane that its selection or caret touches."""
        pane, project = self._panes.active, self._desk.project
        if pane.source is None or project is None:
            return []
        caret = pane.view.caret()
        start, end = pane.selected_span() or (caret, caret + 1)
        passages = project.passages_in(pane.source)
        return [one for one in passages if one.anchor.start < end and start < one.anchor.end]

    def _tag_in(self, pane: Pane, section: Section) -> None:
        span = pane.span_to_tag()
        skipped = pane.view.skipped() if pane.source else ""
        if skipped:
            self._desk.told.emit(_SKIPPED.format(skipped))
        elif pane.source is None or span is None:
            self._desk.refused.emit(_NO_SENTENCE if pane.source else _NOTHING)
        else:
            self.tag_span(section, Span(pane.source.id, *span))

    def _file(self, section: Section, span: Span, make: Callable[[Project, Source], Change]) -> None:
        project = self._desk.project
        source = project.get(Source, span.source) if project else None
        if project is None or source is None:
            return
        quote = in_short(project, source, span.start, span.end)
        change = self._desk.do(lambda project: make(project, source), f"Tagged as {section.title}: {quote}")
        if change is not None:
            self._use(section)
            if not change.edits:
                self._desk.told.emit(f"Already tagged as {section.title}: {quote}")

    def _untag(self, make: Callable[[Project], Change]) -> None:
        """Take tags away and tell what the first of them was on."""
        project = self._desk.project
        if project is None:
            return
        with self._desk.minding():
            change = make(project)
            gone = [edit.before for edit in change.edits if isinstance(edit.before, Tag)]
            passage = project.passage(gone[0].passage)
            more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
            words = (
                f"{change.label.replace('Untag', 'Untagged', 1)}: {passage_in_short(project, passage)}{more}"
            )
            self._desk.do(lambda _project: change, words)

    def _section_of(self, digit: int) -> Section | None:
        sections = self._desk.project.sections() if self._desk.project else ()
        found = next((section for section in sections if section.digit == digit), None)
        if found is None:
            digits = ", ".join(str(section.digit) for section in sections if section.digit)
            self._desk.refused.emit(f"No section has the key {digit}; press one of {digits or 'none yet'}.")
        return found

    def _use(self, section: Section | None) -> None:
        self.last = section
        self.last_changed.emit(section)
