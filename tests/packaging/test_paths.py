from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefer import paths


def test_in_the_source_tree_they_lie_beside_the_package() -> None:
    assert len(list(paths.seeds().glob("*.txt"))) == 5
    assert (paths.resources("fonts") / "coverage.json").is_file()


def test_in_a_wheel_they_lie_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shipped" / "seeds").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.seeds() == tmp_path / "shipped" / "seeds"


def test_in_a_frozen_app_they_lie_where_it_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources("icons") == tmp_path / "resources" / "icons"
