"""Whatever happens to a project file, what is saved of it is sound, and what is lost is told."""

from __future__ import annotations

import os
import random
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.actions import tagging
from briefer.errors import BrieferError, DamagedError
from briefer.model.content import Original, SourceText
from briefer.model.invariants import check_project
from briefer.model.links import links
from briefer.model.records import Passage, Record, Section
from briefer.model.wreck import Salvaged, Wreck
from briefer.session import open_file, snapshot
from briefer.tasks import salvaging
from briefer.tasks.opening import convert, read_project, yaml_of
from briefer.tasks.salvaging import lay_out, lost_words, opened, salvaged, save
from tests.damage import HARMS, PAGE
from tests.proving import examples
from tests.worlds import World, a_world

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("format-*.brief"))
YAML = sorted((Path(__file__).parents[1] / "golden").glob("format-*.brief.yaml"))
LONG = 900  # bytes of a row that may go on in another page


@pytest.fixture(autouse=True)
def _no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def records_of(path: Path) -> dict[str, Record]:
    with closing(read_project(path)) as session:
        return {record.id: record for record in session.project.records()}


def spoilt(path: Path, golden: Path, place: int, body: bytes) -> Path:
    data = bytearray(golden.read_bytes())
    data[place : place + len(body)] = body
    path.write_bytes(data)
    return path


def refusal(path: Path, data: bytes) -> str:
    """Return what is said of a file of these bytes; nothing of a sound one."""
    path.write_bytes(data)
    try:
        snapshot(path, check=True).close()
    except BrieferError as error:
        return str(error)
    return ""


def is_sound(found: Salvaged) -> bool:
    """Check that what was saved is a project; raises when it is not."""
    texts = {one.sha256: one.body for one in found.contents if isinstance(one, SourceText)}
    files = {one.sha256: one.body for one in found.contents if isinstance(one, Original)}
    check_project(found.records, texts.get, files.get)
    return True


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("golden", [*GOLDEN, *YAML], ids=lambda path: path.name)
def test_what_is_saved_of_a_damaged_file_is_sound_and_what_is_not_is_told(
    tmp_path: Path, golden: Path, harm: str
) -> None:
    chance = random.Random(f"{golden.name} {harm}")
    was = records_of(golden)
    path = tmp_path / f"p{''.join(golden.suffixes)}"
    for _ in range(examples(60)):
        data = bytearray(golden.read_bytes())
        HARMS[harm](data, chance)
        path.write_bytes(data)
        try:
            found = salvaged(path)
        except BrieferError:  # nothing was left
            continue
        assert is_sound(found)
        now = {record.id: record for record in found.records}
        assert found.losses or was.items() <= now.items() or harm == "flipped"
        in_place = [one for one in now.values() if isinstance(one, Passage) and one.state == "anchored"]
        before = {one.anchor.quote for one in was.values() if isinstance(one, Passage)}
        assert harm == "flipped" or {one.anchor.quote for one in in_place} <= before


