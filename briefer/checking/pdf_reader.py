"""A PDF brief read again in a child process: every word that it prints, and the evidence attached."""

from __future__ import annotations

from pathlib import Path

from briefer.checking.printed import Reread
from briefer.errors import BrieferError


def read_pdf(path: Path) -> Reread:
    """Read a PDF brief again; raises BrieferError if it is not one, or not ours."""
    raise BrieferError(f"“{path}” cannot be read yet.")
