"""One desktop for the tests of a module, and users who leave it when their test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, a_desktop
from tests.e2e.user import User


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with a_desktop() as found:
        yield found


@pytest.fixture
def at_work(desktop: Desktop, tmp_path: Path) -> Iterator[Callable[..., User]]:
    """Start the program with these arguments and give somebody who works with it."""
    users: list[User] = []

    def start(*arguments: str | Path, **more: tuple[int, int]) -> User:
        users.append(User(desktop, tmp_path, *map(str, arguments), **more))
        return users[-1]

    yield start
    for user in users:
        user.program.kill()
