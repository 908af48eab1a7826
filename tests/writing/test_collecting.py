from __future__ import annotations

import gc

import pytest

from briefer.writing.collecting import collection_paused


@pytest.mark.parametrize("running", [True, False])
def test_collection_goes_on_as_before(running: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        with collection_paused():
            assert not gc.isenabled()
        assert gc.isenabled() == running
    finally:
        (gc.enable if before else gc.disable)()
