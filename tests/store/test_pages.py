"""Rows read without SQLite are those that SQLite reads."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from briefer.store import pages
from tests.damage import HARMS
from tests.proving import examples
from tests.store.hostile import bomb


def written(path: Path, *statements: str, size: int = 4096) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size = {size}")
        database.execute("CREATE TABLE a (x INTEGER PRIMARY KEY, y)")
        database.execute("CREATE TABLE b (x TEXT PRIMARY KEY, y) WITHOUT ROWID")
        for statement in statements:
            database.execute(statement)
    return path


def read(path: Path) -> set[tuple[Any, ...]]:
    rows = pages.read(path.read_bytes()).rows
    return {row.values if row.rowid is None else (row.rowid, *row.values[1:]) for row in rows}


def asked(path: Path) -> set[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return {row for name in "ab" for row in database.execute(f"SELECT * FROM {name}")}


MANY = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)"


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_every_kind_of_value_in_trees_of_every_height_is_read(tmp_path: Path, size: int) -> None:
    path = written(
        tmp_path / "p",
        f"{MANY} INSERT INTO a SELECT (i - 9) * 4000000000000 / (i % 5 + 1) + i, i FROM n",
        f"{MANY} INSERT INTO b SELECT hex(randomblob(i * 3)), CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN i"
        " WHEN 2 THEN -i * 70000 WHEN 3 THEN i / 7.0 WHEN 4 THEN randomblob(i) WHEN 5 THEN i % 2"
        " ELSE i * 5000000000 END FROM n",
        "INSERT INTO a VALUES (-5, 1 << 62)",
        size=size,
    )
    assert read(path) == asked(path)
    assert not pages.read(path.read_bytes()).broken


def test_what_was_removed_is_not_read_even_where_it_is_still_written(tmp_path: Path) -> None:
    path = written(
        tmp_path / "p",
        "PRAGMA secure_delete = OFF",
        f"{MANY} INSERT INTO b SELECT 'gone ' || i, hex(randomblob(90)) FROM n",
        "INSERT INTO b VALUES ('kept', 1)",
        "DELETE FROM b WHERE x LIKE 'gone%'",
    )
    assert b"gone 99" in path.read_bytes()
    assert read(path) == {("kept", 1)}


def test_a_row_that_a_page_no_longer_counts_is_missed(tmp_path: Path) -> None:
    path = written(tmp_path / "p", "INSERT INTO a VALUES (1, 'one'), (2, 'two')")
    data = bytearray(path.read_bytes())
    data[4096 + 4] = 1  # the number of cells on the page
    assert pages.read(bytes(data)).broken == {"a"}


@pytest.mark.parametrize("harm", HARMS)
def test_no_damage_stops_the_reading(tmp_path: Path, harm: str) -> None:
    chance = random.Random(harm)
    path = written(tmp_path / "p", f"{MANY} INSERT INTO a SELECT i, hex(randomblob(i * 3)) FROM n", size=512)
    for _ in range(examples(300)):
        data = bytearray(path.read_bytes())
        for _ in range(chance.randrange(1, 5)):
            HARMS[harm](data, chance)
            data += bytes(max(0, 8192 - len(data)))  # so that there is something left to harm
        found = pages.read(bytes(data))
        assert all(row.values for row in found.rows if row.whole)


def test_an_endless_list_of_free_pages_and_a_loop_of_pages_are_left(tmp_path: Path) -> None:
    path = written(tmp_path / "p", f"{MANY} INSERT INTO a SELECT i, hex(randomblob(5000)) FROM n")
    data = bytearray(path.read_bytes())
    data[32:36] = (9).to_bytes(4, "big")
    data[8 * 4096 : 8 * 4096 + 8] = (9).to_bytes(4, "big") + b"\xff" * 4
    for number in range(9, 40):  # rows that go on in pages that follow each other in a circle
        data[number * 4096 : number * 4096 + 4] = (10).to_bytes(4, "big")
    found = pages.read(bytes(data))
    assert "a" in found.broken


def test_a_row_of_negative_size_is_not_read() -> None:
    assert pages.read(bomb(2, negative=True)).rows == []


def test_a_row_that_a_page_names_over_and_over_is_not_read_as_often() -> None:
    data = bomb(14)
    found = pages.read(data)
    values = [value for row in found.rows for value in row.values if isinstance(value, bytes)]
    assert len(values) > 14
    assert sum(map(len, values)) < 5 * len(data)


@pytest.mark.parametrize("payload", [b"", b"\x00", b"\x02\x06\x01", b"\x02\x0a\x01", b"\x7f" + bytes(200)])
def test_what_is_no_row_is_none(payload: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        pages._values(payload)
