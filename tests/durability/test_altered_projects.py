"""One character changed in a project behind the program's back is found, however well it is hidden."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefer.cli import run
from briefer.tasks import known
from tests.proving import examples

GOLDEN = Path(__file__).parents[1] / "golden"
PLACES = (
    ("text", "sha256", "body"),
    ("passage", "id", "quote"),
    ("passage", "id", "prefix"),
    ("passage", "id", "suffix"),
)


def altered(words: str, chance: random.Random) -> str:
    """Change, drop or double one character."""
    place = chance.randrange(len(words))
    other = chance.choice([c for c in "aeiouXé’.북" if c != words[place]])
    return words[:place] + chance.choice([other, "", words[place] + other]) + words[place + 1 :]


@pytest.mark.parametrize("hidden", [False, True])
def test_a_changed_character_in_a_project_file_is_found_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hidden: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    chance = random.Random(11)
    path = tmp_path / "p.brief"
    for _ in range(examples(500)):
        shutil.copyfile(GOLDEN / "format-1.brief", path)
        known.remember(path)
        before = path.stat()
        table, key, column = chance.choice(PLACES)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            name, words = chance.choice(database.execute(f"SELECT {key}, {column} FROM {table}").fetchall())
            if words:
                database.execute(
                    f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (altered(words, chance), name)
                )
        if hidden:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert run(["check", str(path)]) in ({1, 3} if words else {0})


def test_a_changed_character_in_a_yaml_project_is_refused_where_it_would_matter(tmp_path: Path) -> None:
    chance = random.Random(12)
    golden = (GOLDEN / "format-1.brief.yaml").read_text("utf-8")
    begin = golden.index("\ntexts:")
    texts = golden[begin : golden.index("\noriginals:")]
    words = [place for place, character in enumerate(texts) if character.isalpha()]
    path = tmp_path / "p.brief.yaml"
    for _ in range(examples(200)):
        place = begin + chance.choice(words)
        path.write_text(golden[:place] + chance.choice("xyz") + golden[place + 1 :], "utf-8")
        if path.read_text("utf-8") != golden:
            assert run(["check", str(path)]) == 3
