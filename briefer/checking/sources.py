"""What may be wrong with a source: a text or file that is not what was read, passages marked, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from briefer.checking.finding import Finding
from briefer.citing.citation import SHORT_ID
from briefer.citing.piece import series
from briefer.model.content import hash_of
from briefer.model.project import Project, UnknownRecordError
from briefer.model.records import Passage, Source
from briefer.wording.characters import Span
from briefer.wording.quoted import quoted_in_short
from briefer.wording.struck_out import STRUCK_OUT

_QUOTED: Final = 40
"""Code points of a passage that say which one is meant."""


def content_findings(project: Project, sources: list[Source], passages: list[Passage]) -> Iterator[Finding]:
    """Yield each text or file that is not what its hash says, each passage that its text does not say."""
    labels = {source.id: source.label for source in sources}
    versions = {source.text: source.label for source in sources}
    marked: dict[str, list[Passage]] = {}
    for passage in passages:
        marked.setdefault(passage.anchor.text, []).append(passage)
        versions.setdefault(passage.anchor.text, labels[passage.source])
    for name, label in versions.items():
        yield from _text_findings(project, name, label, marked.get(name, []))
    for source in sources:
        yield from _file_findings(project, source)


def version_findings(sources: Mapping[str, Source], passages: Iterable[Passage]) -> Iterator[Finding]:
    """Yield each passage that stands in a former copy of its source, `sources` by id."""
    for passage in passages:
        words, label = quoted_in_short(passage.anchor.quote, _QUOTED), sources[passage.source].label
        if passage.state == "review":
            message = f"{words} may stand elsewhere in the newer {label}; say where, or that it is gone."
            yield Finding("for-review", "error", message, passage.id)
        elif passage.state == "lost":
            message = f"{words} is no longer in {label}; the brief quotes its former copy."
            yield Finding("former-copy", "warning", message, passage.id)


def reference_findings(source: Source) -> Iterator[Finding]:
    """Yield what is not recorded of a source."""
    reference = source.reference
    fields = {"outlet": reference.publisher, "date": reference.published, "address": reference.url}
    gaps = [f"no {name}" for name, recorded in fields.items() if not recorded]
    if gaps:
        message = f"{source.label} has {series(gaps)} recorded; the brief says so unless you add it."
        yield Finding("not-recorded", "warning", message, source.label)


def _text_findings(project: Project, name: str, label: str, passages: list[Passage]) -> Iterator[Finding]:
    try:
        text = project.text(name)
    except UnknownRecordError as error:
        yield Finding("altered-text", "error", str(error), label)
        return
    if hash_of(text) != name:
        message = f"The text of {label} is not the one that was read; take an untouched copy."
        yield Finding("altered-text", "error", message, label)
    struck = list(STRUCK_OUT.finditer(text)) if passages else []
    for passage in passages:
        if not passage.anchor.holds_in(text):
            name = f"Passage {passage.id[:SHORT_ID]}, {quoted_in_short(passage.anchor.quote, _QUOTED)},"
            message = f"{name} is not what {label} says at its place; remove it and tag it again."
            yield Finding("altered-quotation", "error", message, passage.id)
        elif any(_takes_from(passage, mark.span()) for mark in struck):
            words = quoted_in_short(passage.anchor.quote, _QUOTED)
            message = (
                f"{words} has words that {label} strikes out, but not the brackets that say so; take all."
            )
            yield Finding("struck-out", "warning", message, passage.id)


def _takes_from(passage: Passage, stretch: Span) -> bool:
    """Tell whether a passage has something of a stretch, but not all of it."""
    start, end = passage.anchor.start, passage.anchor.end
    return stretch[0] < end and start < stretch[1] and not start <= stretch[0] < stretch[1] <= end


def _file_findings(project: Project, source: Source) -> Iterator[Finding]:
    try:
        altered = sha256(project.original_of(source)).hexdigest() != source.original
    except UnknownRecordError as error:
        yield Finding("altered-file", "error", str(error), source.label)
        return
    if altered:
        message = f"The kept file of {source.label} is not the one that was read; take an untouched copy."
        yield Finding("altered-file", "error", message, source.label)
