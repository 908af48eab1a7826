"""A project becomes the brief that every writer prints: front, bottom line, sections, sources, annex."""

from __future__ import annotations

from briefer import __version__
from briefer.citing.bookmarks import quotation_bookmark
from briefer.model.preset import WHOLE, Preset
from briefer.model.project import Entry, Project
from briefer.model.records import Passage, Statement
from briefer.wording.abbreviated import FirstUses
from briefer.wording.quoted_edits import edited
from briefer.writing.brief import Block, Brief, Heading, Inlines, Paragraph, Quoted, Role, Run, paragraphs_of
from briefer.writing.collecting import collection_paused
from briefer.writing.compose_annex import annex, evidence_passages
from briefer.writing.compose_front import event_words, front, title_words
from briefer.writing.compose_legend import legend
from briefer.writing.compose_links import without_loose_links
from briefer.writing.compose_notes import NoteBook
from briefer.writing.compose_sources import evidence_sources, source_list
from briefer.writing.desk import Desk, day_of, printed_entries
from briefer.writing.evidence import seal

LEADS = {"judgement": "We judge", "assumption": "We assume"}
NO_REPORTING = "No reporting in the sources examined."
NO_BOTTOM_LINE = "No bottom line has been written."
MISSING = " [citation missing]"


def compose(project: Project, *, draft: bool = False, preset: Preset = WHOLE) -> Brief:
    """Compose the brief; `draft` says so in the banner. The same project gives an equal brief."""
    with collection_paused():
        desk = Desk(project)
        page = _Page(desk, preset.citations)
        page.add(*front(desk.details))
        page.section("Bottom line", "_BottomLine", desk.bottom_line, "bluf", NO_BOTTOM_LINE)
        for number, (section, body) in enumerate(desk.sections, 1):
            page.section(section.title, f"_Section{number}", body, "statement", NO_REPORTING)
        page.add(*source_list(desk, page.book, preset.parts))
        page.add(*legend(desk))
        page.add(*(annex(desk, page.book) if "annex" in preset.parts else ()))
        page.add(Paragraph("small", (Run(_tool_line(preset)),)))
        return seal(without_loose_links(_bound(desk, page, preset, draft=draft)))


def _tool_line(preset: Preset) -> str:
    carried = "this file embeds its evidence" if preset.embedded else "its evidence is not in this file"
    return f"Made with briefer {__version__}; {carried}."


def _bound(desk: Desk, page: _Page, preset: Preset, *, draft: bool) -> Brief:
    details = desk.details
    return Brief(
        title=title_words(details),
        author=details.author,
        subject=event_words(details),
        banner=" — ".join(filter(None, (details.marking, "DRAFT" if draft else ""))),
        language="en",
        created=details.product_date if day_of(details.product_date) else "",
        blocks=tuple(page.blocks),
        notes=tuple(page.book.notes),
        sources=evidence_sources(desk),
        passages=evidence_passages(desk, page.book),
        cited=tuple(page.book.cited),
        quoted=tuple(page.quoted),
        parts=preset.parts,
        paper=preset.paper,
        embedded=preset.embedded,
        stated=tuple(page.stated),
        look=preset.look,
        pages=preset.pages,
    )


class _Page:
    """The blocks printed so far; `place` is how many paragraphs they print."""

    def __init__(self, desk: Desk, citations: str) -> None:
        self._desk = desk
        self._times: dict[str, int] = {}
        self._first_uses = FirstUses(desk.expansions)
        self.book = NoteBook(desk, citations)
        self.blocks: list[Block] = []
        self.place = 0
        self.quoted: list[Quoted] = []
        self.stated: list[tuple[str, int]] = []

    def add(self, *blocks: Block) -> None:
        """Print blocks after those that are there."""
        for block in blocks:
            self.blocks.append(block)
            self.place += paragraphs_of(block)

    def section(self, title: str, bookmark: str, body: list[Entry], role: Role, empty: str) -> None:
        """Print a section: its heading and entries, or the sentence that says it has none."""
        self.add(Heading(1, title, bookmark))
        for entry in printed_entries(body):
            if isinstance(entry, Statement):
                self._statement(entry, role)
            else:
                passage = self._desk.passages[entry.passage]
                self._quotation(passage.anchor.quote, [passage], ())
        if not body:
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
        self.add(Paragraph("quotation", inlines, tuple(map(self._bookmark, said))))

    def _bookmark(self, passage: Passage) -> str:
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
