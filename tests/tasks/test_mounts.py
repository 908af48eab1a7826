"""What lies on a share is told by the mount table alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.tasks import mounts
from briefer.tasks.mounts import is_network, kind_of

LINUX = """\
sysfs /sys sysfs rw,nosuid,nodev,noexec,relatime 0 0
/dev/nvme0n1p2 / ext4 rw,relatime,errors=remount-ro 0 0
/dev/nvme0n1p3 /people ext4 rw,relatime 0 0
filer:/export/desk /mnt/desk nfs4 rw,relatime,vers=4.2,hard,proto=tcp,addr=10.0.0.9 0 0
//filer/office /people/ada/Office\\040files cifs rw,relatime,vers=3.1.1,username=ada 0 0
/dev/sdb1 /people/ada/Office\\040files/stick vfat rw,nosuid 0 0
ada@desk:/srv /people/ada/desk fuse.sshfs rw,nosuid,nodev,relatime,user_id=1000 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw,nosuid,nodev,relatime,user_id=1000 0 0
/dev/sda1 /media/ada/TRAVEL fuseblk rw,nosuid,nodev 0 0
gocryptfs /people/ada/vault fuse.gocryptfs rw,nosuid,nodev 0 0
host /mnt/host 9p rw,relatime,trans=virtio 0 0
/etc/auto.net /net autofs rw,relatime 0 0
tmpfs /mnt/desk/tmp tmpfs rw 0 0
short line
"""

MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//ada@filer/office on /Volumes/office files (smbfs, nodev, nosuid, mounted by ada)
filer:/export on /Volumes/export (nfs, nodev, nosuid, mounted by ada)
"""


@pytest.mark.parametrize(
    ("place", "kind", "remote"),
    [
        ("/srv/p.brief", "ext4", False),
        ("/people/ada/p.brief", "ext4", False),
        ("/mnt/desk/2+2/p.brief", "nfs4", True),
        ("/mnt/desktop/p.brief", "ext4", False),
        ("/mnt/desk/tmp/p.brief", "tmpfs", False),
        ("/people/ada/Office files/p.brief", "cifs", True),
        ("/people/ada/Office files/stick/p.brief", "vfat", False),
        ("/people/ada/desk/p.brief", "fuse.sshfs", True),
        ("/run/user/1000/gvfs/smb-share:server=filer,share=office/p.brief", "fuse.gvfsd-fuse", True),
        ("/media/ada/TRAVEL/p.brief", "fuseblk", False),
        ("/people/ada/vault/p.brief", "fuse.gocryptfs", False),
        ("/mnt/host/p.brief", "9p", True),
    ],
)
def test_the_table_of_linux(place: str, kind: str, remote: bool) -> None:
    assert kind_of(Path(place), LINUX) == kind
    assert is_network(kind) == remote


@pytest.mark.parametrize(
    ("place", "kind", "remote"),
    [
        ("/Applications/p.brief", "apfs", False),
        ("/Volumes/office files/p.brief", "smbfs", True),
        ("/Volumes/export/p.brief", "nfs", True),
    ],
)
def test_the_table_of_macos(place: str, kind: str, remote: bool) -> None:
    assert kind_of(Path(place), MAC) == kind
    assert is_network(kind) == remote


def test_what_is_mounted_over_a_place_is_what_counts() -> None:
    table = "/dev/sda1 /mnt ext4 rw 0 0\nfiler:/x /mnt nfs rw 0 0\n"
    assert kind_of(Path("/mnt/p.brief"), table) == "nfs"
    assert kind_of(Path("/p.brief"), "") == ""


def test_links_are_followed_as_far_as_the_first_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mounts, "mount_table", lambda: f"filer:/x {tmp_path}/share nfs rw 0 0\n")
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "on").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "near").symlink_to("far")
    (tmp_path / "far").symlink_to(tmp_path / "share")
    (tmp_path / "circle").symlink_to("circle")
    assert mounts.followed(tmp_path / "near" / "on" / "p") == tmp_path / "share" / "on" / "p"
    assert mounts.is_remote(tmp_path / "near" / "p")
    assert mounts.followed(tmp_path / "none" / "p") == tmp_path / "none" / "p"
    assert not mounts.is_remote(tmp_path / "circle" / "p")


def test_the_system_says_what_is_mounted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert kind_of(Path("/proc/self"), mounts.mount_table("linux")) == "proc"
    program = tmp_path / "mount"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{MAC}END\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert mounts.mount_table("darwin") == MAC
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert mounts.mount_table("darwin") == ""
    assert not mounts.is_remote(Path("/proc/self"))
