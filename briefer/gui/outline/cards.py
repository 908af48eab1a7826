"""What a card of the outline says: its words, where they stand, and what is worth knowing of them; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefer.citing.locator import locate
from briefer.gui.outline.rows import Line
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Source, Statement, Tag
from briefer.wording.locating import Lines

KINDS: Final = {
    "quotation": "Quotation",
    "fact": "Reported fact",
    "judgement": "Judgement",
    "assumption": "Assumption",
}
"""What the window calls the kinds of statement."""

_TEXTS_KEPT: Final = 32
_CITES_SHOWN: Final = 4


@dataclass(frozen=True, slots=True)
class Card:
    """One card; `also` are titles and colours of the other sections that hold the passage."""

    words: str
    cite: str
    lead: str = ""
    """The kind of a statement; empty for a passage."""
    colour: str = ""
    also: tuple[tuple[str, str], ...] = ()
    mark: str = ""
    """What is worth knowing, in three words; `warns` when it should be mended."""
    warns: bool = False

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        also = [f"also in {title}" for title, _ in self.also]
        return ", ".join(filter(None, (self.lead, self.words, self.cite, self.mark, *also)))


class Cards:
    """Makes cards when they are first painted and keeps them until it is told to forget.

    The project may be a step ahead of the lines: of a record that has left it a card shows nothing.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._kept: dict[str, Card] = {}
        self._sections: dict[str, Section] | None = None
        self._only: dict[str, str] = {}
        self._lines = lru_cache(_TEXTS_KEPT)(lambda text: Lines.of(project.text(text)))

    def forget(self) -> None:
        """Make every card anew when it is next asked for."""
        self._kept.clear()
        self._only.clear()
        self._sections = None

    def of(self, line: Line) -> Card:
        """Return the card of a line."""
        found = self._kept.get(line.id)
        if found is None:
            found = self._kept[line.id] = self._make(line)
        return found

    def only_source(self, section: str, entries: Sequence[Line]) -> str:
        """Return the label of the source that all passages of a section come from, if it is one."""
        if section not in self._only:
            self._only[section] = self._find_only_source(entries)
        return self._only[section]

    def _find_only_source(self, entries: Iterable[Line]) -> str:
        found = ""
        for line in entries:
            cited = [line.passage] if isinstance(line, Tag) else getattr(line, "cites", ())
            for passage in self._passages(cited):
                if found and passage.source != found:
                    return ""
                found = passage.source
        return self._label(found)

    def _make(self, line: Line) -> Card:
        if isinstance(line, Statement):
            return self._of_statement(line)
        if isinstance(line, Tag):
            passage = self._project.get(Passage, line.passage)
            return self._of_passage(passage, line.section) if passage else Card("", "")
        return self._of_passage(line, "")

    def _of_passage(self, passage: Passage, section: str) -> Card:
        tags = [tag for tag in self._project.tags_of(passage) if tag.section != section]
        others = [self._titles()[tag.section] for tag in tags]
        cited = self._project.citing(passage)
        mark = (
            "not cited" if not cited else "in a note" if any(one.section == section for one in cited) else ""
        )
        altered = passage.state in {"review", "lost"}
        return Card(
            " ".join(passage.anchor.quote.split("\n")),
            self.place(passage),
            colour=self._colour(section),
            also=tuple((other.title, other.colour) for other in others),
            mark="moved in its source" if altered else mark,
            warns=altered,
        )

    def _of_statement(self, statement: Statement) -> Card:
        places = [self.place(each) for each in self._passages(statement.cites[:_CITES_SHOWN])]
        more = len(statement.cites) - _CITES_SHOWN
        needs = statement.kind in {"quotation", "fact"}
        return Card(
            statement.text,
            " · ".join(dict.fromkeys(places)) + (f" · and {more} more" if more > 0 else ""),
            lead=KINDS[statement.kind],
            colour=self._colour(statement.section),
            mark="" if statement.cites else "cites nothing",
            warns=needs,
        )

    def place(self, passage: Passage) -> str:
        """Return where a passage stands: "S1 ¶4"."""
        where = locate(self._lines(passage.anchor.text), passage.anchor.start, passage.anchor.end)
        last = f"–{where.last_paragraph}" if where.last_paragraph > where.paragraph else ""
        return f"{self._label(passage.source)} ¶{where.paragraph}{last}"

    def _passages(self, identifiers: Iterable[str]) -> Iterator[Passage]:
        """Yield those of the passages that have not left the project."""
        found = (self._project.get(Passage, identifier) for identifier in identifiers)
        return (passage for passage in found if passage is not None)

    def _label(self, source: str) -> str:
        found = self._project.get(Source, source)
        return found.label if found else ""

    def _titles(self) -> dict[str, Section]:
        if self._sections is None:
            self._sections = {section.id: section for section in self._project.sections()}
        return self._sections

    def _colour(self, section: str) -> str:
        found = self._titles().get(section)
        return found.colour if found else ""
