"""Words as a flat OpenDocument text writes them, with what readers are to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape

from briefer.wording.superscripts import raised

FOOTNOTE: Final = "\ufdd0"
ENDNOTE: Final = "\ufdd1"
"""In what is said, the places of the signs of notes."""

LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch, a paragraph or several."""

    odf: str
    words: str
    """What every reader says, but those for which `other` has something else."""
    other: Mapping[str, str] = field(default_factory=dict)
    """By the ending of a form: what is said there."""
    notes: tuple[tuple[str, Said], ...] = ()
    """Each with its kind."""
    changes: str = ""
    """What is kept aside of tracked changes."""

    def __add__(self, after: Said | str) -> Said:
        """Go on."""
        after = plain(after) if isinstance(after, str) else after
        forms = {*self.other, *after.other}
        return Said(
            self.odf + after.odf,
            self.words + after.words,
            {form: self.by(form) + after.by(form) for form in forms},
            self.notes + after.notes,
            self.changes + after.changes,
        )

    def __radd__(self, before: str) -> Said:
        """Go on from plain words."""
        return plain(before) + self

    def by(self, form: str) -> str:
        """Tell what the reader of a form says."""
        return self.other.get(form, self.words)

    def within(self, begin: str, end: str, *, behind: str = "", before: str = "") -> Said:
        """Put it into an element; what is said takes words about it."""
        return Said(
            f"{begin}{self.odf}{end}",
            f"{before}{self.words}{behind}",
            {form: f"{before}{words}{behind}" for form, words in self.other.items()},
            self.notes,
            self.changes,
        )

    def but(self, **other: str) -> Said:
        """Let the readers of some forms say something else."""
        return Said(self.odf, self.words, {**self.other, **other}, self.notes, self.changes)


def plain(words: str) -> Said:
    """Say words as they are."""
    return Said(escape(words), words)


def joined(*parts: Said | str) -> Said:
    """Say one after the other."""
    whole = plain("")
    for part in parts:
        whole += part
    return whole


def span(look: str, words: Said | str) -> Said:
    """Give words a look that changes nothing of what is said."""
    words = plain(words) if isinstance(words, str) else words
    return words.within(f'<text:span text:style-name="{look}">', "</text:span>")


def above(words: str, look: str = "above") -> Said:
    """Raise words."""
    return Said(span(look, words).odf, raised(words))


def below(words: str) -> Said:
    """Lower words."""
    return span("below", words)


def between(words: str) -> Said:
    """Lower digits beside others; a PDF has nothing that says so."""
    return below(words).but(**dict.fromkeys(("odt", "docx", "rtf", "html"), words.translate(LOWERED)))


def struck(words: str) -> Said:
    """Strike out words; a PDF draws but a line through them."""
    return Said(span("struck", words).odf, f"[struck out: {words}]", {"pdf": words})


def hidden(words: str) -> Said:
    """Hide words."""
    return Said(span("hidden", words).odf, "")


def capitals(words: str) -> Said:
    """Show words in capitals, which a PDF has nothing else of."""
    return span("capitals", words).but(pdf=words.upper())


def small_capitals(words: str) -> Said:
    """Show small letters as small capitals, which a PDF has nothing else of."""
    return span("small", words).but(pdf=words.upper())


def tab() -> Said:
    """Leave space to the next stop; a web page has no stops."""
    return Said("<text:tab/>", "\t", {"html": " "})


def line_break() -> Said:
    """Begin a line."""
    return Said("<text:line-break/>", "\n")


def note(kind: str, number: int, words: Said | str) -> Said:
    """Put the sign of a note, and the note aside."""
    words = paragraph(words, kind.capitalize()) if isinstance(words, str) else words
    odf = (
        f'<text:note text:id="{kind}{number}" text:note-class="{kind}"><text:note-citation>{number}'
        f"</text:note-citation><text:note-body>{words.odf}</text:note-body></text:note>"
    )
    return Said(odf, FOOTNOTE if kind == "footnote" else ENDNOTE, notes=((kind, words),))


def paragraph(words: Said | str, style: str = "Standard") -> Said:
    """Make a paragraph."""
    words = plain(words) if isinstance(words, str) else words
    return words.within(f'<text:p text:style-name="{style}">', "</text:p>", behind="\n")


def heading(level: int, words: Said | str) -> Said:
    """Make a heading, the number of which is said by `numbered`."""
    words = plain(words) if isinstance(words, str) else words
    return words.within(
        f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">',
        "</text:h>",
        behind="\n",
    )
