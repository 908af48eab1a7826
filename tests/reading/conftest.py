"""What all tests of reading share."""

from __future__ import annotations

import pytest

from briefer.reading import open as opening


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the child longer than a user would wait: other tests may hold the processors."""
    monkeypatch.setattr(opening, "SECONDS", 60.0)
