"""How much is in the open project, counted once and then kept up change by change; no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Passage, Statement, Tag


@dataclass(slots=True)
class Tally:
    """Numbers of records; `tags` by section id."""

    passages: int = 0
    statements: int = 0
    tags: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, project: Project) -> Tally:
        """Count a project."""
        return cls(
            project.passage_count(),
            len(project.statements()),
            Counter(project.tag_counts()),
        )

    def apply(self, change: Change) -> None:
        """Count what a change added and took away."""
        for edit in change.edits:
            for record, step in ((edit.before, -1), (edit.after, 1)):
                if isinstance(record, Tag):
                    self.tags[record.section] += step
                elif isinstance(record, Passage):
                    self.passages += step
                elif isinstance(record, Statement):
                    self.statements += step
