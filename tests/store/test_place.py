"""A place tells whether what is written there now would be found there again."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.store.place import Place, TroubleError
from tests.rights import without_privileges


def a_place(folder: Path) -> Place:
    path = folder / "p.brief"
    path.write_text("")
    return Place(path)


def test_a_file_in_its_place_is_no_trouble(tmp_path: Path) -> None:
    place = a_place(tmp_path)
    place.check()
    assert place.holds()
    assert place.takes()
    assert [path.name for path in tmp_path.iterdir()] == ["p.brief"]


def test_a_file_that_is_gone_and_back_again_is_told_from_another(tmp_path: Path) -> None:
    place = a_place(tmp_path)
    place.path.rename(tmp_path / "q.brief")
    assert not place.holds()
    with pytest.raises(TroubleError, match="“p.brief” is no longer where it was"):
        place.check()
    place.path.write_text("")
    with pytest.raises(TroubleError, match="Another file has taken the place of “p.brief”"):
        place.check()
    (tmp_path / "q.brief").rename(place.path)
    place.check()


def test_a_folder_without_rights_takes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    place = a_place(folder)
    folder.chmod(0o500)
    with without_privileges():
        assert "may not be written to any more" in place.trouble()
        assert not place.takes()
        folder.chmod(0o000)
        assert "cannot be reached (Permission denied)" in place.trouble()
        assert not Place(place.path).holds()
    folder.chmod(0o700)


def test_a_folder_that_is_gone_is_told_as_that(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    place = a_place(folder)
    folder.rename(tmp_path / "out")
    assert place.trouble().startswith("The folder of “p.brief” is gone")
