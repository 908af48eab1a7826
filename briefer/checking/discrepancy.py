"""One thing in which an exported brief is not what it claims to be."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from briefer.checking.finding import Level


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What is wrong in one sentence, and the words in full.

    `says` is what the brief prints, `should` what its evidence has, `source` what the text of the
    source says at the place, where a project was given to look it up; each "" for nothing.
    """

    rule: str
    level: Level | Literal["information"]
    """Information is to be known, and no fault."""
    message: str
    where: str
    says: str = ""
    should: str = ""
    source: str = ""

    def plain(self) -> dict[str, str]:
        """Return the fields by name."""
        return asdict(self)


def odd(where: str, what: str) -> Discrepancy:
    """Say that a file has something that briefs never have: it could hide words, or show others."""
    message = f"The file has {what} at {where}, which no brief has; do not rely on it, export it again."
    return Discrepancy("strange-part", "error", message, where)


def foreign(where: str, what: str, says: str = "", source: str = "") -> Discrepancy:
    """Say that the sources of a project do not bear out what a brief says."""
    message = (
        f"The brief does not match the sources at {where}: {what}; compare it with the project it came from."
    )
    return Discrepancy("foreign-evidence", "error", message, where, says, source=source)


def page_finding(rule: str, what: str, where: str) -> Discrepancy:
    """Say that a whole page is not as it was exported."""
    return Discrepancy(rule, "error", f"{what}; do not rely on the brief, export it again.", where)


def saved_again(program: str) -> Discrepancy:
    """Say that what a PDF shows cannot be judged; `program` is what saved it, "" if it does not say."""
    return Discrepancy("saved-again", "error", _unproven("PDF", program), "the file")


def restyled(program: str) -> Discrepancy:
    """Say that another program saved a Word file, which is made to be edited and may look otherwise."""
    return Discrepancy("saved-again", "information", _unproven("Word file", program), "the file")


def _unproven(kind: str, program: str) -> str:
    how = f"saved again by {program}" if program else "changed, or saved again by another program"
    return (
        f"This {kind} was {how}: its words were compared, but what its pages show cannot be proven;"
        " export the brief again to prove it."
    )


def unmarked_words(program: str) -> Discrepancy:
    """Say that a PDF has lost what tells its paragraphs apart."""
    how = f"saved again by {program}" if program else "saved again by another program"
    message = (
        f"This PDF was {how}, which left out the marks that tell its paragraphs apart, so its words"
        " cannot be compared; export the brief again to prove it."
    )
    return Discrepancy("saved-again", "error", message, "the file")
