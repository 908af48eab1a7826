"""The tags of one source as they are drawn: where, in what colour, in which lane."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from briefer.gui.panes.source_text import ShownText
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Source, Tag


@dataclass(frozen=True, slots=True)
class Mark:
    """One tag on the text, or an unfiled passage (no colour); shown places, end exclusive."""

    id: str
    """The id of the tag, or of the passage when no section holds it."""
    passage: str
    start: int
    end: int
    colour: str
    digit: str
    title: str
    section: str = ""
    """The id of the section, empty for an unfiled passage."""
    note: str = ""
    """What is written on the passage."""

    @property
    def lying(self) -> tuple[str, int, int]:
        """What it is by where it lies, whatever its section is called and coloured."""
        return self.id, self.start, self.end


def marks_of(project: Project, source: Source, text: ShownText) -> Iterator[Mark]:
    """Yield the marks of a source: one a tag, and one for each passage without a tag."""
    sections = {section.id: section for section in project.sections()}
    filed: dict[str, list[Tag]] = {}
    for tag in project.tags_in(source):
        filed.setdefault(tag.passage, []).append(tag)
    for passage in project.passages_in(source):
        yield from _marks_on(passage, filed.get(passage.id, ()), sections, source, text)


def renew(marks: MarkIndex, touched: set[str], project: Project, source: Source, text: ShownText) -> bool:
    """Put the marks of these passages right, and tell whether any stood or stands in the source."""
    sections = {section.id: section for section in project.sections()}
    kept = [mark for mark in marks if mark.passage not in touched]
    found = (project.get(Passage, passage) for passage in touched)
    here = [passage for passage in found if passage is not None and passage.source == source.id]
    if not here and len(kept) == len(marks):
        return False
    new = (_marks_on(passage, project.tags_of(passage), sections, source, text) for passage in here)
    marks.place([*kept, *chain.from_iterable(new)])
    return True


def _marks_on(
    passage: Passage, tags: Sequence[Tag], sections: Mapping[str, Section], source: Source, text: ShownText
) -> Iterator[Mark]:
    if passage.anchor.text != source.text or passage.state == "lost":
        return
    start, end = text.to_shown(passage.anchor.start), text.end_to_shown(passage.anchor.end)
    if not tags:
        yield Mark(passage.id, passage.id, start, end, "", "", "unfiled", "", passage.note)
    for tag in tags:
        section = sections[tag.section]
        digit = str(section.digit or "")
        yield Mark(
            tag.id, passage.id, start, end, section.colour, digit, section.title, section.id, passage.note
        )


def told(marks: Sequence[Mark]) -> str:
    """Return what a passage says of itself under the mouse, by its marks: its sections, then its note."""
    titles = ", ".join(mark.title for mark in marks)
    return f"{titles[:1].upper()}{titles[1:]}\n{marks[0].note}".strip() if marks else ""


class MarkIndex:
    """The marks of a text by place, each in a lane that none which overlaps it has.

    A mark keeps its lane for as long as it stands, whatever comes and goes beside it.
    """

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._reach: list[int] = []
        self._by_passage: dict[str, list[Mark]] = {}
        self._lanes: dict[tuple[str, int, int], int] = {}
        self.lanes = 0

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    def place(self, marks: Iterable[Mark]) -> None:
        """Let these marks stand from now on, and no others."""
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id))
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))
        self._by_passage = {}
        for mark in self._marks:
            self._by_passage.setdefault(mark.passage, []).append(mark)
        kept = self._lanes
        self._lanes = {mark.lying: kept[mark.lying] for mark in self._marks if mark.lying in kept}
        for mark in self._marks:
            if mark.lying not in self._lanes:
                self._lanes[mark.lying] = self._free_lane(mark)
        self.lanes = max(self._lanes.values(), default=-1) + 1

    def lane_of(self, mark: Mark) -> int:
        """Return the lane of a mark, counted from 0."""
        return self._lanes[mark.lying]

    def between(self, start: int, end: int) -> list[Mark]:
        """Return the marks that have a character in a stretch, in order of their start."""
        found = []
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            if self._marks[place].end > start:
                found.append(self._marks[place])
            place -= 1
        return found[::-1]

    def at(self, position: int) -> list[Mark]:
        """Return the marks on a character, the shortest last."""
        return sorted(self.between(position, position + 1), key=lambda mark: mark.start - mark.end)

    def of(self, passage: str) -> Sequence[Mark]:
        """Return the marks of a passage: one for each section it stands in, or the unfiled one."""
        return self._by_passage.get(passage, ())

    def passages(self) -> list[Mark]:
        """Return one mark of each passage, in order of place, the longer first where two begin."""
        return [marks[0] for marks in self._by_passage.values()]

    def filed(self) -> list[Mark]:
        """Return the marks that stand for a tag, in order of place."""
        return [mark for mark in self._marks if mark.section]

    def segments(self, start: int, end: int) -> Iterator[tuple[int, int, list[Mark]]]:
        """Yield the marked parts of a stretch, cut wherever a mark begins or ends."""
        marks = self.between(start, end)
        cuts = {max(start, mark.start) for mark in marks} | {min(end, mark.end) for mark in marks}
        for left, right in pairwise(sorted(cuts)):
            over = [mark for mark in marks if mark.start <= left and right <= mark.end]
            if over:
                yield left, right, over

    def _free_lane(self, mark: Mark) -> int:
        beside = self.between(mark.start, mark.end)
        taken = {self._lanes[other.lying] for other in beside if other.lying in self._lanes}
        return next(lane for lane in range(len(taken) + 1) if lane not in taken)
