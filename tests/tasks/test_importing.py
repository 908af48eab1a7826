"""Files are taken in all together or not at all, and how they were read is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.tasks.importing import add_prepared, add_readings, prepare, read_files, remarks, slices
from tests.worlds import World


def write(folder: Path, **texts: bytes) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in texts]
    for path, data in zip(paths, texts.values(), strict=True):
        path.write_bytes(data)
    return paths


def test_files_are_added_as_one_change_with_progress(tmp_path: Path) -> None:
    session = World().session()
    told: list[tuple[int, int]] = []
    readings = read_files(
        write(tmp_path, a=b"It held.", b="She said “No”".encode("cp1252"), c=b"It\x07 fell, and it fell."),
        lambda done, total: told.append((done, total)),
    )
    added = add_readings(session, readings, publisher="Kyodo")
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert [source.label for source, _ in added] == ["S1", "S2", "S3"]
    assert [remark for pair in added for remark in remarks(*pair)] == [
        "S2: “b.txt” was read as WINDOWS-1252, which is a guess.",
        "S3: 1 control character left out of the text.",
    ]
    assert session.undo() == "Add 3 sources"
    assert session.project.sources() == []


def test_one_file_that_cannot_be_read_stops_all(tmp_path: Path) -> None:
    paths = write(tmp_path, a=b"It held.", b=b"")
    with pytest.raises(BrieferError, match="“b.txt” holds no text"):
        read_files(paths, lambda _done, _total: None)


def test_no_files_are_no_change() -> None:
    session = World().session()
    assert add_readings(session, []) == []
    assert session.log() == []


def test_bytes_that_could_not_be_read_are_told(tmp_path: Path) -> None:
    readings = read_files(write(tmp_path, a=b"\xef\xbb\xbfThe dam \xff held."), lambda _done, _total: None)
    added = add_readings(World().session(), readings)
    assert remarks(*added[0]) == ["S1: 1 place could not be read, shown as “\ufffd”."]


def test_contents_go_to_the_disk_a_few_at_a_time(tmp_path: Path) -> None:
    readings = read_files(write(tmp_path, a=b"a" * 3_000_000, b=b"b", c=b"c"), lambda _done, _total: None)
    prepared = [prepare(reading) for reading in readings]
    assert [len(found) for found in slices(prepared)] == [1, 1, 4]
    session = World().session()
    staged = [content for found in slices(prepared) for content in session.stage(found)]
    assert len(staged) == 6
    assert [content for found in slices(prepared) for content in session.stage(found)] == []
    added = add_prepared(session, prepared[1:], staged=True)
    session.unstage(staged)
    assert [session.project.text_of(source) for source, _ in added] == ["b", "c"]
    assert [session.project.original_of(source) for source, _ in added] == [b"b", b"c"]
    assert len(session.stage(prepared[0].incoming.contents)) == 2
