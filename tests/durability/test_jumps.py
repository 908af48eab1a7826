"""A project that is killed on its way through its history stands at one end of the way or at the other."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from briefer.session import open_file
from tests.durability import places
from tests.durability.jumper import STEPS
from tests.proving import examples


def test_a_kill_in_a_jump_leaves_the_project_at_one_of_its_ends(tmp_path: Path) -> None:
    begun = tmp_path / "begun.brief"
    places.write_begun(begun)
    chance = random.Random(11)
    for number in range(examples(80)):
        path = tmp_path / f"{number}.brief"
        shutil.copyfile(begun, path)
        jumper = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.jumper", path], stdout=subprocess.PIPE
        )
        assert jumper.stdout is not None
        said = jumper.stdout.readline()
        time.sleep(chance.random() * 0.2)
        jumper.kill()
        said += jumper.stdout.read()
        jumper.stdout.close()
        jumper.wait()
        session = open_file(path, "Bob", "Bob", check=True)
        stands = session.history.head()
        tags = sum(session.project.tag_counts().values())
        session.close()
        assert stands in {int(place) for place in [str(STEPS), *said.decode().split()][-2:]}
        assert tags == stands + len(places.TITLES)
