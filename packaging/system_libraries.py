"""See that the libraries and programs which pip cannot bring are there; as root on Debian, fetch them.

    python packaging/system_libraries.py window     what Qt loads to show a window
    python packaging/system_libraries.py test       that, and the programs the tests drive

Needs nothing but the standard library, as it runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# File to load -> Debian and Ubuntu package. From `ldd` on Qt's xcb, wayland and offscreen plugins.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Program -> package: a desktop and a hand, the desktop's validators, and the judges of exported files.
PROGRAMS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "dbus-daemon": "dbus-daemon",
    "desktop-file-validate": "desktop-file-utils",
    "gio": "libglib2.0-bin",
    "openbox": "openbox",
    "soffice": "libreoffice-writer",
    "strace": "strace",
    "update-mime-database": "shared-mime-info",
    "xdotool": "xdotool",
}
ROOT = Path("/")
# File below it -> package: what a screen reader asks the window through, and what a test asks it through.
FILES = {
    "usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
    "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}


def main(purpose: str) -> str | None:
    """Give the sentence that names what is still missing after trying to fetch it, or None."""
    if not sys.platform.startswith("linux"):
        return None
    gone = missing(purpose)
    if gone and _may_install():
        _install(gone)
        gone = missing(purpose)
    return sentence(gone) if gone else None


def missing(purpose: str) -> Mapping[str, str]:
    """Give file or program -> package of what cannot be loaded or found."""
    gone = {name: package for name, package in LIBRARIES.items() if not _loads(name)}
    if purpose == "test":
        gone |= {name: package for name, package in PROGRAMS.items() if shutil.which(name) is None}
        gone |= {Path(name).name: package for name, package in FILES.items() if not any(ROOT.glob(name))}
    return gone


def sentence(gone: Mapping[str, str]) -> str:
    packages = " ".join(sorted(set(gone.values())))
    return f"{', '.join(sorted(gone))} missing: run `sudo apt install {packages}`, or the like."


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    return os.geteuid() == 0 and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _install(gone: Mapping[str, str]) -> None:
    packages = sorted(set(gone.values()))
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command], env=quiet, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(done.stderr, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
