"""An analyst who cannot decide: leads a project from one end of its history to the other, without end.

Run as `python -m tests.durability.jumper PROJECT`. Says where it goes before it goes there, and after
it that it is there.
"""

from __future__ import annotations

import os
import sys
from itertools import cycle
from pathlib import Path

from briefer.actions import tagging
from briefer.tasks.opening import open_project

STEPS = 60


def main() -> None:
    session = open_project(Path(sys.argv[1]), "Ada")
    project = session.project
    source, section = project.sources()[0], project.sections()[0]
    for start in range(STEPS):
        session.do(tagging.tag(project, source, 5 * start, 5 * start + 4, section))
    for goal in cycle((0, STEPS, STEPS // 2, 1)):
        os.writev(1, [f"{goal}\n".encode()])
        session.jump(goal)
        os.writev(1, [f"{goal}\n".encode()])


if __name__ == "__main__":
    main()
