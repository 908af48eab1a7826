"""What the README tells a newcomer to type works, and what it shows is there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from briefer.cli import commands

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def test_the_tour_on_the_command_line_works_as_it_stands(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    tour = BLOCKS[-1].splitlines()
    assert len(tour) > 10
    for line in tour:
        name, *arguments = shlex.split(line)
        assert name == "briefer"
        found = [str(path) for argument in arguments for path in _globbed(tmp_path, argument)]
        done = subprocess.run(
            [sys.executable, "-m", "briefer", *found],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "") or line.split()[1] in {"undo", "redo"}, done.stderr
    assert {"tokyo.docx", "tokyo.pdf", "tokyo.brief.yaml"} <= {path.name for path in tmp_path.iterdir()}


def test_every_command_of_the_program_that_it_names_exists() -> None:
    named = set(re.findall(r"briefer ([a-z]+)\b", "\n".join(BLOCKS[-1:])))
    assert named <= set(commands.commands)


def test_every_file_and_target_it_points_to_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).is_file(), target
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"`make ([a-z]+)`", README):
        assert f"\n{target}:" in makefile


def _globbed(folder: Path, argument: str) -> list[Path | str]:
    if "*" not in argument:
        return [argument]
    return sorted(folder.glob(argument))
