"""What is asked for the chosen cards of the outline, done at the desk, each in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from briefer.actions import collecting
from briefer.gui.desk.mime import Span
from briefer.gui.desk.tools import Tools
from briefer.gui.look.palette import Choice, Palette
from briefer.gui.outline.panel import OutlinePanel
from briefer.gui.outline.rows import BOTTOM_LINE, Line
from briefer.gui.outline.steps import Target
from briefer.gui.work.drafting import Drafting
from briefer.gui.work.quoting import copied
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Statement, Tag
from briefer.wording.counted import counted

_NO_CARD: Final = "Choose cards in the outline first; Ctrl+click or Shift+arrows choose several."
_NO_PASSAGE: Final = "Choose passages in the outline first; statements stand in one section only."

Way = tuple[Section | None, Callable[[], object]]
"""A section, or None for the bottom line, and what takes the cards there."""


class Outlining(QObject):
    """Listens to the outline and answers nothing."""

    def __init__(self, tools: Tools, panel: OutlinePanel, drafting: Drafting) -> None:
        super().__init__(panel)
        self._desk = tools.desk
        self._window = tools.window
        self._outline = panel.view
        self.drafting = drafting
        outline = panel.view
        outline.removal_wanted.connect(self.remove)
        outline.move_wanted.connect(self.move)
        outline.copy_wanted.connect(self.copy)
        outline.cite_wanted.connect(self.cite)
        tools.commands.bind(
            filter=panel.look_for,
            uncited=partial(panel.filter.show_only, uncited=True),
            move_to=self._ask_move,
            file_under=self._ask_file,
            fold=partial(outline.fold_all, folded=True),
            unfold=partial(outline.fold_all, folded=False),
        )

    def remove(self, lines: Sequence[Line]) -> None:
        """Take cards out of the brief; the next one is chosen."""
        go_on = self._outline.successor(lines)
        change = self._desk.do(lambda project: collecting.take_out(project, lines))
        if change is not None:
            go_on()

    def move(self, lines: Sequence[Line], target: Target) -> None:
        """Put cards somewhere else, together; a passage that no section holds is tagged there."""
        if len(lines) == 1 and isinstance(lines[0], Passage):
            anchor = lines[0].anchor
            self.drafting.place(Span(lines[0].source, anchor.start, anchor.end), target)
            return
        section = target.group.section
        change = self._desk.do(lambda project: collecting.gather(project, lines, section, target.after))
        if change is not None:
            ids = {line.id for line in lines}
            self._outline.choose_all(_made_or_of(change, ids) or ids)

    def move_to(self, lines: Sequence[Line], section: Section | None) -> None:
        """Put cards at the end of a section, or of the bottom line for None."""

        def make(project: Project) -> Change:
            ids = {line.id for line in lines}
            stay = [entry for entry in project.body(section) if entry.id not in ids]
            return collecting.gather(project, lines, section, stay[-1] if stay else None)

        change = self._desk.do(make)
        if change is not None:
            ids = {line.id for line in lines}
            self._outline.choose_all(_made_or_of(change, ids) or ids)

    def file_under(self, lines: Sequence[Line], section: Section) -> None:
        """File the passages among the cards under one more section."""
        passages = self.passages(lines)
        change = self._desk.do(lambda project: collecting.file_under(project, passages, section))
        if change is not None and not change.edits:
            self._desk.told.emit(f"Already filed under {section.title}")

    def copy(self, lines: Sequence[Line]) -> None:
        """Put the words of cards on the clipboard, each with what it rests on."""
        project = self._desk.project
        if project is not None and lines:
            QGuiApplication.clipboard().setText(copied(project, lines))
            what = "its notes" if isinstance(lines[0], Statement) else "its citation"
            told = f"Copied with {what}" if len(lines) == 1 else f"Copied {counted(len(lines), 'card')}"
            self._desk.told.emit(told)

    def cite(self, lines: Sequence[Line]) -> None:
        """Begin one statement that cites the passages among the cards, in the section of the first."""
        project, passages = self._desk.project, self.passages(lines)
        if project is None or not passages:
            self._desk.refused.emit(_NO_PASSAGE)
            return
        home = next((line.section for line in lines if isinstance(line, Tag)), "")
        self.drafting.write(project.get(Section, home), passages)

    def places_to_move(self, lines: Sequence[Line]) -> list[Way]:
        """Return where cards can be moved: the bottom line only when all are statements."""
        bottom = all(isinstance(line, Statement) for line in lines)
        homes: list[Section | None] = [*([None] if bottom else []), *self._sections()]
        return [(home, partial(self.move_to, lines, home)) for home in homes]

    def places_to_file(self, lines: Sequence[Line]) -> list[Way]:
        """Return under what the passages among cards can also be filed."""
        if all(isinstance(line, Statement) for line in lines):
            return []
        return [(home, partial(self.file_under, lines, home)) for home in self._sections()]

    def passages(self, lines: Sequence[Line]) -> list[Passage]:
        """Return the passages among cards, each once."""
        project = self._desk.project
        return list(dict.fromkeys(_passages_of(project, lines))) if project else []

    def _sections(self) -> Sequence[Section]:
        return self._desk.project.sections() if self._desk.project else ()

    def _ask_move(self) -> None:
        lines = self._outline.chosen()
        if lines:
            self._ask(f"Move {counted(len(lines), 'card')} to", self.places_to_move(lines))
        else:
            self._desk.refused.emit(_NO_CARD)

    def _ask_file(self) -> None:
        lines = [line for line in self._outline.chosen() if not isinstance(line, Statement)]
        if lines:
            words = f"File {counted(len(lines), 'passage')} also under"
            self._ask(words, self.places_to_file(lines))
        else:
            self._desk.refused.emit(_NO_PASSAGE)

    def _ask(self, words: str, ways: Sequence[Way]) -> None:
        found = [
            Choice(home.title, str(home.digit or ""), "tag", go)
            if home is not None
            else Choice(BOTTOM_LINE, "", "tag", go)
            for home, go in ways
        ]
        if found:
            Palette(self._window, found, words).open()


def _passages_of(project: Project, lines: Sequence[Line]) -> Iterator[Passage]:
    for line in lines:
        if isinstance(line, Tag):
            yield project.passage(line.passage)
        elif isinstance(line, Passage):
            yield line


def _made_or_of(change: Change, ids: set[str]) -> list[str]:
    """Return the ids of what a change made or moved among these."""
    return [edit.record.id for edit in change.edits if edit.before is None or edit.record.id in ids]
