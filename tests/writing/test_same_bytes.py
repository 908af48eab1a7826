"""The same brief makes the same bytes wherever and whenever, in every format."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.tree import ROOT

WORLDS = [("UTC", "C", "0"), ("Asia/Tokyo", "de_DE.UTF-8", "4711"), ("America/St_Johns", "C.UTF-8", "1")]
"""Time zone, locale and hash seed."""


@pytest.mark.parametrize("writer", ["docx", "pdf", "html", "markdown"])
def test_the_same_brief_makes_the_same_bytes_in_any_zone_locale_and_hash_seed(writer: str) -> None:
    code = (
        f"import sys; from briefer.writing.{writer} import render;"
        "from tests.writing.briefs import a_rich_brief; sys.stdout.buffer.write(render(a_rich_brief()))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for zone, locale, seed in WORLDS
    }
    assert len(made) == 1
    assert len(made.pop()) > 1000
