"""The screen of these tests itself: nobody who comes to it is turned away."""

from __future__ import annotations

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

COMERS = 100


def test_programs_that_come_and_go_at_one_time_all_find_the_screen(display: str) -> None:
    environment = os.environ | {"DISPLAY": display}

    def comes(_: int) -> int:
        return subprocess.run(["xdotool", "getdisplaygeometry"], env=environment, check=False).returncode

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(comes, range(COMERS))) == 0
