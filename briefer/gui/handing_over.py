"""One program for all windows: a second start hands its paths to the first, and ends.

They speak over a local socket of the user's own (a pipe on Windows), never over a network. What
comes in is one line of JSON, a list of absolute paths; anything else is hung up on.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

# Loaded only when there is somebody to speak to, or when the first window shows already.
if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SCREEN: Final = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
_LONGEST: Final = 1 << 16  # bytes of a line
_MOST: Final = 16  # paths
_SOON: Final = 1000  # milliseconds for a connection
_PATIENCE: Final = 5000  # milliseconds for the rest
_THANKS: Final = b"taken\n"


def hand_over(paths: Sequence[Path]) -> bool:
    """Let the program that runs already open these, and tell whether it does."""
    place = socket_place()
    if not place or (sys.platform != "win32" and not Path(place).exists()):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(_SOON):
        return False
    socket.write(json.dumps([str(path.absolute()) for path in paths]).encode("ascii") + b"\n")
    socket.flush()
    return socket.waitForReadyRead(_PATIENCE) and bytes(socket.readLine().data()) == _THANKS


def socket_place() -> str:
    """Return the name of the socket, one a user and screen; none where there is no safe folder for it."""
    screen = sha256("|".join(os.environ.get(name, "") for name in _SCREEN).encode("utf-8", "replace"))
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return f"{folder}/briefer-{screen.hexdigest()[:8]}" if folder else ""


class Door(QObject):
    """Where later starts hand in their paths."""

    handed_in = Signal(object)
    """A list of Paths, perhaps empty."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def open(self) -> bool:
        """Listen, in place of a program that has died or does not answer; tell whether that went well."""
        from PySide6.QtNetwork import QLocalServer

        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.setMaxPendingConnections(_MOST)
        server.newConnection.connect(self._greet)
        place = socket_place()
        QLocalServer.removeServer(place)
        return bool(place) and server.listen(place)

    def _greet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(_LONGEST)
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(_PATIENCE, socket, socket.abort)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            paths = _paths(bytes(socket.readLine(_LONGEST).data()))
            if paths is not None:
                socket.write(_THANKS)
                socket.flush()  # now, since opening a project takes its time
                socket.disconnectFromServer()
                self.handed_in.emit(paths)
                return
            socket.abort()
        elif socket.bytesAvailable() >= _LONGEST:
            socket.abort()


def _paths(line: bytes) -> list[Path] | None:
    """Read what was handed in; None for anything that `hand_over` does not send."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) > _MOST:
        return None
    paths = [Path(name) for name in found if isinstance(name, str) and "\0" not in name]
    return paths if len(paths) == len(found) and all(path.is_absolute() for path in paths) else None
