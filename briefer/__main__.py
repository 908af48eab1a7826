"""`briefer`: without a command the window, with one the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from briefer.isolated import CHILD_OPTION


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    arguments = sys.argv[1:]
    if arguments == [CHILD_OPTION]:
        from briefer.isolated.child import main as answer

        answer()
        return 0
    if arguments and (arguments[0].startswith("-") or not _is_project(arguments[0])):
        try:
            from briefer.cli import run

            return run(arguments)
        except KeyboardInterrupt:  # while modules were loaded
            sys.stderr.write("Interrupted before anything was done.\n")
            return 3
    from briefer.gui.app import run as run_window

    return run_window([Path(argument) for argument in arguments])


def _is_project(name: str) -> bool:
    return name.lower().endswith((".brief", ".yaml", ".yml"))


if __name__ == "__main__":
    sys.exit(main())
