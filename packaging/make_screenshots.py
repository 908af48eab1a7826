"""Draw the window in every state that is judged: `make screenshots`.

All go to build/screenshots/, each state in three sizes; those of the README also to screenshots/ here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent / "build" / "screenshots"

# Pixels of the picture, and how many of them make one of the program's.
SIZES = {"1600x1000": 1.0, "1280x720": 1.0, "1920x1080": 1.5}

IN_THE_README = {"three-panes": "1600x1000", "dark": "1600x1000", "preview": "1600x1000"}
"""State -> the size in which the README shows it."""


def main(wanted: list[str]) -> None:
    """Draw the named states, or all; each size in a process of its own, as a scale is for a whole one."""
    BUILD.mkdir(parents=True, exist_ok=True)
    for size, scale in SIZES.items():
        with TemporaryDirectory() as home:
            subprocess.run(
                [sys.executable, __file__, "--size", size, *wanted],
                env=_environment(Path(home), size, scale),
                check=True,
            )
    for state, size in IN_THE_README.items():
        if not wanted or state in wanted:
            _shrink(_picture(state, size), HERE / "screenshots" / f"{state}.png")


def draw(size: str, wanted: list[str]) -> None:
    """Draw states in one size; nobody’s settings are touched, as the parent gave this process a home."""
    from screenshot_states import STATES, Stage

    stage = Stage(*(int(side / SIZES[size]) for side in _sides(size)))
    for state in wanted or STATES:
        picture = stage.photograph(STATES[state])
        picture.save(str(_picture(state, size)))
        print(_picture(state, size), flush=True)


def _environment(home: Path, size: str, scale: float) -> dict[str, str]:
    """Give Qt a screen as large as the window, and the program folders of its own."""
    width, height = _sides(size)
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    settings = home / "screen.json"
    settings.write_text(json.dumps({"windowFrameMargins": False, "screens": [screen]}))
    return {
        **os.environ,
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA", "STATE")},
        "XDG_RUNTIME_DIR": str(home),
        "QT_QPA_PLATFORM": f"offscreen:configfile={settings}",
        "QT_SCALE_FACTOR": str(scale),
        "PYTHONPATH": str(HERE.parent),
    }


def _shrink(picture: Path, out: Path) -> None:
    """Write a picture with 256 colours, a third as large; rare ones such as a section's keep theirs."""
    from PIL import Image

    out.parent.mkdir(exist_ok=True)
    with Image.open(picture) as whole:
        few = whole.convert("RGB").quantize(
            256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
        )
        few.save(out, optimize=True)
    print(out)


def _picture(state: str, size: str) -> Path:
    return BUILD / f"{state}-{size}.png"


def _sides(size: str) -> tuple[int, int]:
    width, height = size.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--size"]:
        draw(sys.argv[2], sys.argv[3:])
    else:
        main(sys.argv[1:])
