"""Two copies of one small project, each with what one user did in it."""

from __future__ import annotations

from collections.abc import Callable

from briefer.actions import rereading, sources, tagging
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.tasks.merging import merged_with
from tests.worlds import World

TEXT = "The dam was inspected in May. It held. The dam fell in June."
AT = "2026-11-22T12:00:00Z"

Deed = Callable[[Project], Change]


def a_file(words: str, name: str = "f.txt") -> sources.Incoming:
    return sources.Incoming(name, words.encode(), words, "UTF-8")


def adding(words: str) -> Deed:
    return lambda project: sources.add(project, [a_file(words)], AT)


def reading_anew(words: str) -> Deed:
    return lambda project: rereading.reread(project, project.sources()[0], a_file(words), AT)


def tagging_quote(quote: str, label: str = "S1", *, note: str = "") -> Deed:
    def tag(project: Project) -> Change:
        source = project.find_source(label)
        start = project.text_of(source).index(quote)
        section = project.sections()[0]
        return tagging.tag(project, source, start, start + len(quote), section, note=note)

    return tag


class Pair:
    """A project and a copy of it, each with what one user did."""

    def __init__(self, world: World, mine: tuple[Deed, ...] = (), theirs: tuple[Deed, ...] = ()) -> None:
        self.ours, self.theirs = world.session(), world.session()
        self.remarks: tuple[str, ...] = ()
        for session, deeds in ((self.ours, mine), (self.theirs, theirs)):
            for deed in deeds:
                session.do(deed(session.project))

    def merge(self, *, prefer: bool = False) -> list[tuple[str, str, str | None, str | None]]:
        """Take in what they did, and return where that cannot be."""
        found = merged_with(self.ours, self.theirs, "copy.brief", lambda _record, _field: prefer)
        self.ours.do(found.change)
        self.remarks = found.remarks
        return [(one.kind, one.field, one.mine, one.theirs) for one in found.conflicts]

    def merge_back(self) -> None:
        """Let them take in what we did."""
        self.theirs.do(merged_with(self.theirs, self.ours, "mine.brief", lambda *_field: False).change)

    def do(self, deed: Deed) -> None:
        """Let us do something more."""
        self.ours.do(deed(self.project))

    @property
    def project(self) -> Project:
        return self.ours.project

    @property
    def quotes(self) -> list[str]:
        """What is tagged under the one section, in the order of the text."""
        tagged = {tag.passage for tag in self.project.tags_under(self.project.sections()[0])}
        return [one.anchor.quote for one in self.project.passages() if one.id in tagged]
