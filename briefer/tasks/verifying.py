"""An exported brief, read again and held against its evidence and against the sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefer.checking.discrepancy import Discrepancy
from briefer.tasks.opening import existing, read_project
from briefer.wording.counted import counted

_BORNE_OUT: Final = "matches the sources in quotations, places and context"
_OTHERWISE: Final = "; what else it says of the sources was not proved"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found, information too; without findings, `verdict` says what the brief agrees with."""

    told: list[Discrepancy]
    verdict: str

    @property
    def findings(self) -> list[Discrepancy]:
        """What is wrong: all that was told but information."""
        return [one for one in self.told if one.level != "information"]


def verify_plain(brief: str, project: str) -> str:
    """Say in a sentence whether an exported file matches a project: what a child process is asked for."""
    result = verify_file(Path(brief), Path(project))
    if not result.findings:
        return f"Verified: the file {result.verdict}."
    return f"Not verified, {counted(len(result.findings), 'difference')}. {result.findings[0].message}"


def verify_file(brief: Path, project: Path | None) -> Verification:
    """Verify an exported .docx or .pdf, with a project against the texts of its sources too.

    Raises BrieferError when the file is no brief that can be read.
    """
    from briefer.checking.recomposed import OTHER_RECORDS
    from briefer.checking.verify import verify_brief

    brief = existing(brief)
    if project is None:
        return Verification(verify_brief(brief), "consistent with its own evidence")
    session = read_project(project)
    try:
        told = verify_brief(brief, session.project)
        others = any(one.rule == OTHER_RECORDS for one in told)
        return Verification(told, _BORNE_OUT + (_OTHERWISE if others else ""))
    finally:
        session.close()
