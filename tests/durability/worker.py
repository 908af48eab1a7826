"""An analyst in a hurry: does one kind of work over and over, and says when each step begins and is done.

Run as `python -m tests.durability.worker FOLDER SEED STEPS KIND...` it says so on its standard output, a line
of JSON each. A step that the disk refuses is said to be refused, with the sentence, and the work goes on.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import Any, Final

from briefer.actions import drafting, rereading, tagging
from briefer.actions.sources import Incoming, add
from briefer.errors import BrieferError
from briefer.session import Session, open_file
from briefer.tasks.backups import back_up, backups
from briefer.tasks.exporting import export
from briefer.tasks.merging import merged
from briefer.tasks.opening import open_project

OLDER: Final = "[0-9]-format-?.brief"
PROJECT: Final = "p.brief"
OUT: Final = "out"
FORMATS: Final = ("docx", "html", "md", "pdf")
_FIRST: Final = datetime.fromisoformat("2026-01-01T08:00:00+00:00")
_PASSAGE: Final = 9  # code points of a passage whose place is accepted
Step = tuple[Session | None, Callable[[], object]]
"""What is to be done, and the project that it is done to."""
Steps = Callable[[Path, random.Random], Iterator[Step]]
Said = dict[str, Any]


def standing(session: Session) -> list[object]:
    """Return where a project stands: how much was done, how much of it stands, and what it says."""
    log = session.log()
    records = repr(list(session.project.records())).encode()
    return [len(log), sum(not entry.undone for entry in log), sha256(records).hexdigest()]


def tag(session: Session, chance: random.Random) -> None:
    project = session.project
    source = chance.choice(project.sources())
    start = chance.randrange(source.length - 20)
    section = chance.choice(list(project.sections()))
    session.do(tagging.tag(project, source, start, start + chance.randrange(2, 20), section))


def _undo_or_redo(session: Session, chance: random.Random) -> None:
    if session.undo_label and chance.random() < 0.6:
        session.undo()
    elif session.redo_label:
        session.redo()


def _add(session: Session, chance: random.Random) -> None:
    text = f"Report {chance.random()}. " + "The dam held. " * chance.randrange(2000)
    session.do(add(session.project, [Incoming("r.txt", text.encode(), text, "UTF-8")], session.now()))


def _reread(session: Session, chance: random.Random) -> None:
    """Read a newer copy of a source, or settle where a passage of it stands now."""
    project = session.project
    [source, *_] = project.sources()
    waiting = rereading.unsettled(project)
    if not waiting or chance.random() < 0.5:
        text = project.text_of(source)
        place = chance.randrange(len(text) - 40)
        text = f"{text[:place]}In June {chance.random()}. {text[place + chance.randrange(40) :]}"
        file = Incoming("r.txt", text.encode(), text, "UTF-8")
        session.do(rereading.reread(project, source, file, session.now()))
        return
    passage, start = chance.choice(waiting).passage, chance.randrange(500)
    if project.passage_at(source, start, start + _PASSAGE) is None:
        session.do(rereading.accept(project, passage, start, start + _PASSAGE))
    else:
        session.do(rereading.reject(project, passage))


def _over_and_over(work: Callable[[Session, random.Random], object]) -> Steps:
    """Return the steps that do this to the project, after a few tags that can be undone."""

    def steps(folder: Path, chance: random.Random) -> Iterator[Step]:
        session = open_project(folder / PROJECT, "Ada")
        for _ in range(3):
            tag(session, chance)
        while True:
            yield session, partial(work, session, chance)

    return steps


def _merge(folder: Path, chance: random.Random) -> Iterator[Step]:
    session = open_project(folder / PROJECT, "Ada")
    for number in count():
        theirs = folder / f"theirs-{number}.brief"
        session.write_copy(theirs)
        other = open_file(theirs, "Bob", "Bob")
        for _ in range(chance.randrange(1, 5)):
            tag(other, chance)
        home = other.project.sections()[0]
        other.do(drafting.write(other.project, home, "It held.", "fact", other.project.passages()[-1:]))
        other.close()
        yield session, partial(_take_in, session, theirs)


def _take_in(session: Session, theirs: Path) -> None:
    session.do(merged(session, theirs, lambda _record, _field: False).change)


def _migrate(folder: Path, chance: random.Random) -> Iterator[Step]:
    older = sorted(folder.glob(OLDER))
    chance.shuffle(older)
    for path in older:
        yield None, partial(_bring_up, path)


def _bring_up(path: Path) -> None:
    open_file(path, "Ada", "Ada").close()


def _back_up(folder: Path, chance: random.Random) -> Iterator[Step]:
    path, at = folder / PROJECT, _FIRST
    session = open_project(path, "Ada")
    while True:
        tag(session, chance)
        at += timedelta(minutes=chance.choice((30, 600, 6000)))
        yield session, partial(back_up, str(path), at.isoformat())


def _export(folder: Path, chance: random.Random) -> Iterator[Step]:
    session = open_project(folder / PROJECT, "Ada")
    while True:
        out = folder / f"{OUT}.{chance.choice(FORMATS)}"
        yield session, partial(export, session.project, out, draft=True)


KINDS: Final[dict[str, Steps]] = {
    "tagging": _over_and_over(tag),
    "undo": _over_and_over(_undo_or_redo),
    "add": _over_and_over(_add),
    "re-read": _over_and_over(_reread),
    "merge": _merge,
    "migrate": _migrate,
    "backup": _back_up,
    "export": _export,
}


def work(kind: str, folder: Path, seed: int, most: int, say: Callable[[Said], object]) -> None:
    """Work in a folder that is begun, `most` steps at most, its user's data folder included."""
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    steps = islice(KINDS[kind](folder, random.Random(seed)), most)
    try:
        for session, deed in steps:
            say(_said("begin", folder, session))
            try:
                deed()
            except BrieferError as error:
                say(_said("refused", folder, session, str(error)))
            else:
                say(_said("done", folder, session))
    except BrieferError as error:  # of what goes before a step
        say({"word": "stopped", "sentence": str(error)})


def _said(word: str, folder: Path, session: Session | None, sentence: str = "") -> Said:
    copies = [copy.name for copy in backups(folder / PROJECT)]
    stands = standing(session) if session else None
    return {"word": word, "stands": stands, "backups": copies, "sentence": sentence}


def main() -> None:
    folder, seed, most, *kinds = sys.argv[1:]
    for kind in kinds:
        # Each in a process of its own, whose calls a fault layer counts from one.
        child = os.fork()
        if child == 0:
            work(kind, Path(folder, kind), int(seed), int(most), partial(_print, kind))
            return
        os.waitpid(child, 0)


def _print(kind: str, said: Said) -> None:
    """Write a line with `writev`, so that a fault layer that fails `write` does not silence us."""
    line = json.dumps({"kind": kind, "process": os.getpid(), **said})
    os.writev(1, [line.encode(), b"\n"])


if __name__ == "__main__":
    main()
