"""One thing in which an exported brief is not what it claims to be."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from briefer.checking.finding import Level


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What is wrong in one sentence, and the words in full.

    `says` is what the brief prints, `should` what its evidence has, `source` what the text of the
    source says at the place, where a project was given to look it up; each "" for nothing.
    """

    rule: str
    level: Level
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


def saved_again() -> Discrepancy:
    """Say that what a PDF shows cannot be judged, though its words can be read."""
    message = (
        "This PDF is not as briefer writes one: it was changed, or saved again by another program, so what it"
        " shows cannot be proven; verify the file as it was exported."
    )
    return Discrepancy("saved-again", "error", message, "the file")
