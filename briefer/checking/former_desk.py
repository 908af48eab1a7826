"""The desk from which a brief was composed, as its evidence tells: for what it says, composed anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefer.model.anchor import Anchor
from briefer.model.project import Project
from briefer.model.records import Passage, Source, Version, source_of
from briefer.writing.brief import EvidenceSource
from briefer.writing.desk import Desk
from briefer.writing.evidence import Evidence


class FormerDesk(Desk):
    """The desk from which a brief was composed: its sources with the texts of then, and its passages."""

    def __init__(self, project: Project, evidence: Evidence) -> None:
        """Take a project that has all the files and texts that the evidence names."""
        super().__init__(project)
        today = self.sources
        readings: list[Source | Version] = [*today.values(), *project.versions()]
        self._readings: dict[Source | Version, Source | Version] = {}
        self._copies: dict[tuple[str, str], Source | Version] = {}
        self._cited = {note.source for note in evidence.cited}
        self.sources = {}
        for named in evidence.sources:
            reading = _nearest(readings, named)
            copy: Source | Version
            if named.id not in self.sources:
                known = today.get(named.id) or today[source_of(reading)]
                copy = self.sources[named.id] = _former(known, reading, named)
            else:
                copy = Version(
                    named.id, named.id, 0, reading.text, reading.original, reading.file_name,
                    reading.encoding, reading.added, reading.length, reading.pages,
                )  # fmt: skip
            self._readings[copy] = reading
            self._copies.setdefault((named.id, named.text_sha256), copy)
        bodies = {name: project.text(name) for name in {each.text_sha256 for each in evidence.passages}}
        self.passages = {
            each.id: Passage(
                each.id,
                each.source,
                Anchor.at(each.text_sha256, bodies[each.text_sha256], each.start, each.end),
            )
            for each in evidence.passages
        }

    def copy_of(self, passage: Passage) -> Source | Version:
        return self._copies[passage.source, passage.anchor.text]

    def is_amended(self, copy: Source | Version) -> bool:
        return super().is_amended(self._readings[copy])

    def listed(self) -> list[Source]:
        return sorted(self.sources.values(), key=lambda source: source.id not in self._cited)


def _nearest(readings: Iterable[Source | Version], named: EvidenceSource) -> Source | Version:
    """Return the reading of the file and text that are named, of the same source and name if there is one."""
    same = (one for one in readings if (one.original, one.text) == (named.sha256, named.text_sha256))
    return max(same, key=lambda one: (source_of(one) == named.id, one.file_name == named.file_name))


def _former(known: Source, reading: Source | Version, named: EvidenceSource) -> Source:
    """Return a source as it was when this was what was read of it."""
    return replace(
        known,
        id=named.id,
        label=named.label,
        text=reading.text,
        original=reading.original,
        file_name=reading.file_name,
        added=reading.added,
        length=reading.length,
        pages=reading.pages,
    )
