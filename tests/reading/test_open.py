"""A file from outside is read whole, or refused with its name and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.reading import open as opening
from briefer.reading.open import read_bytes, read_file, read_words
from tests.rights import without_privileges


def test_a_file_is_read_with_its_name_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "00 報告\u202e.TXT"
    path.write_bytes(b"It held.\r\n")
    found = read_file(path)
    assert (found.file_name, found.data, found.text) == (path.name, b"It held.\r\n", "It held.\n")


@pytest.mark.parametrize("name", ["README", "a.text", "a.TXT"])
def test_text_goes_by_several_endings(name: str) -> None:
    assert read_bytes(name, b"It held.").text == "It held."


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str) -> None:
    with pytest.raises(BrieferError, match=f"“{name}” is damaged, or not what its name says"):
        read_bytes(name, b"It held.")


@pytest.mark.parametrize("name", ["a.b.c", "a.xyz"])
def test_a_kind_that_is_not_read_yet_is_refused(name: str) -> None:
    with pytest.raises(BrieferError, match=f"“{name}” is of a kind that is not read yet; save it as .txt"):
        read_bytes(name, b"It held.")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff\u00a0\n".encode(), b"\x00"])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(BrieferError, match="“a.txt” (holds no text|is not text)"):
        read_bytes("a.txt", data)


def test_words_are_plain_text_whatever_they_look_like() -> None:
    found = read_words("a.txt", "<html><p>It\ud800 held.")
    assert (found.text, found.format, found.encoding) == ("<html><p>It? held.", "Plain text", "UTF-8")
    with pytest.raises(BrieferError, match="“a.txt” holds no text"):
        read_words("a.txt", " ")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrieferError, match=r"“no.txt” cannot be read \(No such file or directory\)"):
        read_file(tmp_path / "no.txt")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"It held.")
    path.chmod(0)
    with without_privileges(), pytest.raises(BrieferError, match=r"cannot be read \(Permission denied\)"):
        read_file(path)


def test_a_folder_or_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero"), Path("/")):
        with pytest.raises(BrieferError, match="is a folder; take the files|is not a file; name the files"):
            read_file(path)


def test_a_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(BrieferError, match=r"cannot be read \(File name too long\)"):
        read_file(Path("x" * 300))


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 1 << 20)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (1 << 20))
    assert len(read_file(path).text) == 1 << 20
    path.write_bytes(b"x" * (1 << 20) + b"y")
    with pytest.raises(BrieferError, match="“a.txt” is larger than 1 MB; cut it into parts"):
        read_file(path)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"It held.")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert read_file(tmp_path / "b.txt").file_name == "b.txt"
