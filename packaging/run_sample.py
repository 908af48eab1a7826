"""What `make run` starts: the window on a copy of the sample, or, with no display, its brief as files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "seeds" / "us-japan-2plus2.brief.yaml"
BUILD = ROOT / "build"


def main() -> int | str:
    """Give the program's exit status, or the sentence that says what keeps it from starting."""
    if not has_display():
        return write_the_brief()
    missing = system_libraries.main("window")
    if missing is not None:
        return missing
    return _briefer(SAMPLE)


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def write_the_brief() -> int:
    print("There is no display to open the window on, so here is what it would export:", flush=True)
    BUILD.mkdir(exist_ok=True)
    for target in (BUILD / "sample-brief.docx", BUILD / "sample-brief.pdf"):
        status = _briefer("export", SAMPLE, target)
        if status != 0:
            return status
        print(target, flush=True)
    return 0


def _briefer(*arguments: str | Path) -> int:
    return subprocess.run([sys.executable, "-m", "briefer", *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
