"""An analyst in a hurry: works on a project without end and says of each step when it is done.

Run as `python -m tests.durability.worker PROJECT OUT SEED STEPS`. A step that the disk refuses is
said to be refused, and the work goes on.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

from briefer.actions import tagging
from briefer.actions.sources import Incoming, add
from briefer.errors import BrieferError
from briefer.session import Session
from briefer.tasks.exporting import export
from briefer.tasks.opening import open_project


def say(word: str, session: Session) -> None:
    """Tell where the history stands, past any buffer that a kill would lose.

    `writev`, so that a fault layer that fails `write` does not silence us.
    """
    log = session.log()
    standing = sum(not entry.undone for entry in log)
    os.writev(1, [f"{word} {len(log)} {standing}\n".encode()])


def tag(session: Session, chance: random.Random) -> None:
    project = session.project
    source = project.sources()[0]
    start = chance.randrange(source.length - 20)
    section = chance.choice(list(project.sections()))
    session.do(tagging.tag(project, source, start, start + chance.randrange(2, 20), section))


def undo_or_redo(session: Session, chance: random.Random) -> None:
    if session.undo_label and chance.random() < 0.7:
        session.undo()
    elif session.redo_label:
        session.redo()


def add_source(session: Session, chance: random.Random) -> None:
    text = f"Report {chance.random()}. " + "The dam held. " * chance.randrange(2000)
    session.do(add(session.project, [Incoming("r.txt", text.encode(), text, "UTF-8")], session.now()))


def main() -> None:
    path, out, seed, steps = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    chance = random.Random(seed)
    session = open_project(path, "Ada")

    def export_brief(session: Session, _chance: random.Random) -> None:
        export(session.project, out, draft=True)

    ways: list[Callable[[Session, random.Random], None]] = [tag, undo_or_redo, add_source, export_brief]
    say("open", session)
    for _ in range(steps):
        way = chance.choices(ways, weights=[60, 25, 10, 5])[0]
        try:
            way(session, chance)
        except BrieferError:
            say("refused", session)
        else:
            say("done", session)


if __name__ == "__main__":
    main()
