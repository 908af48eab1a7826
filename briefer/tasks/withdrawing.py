"""What would become of a brief without one of its sources, as a child process is asked for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefer.checking.impact import impact
from briefer.tasks.opening import read_open


def impact_file(path: str, source: str) -> list[dict[str, Any]]:
    """Return what falls or comes to rest on one origin in a project that the window has open.

    Raises BrieferError when the source is no longer there.
    """
    session = read_open(Path(path))
    try:
        return [effect.plain() for effect in impact(session.project, session.project.find_source(source))]
    finally:
        session.close()
