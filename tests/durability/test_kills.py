"""What was acknowledged stays when the program is killed at any moment, and nothing is left half done."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.durability import places, worker
from tests.durability.worker import KINDS, Said
from tests.proving import examples

KILLS = 125
"""Of each kind; a thousand in all."""
ENDLESS = 1_000_000
WATCHED = 5.0
"""Seconds for which a worker is watched for something half written."""


def employed(kind: str, folder: Path, seed: int, pipe: Connection) -> None:
    """Work in a process that was forked from one that has read the program already."""
    worker.work(kind, folder, seed, ENDLESS, pipe.send)


class Office:
    """Has a worker work and kills it."""

    def __init__(self) -> None:
        self._forking = multiprocessing.get_context("forkserver")
        self._forking.set_forkserver_preload([worker.__name__])

    def kill_one_at_work(self, kind: str, folder: Path, chance: random.Random) -> Said:
        """Kill a worker in or after one of its first steps, and return what it said last.

        Every other one is watched, and killed when it has begun to write.
        """
        ours, its = self._forking.Pipe(duplex=False)
        process = self._forking.Process(target=employed, args=(kind, folder, chance.random(), its))
        process.start()
        its.close()
        said: Said = ours.recv()
        begun = time.monotonic()
        ours.recv()
        took = time.monotonic() - begun
        for _ in range(1 + 2 * chance.randrange(3)):
            said = ours.recv()
        if chance.random() < 0.5:
            until = time.monotonic() + WATCHED
            while not places.is_inside_a_write(folder) and time.monotonic() < until:
                pass
            time.sleep(chance.choice((0, 0.002 * chance.random())))
        else:
            time.sleep(chance.random() * 1.2 * took)
        process.kill()
        process.join()
        while ours.poll():
            try:
                said = ours.recv()
            except EOFError:
                break
        ours.close()
        process.close()
        return said


@pytest.mark.parametrize("kind", KINDS)
def test_a_kill_at_any_moment_loses_nothing_acknowledged(
    kind: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    begun = tmp_path / "begun.brief"
    places.write_begun(begun)
    office, chance = Office(), random.Random(kind)
    kills = within = inside = 0
    while kills < examples(KILLS) or (not inside and kills < KILLS):
        folder = places.begin(begun, tmp_path / str(kills), kind)
        said = office.kill_one_at_work(kind, folder, chance)
        kills += 1
        within += said["word"] == "begin"
        inside += places.is_inside_a_write(folder)
        places.check(folder, said, monkeypatch)
        shutil.rmtree(folder)
    record_property("kills", kills)
    record_property("kills within a step", within)
    record_property("kills inside a write", inside)
    print(f"{kind}: {kills} kills, {within} of them within a step, {inside} inside a write")
    assert inside > 0
