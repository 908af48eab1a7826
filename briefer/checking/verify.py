"""Whether an exported brief is what it claims: its printed words and its evidence, held together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer.checking.docx_reader import read_docx
from briefer.checking.evidence import inner_findings, source_findings
from briefer.checking.finding import Finding
from briefer.checking.pdf_reader import read_pdf
from briefer.checking.printed import Printed, Reread
from briefer.checking.sequences import differences, excerpt
from briefer.model.project import Project
from briefer.writing.evidence import DIGEST_LEAD, Evidence, digest


def verify_brief(path: Path, project: Project | None = None) -> list[Finding]:
    """Read an exported .docx or .pdf again and say what is wrong; raises BrieferError if it is no brief."""
    return verify(read_pdf(path) if path.suffix.lower() == ".pdf" else read_docx(path), project)


def verify(reread: Reread, project: Project | None = None) -> list[Finding]:
    """Compare what a file prints with its evidence and, given a project, the evidence with its sources."""
    found = [*_printed_findings(reread.evidence, reread.printed), *inner_findings(reread.evidence)]
    if project is not None:
        found += source_findings(reread.evidence, project)
    return found


def _printed_findings(evidence: Evidence, printed: Printed) -> Iterator[Finding]:
    yield from _compared("paragraph", printed.body, (*evidence.body, DIGEST_LEAD + digest(evidence)))
    yield from _compared("note", printed.notes, evidence.notes)
    if printed.links is not None:
        yield from _compared("link", printed.links, evidence.links)
    for aside in printed.asides:
        if aside.printed != aside.promised:
            yield _differing(aside.where, aside.printed, aside.promised)


def _compared(name: str, printed: Sequence[str], promised: Sequence[str]) -> Iterator[Finding]:
    for difference in differences(printed, promised):
        yield _differing(f"{name} {difference.place}", difference.found, difference.promised)


def _differing(where: str, printed: str, promised: str) -> Finding:
    says = f"says “{excerpt(printed, promised)}”" if printed else "says nothing"
    should = f"has “{excerpt(promised, printed)}”" if promised else "has nothing"
    message = f"The brief {says} at {where}, where its evidence {should}; do not rely on it, export it again."
    return Finding("altered-brief", "error", message, where)
