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
