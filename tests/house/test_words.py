from __future__ import annotations

import re

from tests.house.tree import ROOT, texts

# A folder of somebody's machine, or of the place where this was built.
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w|\.\./shared")
# What puts a line, a test or a check to sleep.
ASLEEP = re.compile(
    r"pragma: no (?:cover)|mark\.(?:skip|xfail)|pytest\.(?:skip|importorskip)\(|\b(?:TODO|FIXME)\b"
)


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert [place for place in found(MACHINE) if not place.startswith("seeds/")] == []


def test_nothing_is_skipped_left_out_or_put_off() -> None:
    assert found(ASLEEP) == []


def found(pattern: re.Pattern[str]) -> list[str]:
    """Give "file: match" for each file of the project but this one."""
    return [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts()
        if str(path) != __file__ and (match := pattern.search(text))
    ]
