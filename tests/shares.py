"""A folder that counts as a network share."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.tasks import mounts


def a_share(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder that the mount table says lies on another machine, and a home for working copies."""
    share = folder / "share"
    share.mkdir()
    table = f"/dev/sda1 / ext4 rw 0 0\n//filer/desk {share} cifs rw 0 0\n"
    monkeypatch.setattr(mounts, "mount_table", lambda: table)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "home"))
    return share
