"""START:END as it is typed."""

from __future__ import annotations

import re
from typing import Final

import click

_SPAN: Final = re.compile(r"(\d{1,12}):(\d{1,12})\Z")


def span_of(words: str) -> tuple[int, int]:
    """Return the code points that START:END names, end exclusive; raises click.UsageError."""
    found = _SPAN.match(words)
    if not found:
        raise click.UsageError("--span takes START:END, such as 120:245.")
    return int(found[1]), int(found[2])
