"""The reference job: five reports, ten passages in five sections, a brief that is verified."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Final

from briefer.cli import run
from briefer.paths import seeds
from briefer.wording.sentences import sentence_at

TEXTS: Final = sorted(seeds().glob("*.txt"))

PASSAGES: Final = (
    ("S1", "Secretary of State Antony Blinken", "attendees"),
    ("S4", "joined Japanese counterparts", "attendees"),
    ("S1", "growing threats posed", "threats"),
    ("S3", "expressed serious concern", "threats"),
    ("S2", "establishment of joint forces", "command-restructure"),
    ("S3", "plans to reorganize", "command-restructure"),
    ("S2", "necessity of increasing", "co-production"),
    ("S4", "Japanese production of PAC-3", "co-production"),
    ("S4", "signing of a memorandum", "trilateral-memorandum"),
    ("S5", "to institutionalize trilateral", "trilateral-memorandum"),
)
"""Source, words of a sentence to tag, section: each section has two, from two sources."""

KEYS: Final = ("attendees", "threats", "command-restructure", "co-production", "trilateral-memorandum")


def sentence(label: str, words: str) -> str:
    """Return the sentence of a report that has these words."""
    text = TEXTS[int(label[1:]) - 1].read_text("utf-8")
    span = sentence_at(text, text.index(words))
    assert span is not None
    return text[slice(*span)]


def rows(command: str, project: Path) -> list[dict[str, Any]]:
    """Return what a command of the program prints of a project, as it lies on disk."""
    out = StringIO()
    with redirect_stdout(out):
        assert run([command, str(project), "--json"]) == 0
    return list(json.loads(out.getvalue()))


def tagged(project: Path) -> set[tuple[str, str, str]]:
    """Return source, section and words of all that is tagged."""
    return {(row["source"], row["section"], row["quote"]) for row in rows("tags", project)}


def expected() -> set[tuple[str, str, str]]:
    """Return what is tagged when the job is done."""
    return {(label, key, sentence(label, words)) for label, words, key in PASSAGES}


def verified(brief: Path, project: Path) -> bool:
    """Tell whether the program says of an exported file that it matches the sources."""
    out = StringIO()
    with redirect_stdout(out):
        return run(["verify", str(brief), "--project", str(project)]) == 0
