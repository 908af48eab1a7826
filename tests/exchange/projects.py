"""Random projects that hold everything a project may hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st

from briefer.model import rank
from briefer.model.anchor import Anchor
from briefer.model.content import Content, Original, SourceText
from briefer.model.records import (
    BLUF,
    SOURCE_KINDS,
    STATEMENT_KINDS,
    Details,
    Passage,
    Record,
    Reference,
    Section,
    Source,
    Statement,
    Tag,
    Version,
)
from briefer.wording.control import clean

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]
Built = tuple[list[Record], list[Content]]

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=200).map(lambda text: clean(text)[0])
ids = st.uuids().map(lambda found: found.hex)


@st.composite
def projects(draw: st.DrawFn) -> Built:
    """Draw the records of a project, kind by kind, and the contents they name."""
    build = _Build(draw)
    sources = [
        build.source(number) for number in draw(st.permutations(range(1, draw(st.integers(0, 4)) + 1)))
    ]
    versions = [build.version(source) for source in sources if draw(st.booleans())]
    sections = [build.section(number) for number in range(draw(st.integers(0, 11)))]
    passages = [passage for source in sources for passage in build.passages(source)]
    tags = [tag for section in sections for tag in build.tags(section, passages)]
    statements = [
        statement
        for section in [BLUF, *(section.id for section in sections)]
        for statement in build.statements(section, passages)
    ]
    details = Details(
        title=draw(words), office=draw(words), cutoff="2024-07-29", sources_added=len(sources) + 3
    )
    records: list[Record] = [details, *sources, *versions, *sections, *passages, *tags, *statements]
    return records, list(dict.fromkeys(build.contents))


class _Build:
    """What was drawn so far."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.contents: list[Content] = []
        self.texts: dict[str, str] = {}
        self.origins = [""]
        self.versions: list[Version] = []
        self.ids: set[str] = set()

    def id(self) -> str:
        found = self.draw(ids.filter(lambda each: each not in self.ids))
        self.ids.add(found)
        return found

    def source(self, number: int) -> Source:
        body = self.text()
        self_same = self.draw(st.booleans())
        original = Original(body.body.encode() if self_same else self.draw(st.binary(max_size=200)))
        self.contents.append(original)
        reference = Reference(
            title=self.draw(words),
            published=self.draw(st.sampled_from(["", "2024", "2024-07", "2024-07-28"])),
            kind=self.draw(st.sampled_from(SOURCE_KINDS)),
            derived_from=self.draw(st.sampled_from(self.origins)),
        )
        found = Source(
            self.id(), f"S{number}", body.sha256, original.sha256, self.draw(words), "utf-8",
            "2024-07-29T12:00:00Z", len(body.body), reference,
            pages=self.draw(st.sampled_from([(), (0,), tuple(range(len(body.body)))])),
            found=self.draw(st.sampled_from([(), ("title\tog:title",)])),
            suggested=self.draw(st.sampled_from([(), ("title\tA dam\tfirst line",)])),
        )  # fmt: skip
        self.origins.append(found.id)
        return found

    def version(self, source: Source) -> Version:
        body = self.text()
        found = Version(
            self.id(), source.id, 1, body.sha256, source.original, self.draw(words), "utf-8",
            "2024-07-29T12:00:00Z", len(body.body), (),
        )  # fmt: skip
        self.versions.append(found)
        return found

    def text(self) -> SourceText:
        found = SourceText(self.draw(st.lists(words, max_size=4).map("\n".join)))
        self.contents.append(found)
        self.texts[found.sha256] = found.body
        return found

    def section(self, number: int) -> Section:
        digit = number + 1 if number < 9 and self.draw(st.booleans()) else None
        cues = tuple(self.draw(st.lists(words, max_size=3)))
        title = self.draw(words.filter(bool))
        return Section(
            self.id(), f"key-{number}", digit, title, "#00ff7F", self.draw(words), cues, self.rank()
        )

    def passages(self, source: Source) -> list[Passage]:
        current = [self.passage(source, source.text, state) for state in ("anchored", "moved")]
        older = [self.passage(source, one.text, "lost") for one in self.versions if one.source == source.id]
        found = [passage for passage in [*current, *older] if passage is not None]
        return list({(each.anchor.text, each.anchor.start, each.anchor.end): each for each in found}.values())

    def passage(self, source: Source, text: str, state: str) -> Passage | None:
        body = self.texts[text]
        if not body:
            return None
        start = self.draw(st.integers(0, len(body) - 1))
        end = self.draw(st.integers(start + 1, len(body)))
        anchor = Anchor.at(text, body, start, end)
        was = self.draw(words) if state == "moved" else ""
        return Passage(self.id(), source.id, anchor, self.draw(words), state, was)

    def tags(self, section: Section, passages: list[Passage]) -> list[Tag]:
        chosen = self.draw(st.lists(st.sampled_from(passages), unique=True, max_size=4)) if passages else []
        return [Tag(self.id(), passage.id, section.id, self.rank()) for passage in chosen]

    def statements(self, section: str, passages: list[Passage]) -> list[Statement]:
        found = []
        for kind in self.draw(st.lists(st.sampled_from(STATEMENT_KINDS), max_size=2)):
            cites = (
                self.draw(st.lists(st.sampled_from(passages), unique=True, max_size=3)) if passages else []
            )
            cited = tuple(passage.id for passage in cites)
            found.append(Statement(self.id(), section, kind, self.draw(words), cited, self.rank()))
        return found

    def rank(self) -> str:
        return rank.between(self.draw(st.text(rank.DIGITS, max_size=5)))
