"""The command that saves what can be saved of a damaged project."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from briefer.cli.projects import JSON, PROJECT, show, tell
from briefer.isolated.running import call

_SAVE: Final = "briefer.tasks.salvaging:save"
_LONGEST: Final = 600.0  # seconds
_LINE: Final = "{sentence}"


@click.command()
@PROJECT
@click.argument("target", type=click.Path(path_type=Path))
@JSON
@click.pass_context
def salvage(context: click.Context, *, path: Path, target: Path, as_json: bool) -> None:
    """Write what can be saved of a damaged PROJECT to TARGET.

    TARGET is a new one, PROJECT stays as it is, and what is lost is listed. Of a sound one nothing is
    lost; else the status is 1.
    """
    found = call(_SAVE, str(path), str(target), timeout=_LONGEST)
    show(found["losses"], as_json=as_json, line=_LINE)
    said = f"Saved as “{target.name}”; lost: {found['say']}." if found["losses"] else "Nothing was lost."
    tell(said)
    if found["losses"]:
        context.exit(1)


COMMANDS: Final = (salvage,)
