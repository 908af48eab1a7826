"""The child process: reads one request, does it, and says how it went."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from briefer.errors import BrieferError
from briefer.isolated.wire import Value, from_line, to_line

_PAUSE = 0.05
"""Seconds between two reports of progress, lest they take longer than the work."""


def main() -> None:
    """Answer the request on standard input. What the work prints goes to standard error instead."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), "rb")
    request = from_line(requests.readline())
    _limit(request["seconds"], request["memory"])
    threading.Thread(target=_follow, args=(requests,), daemon=True).start()
    answers.write(to_line(_answer(request, answers)))


def _answer(request: dict[str, Value], answers: BinaryIO) -> dict[str, Value]:
    try:
        function = _named(request["function"])
        told = {"progress": _reporter(answers)} if request["progress"] else {}
        return {"result": function(*request["args"], **told)}
    except BrieferError as error:
        kind = type(error)
        return {"error": str(error), "kind": f"{kind.__module__}:{kind.__qualname__}"}
    except MemoryError:
        return {"memory": True}


def _named(name: str) -> Callable[..., Any]:
    """Find a function by "module:name"."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _reporter(answers: BinaryIO) -> Callable[[int, int], None]:
    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PAUSE or done == total:
            last = now
            answers.write(to_line({"progress": [done, total]}))

    return report


def _follow(requests: BinaryIO) -> None:
    """End when the parent does: its end of the pipe closes then, however it died."""
    requests.read()
    os._exit(1)


def _limit(seconds: float, memory: int) -> None:
    """Take no more processor time and memory (bytes) than this, where the system can see to it."""
    if sys.platform != "win32":
        import resource

        for kind, limit in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, int(seconds) + 1),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (limit, limit))
