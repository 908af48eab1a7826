"""Every user task without a screen.

Exit status: 0 done; 1 findings, and an export that they block; 2 wrong usage; 3 refused, with one
sentence on standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from briefer import __version__
from briefer.cli import changing, describing, listing, merging, producing, rereading, ruling, salvaging
from briefer.cli.projects import REFUSED, tell
from briefer.errors import BrieferError

FINDINGS: Final = 1


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, “briefer [PROJECT]” opens the window.",
)
@click.version_option(__version__, prog_name="briefer")
def commands() -> None:
    """Read sources, file their passages, write the brief that can prove its quotations."""


for _room in (listing, changing, describing, rereading, ruling, merging, salvaging, producing):
    for _command in _room.COMMANDS:
        commands.add_command(_command)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return commands.main(list(arguments), prog_name="briefer", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit:  # click's answer to a pipe that nobody reads on from
        return REFUSED
    except (click.Abort, KeyboardInterrupt):
        sentence = "Interrupted; what was not finished was not written."
    except BrieferError as error:
        sentence = str(error)
    except OSError as error:
        sentence = f"The system refused ({error.strerror}); see to that, then repeat the command."
        _let_go_of_output()
    except Exception as error:  # noqa: BLE001  # the last resort: a sentence, never a traceback
        sentence = f"This should not have happened ({type(error).__name__}: {error}); please report it."
    return _refuse(sentence)


def _let_go_of_output() -> None:
    """Drop what cannot be written, or the interpreter complains of it once more when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(sentence: str) -> int:
    """Say one sentence, in one line whatever a file in it is called."""
    tell(sentence)
    return REFUSED
