from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

# Module spoilt -> module that it must not import: each floor looks up by one, neighbours look sideways…
UPWARD_AND_SIDEWAYS = {
    "briefer.gui.planted": "briefer.cli",
    "briefer.tasks.planted": "briefer.gui",
    "briefer.session": "briefer.tasks",
    "briefer.checking.planted": "briefer.session",
    "briefer.actions.planted": "briefer.session",
    "briefer.reading.planted": "briefer.writing",
    "briefer.comparing.planted": "briefer.actions",
    "briefer.citing.planted": "briefer.actions",
    "briefer.wording.planted": "briefer.citing",
    "briefer.model.planted": "briefer.wording",
    "briefer.isolated.planted": "briefer.model",
    "briefer.paths": "briefer.isolated",
    "briefer.errors": "briefer.paths",
}
# …and one sin for each contract but the floors.
ELSEWHERE = {
    "briefer.model.anchor": "briefer.model.records",
    "briefer.tasks.opened": "briefer.store",
    "briefer.store.planted": "PySide6.QtCore",
    "briefer.exchange.planted": "docx, reportlab.pdfgen",
    "briefer.gui.loaded": "yaml",
    "briefer.gui.look.planted": "briefer.gui.desk.desk",
    "briefer.tasks.clicked": "click",
    "briefer.writing.planted": "pypdfium2",
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give what the contracts say of a copy of the house with every sin planted, for types only."""
    house = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "briefer", house / "briefer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", house)
    for module, target in (UPWARD_AND_SIDEWAYS | ELSEWHERE).items():
        plant(house, module, target)
    (house / "briefer" / "attic.py").write_text("from __future__ import annotations\n", "utf-8")
    return judgement(house)


def test_the_house_keeps_its_contracts() -> None:
    said = judgement(ROOT)
    assert [name for name in contracts() if f"{name} KEPT" not in said] == []


def test_each_contract_bites(judged: str) -> None:
    assert [name for name in contracts() if f"{name} BROKEN" not in judged] == []


@pytest.mark.parametrize(("module", "target"), UPWARD_AND_SIDEWAYS.items())
def test_no_room_looks_up_or_sideways(judged: str, module: str, target: str) -> None:
    assert f"{module} -> {target}" in judged


def test_a_room_on_no_floor_is_noticed(judged: str) -> None:
    assert "attic" in judged


def contracts() -> list[str]:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    return [contract["name"] for contract in tools["importlinter"]["contracts"]]


def plant(house: Path, module: str, target: str) -> None:
    """Append an import for types alone, which counts as any other."""
    spoilt = house / Path(*module.split(".")).with_suffix(".py")
    spoilt.parent.mkdir(exist_ok=True)
    (spoilt.parent / "__init__.py").touch()
    with spoilt.open("a", encoding="utf-8") as file:
        file.write(f"\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import {target}\n")


def judgement(house: Path) -> str:
    command = "from importlinter.cli import lint_imports_command as judge; judge()"
    options = ["--no-cache", "--no-logo", "--config", "pyproject.toml"]
    done = subprocess.run(
        [sys.executable, "-c", command, *options], cwd=house, capture_output=True, text=True, check=False
    )
    return done.stdout
