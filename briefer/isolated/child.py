"""The child process: reads a request, does it, says how it went; one that stays goes on to the next."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from typing import Any, BinaryIO

from briefer.errors import BrieferError
from briefer.isolated.wire import Value, receive, to_message

_PAUSE = 0.05
"""Seconds between two reports of progress, lest they take longer than the work."""


def main() -> None:
    """Answer what comes on standard input. What the work prints goes to standard error instead."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), "rb")
    request = receive(requests)
    _limit(request["seconds"], request["memory"])
    waiting: SimpleQueue[dict[str, Value]] = SimpleQueue()
    threading.Thread(target=_follow, args=(requests, waiting), daemon=True).start()
    _say(answers, _answer(request, answers))
    while request["stays"]:
        request = waiting.get()
        _say(answers, _answer(request, answers))


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
            _say(answers, {"progress": [done, total]})

    return report


def _say(answers: BinaryIO, value: Value) -> None:
    answers.write(to_message(value))
    answers.flush()


def _follow(requests: BinaryIO, waiting: SimpleQueue[dict[str, Value]]) -> None:
    """Take further requests, and end when the parent does: its end of the pipe closes, however it died."""
    with suppress(EOFError):
        while True:
            waiting.put(receive(requests))
    os._exit(1)


def _limit(seconds: float, memory: int) -> None:
    """Take no more processor time and memory (bytes) than this, where the system can see to it.

    No `seconds` are no limit: how long a child that stays may take is counted by question, by its parent.
    """
    if sys.platform != "win32":
        import resource

        processor = int(seconds) + 1 if seconds else resource.RLIM_INFINITY
        for kind, limit in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, processor),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(kind, (limit, limit))
