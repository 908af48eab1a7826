"""Where seeds/ and resources/ lie: beside the package in a source tree, inside it in a wheel."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def seeds() -> Path:
    """Give the folder of the sample sources and the sample project; never written to."""
    return _shipped() / "seeds"


def resources(room: str) -> Path:
    """Give a folder of resources: "fonts", "icons", "templates"."""
    return _shipped() / "resources" / room


def _shipped() -> Path:
    """Answer for a frozen app (its loader says where it unpacked), then the wheel, then the source tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    inside = _PACKAGE / "shipped"
    return inside if inside.is_dir() else _PACKAGE.parent
