from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECK = Path(__file__).resolve().parents[2] / "packaging" / "system_libraries.py"


def test_where_all_is_there_the_check_is_silent() -> None:
    done = subprocess.run([sys.executable, CHECK, "test"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_missing_is_named_with_the_command_that_brings_it(tmp_path: Path) -> None:
    as_nobody = f"import os; os.geteuid = lambda: 1000; import sys; sys.argv = ['check', 'test']; {RUN}"
    done = subprocess.run(
        [sys.executable, "-c", as_nobody],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "xdotool missing: run `sudo apt install appstream dbus-daemon desktop-file-utils" in done.stderr


RUN = f"import runpy; runpy.run_path({str(CHECK)!r}, run_name='__main__')"
