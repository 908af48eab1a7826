"""A child process that stays: asked one thing after another, it keeps what it has loaded and opened."""

from __future__ import annotations

import logging
import subprocess
import threading
import time
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, cast

from briefer.errors import BrieferError
from briefer.isolated.running import MEMORY, SECONDS, OvertimeError, note_errors, outcome, spawn
from briefer.isolated.wire import Value, receive, to_message

_GRACE = 10.0
"""Seconds that a child may take to go when there is nothing more to do."""
_log = logging.getLogger(__name__)


class Conversation:
    """One child and one question at a time; it is over when the child dies, takes too long or is let go."""

    def __init__(self) -> None:
        self._process, self._errors = spawn()
        self._questions: SimpleQueue[bytes | None] = SimpleQueue()
        self._answers: SimpleQueue[dict[str, Value]] = SimpleQueue()
        self._deadline = 0.0
        self._seconds = SECONDS
        self._stopped: BrieferError | None = None
        self.asked = False
        """A question waits for its answer to be taken."""
        self.over = False
        threading.Thread(target=self._converse, daemon=True).start()

    def ask(self, function: str, *args: Value, timeout: float = SECONDS) -> None:
        """Have the child run "module:name"; the last answer must have been taken."""
        request = {
            "function": function, "args": args, "progress": False,
            "seconds": 0, "memory": MEMORY, "stays": True,
        }  # fmt: skip
        message = to_message(request)
        self._seconds, self._deadline = timeout, time.monotonic() + timeout
        self.asked = True
        self._questions.put(message)

    def poll(self) -> bool:
        """Tell whether there is an answer to be taken; never waits."""
        if time.monotonic() > self._deadline and self._answers.empty():
            self._stopped = OvertimeError(self._seconds)
            self._process.kill()
        return not self._answers.empty()

    def answer(self) -> Value:
        """Wait for the answer and take it; raises BrieferError, as `running.call` does."""
        while self._answers.empty() and not self.poll():
            time.sleep(0.01)
        said = self._answers.get()
        self.asked = False
        self.over = not said
        if self._stopped:
            raise self._stopped
        return outcome(said)

    def close(self) -> None:
        """Let the child go: at once when it is at work, else by closing its ears."""
        self.over = True
        if self.asked:
            self._process.kill()
        self._questions.put(None)

    def _converse(self) -> None:
        """Carry questions and answers to and fro until one of both sides ends it; in a thread of its own."""
        requests = cast("IO[bytes]", self._process.stdin)
        answers = cast("IO[bytes]", self._process.stdout)
        try:
            while (question := self._questions.get()) is not None:
                requests.write(question)
                requests.flush()
                self._answers.put(dict(receive(answers)))
        except (OSError, EOFError, ValueError, TypeError, RecursionError) as error:
            _log.info("The child was cut short: %s", error)
            self._process.kill()
        self._end(requests, answers)

    def _end(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        with suppress(OSError):
            requests.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
        self._process.kill()
        self._process.wait()
        answers.close()
        note_errors(self._errors)
        self._answers.put({})
