from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "open_xml_judge.py"


def test_where_the_judge_is_there_nothing_is_fetched_or_said() -> None:
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_package_of_other_bytes_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "judge.tgz"
    packed.write_bytes(b"something else")
    assert "is not what it was" in runpy.run_path(str(SCRIPT))["_unpack"](packed)
