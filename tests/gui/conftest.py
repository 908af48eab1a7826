"""Patience: a machine that does much else may take its time, and no test is about that."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

PATIENCE = 60_000  # milliseconds


class PatientBot(QtBot):
    """Waits longer before it gives up; what comes soon is not waited for longer."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QtBot]:  # noqa: ARG001  # it must be there
    """Give a bot, whose closed windows are gone at once: Qt keeps them until an event loop runs again."""
    yield PatientBot(request)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
