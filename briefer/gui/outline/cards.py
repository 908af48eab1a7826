"""What a card of the outline says: its words, where they stand, and what is worth knowing of them; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from briefer.checking.statements import NEEDS_CITATION, doubts
from briefer.gui.outline.ledger import Ledger
from briefer.gui.outline.places import Places
from briefer.gui.outline.rows import Line
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import UNSETTLED, Passage, Section, Statement, Tag

KINDS: Final = {
    "quotation": "Quotation",
    "fact": "Reported fact",
    "judgement": "Judgement",
    "assumption": "Assumption",
}
"""What the window calls the kinds of statement."""

_CITES_SHOWN: Final = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """What is worth knowing of a card: in three words, how serious it is, and as a sentence.

    What is "open" may be as it should; a warning or an error should be mended.
    """

    words: str
    level: Literal["", "open", "warning", "error"] = ""
    why: str = ""


_NOT_CITED: Final = Mark(
    "not cited", "open", "No statement cites this passage yet; it prints as a quotation."
)
_IN_A_NOTE: Final = Mark(
    "in a note", why="A statement of this section cites it, so it prints in that statement’s notes."
)
_UNSETTLED: Final = {
    "review": Mark(
        "to review", "warning", "Its source changed here; Review shows what stands there now (Ctrl+R)."
    ),
    "lost": Mark(
        "no longer there", "warning", "The newer copy of its source has no such words; see Review (Ctrl+R)."
    ),
}
_NOTHING: Final = Mark("cites nothing", "open")
_UNCITED: Final = Mark(
    "cites nothing", "error", "A reported fact or quotation needs a citation; type @ in it to cite a passage."
)
_GONE: Final = Mark("a citation is gone", "error", "It cites a passage that is not there; cite another.")
_ALTERED: Final = Mark(
    "altered", "error", "A quotation says what each passage it cites says; restore the source’s words."
)


@dataclass(frozen=True, slots=True)
class Card:
    """One card; `also` are titles and colours of the other sections that hold the passage."""

    words: str
    cite: str
    lead: str = ""
    """The kind of a statement; empty for a passage."""
    colour: str = ""
    also: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        also = [f"also in {title}" for title, _ in self.also]
        marks = [mark.words for mark in self.marks]
        return ", ".join(filter(None, (self.lead, self.words, self.cite, *marks, *also)))

    @property
    def about(self) -> str:
        """What its marks mean, sentence by sentence."""
        return "\n".join(mark.why for mark in self.marks if mark.why)


class Cards:
    """Makes cards when they are first painted and keeps them until it is told to forget.

    The project may be a step ahead of the lines: of a record that has left it a card shows nothing.
    """

    def __init__(self, project: Project, ledger: Ledger) -> None:
        self._project = project
        self._ledger = ledger
        self._kept: dict[str, Card] = {}
        self._of_passage: dict[str, set[str]] = {}
        """By the id of a passage: the lines whose cards say something of it."""
        self._sections: dict[str, Section] | None = None
        self.places = Places(project)

    def forget(self, change: Change | None = None) -> None:
        """Make the cards that a change touched, or all of them, anew when they are next asked for."""
        touched = _touched(change) if change else None
        if touched is None:
            self._kept.clear()
            self._of_passage.clear()
            self._sections = None
            return
        for identifier in touched:
            self._kept.pop(identifier, None)
            for line in self._of_passage.pop(identifier, ()):
                self._kept.pop(line, None)

    def of(self, line: Line) -> Card:
        """Return the card of a line."""
        found = self._kept.get(line.id)
        if found is None:
            found = self._kept[line.id] = self._make(line)
        return found

    def label(self, source: str) -> str:
        """Return what a source is called, S1, by its id."""
        return self.places.label(source)

    def _make(self, line: Line) -> Card:
        if isinstance(line, Statement):
            return self._of_statement(line)
        identifier = line.passage if isinstance(line, Tag) else line.id
        self._of_passage.setdefault(identifier, set()).add(line.id)
        passage = self._project.get(Passage, identifier)
        section = line.section if isinstance(line, Tag) else ""
        return self._of_passage_in(passage, section) if passage else Card("", "")

    def _of_passage_in(self, passage: Passage, section: str) -> Card:
        tags = [tag for tag in self._project.tags_of(passage) if tag.section != section]
        others = [self._titles()[tag.section] for tag in tags]
        marks = []
        if passage.state in UNSETTLED:
            marks.append(_UNSETTLED[passage.state])
        elif not self._ledger.cited(passage.id):
            marks.append(_NOT_CITED)
        elif self._ledger.cited_in(passage.id, section):
            marks.append(_IN_A_NOTE)
        if passage.note:
            marks.append(Mark("note", why=passage.note))
        return Card(
            " ".join(passage.anchor.quote.split("\n")),
            self.places.of(passage),
            colour=self._colour(section),
            also=tuple((other.title, other.colour) for other in others),
            marks=tuple(marks),
        )

    def _of_statement(self, statement: Statement) -> Card:
        for cite in statement.cites:
            self._of_passage.setdefault(cite, set()).add(statement.id)
        cited = list(self._passages(statement.cites))
        places = [self.places.of(each) for each in cited[:_CITES_SHOWN]]
        more = len(cited) - _CITES_SHOWN
        return Card(
            statement.text,
            " · ".join(dict.fromkeys(places)) + (f" · and {more} more" if more > 0 else ""),
            lead=KINDS[statement.kind],
            colour=self._colour(statement.section),
            marks=tuple(self._marks_of(statement, cited)),
        )

    def _marks_of(self, statement: Statement, cited: Sequence[Passage]) -> Iterator[Mark]:
        if not statement.cites:
            yield _UNCITED if statement.kind in NEEDS_CITATION else _NOTHING
        if len(cited) < len(statement.cites):
            yield _GONE
        said = [passage.anchor.quote for passage in cited]
        if said and statement.kind == "quotation":
            yield from (_ALTERED for _ in doubts("quotation", statement.text, said))
            return
        for doubt in doubts(statement.kind, statement.text, said):
            words = "misquoted" if doubt.level == "error" else "loose quotation"
            yield Mark(words, doubt.level, f"It {doubt.claim}.")
        sources = {passage.source for passage in cited}
        if len(sources) == 1:
            yield Mark("one source", "open", f"It rests on {self.label(*sources)} alone; look for a second.")

    def _passages(self, identifiers: Iterable[str]) -> Iterator[Passage]:
        """Yield those of the passages that have not left the project."""
        found = (self._project.get(Passage, identifier) for identifier in identifiers)
        return (passage for passage in found if passage is not None)

    def _titles(self) -> dict[str, Section]:
        if self._sections is None:
            self._sections = {section.id: section for section in self._project.sections()}
        return self._sections

    def _colour(self, section: str) -> str:
        found = self._titles().get(section)
        return found.colour if found else ""


def _touched(change: Change) -> set[str] | None:
    """Return the ids of the statements and passages whose cards a change may have altered; None for all."""
    found: set[str] = set()
    for edit in change.edits:
        for record in filter(None, (edit.before, edit.after)):
            if isinstance(record, Statement):
                found.update((record.id, *record.cites))
            elif isinstance(record, Tag):
                found.update((record.id, record.passage))
            elif isinstance(record, Passage):
                found.add(record.id)
            else:
                return None
    return found
