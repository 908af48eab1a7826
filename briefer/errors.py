"""The root of every error that briefer raises on purpose."""

from __future__ import annotations


class BrieferError(Exception):
    """Something the user can understand and act on; its text is shown as it stands."""


class DamagedError(BrieferError):
    """A project file lost or altered some of what it held; what is sound of it can still be read."""

    def __init__(self, name: str, reason: object, mend: str = "go back to a backup of it") -> None:
        super().__init__(
            f"“{name}” is damaged ({reason}); {mend}, or save what can be saved with “briefer salvage”."
        )
