"""Projects of any size with any words in them, each made again by its number.

For laws that hold for every project, and for validators: `a_random_world(7).session().project` is a
project, `a_random_brief(7)` the brief of it.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace
from typing import Final

from briefer.checking.findings import findings
from briefer.model.preset import PAPERS, PARTS, WHOLE
from briefer.model.project import Project
from briefer.model.records import (
    SOURCE_KINDS,
    STATEMENT_KINDS,
    Details,
    Passage,
    Reference,
    Section,
    Statement,
)
from briefer.writing.brief import Brief
from briefer.writing.compose import compose
from tests.worlds import World
from tests.writing.random_briefs import SAMPLES

SIZES: Final = (0, 1, 1, 2, 2, 3, 3, 5, 5, 8, 12)
"""How many of a thing there are, most often; every fiftieth project has 200 sources."""
_MOST: Final = 200
_DATES: Final = ("", "2024", "2024-07", "2024-07-28", "1999-12-31")
_LANGUAGES: Final = ("", "en", "ko", "ja", "de", "ar")
_ADDRESSES: Final = ("", "https://example.org/a?b=ü&c=<d>", "https://example.org/" + "long/" * 40)
_SPACES: Final = ("\n", "\n\n", "\n\t", " ", "  ", "\u00a0", "\u3000")


def a_random_brief(seed: int) -> Brief:
    """Compose the brief of a random project, with some of its parts on one of the papers.

    One that quotes what no source says could only be exported as a draft.
    """
    chance = random.Random(f"brief {seed}")
    parts = tuple(part for part in PARTS if chance.random() < 0.8)
    preset = replace(WHOLE, parts=parts, paper=chance.choice(PAPERS))
    draft = chance.random() < 0.3
    project = a_random_world(seed).session().project
    return compose(project, draft=draft or _is_unproven(project), preset=preset)


def _is_unproven(project: Project) -> bool:
    """Tell whether a project quotes what no source says."""
    quotations = {each.id for each in project.statements() if each.kind == "quotation"}
    errors = [found for found in findings(project) if found.level == "error"]
    return any(found.rule == "altered-quotation" or found.where in quotations for found in errors)


def a_random_world(seed: int) -> World:
    """Build a project: random sources, sections, passages, tags and statements; any of them may be none."""
    return _Builder(seed).world


class _Builder:
    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.world = World()
        self.world.new_id = lambda: f"{self._chance.getrandbits(128):032x}"
        count = _MOST if seed % 50 == 49 else self._chance.choice(SIZES)
        texts = [self._source() for _ in range(count)]
        sections = [self._section(number) for number in range(self._chance.choice(SIZES))]
        passages = [self._passage(text, sections) for text in texts for _ in range(self._few())]
        for _ in range(self._chance.choice(SIZES) * 3):
            self._statement([None, *sections], passages)
        for _ in range(self._few() if len(passages) > 1 else 0):
            self._difference(passages)
        self._describe(len(texts))
        if self._chance.random() < 0.5:
            self._issue()

    def _few(self) -> int:
        return self._chance.choice((0, 1, 1, 2, 5))

    def words(self, most: int = 8) -> str:
        """Make words: samples of many scripts, print of ASCII, any letters there are, or nothing."""
        return self._chance.choice((" ", " ", "")).join(
            self._word() for _ in range(self._chance.randint(0, most))
        )

    def _word(self) -> str:
        kind = self._chance.random()
        if kind < 0.6:
            return self._chance.choice(SAMPLES)
        if kind < 0.9:
            return "".join(chr(self._chance.randint(33, 126)) for _ in range(self._chance.randint(1, 12)))
        return "".join(self._letter() for _ in range(self._chance.randint(1, 6)))

    def _letter(self) -> str:
        while True:
            plane = self._chance.choice((0x250, 0x3000, 0x10000, 0x20000))
            found = chr(plane + self._chance.randint(0, 0x2FFF))
            if unicodedata.category(found) not in {"Cs", "Cn", "Cc", "Co"}:
                return found

    def _line(self, most: int = 4) -> str:
        """Make words of one line, as a field has them."""
        return " ".join(self.words(most).split())

    def _source(self) -> tuple[str, str]:
        """Add a source and give its id and its text."""
        chance = self._chance
        parts = [self.words() or "." for _ in range(chance.randint(1, 12))]
        text = "".join(part + chance.choice(_SPACES) for part in parts)
        reference = Reference(
            self._line(), self._line(2), self._line(2), chance.choice(_DATES), chance.choice(_DATES),
            chance.choice(_ADDRESSES), chance.choice(SOURCE_KINDS), chance.choice(_LANGUAGES),
            self._line(1), "", self._line(),
        )  # fmt: skip
        added = self.world.source(text)
        self.world.records[-1] = self.world.sources[-1] = replace(added, reference=reference)
        return added.id, text

    def _section(self, number: int) -> Section:
        added = self.world.section(f"Section {number}")
        found = replace(added, title=self._line() or "x")
        self.world.records[-1] = self.world.sections[-1] = found
        return found

    def _passage(self, source: tuple[str, str], sections: list[Section]) -> Passage:
        named, text = source
        start = self._chance.randrange(len(text))
        quote = text[start : start + self._chance.choice((1, 10, 100, 1000))]
        section = self._chance.choice([None, *sections])
        kept = next(each for each in self.world.sources if each.id == named)
        return self.world.tag(kept, quote, section)

    def _statement(self, sections: list[Section | None], passages: list[Passage]) -> None:
        chance = self._chance
        cites = chance.sample(passages, min(len(passages), chance.choice((0, 1, 1, 2, 4))))
        kind = chance.choice(STATEMENT_KINDS)
        text = cites[0].anchor.quote if cites and kind == "quotation" else self.words(12)
        self.world.statement(chance.choice(sections), text, *cites, kind=kind)

    def _difference(self, passages: list[Passage]) -> None:
        chance = self._chance
        sides = {side.id: side for side in chance.sample(passages, min(len(passages), chance.randint(2, 4)))}
        if len(sides) > 1:
            question, ruling = self._line() or "?", chance.choice(("", self.words()))
            self.world.difference(question, *sides.values(), ruling=ruling, reason=self.words(3))

    def _issue(self) -> None:
        """Issue a version before, with statements that were dropped or worded otherwise since."""
        chance = self._chance
        kept = [record for record in self.world.records if isinstance(record, Statement)]
        lines = [f"{one.id}\t{self._line()}\t{self._line()}" for one in kept if chance.random() < 0.5]
        self.world.issue("0", *lines, f"{self.world.new_id()}\tDropped\t{self._line()}")

    def _describe(self, sources: int) -> None:
        date = self._chance.choice(_DATES)
        self.world.records[0] = Details(
            title=self._line(), author=self._line(2), marking=self._line(1), product_date=date,
            sources_added=sources, purpose=self._line(), objectives=self.words(),
        )  # fmt: skip
