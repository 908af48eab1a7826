"""What comes of work at random on sources that are hard to print: passages in every state, cited or not."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from briefer.actions import drafting, rereading, sources, tagging
from briefer.actions.sources import Incoming
from briefer.checking.findings import findings
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import STATEMENT_KINDS, Source
from briefer.session import Session
from briefer.wording.control import clean
from tests.actions.deeds import AT, do_something
from tests.worlds import World

_SAID: Final = (
    "The dam held on 3 May. ", "It fell. ", "“Nobody knew,” he said. ", "Œuvre à l’État. ", "قال الوزير. ",
    "日本の防衛大臣は述べた。", "soft\u00adhyphen here. ", "turned \u202eevil\u202c end. ",
    "open \u2067end. ", "\n\n", "\n", "family 👩\u200d👩\u200d👧 ok. ", "e\u0301 combining. ", "tab\there. ",
    "non\u00a0breaking. ",
    "zero\u200bwidth. ", "<b>&amp;</b> =1+1. ", "'single' quotes. ", "ﬁne ligature. ", "Page 1 of 3. ",
    "[S1] 12 ", "line\u2028sep ", "a" * 60 + " ", "… end ", "\ufeffmark ", "  ",
)  # fmt: skip
_ROUNDS: Final = 3


def some_work(chance: random.Random) -> Session:
    """Return a project after some dozens of deeds."""
    world = World()
    for _ in range(2):
        world.source(_words(chance, 15))
    world.section("People")
    world.section("Threats")
    session = world.session()
    for _ in range(chance.randrange(20, 90)):
        if chance.random() < 0.2:
            do_something(session, chance)
            continue
        try:
            change = chance.choice(_DEEDS)(session.project, chance)
        except (BrieferError, IndexError):  # refused, or nothing to choose from
            continue
        session.do(change)
    return session


def mend(session: Session, chance: random.Random) -> None:
    """Do what a user does before the export: say where passages stand, take away statements with errors."""
    for fate in rereading.unsettled(session.project):
        if fate.place is not None and chance.random() < 0.6:
            session.do(rereading.accept(session.project, fate.passage, fate.place.start, fate.place.end))
    for fate in rereading.unsettled(session.project):
        session.do(rereading.reject(session.project, fate.passage))
    for _ in range(_ROUNDS):
        wrong = {found.where for found in findings(session.project) if found.level == "error"}
        for statement in session.project.statements():
            if statement.id in wrong:
                session.do(drafting.remove(session.project, statement))


def change_since(session: Session, chance: random.Random) -> None:
    """Do what others do in a project after its brief has left: none of it makes the brief another."""
    for _ in range(8):
        try:
            change = chance.choice((_alter, _settle_anywhere, _add, _describe, _tag, _write))(
                session.project, chance
            )
        except (BrieferError, IndexError):
            continue
        session.do(change)


def _words(chance: random.Random, pieces: int) -> str:
    return clean("".join(chance.choice(_SAID) for _ in range(pieces)) + "x.")[0]


def _tag(project: Project, chance: random.Random) -> Change:
    source, note = chance.choice(project.sources()), chance.choice(("", "see “this”"))
    start = chance.randrange(source.length)
    end = min(source.length, start + chance.randrange(1, 60))
    return tagging.tag(project, source, start, end, chance.choice(project.sections()), note=note)


def _write(project: Project, chance: random.Random) -> Change:
    passages = project.passages()
    cites = chance.sample(passages, min(len(passages), chance.randrange(3)))
    home, kind = chance.choice([None, *project.sections()]), chance.choice(STATEMENT_KINDS)
    text = _words(chance, 3)
    if kind == "quotation":
        cites = [chance.choice(passages)]
        text = cites[0].anchor.quote
    elif cites and chance.random() < 0.3:
        text = f"He said “{cites[0].anchor.quote}” then."
    return drafting.write(project, home, text, kind, cites)


def _alter(project: Project, chance: random.Random) -> Change:
    """Let a source say something else at one place, in a newer copy or as somebody corrected it."""
    source = chance.choice(project.sources())
    text = project.text_of(source)
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.randrange(1, 40))
    text = text[:start] + chance.choice(("", "", _words(chance, 1))) + text[end:] or "x."
    if chance.random() < 0.4:
        return rereading.revise(project, source, text, AT)
    return rereading.reread(project, source, Incoming("g.txt", text.encode(), text, "UTF-8"), AT)


def _settle_anywhere(project: Project, chance: random.Random) -> Change:
    fate = chance.choice(rereading.waiting(project))
    if fate.place is not None and chance.random() < 0.7:
        return rereading.accept(project, fate.passage, fate.place.start, fate.place.end)
    source = project.get(Source, fate.passage.source)
    assert source is not None
    start = chance.randrange(source.length)
    end = min(source.length, start + chance.randrange(1, 30))
    return rereading.accept(project, fate.passage, start, end)


def _describe(project: Project, chance: random.Random) -> Change:
    words = {chance.choice(("title", "publisher", "author")): _words(chance, 1)}
    return sources.describe(project, chance.choice(project.sources()), **words)


def _add(project: Project, chance: random.Random) -> Change:
    text = _words(chance, 12)
    return sources.add(project, [Incoming("f.txt", text.encode(), text, "UTF-8")], AT)


_DEEDS: Final[tuple[Callable[[Project, random.Random], Change], ...]] = (
    _tag, _tag, _tag, _tag, _write, _write, _write, _alter, _alter, _settle_anywhere, _settle_anywhere, _add,
)  # fmt: skip
