"""What becomes of a brief when a source is withdrawn, and with it the sources that are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from briefer.checking.statements import opening
from briefer.model.project import Entry, Project
from briefer.model.records import BLUF, Difference, Passage, Source, Statement
from briefer.writing.compose_origins import origin_words
from briefer.writing.desk import Desk, passages_behind


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to one record: its id, the key of its section (None for a difference), a sentence.

    A statement "falls" when all that it cites is withdrawn, a difference when fewer than two of its
    answers are left; a section falls "empty". "single-origin" is what rested on more before.
    """

    what: Literal["statement", "section", "difference"]
    id: str
    section: str | None
    effect: Literal["falls", "empty", "single-origin", "loses-a-side"]
    message: str

    def plain(self) -> dict[str, str | None]:
        """Return the fields by name."""
        return asdict(self)


def impact(project: Project, source: Source) -> list[Effect]:
    """Return what falls or comes to rest on one origin, in the order of the brief; changes nothing."""
    desk = Desk(project)
    found = _Withdrawal(desk, source)
    return [*found.of_section("The bottom line", BLUF, BLUF, desk.bottom_line), *_sections(desk, found),
            *found.of_differences()]  # fmt: skip


def _sections(desk: Desk, found: _Withdrawal) -> Iterator[Effect]:
    for section, body in desk.sections:
        yield from found.of_section(f"The section “{section.title}”", section.id, section.key, body)


class _Withdrawal:
    """The sources that go, and what rests on them."""

    def __init__(self, desk: Desk, source: Source) -> None:
        self._desk = desk
        self._gone = {source.id}
        while (
            more := {one.id for one in desk.sources.values() if one.reference.derived_from in self._gone}
            - self._gone
        ):
            self._gone |= more

    def of_section(self, name: str, identifier: str, key: str, body: list[Entry]) -> Iterator[Effect]:
        """Yield what becomes of the statements of a section, and of the section."""
        for entry in body:
            if isinstance(entry, Statement):
                yield from self._of_statement(entry, key)
        left = [entry for entry in body if not self._falls(entry)]
        if body and not left:
            yield Effect("section", identifier, key, "empty", f"{name} falls empty.")
            return
        single = self._alone(passages_behind(self._desk, body))
        if single:
            yield Effect("section", identifier, key, "single-origin", f"{name} comes to rest on {single}.")

    def of_differences(self) -> Iterator[Effect]:
        """Yield the differences of which an answer is withdrawn."""
        for difference in self._desk.differences:
            left = [name for name in difference.passages if not self._goes(self._desk.passages[name])]
            if len(left) < len(difference.passages):
                yield _difference(difference, len(left))

    def _of_statement(self, statement: Statement, key: str) -> Iterator[Effect]:
        name = f"The statement {opening(statement.text)}"
        if self._falls(statement):
            message = f"{name} falls: all that it cites is withdrawn."
            yield Effect("statement", statement.id, key, "falls", message)
        elif single := self._alone(self._desk.cited(statement)):
            message = f"{name} comes to rest on {single}."
            yield Effect("statement", statement.id, key, "single-origin", message)

    def _falls(self, entry: Entry) -> bool:
        """Tell whether nothing of what an entry rests on is left; one that cites nothing stands."""
        passages = passages_behind(self._desk, [entry])
        return bool(passages) and all(map(self._goes, passages))

    def _alone(self, passages: list[Passage]) -> str:
        """Name the one origin that passages of several come to rest on, or nothing."""
        before = {passage.source: self._desk.source_of(passage) for passage in passages}
        after = [source for source in before.values() if source.id not in self._gone]
        origins = self._desk.origins
        if origins.count(before.values()).single or not origins.count(after).single:
            return ""
        return origin_words(self._desk, after)

    def _goes(self, passage: Passage) -> bool:
        return passage.source in self._gone


def _difference(difference: Difference, left: int) -> Effect:
    name = f"The difference {opening(difference.question)}"
    if left > 1:
        message = f"{name} keeps {left} of its {len(difference.passages)} answers."
        return Effect("difference", difference.id, None, "loses-a-side", message)
    message = f"{name} falls: {'one answer' if left else 'no answer'} is left."
    return Effect("difference", difference.id, None, "falls", message)
