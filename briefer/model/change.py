"""What happened to a project: the one value that is checked, stored, applied, undone and told."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.model.content import Content
from briefer.model.records import Record


@dataclass(frozen=True, slots=True)
class Edit:
    """One record as it was and as it is now; None stands for "not there", never on both sides."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit has a record on one side at least")

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None
        return found

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """The edits of one user action, and the words that Undo shows for it ("Tag as Threats").

    `contents` are texts and bytes that the records name by hash; they are kept for good, so that
    an inverse needs none.
    """

    label: str
    edits: tuple[Edit, ...]
    contents: tuple[Content, ...] = ()

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.label, tuple(edit.inverse() for edit in reversed(self.edits)))