@pytest.mark.parametrize("harm", HARMS)
def test_damage_is_not_told_in_the_words_of_the_database(tmp_path: Path, harm: str) -> None:
    chance = random.Random(harm)
    for _ in range(examples(10)):
        data = bytearray(GOLDEN[-1].read_bytes())
        HARMS[harm](data, chance)
        said = refusal(tmp_path / "p.brief", bytes(data))
        assert not re.search(r"btree|malformed|schema|page \d|UTF-8|NULL|TEXT|token|Rowid", said)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_what_does_not_lie_on_a_spoilt_page_is_saved(tmp_path: Path, golden: Path) -> None:
    was, data = records_of(golden), golden.read_bytes()
    every = range(1, len(data) // PAGE)
    for number in random.Random(7).sample(every, min(len(every), examples(200))):
        page = data[number * PAGE : (number + 1) * PAGE]
        path = spoilt(tmp_path / "p.brief", golden, number * PAGE, bytes(PAGE))
        now = {record.id: record for record in salvaged(path).records}
        for record in was.values():
            safe = record.id.encode() not in page and len(repr(record)) < LONG
            named = (identifier for _, identifier in links(record))
            assert record.id in now or not safe or any(one not in now for one in named)


def test_records_whose_rows_are_gone_come_back_out_of_a_whole_history(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    a_world().session().write_copy(path)
    with closing(open_file(path, "Ada", "Ada")) as session:
        project = session.project
        for start in range(0, 30, 3):
            session.do(tagging.tag(project, project.sources()[0], start, start + 3, project.sections()[0]))
        session.do(tagging.untag(project, project.tags_under(project.sections()[0])[0]))
        session.undo()
        session.do(tagging.untag(project, project.tags_under(project.sections()[0])[0]))
        root = session._store.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'passage'")[0][0]
    was = records_of(path)
    data = path.read_bytes()
    path.write_bytes(data[: (root - 1) * PAGE] + bytes(PAGE) + data[root * PAGE :])
    found = salvaged(path)
    assert {record.id: record for record in found.records} == was
    assert found.losses == ()
    with closing(opened(path)[0]) as session:
        assert len(session.history.parents()) == 12
        assert session.undo_label.startswith("Untag")


def test_a_history_that_is_gone_is_told_whatever_spoilt_it(tmp_path: Path) -> None:
    path = tmp_path / "p.brief"
    a_world().session().write_copy(path)
    with closing(open_file(path, "Ada", "Ada")) as session:
        project = session.project
        session.do(tagging.tag(project, project.sources()[0], 0, 3, project.sections()[0]))
    was = path.read_bytes()
    for number in range(1, len(was) // PAGE):
        path.write_bytes(was[: number * PAGE] + bytes(PAGE) + was[(number + 1) * PAGE :])
        found = salvaged(path)
        assert len(found.history) == 1 or "history" in {loss.kind for loss in found.losses}


def test_of_a_sound_project_nothing_is_lost(tmp_path: Path) -> None:
    for golden in (GOLDEN[-1], YAML[-1]):
        target = tmp_path / golden.name
        assert save(str(golden), str(target)) == {"losses": [], "say": ""}
        assert records_of(target) == records_of(golden)
        assert not salvaged(golden).losses


def test_what_is_saved_is_a_project_like_any_other(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "p.brief", GOLDEN[-1], 30 * PAGE, bytes(6 * PAGE))
    with pytest.raises(DamagedError, match="“p.brief” is damaged .*“briefer salvage”"):
        snapshot(path, check=True)
    told = save(str(path), str(tmp_path / "saved.brief"))
    assert told["losses"]
    assert told["say"]
    with closing(open_file(tmp_path / "saved.brief", "Ada", "Ada", check=True)) as session:
        session.check()
    with pytest.raises(BrieferError, match="exists already"):
        save(str(path), str(tmp_path / "saved.brief"))
    with pytest.raises(BrieferError, match="ends in neither"):
        save(str(path), str(tmp_path / "saved.txt"))
    shown = lay_out(str(path))
    assert records_of(Path(shown["place"])).keys() >= records_of(tmp_path / "saved.brief").keys() - {
        record.id for record in salvaged(path).records
    }


def test_what_was_laid_out_for_a_window_long_ago_goes(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "p.brief", GOLDEN[-1], 30 * PAGE, bytes(6 * PAGE))
    shown = Path(lay_out(str(path))["place"])
    old = shown.with_name("old.brief")
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    assert lay_out(str(path))["place"] == str(shown)
    assert not old.exists()


def test_a_text_that_is_gone_is_read_again_from_its_file(tmp_path: Path) -> None:
    golden = GOLDEN[-1]
    with closing(sqlite3.connect(golden)) as database:
        ((body,),) = database.execute("SELECT body FROM text ORDER BY sha256 LIMIT 1").fetchall()
    place = golden.read_bytes().index(body.encode())  # the text, or the file it came in
    path = spoilt(tmp_path / "p.brief", golden, place + 8, b"#")
    found = salvaged(path)
    assert records_of(golden).items() <= {record.id: record for record in found.records}.items()
    assert "text" not in {loss.kind for loss in found.losses}


def test_a_file_that_cannot_be_read_again_gives_no_text() -> None:
    world, body = a_world(), Original(b"%PDF-1.7")
    source = replace(world.sources[0], original=body.sha256, file_name="a.pdf")
    wreck = Wreck({source.id: source}, {}, {body.sha256: body.body})
    salvaging._read_anew(wreck)
    assert not wreck.texts


def test_a_damaged_text_never_passes_for_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "p.brief.yaml"
    convert(GOLDEN[-1], path)
    path.write_bytes(path.read_bytes().replace(b"\n    Updated on Monday.", b"\n    Updated on Sunday.", 1))
    with pytest.raises(DamagedError, match="“p.brief.yaml” is damaged"):
        read_project(path)
    found = salvaged(path)
    (loss,) = [one for one in found.losses if one.kind == "text"]
    assert "The text of S1, " in loss.sentence
    assert "is altered" in loss.sentence
    assert is_sound(found)


def test_each_section_is_given_a_key_of_its_own(tmp_path: Path) -> None:
    world = World()
    for key in ("a", "bbb", "ccc"):
        world.section(key)
    path = tmp_path / "p.brief.yaml"
    yaml = yaml_of(world.session().project).decode()
    path.write_text(yaml.replace('key: "bbb"', 'key: "a-2"').replace('key: "ccc"', 'key: "a"'), "utf-8")
    found = salvaged(path)
    assert [one.key for one in found.records if isinstance(one, Section)] == ["a", "a-2", "a-3"]
    assert [loss.kind for loss in found.losses] == ["digit"]


def test_hostile_files_stay_refused(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "p.brief", GOLDEN[-1], 0, b"")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM tag; END")
    for hostile in (path, spoilt(tmp_path / "q.brief", path, 40 * PAGE, bytes(PAGE))):
        with pytest.raises(BrieferError, match="something besides a project"):
            save(str(hostile), str(tmp_path / "saved.brief"))
    with pytest.raises(BrieferError, match="something besides a project"):
        salvaged(path)
    assert not (tmp_path / "saved.brief").exists()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"no project", bytes(3 * PAGE)])
def test_of_what_is_no_project_nothing_is_saved(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.brief"
    path.write_bytes(content)
    with pytest.raises(BrieferError, match="not a briefer project|Nothing can be saved"):
        save(str(path), str(tmp_path / "saved.brief"))


def test_what_is_lost_is_said_in_few_words(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "p.brief", GOLDEN[-1], 10 * PAGE, bytes(40 * PAGE))
    words = lost_words(salvaged(path))
    assert words.endswith(" and perhaps more") or " and the history" in words


def test_a_spoilt_row_without_a_value_says_nothing_that_runs(tmp_path: Path) -> None:
    path = spoilt(tmp_path / "p.brief", GOLDEN[-1], 0, b"")
    data = bytearray(path.read_bytes())
    data[data.index(b"tableheadhead") - 7] = 1  # the bytes of the row's form, of which there are seven
    path.write_bytes(data)
    assert {record.id for record in salvaged(path).records} >= records_of(GOLDEN[-1]).keys()
