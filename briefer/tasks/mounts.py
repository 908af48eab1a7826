"""Whether a path lies on a network share, told without asking the share, which may not answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
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

_TABLE: Final = Path("/proc/self/mounts")
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_OF_MOUNT: Final = re.compile(r".+? on (?P<place>/.*?) (?:type (?P<kind>\S+) )?\((?P<first>[^,)]+)")
"""A line of the program `mount`: of macOS, which names the kind first in its brackets, or of Linux."""


def is_remote(path: Path) -> bool:
    """Tell whether a path lies on a share."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    return is_network(kind_of(as_written(path), mount_table()))


def as_written(path: Path) -> Path:
    """Return an absolute path without following links: that would ask a share, which may not answer."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # `resolve` follows links


def kind_of(path: Path, table: str) -> str:
    """Return the kind of file system that an absolute path lies on, or an empty string.

    `table` says what is mounted where: the lines of /proc/self/mounts, or of the program `mount`.
    """
    found = [(len(place.parts), kind) for place, kind in _mounts(table) if path.is_relative_to(place)]
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


def _mounts(table: str) -> Iterator[tuple[Path, str]]:
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
