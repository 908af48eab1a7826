"""How much to try: the long counts with `make prove`, a seeded tenth of them otherwise."""

from __future__ import annotations

import os

PROVING = bool(os.environ.get("BRIEFER_PROVE"))


def examples(full: int) -> int:
    """Return a count, or a tenth of it when the long counts are not asked for."""
    return full if PROVING else max(1, full // 10)
