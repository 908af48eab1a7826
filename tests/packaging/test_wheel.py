from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefer import __version__

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = "briefer/shipped"
PROVING = os.environ.get("BRIEFER_PROVE") == "1"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build from a copy of what a clone holds, without the network: the builder is in the dev extra."""
    source = tmp_path_factory.mktemp("source")
    for name in ("briefer", "seeds", "resources", "packaging"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    target = tmp_path_factory.mktemp("wheel")
    said(source, sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, ".")
    return next(target.glob("*.whl"))


def test_the_wheel_runs_on_every_platform_under_the_version_the_program_tells(wheel: Path) -> None:
    assert wheel.name == f"briefer-{__version__}-py3-none-any.whl"


@pytest.mark.parametrize("folder", ["seeds", "resources"])
def test_the_wheel_holds_each_file_of_a_shipped_folder_byte_for_byte(wheel: Path, folder: str) -> None:
    there = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    with ZipFile(wheel) as archive:
        assert [
            path for path in there if archive.read(f"{SHIPPED}/{path.relative_to(ROOT)}") != path.read_bytes()
        ] == []


def test_the_wheel_gives_the_desktop_its_entry_file_types_metainfo_and_icons(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        placed = {name.partition(".data/data/")[2] for name in archive.namelist()}
    assert {
        "share/applications/briefer.desktop",
        "share/metainfo/org.briefer.briefer.metainfo.xml",
        "share/mime/packages/briefer.xml",
        "share/icons/hicolor/48x48/apps/briefer.png",
        "share/icons/hicolor/scalable/mimetypes/application-x-briefer.svg",
    } <= placed


def test_the_wheel_carries_every_licence(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        licences = {name.partition("/licenses/")[2] for name in archive.namelist()}
    assert {"LICENSE", "resources/icons/LICENSE", "resources/fonts/OFL-noto-serif-kr.txt"} <= licences


def test_the_wheel_holds_no_tests_and_no_scripts_of_ours(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {re.sub(r"-[\d.]+\d", "", top) for top in tops} == {"briefer", "briefer.data", "briefer.dist-info"}


def test_from_an_empty_environment_the_wheel_writes_the_sample_brief(wheel: Path, tmp_path: Path) -> None:
    python = an_environment(tmp_path / "environment", wheel)
    assert __version__ in said(tmp_path, python, "-m", "briefer", "--version")
    find = "from briefer import paths; print(paths.seeds() / 'us-japan-2plus2.brief.yaml')"
    sample = said(tmp_path, python, "-c", find).strip()
    assert sample.startswith(str(tmp_path))
    for name in ("brief.docx", "brief.pdf"):
        said(tmp_path, python, "-m", "briefer", "export", sample, name)
        assert (tmp_path / name).stat().st_size > 10_000


def said(folder: Path, *command: str | Path) -> str:
    """Give what a command prints that must succeed, run where no source tree is on the path."""
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=folder, env=bare, capture_output=True, text=True, check=True).stdout


def an_environment(folder: Path, wheel: Path) -> Path:
    """Install the wheel into a fresh environment: when proving with its dependencies, else beside ours."""
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    alone = [] if PROVING else ["--no-deps", "--no-index"]
    said(folder, sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *alone, wheel)
    if not PROVING:
        lend_our_dependencies(folder)
    return python


def lend_our_dependencies(folder: Path) -> None:
    """Link the libraries of this environment into another, all but an installed briefer."""
    ours = Path(pytest.__file__).parents[1]
    theirs = next((folder / "lib").glob("python*")) / "site-packages"
    for library in ours.iterdir():
        if "briefer" not in library.name and not (theirs / library.name).exists():
            (theirs / library.name).symlink_to(library)
