"""What users do, at random, so that two of them often do the same thing or the opposite."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from briefer.actions import (
    acronyms,
    adjusting,
    details,
    differences,
    drafting,
    issuing,
    rereading,
    sections,
    sources,
    tagging,
)
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.session import Session

T = TypeVar("T")
AT: Final = "2026-11-22T12:00:00Z"
WORDS: Final = ("It held.", "It fell.", "Nobody knew.", "The dam was old.")


def do_something(session: Session, chance: random.Random) -> None:
    """Do what a user might, or nothing where that is refused."""
    deed = chance.choice(DEEDS)
    try:
        change = deed(session.project, chance)
    except (BrieferError, IndexError):  # nothing to choose from
        return
    session.do(change)


def _some(chance: random.Random, found: Sequence[T], most: int = 3) -> list[T]:
    return chance.sample(list(found), min(len(found), most))


def _tag(project: Project, chance: random.Random) -> Change:
    source, section = chance.choice(project.sources()), chance.choice(project.sections())
    start = chance.randrange(0, source.length, 5)
    end = min(source.length, start + chance.choice((5, 10)))
    return tagging.tag(project, source, start, end, section, note=chance.choice(("", *WORDS)))


def _adjust(project: Project, chance: random.Random) -> Change:
    start = chance.randrange(0, 40, 5)
    return adjusting.adjust(project, chance.choice(project.passages()), start, start + 5)


def _discard(project: Project, chance: random.Random) -> Change:
    return tagging.discard(project, chance.choice(project.passages()))


def _annotate(project: Project, chance: random.Random) -> Change:
    return tagging.annotate(project, chance.choice(project.passages()), chance.choice(WORDS))


def _untag(project: Project, chance: random.Random) -> Change:
    return tagging.untag(project, chance.choice(project.tags_of(chance.choice(project.passages()))))


def _write(project: Project, chance: random.Random) -> Change:
    home = chance.choice([None, *project.sections()])
    return drafting.write(project, home, chance.choice(WORDS), "fact", _some(chance, project.passages()))


def _rewrite(project: Project, chance: random.Random) -> Change:
    cites = _some(chance, project.passages(), 2)
    words = (
        f"{chance.choice(WORDS)} {chance.randrange(10_000)} saw it."  # nobody comes upon the same by chance
    )
    return drafting.rewrite(project, chance.choice(project.statements()), text=words, cites=cites)


def _unwrite(project: Project, chance: random.Random) -> Change:
    return drafting.remove(project, chance.choice(project.statements()))


def _move(project: Project, chance: random.Random) -> Change:
    of, to = chance.choice(project.sections()), chance.choice(project.sections())
    return drafting.move(project, chance.choice(project.body(of)), to, None)


def _differ(project: Project, chance: random.Random) -> Change:
    return differences.put(project, chance.choice(WORDS), _some(chance, project.passages(), 2))


def _rule(project: Project, chance: random.Random) -> Change:
    named = _some(chance, project.passages(), 2)
    return differences.rule(project, chance.choice(project.differences()), ruling="So.", passages=named)


def _add(project: Project, chance: random.Random) -> Change:
    words = chance.choice(WORDS) * 5
    return sources.add(project, [sources.Incoming("f.txt", words.encode(), words, "UTF-8")], AT)


def _read_anew(project: Project, chance: random.Random) -> Change:
    source = chance.choice(project.sources())
    text, place = project.text_of(source), chance.choice((0, 20))
    text = text[:place] + chance.choice(WORDS) + text[place:]
    if chance.random() < 0.3:
        return rereading.revise(project, source, text, AT)
    return rereading.reread(project, source, sources.Incoming("g.txt", text.encode(), text, "UTF-8"), AT)


def _settle(project: Project, chance: random.Random) -> Change:
    fate = chance.choice(rereading.unsettled(project))
    if fate.place is None or chance.random() < 0.5:
        return rereading.reject(project, fate.passage)
    return rereading.accept(project, fate.passage, fate.place.start, fate.place.end)


def _describe(project: Project, chance: random.Random) -> Change:
    origin = chance.choice(["", *(one.label for one in project.sources())])
    title = chance.choice(WORDS)
    return sources.describe(project, chance.choice(project.sources()), title=title, derived_from=origin)


def _drop(project: Project, chance: random.Random) -> Change:
    return sources.remove(project, chance.choice(project.sources()))


def _add_section(project: Project, chance: random.Random) -> Change:
    return sections.add(project, chance.choice(("people", "places", "threats")))


def _change_section(project: Project, chance: random.Random) -> Change:
    section = chance.choice(project.sections())
    return sections.take_digit(project, section, chance.choice((None, 1, 2, 3, 9)))


def _merge_sections(project: Project, chance: random.Random) -> Change:
    return sections.merge(project, chance.choice(project.sections()), chance.choice(project.sections()))


def _expand(project: Project, chance: random.Random) -> Change:
    return acronyms.define(project, chance.choice(("USFJ", "2+2")), chance.choice(WORDS))


def _issue(project: Project, chance: random.Random) -> Change:
    change = details.set_field(project, "version", chance.choice("123"))
    return change if change.edits else issuing.issue(project, "2026-11-22")


DEEDS: Final[tuple[Callable[[Project, random.Random], Change], ...]] = (
    _tag, _tag, _tag, _adjust, _discard, _annotate, _untag, _write, _rewrite, _unwrite, _move, _differ, _rule,
    _add, _read_anew, _settle, _describe, _drop, _add_section, _change_section, _merge_sections, _expand,
    _issue,
)  # fmt: skip
