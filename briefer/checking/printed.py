"""What a reader found printed in an exported file, beside the evidence that the file carries."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.errors import BrieferError
from briefer.writing.evidence import Evidence


class EvidenceLeftOutError(BrieferError):
    """A brief of ours that travels without its evidence."""

    def __init__(self) -> None:
        super().__init__(
            "This brief carries no evidence, so nothing in it can be verified;"
            " export it again with its evidence."
        )


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that stand apart from body and notes, and what should stand there ("" for nothing)."""

    where: str
    printed: str
    promised: str


@dataclass(frozen=True, slots=True)
class Printed:
    """The printed words in their order, re-read from the file and not from its evidence.

    `body` and `notes` are as in the evidence, the digest's paragraph last; `links` are the web
    addresses that words lead to, None where the reader cannot tell.
    """

    body: tuple[str, ...]
    notes: tuple[str, ...]
    asides: tuple[Aside, ...]
    links: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """A file as it was re-read: the evidence in it, and what it prints."""

    evidence: Evidence
    printed: Printed
