"""Rolling copies of a project in the user's data folder."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.actions import details
from briefer.errors import BrieferError, DamagedError
from briefer.session import Session, open_file, snapshot
from briefer.tasks import backups
from briefer.tasks.backups import DAYS, FEWEST, MONTHS, WEEKS, back_up, back_up_beside, kept
from briefer.tasks.opening import convert
from briefer.tasks.output import OutputError
from briefer.tasks.working_copies import working_copy
from tests.worlds import a_world

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ALL = DAYS + WEEKS + MONTHS


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose copies lie in a folder of the test's."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with closing(a_world(tagged=["dam"]).session()) as session:
        session.write_copy(tmp_path / "p.brief")
    return tmp_path / "p.brief"


def at(hours: float) -> str:
    return (NOW + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")


def work(path: Path, title: str) -> None:
    with closing(open_file(path, "Ada", "Ada")) as session:
        session.do(details.set_field(session.project, "title", title))


def title_in(copy: str | Path) -> str:
    with closing(snapshot(Path(copy), check=True)) as session:
        return session.project.details().title


def test_a_copy_holds_what_stood_with_its_history(path: Path) -> None:
    work(path, "First")
    copy = back_up(str(path), at(0))
    assert title_in(copy) == "First"
    with closing(snapshot(Path(copy))) as session:
        assert len(session.log()) == 1
    assert backups.backups(path) == [Path(copy)]
    assert backups.time_of(Path(copy)) == NOW


def test_nothing_done_is_no_new_copy_but_an_undo_is(path: Path) -> None:
    work(path, "First")
    assert back_up(str(path), at(0))
    assert back_up(str(path), at(1)) == ""
    with closing(open_file(path, "Ada", "Ada")) as session:
        session.undo()
    assert title_in(back_up(str(path), at(2))) == "The dam held"
    assert len(backups.backups(path)) == 2


def test_no_copy_goes_unless_the_new_one_is_sound(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(str(path), at(-24 * 400))
    work(path, "First")

    def spoil(_session: Session, copy: Path) -> None:
        copy.write_bytes(path.read_bytes()[:-4096])

    monkeypatch.setattr(Session, "write_copy", spoil)
    with pytest.raises(BrieferError):
        back_up(str(path), at(0))
    [left] = backups.backups(path)
    assert title_in(left) == "The dam held"


def test_old_copies_go_and_a_damaged_one_does_not_stop_the_next(path: Path) -> None:
    for days in range(20, 0, -1):
        work(path, f"Day {days}")
        newest = back_up(str(path), at(-24 * days))
        work(path, f"Day {days}, later")
        newest = back_up(str(path), at(-24 * days + 1))
    assert len(backups.backups(path)) < 40
    Path(newest).write_bytes(b"damaged")
    assert title_in(back_up(str(path), at(0))) == "Day 1, later"


def test_a_folder_that_cannot_be_made_is_said(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other" / "briefer").mkdir(parents=True)
    (tmp_path / "other" / "briefer" / "backups").write_bytes(b"")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    with pytest.raises(BrieferError, match="cannot be made"):
        back_up(str(path), at(0))


@given(st.lists(st.integers(0, 600 * 24), max_size=300))
def test_all_of_two_days_are_kept_and_of_any_age_a_few(hours: list[int]) -> None:
    times = [NOW - timedelta(hours=ago) for ago in hours]
    due = kept(times, NOW)
    assert due <= set(times)
    assert {time for time in times if NOW - time <= backups.ALL} <= due
    assert len([time for time in due if NOW - time > backups.ALL]) <= ALL
    assert kept(due, NOW) == due
    if times:
        assert max(times) in due


def test_a_copy_every_hour_for_two_years_leaves_what_is_promised() -> None:
    due: set[datetime] = set()
    for hour in range(2 * 365 * 24 // 6):
        now = NOW + timedelta(hours=6 * hour)
        due = kept({*due, now}, now)
    ages = sorted((now - time) / timedelta(days=1) for time in due)
    assert len(ages) == 9 + ALL
    assert ages[8 + DAYS] == pytest.approx(14, abs=1.1)
    assert ages[-1] > 300


@given(st.lists(st.integers(0, 47), min_size=1, max_size=200, unique=True), st.integers(0, 60))
def test_where_there_is_room_for_few_they_are_spread_over_two_days(hours: list[int], most: int) -> None:
    times = [NOW - timedelta(hours=ago) for ago in hours]
    due = kept(times, NOW, most)
    assert len(due) == min(len(times), max(most, FEWEST))
    assert {min(times), max(times)} <= due
    assert kept(due, NOW, most) == due


def test_a_copy_every_half_hour_leaves_an_even_few_and_feeds_what_is_older() -> None:
    due: set[datetime] = set()
    for half_hour in range(10 * 48):
        now = NOW + timedelta(minutes=30 * half_hour)
        due = kept({*due, now}, now, 10)
    ages = sorted((now - time) / timedelta(hours=1) for time in due)
    gaps = [older - younger for younger, older in pairwise(ages[:10])]
    assert len(ages) > 10 + 7
    assert max(gaps) < 3 * min(gaps)


def test_a_copy_that_the_disk_spoils_is_no_damage_to_the_project(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_spoilt(session: Session, copy: Path) -> None:
        write(session, copy)
        copy.write_bytes(copy.read_bytes().replace(b"The dam", b"The sun"))

    write = Session.write_copy
    monkeypatch.setattr(Session, "write_copy", write_spoilt)
    with pytest.raises(OutputError, match="backup of “p.brief” was not written soundly"):
        back_up(str(path), at(0))
    path.write_bytes(path.read_bytes().replace(b"The dam", b"The sun"))
    with pytest.raises(DamagedError):
        back_up(str(path), at(0))


def test_copies_that_go_for_want_of_room_are_told_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "LARGEST", 0)
    told = []
    for hour in range(FEWEST + 3):
        work(path, f"Hour {hour}")
        told.append(back_up_beside(str(path), at(hour)))
    assert len(backups.backups(path)) == FEWEST
    assert title_in(backups.backups(path)[0]) == f"Hour {FEWEST + 2}"
    (sentence,) = filter(None, told)
    assert sentence == told[FEWEST]
    assert sentence.startswith("There is little room for the backups of “p.brief”, so of the last two days")


def test_where_the_room_cannot_be_told_every_copy_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(backups, "disk_usage", refused)
    for hour in range(FEWEST + 3):
        work(path, f"Hour {hour}")
        back_up(str(path), at(hour))
    assert len(backups.backups(path)) == FEWEST + 3


def test_the_copies_of_a_project_that_is_gone_are_still_found(path: Path) -> None:
    copy = Path(back_up(str(path), at(0)))
    path.unlink()
    assert backups.backups(path) == [copy]
    assert backups.backups(copy) == [copy]
    assert backups.is_backup(copy)
    assert not backups.is_backup(path)
    assert backups.backups(path.with_name("other.brief")) == []


def test_another_project_in_its_place_has_a_copy_of_its_own(path: Path) -> None:
    work(path, "First")
    assert back_up(str(path), at(0))
    with closing(a_world("Another text.").session()) as session:
        path.unlink()
        session.write_copy(path)
    work(path, "Other")
    assert title_in(back_up(str(path), at(1))) == "Other"


def test_what_a_killed_copy_left_and_what_is_called_oddly_is_in_nobodys_way(path: Path) -> None:
    first = Path(back_up(str(path), at(0)))
    odd = first.with_name("99999999T999999Z.brief")
    left = first.with_name(f".{first.name}.1234.part")
    for one in (odd, left, left.with_name(f"{left.name}-journal")):
        one.write_bytes(b"half")
    work(path, "Second")
    second = Path(back_up(str(path), at(1)))
    assert backups.backups(path) == [second, first]
    assert sorted(second.parent.iterdir()) == [first, second, odd]


def test_the_copies_of_a_yaml_project_are_found_by_its_name(path: Path) -> None:
    yaml = path.with_suffix(".brief.yaml")
    convert(path, yaml)
    copy = back_up(str(working_copy(yaml)), at(0))
    yaml.unlink()
    assert backups.backups(yaml) == [Path(copy)]
