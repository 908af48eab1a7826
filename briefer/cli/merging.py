"""The command that makes two copies of one project one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from briefer.cli.projects import JSON, opened, show, tell
from briefer.tasks import merging
from briefer.wording.counted import counted

_LINE: Final = "{record:.8}  {kind} {field}: {mine} | {theirs}"


@click.command()
@click.argument("mine", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.option("--theirs", "prefer", is_flag=True, help="Where both changed the same thing, take theirs.")
@JSON
@click.pass_context
def merge(context: click.Context, *, mine: Path, theirs: Path, prefer: bool, as_json: bool) -> None:
    """Take into MINE what was done in THEIRS, another copy of it.

    It is one step. Everything that either side added is kept, and THEIRS stays as it is. Where both
    changed the same thing, MINE stands and the two are listed side by side; the status is then 1.
    """
    with opened(mine) as session:
        merged = merging.merged(session, theirs, lambda _record, _field: prefer)
        session.do(merged.change)
    if merged.change.edits:
        records = counted(len(merged.change.edits), "record")
        tell(f"{records} changed in “{mine.name}”; “briefer undo” takes all of it back.")
    else:
        tell(f"“{mine.name}” has all of it already.")
    for remark in merged.remarks:
        tell(remark)
    show([asdict(one) for one in merged.conflicts], as_json=as_json, line=_LINE)
    if merged.conflicts:
        context.exit(1)


COMMANDS: Final = (merge,)
