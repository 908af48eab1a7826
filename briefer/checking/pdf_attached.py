"""What is attached to a PDF: its evidence, the files of its sources, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from briefer.checking.printed import Aside
from briefer.errors import BrieferError
from briefer.writing.evidence import Evidence, from_json
from briefer.writing.pdf_attached import EVIDENCE


def attached_evidence(attached: Sequence[tuple[str, bytes]]) -> Evidence:
    """Read the evidence among the attached files; raises BrieferError unless it is there, once."""
    found = [content for name, content in attached if name == EVIDENCE]
    if len(found) != 1:
        raise BrieferError(
            "This PDF carries no evidence, so there is nothing to verify: it is no brief of ours."
        )
    return from_json(found[0])


def stray_files(attached: Sequence[tuple[str, bytes]], evidence: Evidence) -> Iterator[Aside]:
    """Yield the attached files that are not, byte for byte, the file of a source that the evidence names."""
    known = {source.sha256 for source in evidence.sources}
    for name, content in attached:
        if name != EVIDENCE and (name not in known or sha256(content).hexdigest() != name):
            yield Aside(f"the attached file {name}", "(not the file of one of its sources)", "")
