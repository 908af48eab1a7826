"""A window that works on a project on a share and is killed before it has written there.

Run as `python -m tests.gui.share_worker PROJECT`, whose folder counts as a share.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from briefer.actions.details import set_field
from briefer.gui.desk.settings import Settings
from briefer.gui.window import MainWindow
from briefer.tasks import mounts


def main() -> None:
    project = Path(sys.argv[1])
    table = f"//filer/desk {project.parent} cifs rw 0 0"
    mounts.mount_table = lambda system="": table  # noqa: ARG005
    program = QApplication([])
    with TemporaryDirectory() as folder:
        window = MainWindow(Settings(Path(folder) / "settings.ini"), Path(folder) / "log")
        window.show()
        window.projects.open(project)
        while window.desk.session is None:
            program.processEvents()
        window.desk.do(lambda project: set_field(project, "title", "Mine, on this computer"))
        print(window.desk.session.project.details().title, flush=True)
        time.sleep(600)


if __name__ == "__main__":
    main()
