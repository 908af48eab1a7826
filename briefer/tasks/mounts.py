"""Whether a path lies on a network share, told without asking the share, which may not answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset(
    """9p afpfs afs beegfs ceph cifs coda davfs glusterfs gpfs lustre ncpfs nfs nfs4 orangefs prl_fs smb2 smb3
    smbfs vboxsf vmhgfs webdav""".split()  # noqa: SIM905  # a list of 22 takes a page
)
_LOCAL_FUSE: Final = frozenset(
    """appimage bindfs cryfs encfs exfat fuse-overlayfs gocryptfs lxcfs mergerfs ntfs ntfs-3g portal snapfuse
    squashfuse unionfs veracrypt""".split()  # noqa: SIM905
)
"""What lies in user space but on this machine; any other of the kind is taken for a share."""

Mount = tuple[Path, str]
"""Where something is mounted, and of what kind it is."""

_MOST_PARTS: Final = 400
"""Links that lead in a circle are followed no further."""

_TABLE: Final = Path("/proc/self/mounts")
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_OF_MOUNT: Final = re.compile(r".+? on (?P<place>/.*?) (?:type (?P<kind>\S+) )?\((?P<first>[^,)]+)")
"""A line of the program `mount`: of macOS, which names the kind first in its brackets, or of Linux."""


def is_remote(path: Path) -> bool:
    """Tell whether a path lies on a share."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    mounts = list(_mounts(mount_table()))
    return is_network(_kind_at(_followed(path, mounts), mounts))


def followed(path: Path) -> Path:
    """Return an absolute path, links followed as far as the first share: that is not asked."""
    return _followed(path, list(_mounts(mount_table())))


def _followed(path: Path, mounts: Sequence[Mount]) -> Path:
    whole = Path(os.path.abspath(path))  # noqa: PTH100  # `resolve` would ask a share
    found, ahead = Path(whole.anchor), list(reversed(whole.parts[1:]))
    for _ in range(_MOST_PARTS):
        if not ahead:
            return found
        part = found / ahead[-1]
        if is_network(_kind_at(part, mounts)):
            return Path(os.path.abspath(found.joinpath(*reversed(ahead))))  # noqa: PTH100
        ahead.pop()
        try:
            target = part.readlink()
        except OSError:  # no link, or nothing at all
            found = part
        else:
            lead = Path(os.path.abspath(found / target))  # noqa: PTH100
            found, ahead = Path(lead.anchor), ahead + list(reversed(lead.parts[1:]))
    return whole


def kind_of(path: Path, table: str) -> str:
    """Return the kind of file system that an absolute path lies on, or an empty string.

    `table` says what is mounted where: the lines of /proc/self/mounts, or of the program `mount`.
    """
    return _kind_at(path, list(_mounts(table)))


def _kind_at(path: Path, mounts: Sequence[Mount]) -> str:
    found = [(len(place.parts), kind) for place, kind in mounts if path.is_relative_to(place)]
    # What was mounted last over the same place is what is seen.
    return max(reversed(found), key=lambda one: one[0], default=(0, ""))[1]


def is_network(kind: str) -> bool:
    """Tell whether a kind of file system is that of a share."""
    program = kind.removeprefix("fuse.")
    return kind in _NETWORK or (program != kind and program not in _LOCAL_FUSE)


def mount_table(system: str = sys.platform) -> str:
    """Return what is mounted where, as the system says it; nothing when it does not say."""
    try:
        if system != "darwin":
            return _TABLE.read_text("utf-8", "surrogateescape")
        said = subprocess.run(["mount"], capture_output=True, check=False, timeout=10)  # noqa: S607  # in the path
        return os.fsdecode(said.stdout)
    except (OSError, subprocess.SubprocessError):
        return ""


def _mounts(table: str) -> Iterator[Mount]:
    for line in table.splitlines():
        of_mount = _OF_MOUNT.match(line)
        fields = line.split(" ")
        if of_mount:
            yield Path(of_mount["place"]), of_mount["kind"] or of_mount["first"]
        elif len(fields) > 2:  # noqa: PLR2004  # device, place, kind
            yield Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[1])), fields[2]


if sys.platform == "win32":
    import ctypes

    _REMOTE_DRIVE: Final = 4

    def _is_remote_drive(path: Path) -> bool:
        drive = path.absolute().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE
