"""One thing that is wrong, or may be."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in one sentence that says what to do, and where: an id, a label or a key."""

    rule: str
    level: Level
    message: str
    where: str

    def plain(self) -> dict[str, str]:
        """Return the fields by name."""
        return asdict(self)
