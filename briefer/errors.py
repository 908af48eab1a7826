"""The root of every error that briefer raises on purpose."""

from __future__ import annotations


class BrieferError(Exception):
    """Something the user can understand and act on; its text is shown as it stands."""
