"""The page while a brief is composed: statements and quotations, their notes, and where each stands."""

from __future__ import annotations

from briefer.citing.bookmarks import quotation_bookmark
from briefer.model.preset import Preset
from briefer.model.records import Passage, Statement
from briefer.wording.abbreviated import FirstUses
from briefer.wording.quoted_edits import edited
from briefer.writing.brief import Block, Heading, Inlines, Paragraph, Quoted, Role, Run, paragraphs_of
from briefer.writing.compose_notes import NoteBook
from briefer.writing.desk import Desk, Printed, printed_entries

LEADS = {"judgement": "We judge", "assumption": "We assume"}
MISSING = " [citation missing]"


class Page:
    """The blocks printed so far; `place` is how many paragraphs they print."""

    def __init__(self, desk: Desk, preset: Preset) -> None:
        self._desk = desk
        self._times: dict[str, int] = {}
        self._first_uses = FirstUses(desk.expansions)
        self.book = NoteBook(desk, preset.citations, joined=preset.joined)
        self.blocks: list[Block] = []
        self.place = 0
        self.quoted: list[Quoted] = []
        self.stated: list[tuple[str, int]] = []

    def add(self, *blocks: Block) -> None:
        """Print blocks after those that are there."""
        for block in blocks:
            self.blocks.append(block)
            self.place += paragraphs_of(block)

    def section(self, printed: Printed, role: Role, empty: str, marks: tuple[Paragraph, ...] = ()) -> None:
        """Print a section: heading, marks and entries, or the sentence that says it has none."""
        self.add(Heading(1, printed.title, printed.bookmark), *marks)
        for entry in printed_entries(printed.body):
            if isinstance(entry, Statement):
                self._statement(entry, role)
            else:
                passage = self._desk.passages[entry.passage]
                self._quotation(passage.anchor.quote, [passage], ())
        if not printed.body:
            self.add(Paragraph("empty", (Run(empty),)))

    def _statement(self, statement: Statement, role: Role) -> None:
        self.stated.append((statement.id, self.place))
        passages = self._desk.cited(statement)
        complete = len(passages) == len(set(statement.cites))
        after: Inlines = () if complete else (Run(MISSING, "quiet"),)
        if statement.kind == "quotation":
            self._quotation(statement.text, passages, after, statement.edits)
        else:
            inlines = (
                *_led(statement.kind, self._first_uses.written_out(statement.text)),
                *self.book.marks(passages),
                *after,
            )
            self.add(Paragraph(role, inlines))

    def _quotation(
        self, words: str, passages: list[Passage], after: Inlines, edits: tuple[str, ...] = ()
    ) -> None:
        """Print words as a block quotation; it proves those passages that say this, but for the edits."""
        said = [passage for passage in passages if edited(passage.anchor.quote, edits) == words]
        self.quoted += [Quoted(passage.id, self.place, edits) for passage in said]
        inlines = (Run(words, language=self._language(said or passages)), *self.book.marks(passages), *after)
        self.add(Paragraph("quotation", inlines, tuple(map(self.bookmark, said))))

    def bookmark(self, passage: Passage) -> str:
        """Name one more place where a passage is quoted."""
        self._times[passage.id] = self._times.get(passage.id, 0) + 1
        return quotation_bookmark(passage.id, self._times[passage.id])

    def _language(self, passages: list[Passage]) -> str:
        """Return the language of the first source cited, as far as it is recorded."""
        return self._desk.source_of(passages[0]).reference.language if passages else ""


def _led(kind: str, text: str) -> Inlines:
    """Return the text of a statement with the lead-in of its kind, written by the analyst or added."""
    lead = LEADS.get(kind, "")
    if not lead:
        return (Run(text),)
    own, rest = text[: len(lead)], text[len(lead) :]
    if own.casefold() == lead.casefold() and not rest[:1].isalnum():
        return Run(own, "lead"), Run(rest)
    return Run(f"{lead}: ", "lead"), Run(text)
