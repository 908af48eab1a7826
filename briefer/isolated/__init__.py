"""Work done in a child process that may crash, hang or be cancelled.

`running` is the parent's side of a child with one thing to do, `conversing` that of one that stays;
`child` is the other side, `wire` what they say to each other. A function is handed over by name, so
that a parser of strangers' files is never loaded into the program itself.
"""

from __future__ import annotations

from typing import Final

CHILD_OPTION: Final = "--isolated-child"
"""What a frozen program is started with to become the child; its `main` looks for it first."""
