"""Journals that SQLite finds beside a file when it was killed in the middle of a change, or was meant to."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def leave_half_written(path: Path, *statements: str) -> None:
    """Change a file as these say, and leave it as a kill does after the last page and before the end."""
    journal, kept = journal_of(path), path.with_name("kept-journal")

    def keep(statement: str) -> None:
        if statement == "COMMIT":
            os.link(journal, kept)

    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        for statement in statements:
            database.execute(statement)
        database.set_trace_callback(keep)
        database.execute("COMMIT")
    kept.rename(journal)
