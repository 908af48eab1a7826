"""A file is known as long as nobody else has touched it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.tasks import known


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found = tmp_path / "p\udcff\u202e.brief"
    found.write_bytes(b"ours")
    return found


def test_a_file_is_known_once_it_is_remembered(path: Path) -> None:
    assert not known.is_known(path)
    known.remember(path)
    assert known.is_known(path)


def test_a_file_that_somebody_else_wrote_or_replaced_is_not(path: Path) -> None:
    known.remember(path)
    path.write_bytes(b"theirs")
    assert not known.is_known(path)
    known.remember(path)
    other = path.with_name("other")
    other.write_bytes(b"theirs")
    other.replace(path)
    assert not known.is_known(path)


def test_a_file_that_is_gone_is_not_known(path: Path) -> None:
    known.remember(path)
    path.unlink()
    assert not known.is_known(path)
    known.remember(path)


def test_a_cache_that_is_damaged_or_cannot_be_written_only_costs_a_check(path: Path, tmp_path: Path) -> None:
    known.remember(path)
    for card in (tmp_path / "cache").rglob("*.json"):
        card.write_text("{")
    assert not known.is_known(path)
    known.remember(path)
    assert known.is_known(path)


def test_a_cache_that_is_a_file_is_none(path: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"")
    known.remember(path)
    assert not known.is_known(path)
