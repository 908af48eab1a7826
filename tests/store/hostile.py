"""Projects as a stranger might send them: each of them one thing that no briefer writes."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from briefer.actions import drafting, rereading, sections, tagging
from briefer.actions.sources import Incoming
from briefer.model.plain import to_plain
from briefer.model.records import Details
from briefer.session import open_file
from briefer.store import schema
from tests.store.journals import journal_of, leave_half_written
from tests.worlds import World

NOWHERE: Final = "e" * 32
HUGE: Final = 2**63 - 1
DEEP: Final = 200_000
Forge = Callable[[Path], None]


def write_project(path: Path) -> None:
    """Write a project in which every table has a row: former versions, passages to review, undone work."""
    world = World()
    source = world.source("The dam was inspected in May. It held, said the mayor.", derived_from="")
    section = world.section("Findings")
    for quote in ("The dam", "It held", "the mayor"):
        world.tag(source, quote, section)
    world.statement(section, "It held.", world.passages[1])
    world.acronym("USFJ", "United States Forces Japan")
    world.difference("Did it hold?", *world.passages[:2])
    world.issue("1")
    world.session().write_copy(path)
    session = open_file(path, "Ada", "Ada")
    project = session.project
    text = "In June the dam was inspected. It held, said the mayor."
    file = Incoming("r.txt", text.encode(), text, "UTF-8", pages=(0, 9), found=("title\tSubject",))
    session.do(rereading.reread(project, project.sources()[0], file, session.now()))
    session.do(tagging.tag(project, project.sources()[0], 3, 7, section))
    session.do(drafting.write(project, section, "Nobody slept.", "assumption", ()))
    session.do(sections.add(project, "people"))
    session.undo()
    session.close()


def rows(*statements: str, **values: Any) -> Forge:  # noqa: ANN401
    """Return what forges rows: `writable_schema` and broken forms are no hindrance to a stranger."""

    def forge(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                database.execute(statement, values if ":" in statement else ())

    return forge


def loosened(*statements: str, **values: Any) -> Forge:  # noqa: ANN401
    """Return the same for rows that a STRICT table would not take: it is none while they come in."""

    def forge(path: Path) -> None:
        _strict(path, "replace(sql, ') STRICT', ')')")
        rows(*statements, **values)(path)
        bare = "replace(sql, ') WITHOUT', ') STRICT, WITHOUT')"
        _strict(path, f"CASE WHEN sql LIKE '%WITHOUT ROWID' THEN {bare} ELSE sql || ' STRICT' END")

    return forge


def _strict(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute(f"UPDATE sqlite_schema SET sql = {sql} WHERE type = 'table'")
        database.execute("PRAGMA writable_schema = RESET")


def entry(edits: str, label: str = "Nothing", seq: int = 9) -> Forge:
    """Return what forges an entry of the log and lets it stand last."""
    return rows(
        "INSERT INTO log SELECT :seq, seq, '2026-11-22T12:00:00Z', 'Eve', :label, :edits FROM head",
        f"UPDATE head SET seq = {seq}",
        seq=seq, label=label, edits=edits,
    )  # fmt: skip


def header(offset: int, data: bytes) -> Forge:
    """Return what writes bytes into the file where they do not belong."""

    def forge(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(data)

    return forge


def beside(ending: str, data: bytes) -> Forge:
    """Return what puts a file beside the project."""

    def forge(path: Path) -> None:
        path.with_name(path.name + ending).write_bytes(data)

    return forge


def linked(ending: str) -> Forge:
    """Return what lays a link beside the project to a place where nothing is yet."""
    return lambda path: path.with_name(path.name + ending).symlink_to(path.parent / "outside" / "made")


def names_a_file_to_delete(path: Path) -> None:
    """Leave a journal that says of a file of the user's that it may go with it (SQLite: super-journal)."""
    leave_half_written(path, "DELETE FROM acronym")
    name = os.fsencode(path.parent / "outside" / "precious")
    tail = (
        (0x40000000 // 4096 + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
        + (sum(int.from_bytes(bytes([one]), "big", signed=True) for one in name) % 2**32).to_bytes(4, "big")
        + bytes.fromhex("d9d505f920a163d7")
    )  # fmt: skip
    with journal_of(path).open("ab") as journal:
        journal.write(tail)


def in_wal(path: Path) -> None:
    """Leave the file with changes in a log beside it that only another program would have begun."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("DELETE FROM acronym")
        kept = path.with_name(path.name + "-wal").read_bytes()
    path.with_name(path.name + "-wal").write_bytes(kept)


def _edits(*edits: object) -> str:
    return json.dumps(edits)


def forgeries() -> Mapping[str, Forge]:
    """Return what makes a hostile file of a sound one, by what is wrong with it then."""
    return {**_shapes(), **_numbers(), **_lists(), **_words(), **_entries(), **_companions()}


def _shapes() -> dict[str, Forge]:
    return {
        "trigger": rows("CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM tag; END"),
        "view": rows("CREATE VIEW v AS SELECT * FROM tag"),
        "generated": rows("ALTER TABLE tag ADD COLUMN x TEXT AS (upper(rank))"),
        "virtual": rows("CREATE VIRTUAL TABLE f USING fts5(x)"),
        "table": rows("CREATE TABLE more (x)"),
        "index": rows("CREATE INDEX more ON tag (rank)"),
        "partial index": rows("CREATE INDEX more ON tag (rank) WHERE abs(rank) > 1"),
        "loose": lambda path: _strict(path, "replace(sql, ') STRICT', ')')"),
        "statistics": rows("ANALYZE"),
        "sequence": rows("CREATE TABLE s (i INTEGER PRIMARY KEY AUTOINCREMENT)", "DROP TABLE s"),
        "other program": header(68, b"MBTI"),
        "newer": header(60, (schema.FORMAT_VERSION + 1).to_bytes(4, "big")),
        "negative": header(60, (-3).to_bytes(4, "big", signed=True)),
        "zero": header(60, bytes(4)),
        "older than it is": header(60, (1).to_bytes(4, "big")),
        "page size": header(16, b"\x00\x07"),
        "wal header": header(18, b"\x02\x02"),
        "future header": header(18, b"\x09\x09"),
        "utf-16": header(56, (2).to_bytes(4, "big")),
        "free list": header(32, (3).to_bytes(4, "big") + (2**31).to_bytes(4, "big")),
        "page count": header(28, (2**31 - 2).to_bytes(4, "big")),
        "sparse": lambda path: os.truncate(path, 1 << 40),
        "sparse without a beginning": _sparse,
        "rows that are one": lambda path: path.write_bytes(bomb(5)),
        "statement that is no text": _misspelt,
        "root page": lambda path: _root(path, "tag", 1),
        "shared root": lambda path: _root(path, "tag", 2),
        "far root": lambda path: _root(path, "text", 2**31 - 1),
    }


def _sparse(path: Path) -> None:
    header(0, b"\1" * 16)(path)
    os.truncate(path, 1 << 40)


def _misspelt(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE tag", b"CREATE \xffABLE tag"))


def bomb(pages: int, *, negative: bool = False) -> bytes:
    """Return a file of large pages, each of which names the one row that fills it 30,000 times.

    The row may say that it has a negative size.
    """
    size, count = 1 << 16, 30_000
    place = 8 + 2 * count
    length = size - place - 5
    kind = 12 + 2 * (length - 5)
    row = b"%c%c%c%c" % (length >> 14 | 0x80, length >> 7 & 0x7F | 0x80, length & 0x7F, 1)
    if negative:
        size_said = (1 << 64) - place - 100
        row = bytes(0x80 | size_said >> shift & 0x7F for shift in range(57, 7, -7))
        row += b"%c\1" % (size_said & 0xFF)
    row += b"%c%c%c%c" % (4, kind >> 14 | 0x80, kind >> 7 & 0x7F | 0x80, kind & 0x7F)
    page = struct.pack(">BHHHB", 13, 0, count, 0, 0) + struct.pack(">H", place) * count + row
    return (b"\1" * 16 + b"\0\1").ljust(size, b"\0") + page.ljust(size, b"\0") * pages


def _root(path: Path, table: str, page: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (page, table))


def _numbers() -> dict[str, Forge]:
    return {
        "far offsets": rows(f'UPDATE passage SET "start" = {HUGE - 1}, "end" = {HUGE}'),
        "negative offsets": rows('UPDATE passage SET "start" = -2, "end" = -1'),
        "upside down": rows('UPDATE passage SET "start" = "end", "end" = "start"'),
        "beyond the text": rows('UPDATE passage SET "end" = "end" + 1000'),
        "long source": rows(f"UPDATE source SET length = {HUGE}"),
        "many labels": rows(f"UPDATE details SET sources_added = {HUGE}"),
        "label": rows("UPDATE source SET label = 'S99999999999999999999'"),
        "digit": rows(f"UPDATE section SET digit = {-HUGE}"),
        "nan": loosened("UPDATE section SET digit = 9e999"),
        "fraction": loosened('UPDATE passage SET "start" = 1.5'),
        "words for a number": loosened("UPDATE passage SET \"start\" = 'x'"),
        "bytes for words": loosened("UPDATE tag SET rank = x'00ff'"),
        "nothing for words": loosened("UPDATE details SET title = zeroblob(9)"),
        "zeroblob": rows("UPDATE original SET body = zeroblob(50000000)"),
        "huge text": rows("UPDATE text SET body = printf('%.*c', 50000000, 'x')"),
        "huge note": rows("UPDATE passage SET note = printf('%.*c', 2000000, 'x')"),
        "huge rank": rows("UPDATE tag SET rank = printf('%.*c', 5000000, 'x')"),
        "many rows": rows(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)"
            " INSERT INTO acronym SELECT printf('%032x', i + 1000000), 'A' || i, 'x' FROM n"
        ),
        "head": rows(f"UPDATE head SET seq = {HUGE}"),
        "no head": rows("DELETE FROM head"),
    }


def _lists() -> dict[str, Forge]:
    return {
        "many cites": rows("UPDATE statement SET cites = :many", many=json.dumps([NOWHERE] * 200_000)),
        "pages": rows("UPDATE source SET pages = '[9, 0]'"),
        "far pages": rows(f"UPDATE source SET pages = '[0, {HUGE}]'"),
        "pages of words": rows("UPDATE source SET pages = '[\"0\"]'"),
        "pages of nothing": rows("UPDATE source SET pages = '[null]'"),
        "pages true": rows("UPDATE source SET pages = '[true]'"),
        "pages nan": rows("UPDATE source SET pages = '[NaN, 1e999]'"),
        "no list": rows("UPDATE source SET pages = '7'"),
        "a record": rows("UPDATE source SET pages = '{\"0\": 1}'"),
        "deep pages": rows("UPDATE source SET pages = :deep", deep="[" * DEEP + "]" * DEEP),
        "long digits": rows("UPDATE source SET pages = :long", long=f"[{'9' * 1_000_000}]"),
        "deep cues": rows("UPDATE section SET cues = :deep", deep="[" * DEEP),
        "version number": rows(f"UPDATE version SET number = {HUGE}"),
        "keys in a circle": rows(
            "INSERT INTO section SELECT lower(hex(randomblob(16))), column1, NULL, 'T', '#112233', '', '[]',"
            " 'z' FROM (VALUES ('findings'), ('findings-2'), ('findings'))"
        ),
        "twice": rows(
            "INSERT INTO version SELECT :id, source, number, text, original, file_name, encoding, added,"
            " length, pages FROM version", id=NOWHERE,
        ),
        "version of nothing": rows("UPDATE version SET source = :id", id=NOWHERE),
        "version pages": rows("UPDATE version SET pages = '[5, 4]'"),
    }  # fmt: skip


def _words() -> dict[str, Forge]:
    return {
        "found unknown": rows("UPDATE source SET found = :found", found='["password\\tfile"]'),
        "found untabbed": rows("UPDATE source SET found = '[\"title\"]'"),
        "found huge": rows(
            "UPDATE source SET found = :found", found=json.dumps([f"title\t{'x' * 2_000_000}"])
        ),
        "found deep": rows("UPDATE source SET found = :found", found=json.dumps([[["title\tx"]]])),
        "suggested unknown": rows("UPDATE source SET suggested = :found", found='["id\\tx\\ty"]'),
        "suggested many": rows(
            "UPDATE source SET suggested = :found", found=json.dumps(["title\tx\ty"] * 500_000)
        ),
        "suggested surrogate": rows("UPDATE source SET suggested = :found", found='["title\\t\\ud800\\ty"]'),
        "nul": rows("UPDATE details SET title = 'a' || char(0) || 'b'"),
        "surrogate": rows("UPDATE details SET title = CAST(x'eda080' AS TEXT)"),
        "not utf-8": rows("UPDATE details SET title = CAST(x'ff' AS TEXT)"),
        "escape": rows("UPDATE source SET file_name = char(27) || ']0;owned' || char(7)"),
        "nul in a text": rows("UPDATE text SET body = body || char(0)"),
        "not utf-8 in a text": rows("UPDATE text SET body = CAST(x'fffe' AS TEXT)"),
        "label of a log entry": entry("[]", label="\x1b]0;owned\x07\n\nTag\u202e"),
        "label that is not utf-8": rows("UPDATE log SET label = CAST(x'ff41' AS TEXT)"),
        "label without end": rows("UPDATE log SET label = printf('%.*c', 50000000, 'x')"),
        "author": rows("UPDATE log SET author = char(27) || '[2J', at = char(13) || 'x'"),
        "path as a name": rows("UPDATE source SET file_name = '../../etc/passwd'"),
        "address": rows("UPDATE source SET url = 'file:///etc/passwd'"),
        "markup": rows("UPDATE details SET title = '<img src=http://127.0.0.1/x>'"),
    }


def _entries() -> dict[str, Forge]:
    tag = {"id": NOWHERE, "passage": NOWHERE, "section": NOWHERE, "rank": "a"}
    return {
        "no json": entry("{"),
        "json of another shape": entry('{"a": 1}'),
        "number": entry("7"),
        "deep entry": entry("[" * DEEP),
        "deep record": entry(f'[["Tag", null, {"[" * 900}{"]" * 900}]]'),
        "deeper record": entry(f'[["Tag", null, {"[" * DEEP}{"]" * DEEP}]]'),
        "long number": entry(f"[{'9' * 5_000}]"),
        "kind": entry(_edits(["Trigger", None, tag])),
        "kind with lines": entry(_edits(["Tag\n\x1b[2J", None, tag])),
        "kind that is a list": entry(_edits([["Tag"], None, tag])),
        "kind that is a record": entry(_edits([{"a": 1}, None, tag])),
        "kind without end": entry(_edits(["T" * 3_000_000, None, tag])),
        "field with lines": entry(_edits(["Tag", None, {**tag, "x\ny\x1b[2J": 1}])),
        "field without end": entry(_edits(["Tag", None, {**tag, "x" * 3_000_000: 1}])),
        "fields without end": entry(_edits(["Tag", None, {str(n): n for n in range(500_000)}])),
        "both sides none": entry(_edits(["Tag", None, None])),
        "made of nothing": entry(_edits(["Tag", None, tag])),
        "unmade of nothing": entry(_edits(["Tag", tag, None])),
        "two kinds": entry(_edits(["Tag", tag, {"id": NOWHERE}])),
        "two ids": entry(_edits(["Tag", tag, {**tag, "id": "f" * 32}])),
        "id that is a list": entry(_edits(["Tag", {**tag, "id": []}, None])),
        "surrogate id": entry('[["Tag", null, {"id": "\\ud800", "passage": "", "section": "", "rank": ""}]]'),
        "nan edit": entry('[["Version", null, {"id": NaN}]]'),
        "many edits": entry(_edits(*[["Tag", tag, None]] * 20_000)),
        "last number": entry("[]", seq=HUGE),
        "negative number": rows("INSERT INTO log VALUES (-5, -6, '', '', '', '[]')"),
        "its own parent": rows("INSERT INTO log VALUES (7, 7, '', '', '', '[]')"),
        "older child": rows("UPDATE log SET parent = 4 WHERE seq = 2"),
        "details gone": entry(_edits(["Details", None, to_plain(Details())])),
        "long line": rows(
            "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
            " INSERT INTO log SELECT i, CASE i WHEN 10 THEN 4 ELSE i - 1 END, '', '', '', '[]' FROM n",
            "UPDATE head SET seq = 50000",
        ),
    }  # fmt: skip


def _companions() -> dict[str, Forge]:
    return {
        "hot journal": lambda path: leave_half_written(path, "DELETE FROM tag", "DELETE FROM details"),
        "journal of another file": beside("-journal", b"not a journal, but it is here"),
        "journal of zeros": beside("-journal", bytes(4096)),
        "journal that names a file": names_a_file_to_delete,
        "journal that is a link": linked("-journal"),
        "journal that is a folder": lambda path: journal_of(path).mkdir(),
        "journal that is a pipe": lambda path: os.mkfifo(journal_of(path)),
        "wal": in_wal,
        "wal of zeros": beside("-wal", bytes(5000)),
        "wal that is a link": linked("-wal"),
        "wal that is a pipe": lambda path: os.mkfifo(path.with_name(path.name + "-wal")),
        "shm": beside("-shm", bytes(40_000)),
        "lock that is a link": lambda path: _lock(path).symlink_to(path.parent / "outside" / "made"),
        "lock that is a pipe": lambda path: os.mkfifo(_lock(path)),
        "lock that is a folder": lambda path: _lock(path).mkdir(),
    }


def _lock(path: Path) -> Path:
    return path.with_name(f".~lock.{path.name}")
