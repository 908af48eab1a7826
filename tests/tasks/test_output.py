"""A file is written whole, or what stood there before still does."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from briefer.errors import BrieferError
from briefer.tasks.output import OutputError, refuse_existing, taking_the_place_of, write_beside
from tests.rights import without_privileges


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_arguments: object, **_named: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "Brief\n\u202e 1.docx"
    for data in (b"first", b"second"):
        write_beside(path, data)
        assert path.read_bytes() == data
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(errno.ENOSPC))
    with pytest.raises(OutputError, match=r"“brief.pdf” was not written \(No space left on device\)"):
        write_beside(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["brief.pdf"]


@pytest.mark.parametrize(
    ("number", "mend"),
    [
        (errno.ENOSPC, "free some space or choose another place"),
        (errno.EDQUOT, "free some space or choose another place"),
        (errno.EROFS, "choose another place"),
        (errno.EIO, "choose another place"),
    ],
)
def test_the_mend_fits_what_is_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, mend: str
) -> None:
    monkeypatch.setattr(os, "fsync", failing(number))
    with pytest.raises(OutputError, match=rf"“brief.pdf” was not written \(.*\); {mend}\.$"):
        write_beside(tmp_path / "brief.pdf", b"new")


def test_what_goes_wrong_while_it_is_made_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with taking_the_place_of(path) as beside:
            beside.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["brief.pdf"]


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "real.pdf", tmp_path / "link.pdf"
    link.symlink_to(target)
    write_beside(link, b"first")
    write_beside(link, b"second")
    assert link.is_symlink()
    assert target.read_bytes() == b"second"
    assert names(tmp_path / "there") == ["real.pdf"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no/brief.pdf", r"\(there is no such folder\); choose another place\.$"),
        ("file/brief.pdf", r"\(there is no such folder\); choose another place\.$"),
        ("folder", r"\(Is a directory\); choose another name\.$"),
        ("x" * 300, r"\(File name too long\); choose a shorter name\.$"),
        ("/", "“/” was not written"),
    ],
)
def test_a_place_that_cannot_be_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=reason):
        write_beside(tmp_path / name, b"new")
    assert names(tmp_path) == ["file", "folder"]


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with without_privileges(), pytest.raises(OutputError, match=r"was not written \(Permission denied\)"):
        write_beside(tmp_path / "brief.pdf", b"new")
    tmp_path.chmod(0o755)


def test_a_folder_that_cannot_be_synchronised_is_left_at_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EINVAL))
    with taking_the_place_of(tmp_path / "brief.pdf") as beside:
        beside.write_bytes(b"new")
    assert (tmp_path / "brief.pdf").read_bytes() == b"new"


def test_what_exists_is_refused_also_a_link_to_nothing(tmp_path: Path) -> None:
    link = tmp_path / "link.brief"
    link.symlink_to("nowhere")
    for path in (tmp_path, link, Path(), Path("/")):
        with pytest.raises(BrieferError, match="exists already; choose another name or remove it"):
            refuse_existing(path)
    refuse_existing(tmp_path / "new.brief")
