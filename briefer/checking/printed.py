"""What a reader found printed in an exported file, beside the evidence that the file carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefer.checking.discrepancy import Discrepancy
from briefer.errors import BrieferError
from briefer.writing.evidence import Evidence


class EvidenceLeftOutError(BrieferError):
    """A brief of ours that travels without its evidence."""

    def __init__(self) -> None:
        super().__init__(
            "This brief carries no evidence: it was exported without it, or another program left it out when"
            " it saved the file; verify the file as it was exported."
        )


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that stand apart from body and notes, and what should stand there ("" for nothing)."""

    where: str
    printed: str
    promised: str


SpotKind = Literal["heading", "paragraph", "cell"]


class Spot(NamedTuple):
    """How a reader finds a printed paragraph: what it is, and its page (from 1; 0 where pages vary)."""

    kind: SpotKind = "paragraph"
    page: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """The printed words in their order, re-read from the file and not from its evidence.

    `body` and `notes` are as in the evidence, the digest's paragraph last; `links` are the web
    addresses that words lead to; `strange` is what only a changed file has. `spots` has one spot for
    each paragraph, `note_pages` a page for each note; either may be empty. `set_off` are the places (from
    0) of the paragraphs set as block quotations, None where the file does not tell.
    """

    body: tuple[str, ...]
    notes: tuple[str, ...]
    asides: tuple[Aside, ...]
    links: tuple[str, ...] = ()
    strange: tuple[Discrepancy, ...] = ()
    spots: tuple[Spot, ...] = ()
    note_pages: tuple[int, ...] = ()
    set_off: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """A file as it was re-read: the evidence in it, and what it prints."""

    evidence: Evidence
    printed: Printed
