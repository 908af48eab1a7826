"""What every test needs before the first Qt import: no screen, and counts that a seed repeats."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

PROVING = os.environ.get("BRIEFER_PROVE") == "1"

# `make check` runs the same examples each time; `make prove` looks for new ones, ten times as many.
settings.register_profile("check", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("prove", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("prove" if PROVING else "check")
