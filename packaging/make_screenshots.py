"""Draw the pictures of the window that the README shows: `python packaging/make_screenshots.py`."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
SIZE = (1600, 1000)


def main() -> None:
    """Write one picture a theme into screenshots/, without a screen and with nobody’s settings."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory() as home:
        os.environ.update({f"XDG_{kind}_HOME": home for kind in ("CACHE", "CONFIG", "DATA", "STATE")})
        draw(Path(home))


def draw(home: Path) -> None:
    from PySide6.QtTest import QTest

    from briefer.gui import app
    from briefer.gui.desk.settings import Settings
    from briefer.gui.look import theme
    from briefer.gui.window import MainWindow

    program = app.make_program(["briefer"])
    for worn in theme.THEMES.values():
        theme.wear(worn)
        window = MainWindow(Settings(home / f"{worn.name}.ini"), home / "log")
        window.resize(*SIZE)
        window.show()
        window.projects.open_sample()
        for command in ("sources-panel", "three-panes"):
            window.commands[command].trigger()
        QTest.qWait(200)
        picture = HERE / "screenshots" / f"window-{worn.name}.png"
        picture.parent.mkdir(exist_ok=True)
        window.grab().save(str(picture))
        print(picture)
        window.close()
        program.processEvents()


if __name__ == "__main__":
    main()
