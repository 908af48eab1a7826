"""What every test needs: no screen before the first Qt import, a home of its own, counts a seed repeats."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# What the program keeps for a user (known projects, working copies, settings) goes with the run.
HOME = TemporaryDirectory(prefix="briefer-home-")
for _kind in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{_kind}_HOME"] = os.path.join(HOME.name, _kind.lower())  # noqa: PTH118
# A second start of the program finds no other there than what the test has started.
os.environ["XDG_RUNTIME_DIR"] = HOME.name

PROVING = os.environ.get("BRIEFER_PROVE") == "1"

# `make check` runs the same examples each time; `make prove` looks for new ones, ten times as many.
settings.register_profile("check", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("prove", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("prove" if PROVING else "check")
