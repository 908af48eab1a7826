"""A year at one project: whatever a user does, in any order, while the project stays as large as one is."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Final

from briefer.actions import differences, drafting, sources, tagging
from briefer.actions.sources import StillNamedError
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.project import Project
from briefer.model.records import Difference, Source, Statement
from briefer.session import Session
from tests.actions.deeds import do_something

MOST_SOURCES: Final = 10
MOST_PASSAGES: Final = 100
MOST_DIFFERENCES: Final = 20
_FAR: Final = 12
"""As many entries back a user goes in one jump at most."""


def live(session: Session, chance: random.Random) -> None:
    """Do one more thing, or take one back."""
    roll = chance.random()
    if roll < 0.08 and session.undo_label:
        session.undo()
    elif roll < 0.12 and session.redo_label:
        session.redo()
    elif roll < 0.125:
        session.jump(max(0, session.history.head() - chance.randrange(_FAR)))
    elif roll < 0.4 and (change := _tidied(session.project, chance)) is not None:
        session.do(change)
    else:
        do_something(session, chance)


def _tidied(project: Project, chance: random.Random) -> Change | None:
    """Return what takes something away where there is too much of it."""
    found = project.differences()
    if len(found) > MOST_DIFFERENCES:
        return differences.remove(project, chance.choice(found))
    if project.passage_count() > MOST_PASSAGES:
        with suppress(BrieferError):  # a difference names it
            return tagging.discard(project, chance.choice(project.passages()))
    if len(project.sources()) > MOST_SOURCES:
        return _without(project, chance.choice(project.sources()))
    return None


def _without(project: Project, source: Source) -> Change:
    """Return what removes a source, or else what names it."""
    try:
        return sources.remove(project, source)
    except StillNamedError as error:
        match error.by:
            case Statement() as statement:
                return drafting.remove(project, statement)
            case Difference() as difference:
                return differences.remove(project, difference)
            case Source() as made:
                return sources.describe(project, made, derived_from="")
