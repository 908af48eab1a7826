"""A project in which nine sections claim the same words, for the picture of dense overlaps."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from briefer.cli import run
from briefer.paths import seeds
from briefer.wording.sentences import sentence_at

MORE = ("Domestic politics", "Legal basis", "Background", "Open questions")
"""What comes to the five sections of the template."""

STEP = 90
LENGTHS = (60, 150, 240)
"""Code points: a passage begins at each step, and reaches over the next ones."""


def write(project: Path) -> None:
    """Write the project file, by the commands that a user has."""
    _do("new", project, "--title", "Everything said twice")
    texts = sorted(seeds().glob("*.txt"))
    _do("add", project, *texts)
    for number, title in enumerate(MORE, 6):
        _do("section", project, title.lower().replace(" ", "-"), "--title", title, "--digit", number)
    for label, path in zip(("S1", "S2", "S3"), texts, strict=False):
        text = path.read_text("utf-8")
        for serial, start in enumerate(range(0, min(len(text), 2_000), STEP)):
            sentence = sentence_at(text, start)
            begun = sentence[0] if sentence and serial % 2 else text.find(" ", start) + 1
            end = text.find(" ", begun + LENGTHS[serial % len(LENGTHS)])
            _do("tag", project, label, serial * 4 % 9 + 1, "--span", f"{begun}:{end}")


def _do(*words: object) -> None:
    with redirect_stdout(StringIO()):
        assert run([str(word) for word in words]) == 0, words
