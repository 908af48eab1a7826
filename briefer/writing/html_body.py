"""The body and the notes of a brief as HTML, block by block."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from briefer.citing.bookmarks import evidence_bookmark
from briefer.writing.brief import (
    Block,
    Brief,
    Heading,
    Inlines,
    Note,
    Paragraph,
    Role,
    Table,
    plain_words,
)
from briefer.writing.html_words import anchor, common_language, direction, escape, quoted, words
from briefer.writing.traces import traces

_QUOTING: Final[Container[Role]] = {"quotation", "evidence"}


class Body:
    """Makes the blocks in their order; of two places of one name the first is the one that links lead to."""

    def __init__(self, brief: Brief) -> None:
        self._language = brief.language
        self._taken = {"", *(f"_{end}{note.number}" for note in brief.notes for end in ("Note", "Foot"))}
        self._tables = 0
        there = {name for block in brief.blocks if isinstance(block, Paragraph) for name in block.bookmarks}
        self._proofs = {
            trace.place: evidence_bookmark(trace.passages[0])
            for trace in traces(brief)
            if trace.passages and evidence_bookmark(trace.passages[0]) in there
        }
        """Bookmark of a block quotation -> that of the entry of the annex which proves it."""

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                level = block.level + 1
                found = _attributes(id=self._place(block.bookmark))
                return f"<h{level}{found}{direction(block.text)}>{escape(block.text)}</h{level}>\n"
            case Paragraph():
                return self._paragraph(block)
            case Table():
                return self._table(block)

    def note(self, note: Note) -> str:
        """Make an entry of the list of notes; its way back to the text shows as a sign of the style sheet."""
        number = note.number
        return (
            f'<li id="_Foot{number}">{self._worded("p", note.inlines)}'
            f'<a class="back" href="#_Note{number}" role="doc-backlink" '
            f'aria-label="Back to the mark of note {number}"></a></li>\n'
        )

    def _paragraph(self, block: Paragraph) -> str:
        first, *others = (self._place(name) for name in block.bookmarks) if block.bookmarks else ("",)
        more = "".join(f'<span id="{name}"></span>' for name in others if name)
        kind = "entry" if block.role == "context" and block.bookmarks else block.role
        if block.role == "title":
            return self._worded("h1", block.inlines, more, id=first)
        if block.role not in _QUOTING:
            return self._worded("p", block.inlines, more, id=first, **{"class": kind}) + "\n"
        proof = self._proofs.get(first, "") if block.role == "quotation" else ""
        around = _attributes(**{"class": kind}, id=first, cite=f"#{proof}" if proof else "")
        return f"<blockquote{around}>{self._worded('p', block.inlines, more)}</blockquote>\n"

    def _worded(self, tag: str, inlines: Inlines, more: str = "", **attributes: str) -> str:
        """Make an element of words, said to be in the language that all of them share."""
        shared = common_language(inlines)
        language = shared or self._language
        attributes["lang"] = language if language != self._language else ""
        found = _attributes(**attributes) + direction(plain_words(inlines))
        return f"<{tag}{found}>{more}{words(inlines, language)}</{tag}>"

    def _table(self, table: Table) -> str:
        self._tables += 1
        titles = "".join(f'<th scope="col"{direction(title)}>{escape(title)}</th>' for title in table.columns)
        return (
            f'<div class="wide" role="group" tabindex="0" aria-label={quoted(table.caption)}>'
            f'<table class="t{self._tables}"><caption{direction(table.caption)}>{escape(table.caption)}'
            f"</caption><colgroup>{'<col>' * len(table.columns)}</colgroup>\n"
            f"<thead><tr>{titles}</tr></thead>\n<tbody>\n{''.join(map(self._row, table.rows))}"
            "</tbody></table></div>\n"
        )

    def _row(self, row: tuple[Inlines, ...]) -> str:
        cells = [self._worded("td" if place else "th", cell, scope="" if place else "row")
                 for place, cell in enumerate(row)]  # fmt: skip
        return f"<tr>{''.join(cells)}</tr>\n"

    def _place(self, bookmark: str) -> str:
        """Return the id of a place, or nothing where there is one of that name already."""
        name = anchor(bookmark) if bookmark else ""
        if name in self._taken:
            return ""
        self._taken.add(name)
        return name


def contents(brief: Brief) -> Iterator[str]:
    """Yield a link to each heading of the first level."""
    for block in brief.blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield f'<li><a href="#{anchor(block.bookmark)}">{escape(block.text)}</a></li>\n'


def _attributes(**named: str) -> str:
    return "".join(f" {name}={quoted(value)}" for name, value in named.items() if value)
