"""Work in a child process, as its parent sees it: start, poll, cancel, result."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, Final, cast

from briefer.errors import BrieferError
from briefer.isolated import CHILD_OPTION
from briefer.isolated.wire import Value, receive, to_message

Progress = Callable[[int, int], None]

SECONDS: Final = 120.0
MEMORY: Final = 4 << 30
"""Bytes of address space: a parser maps more than it uses."""

_PIPE: Final = 1 << 20
"""Bytes; a picture of a page has three million."""
_TICK = 0.05
_GRACE = 2.0
"""Seconds that a child may take to go after it has answered."""
_ROOT = Path(__file__).resolve().parents[2]
_log = logging.getLogger(__name__)


class CancelledError(BrieferError):
    """The user stopped it."""

    def __init__(self) -> None:
        super().__init__("Cancelled: nothing was changed.")


class OvertimeError(BrieferError):
    """It took longer than it may."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"It took longer than {seconds:g} seconds and was stopped; try a smaller file.")


def call(
    function: str,
    *args: Value,
    timeout: float = SECONDS,
    memory: int = MEMORY,
    progress: Progress | None = None,
) -> Value:
    """Run "module:name" in a child process and return what it returns, plain values only (see `wire`).

    A BrieferError of the function's is raised as it was there. Raises BrieferError too when the child
    takes more than `timeout` seconds or `memory` bytes, or dies.
    """
    return start(function, *args, timeout=timeout, memory=memory, progress=progress).result()


def start(
    function: str,
    *args: Value,
    timeout: float = SECONDS,
    memory: int = MEMORY,
    progress: Progress | None = None,
) -> Running:
    """Begin what `call` does. With `progress` the function is given a `progress` of its own."""
    request = {
        "function": function,
        "args": args,
        "seconds": timeout,
        "memory": memory,
        "progress": progress is not None,
        "stays": False,
    }
    return Running(to_message(request), timeout, progress)


class Running:
    """A child at work. Progress is told by `poll` and `result`, in the thread that calls them."""

    def __init__(self, request: bytes, seconds: float, progress: Progress | None) -> None:
        self._seconds = seconds
        self._progress = progress
        self._deadline = time.monotonic() + seconds
        self._reports: deque[tuple[int, int]] = deque()
        self._answer: dict[str, Value] = {}
        self._stopped: BrieferError | None = None
        self._ended = threading.Event()
        self._process, self._errors = spawn()
        threading.Thread(target=self._listen, args=(request,), daemon=True).start()

    def poll(self) -> bool:
        """Tell the progress made, and whether the work has ended; never waits."""
        while self._reports:
            done, total = self._reports.popleft()
            if self._progress:
                self._progress(done, total)
        if time.monotonic() > self._deadline:
            self._stop(OvertimeError(self._seconds))
        return self._ended.is_set()

    def cancel(self) -> None:
        """End the child at once; `result` then raises CancelledError, unless it had ended before."""
        self._stop(CancelledError())

    def result(self) -> Value:
        """Wait for the end and give the result; raises BrieferError."""
        try:
            while not self._ended.wait(_TICK):
                self.poll()
        finally:
            self._process.kill()
        self.poll()
        if self._stopped:
            raise self._stopped
        return outcome(self._answer)

    def _stop(self, why: BrieferError) -> None:
        if not self._ended.is_set() and not self._answer and self._stopped is None:
            self._stopped = why
            self._process.kill()

    def _listen(self, request: bytes) -> None:
        """Send the request, take what the child says, and see it end; in a thread of its own."""
        requests = cast("IO[bytes]", self._process.stdin)
        answers = cast("IO[bytes]", self._process.stdout)
        try:
            requests.write(request)
            requests.flush()
            self._take(answers)
        except (OSError, EOFError, ValueError, TypeError, RecursionError) as error:
            _log.info("The child was cut short: %s", error)
        finally:
            self._end(requests, answers)

    def _take(self, answers: IO[bytes]) -> None:
        """Take what the child says, until it has said how it went."""
        while not self._answer:
            said = dict(receive(answers))
            if "progress" in said:
                done, total = said["progress"]
                self._reports.append((int(done), int(total)))
            else:
                self._answer = said

    def _end(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        """See the child end, and log what it said of its troubles."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE if self._answer else 0)
        self._process.kill()
        self._process.wait()
        with suppress(BrokenPipeError):
            requests.close()
        answers.close()
        note_errors(self._errors)
        self._ended.set()


def spawn() -> tuple[subprocess.Popen[bytes], IO[bytes]]:
    """Start a child that waits for a request; give it, and where it says of its troubles.

    Raises BrieferError when the system has no room for another process.
    """
    try:
        with ExitStack() as stack:
            errors = stack.enter_context(tempfile.TemporaryFile())
            # The command is this program itself.
            child = subprocess.Popen(  # noqa: S603
                _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, env=_environment()
            )
            stack.pop_all()  # `note_errors` closes it
    except OSError as error:
        raise BrieferError(
            f"No process could be started beside briefer ({error.strerror}); close something and try again."
        ) from error
    _widen(cast("IO[bytes]", child.stdout))
    return child, errors


def _widen(answers: IO[bytes]) -> None:
    """Let more of an answer lie ready at once, where the system can: each reading waits for its turn."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(answers, fcntl.F_SETPIPE_SZ, _PIPE)


def outcome(answer: dict[str, Value]) -> Value:
    """Return the result that a child answered with; raises BrieferError for anything else."""
    if "error" in answer:
        raise _raised(str(answer["error"]), str(answer.get("kind")))
    if "memory" in answer:
        raise BrieferError("It needed more memory than it may take and was stopped; try a smaller file.")
    if "result" not in answer:
        raise BrieferError("The process that did it ended without an answer; the file may be damaged.")
    return answer["result"]


def note_errors(errors: IO[bytes]) -> None:
    """Log what a child that has ended said of its troubles, and let go of it."""
    errors.seek(0)
    if said := errors.read():
        _log.info("The child said: %s", said.decode("utf-8", "replace"))
    errors.close()


def _raised(sentence: str, kind: str) -> BrieferError:
    """Make the error that the child raised again, of its class if that is known here."""
    known = {f"{each.__module__}:{each.__qualname__}": each for each in _kinds(BrieferError)}
    error = BrieferError.__new__(known.get(kind, BrieferError))
    error.args = (sentence,)
    return error


def _kinds(kind: type[BrieferError]) -> Iterator[type[BrieferError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_OPTION]
    # -P: no module of the folder one happens to be in.
    return [sys.executable, "-P", "-m", "briefer.isolated"]


def _environment() -> dict[str, str]:
    """Let the child find the package where this process has it, and nothing in the current folder."""
    given = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    paths = [str(_ROOT), *filter(os.path.isabs, given)]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
