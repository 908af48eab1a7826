"""Where a child process begins: `python -P -m briefer.isolated`."""

from __future__ import annotations

from briefer.isolated.child import main

if __name__ == "__main__":
    main()
