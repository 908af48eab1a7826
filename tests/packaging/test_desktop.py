from __future__ import annotations

import configparser
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from briefer import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
ENTRY = PACKAGING / "briefer.desktop"
METAINFO = PACKAGING / "org.briefer.briefer.metainfo.xml"
MIME = PACKAGING / "briefer-mime.xml"
HICOLOR = PACKAGING / "icons" / "hicolor"
KINDS = ["application/x-briefer", "application/x-briefer+yaml"]
APPLICATION_ID = 0x42524946  # "BRIF", as the store writes it


def test_the_desktop_entry_is_valid() -> None:
    assert said("desktop-file-validate", "--warn-kde", ENTRY) == ""


def test_the_desktop_entry_opens_files_in_the_window_it_names() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ENTRY, "utf-8")
    assert entry["Desktop Entry"]["Exec"] == "briefer %F"
    assert entry["Desktop Entry"]["StartupWMClass"] == "briefer"
    assert entry["Desktop Entry"]["MimeType"].rstrip(";").split(";") == KINDS


def test_the_metainfo_is_valid_to_the_letter() -> None:
    assert "Validation was successful" in said("appstreamcli", "validate", "--no-net", "--pedantic", METAINFO)


def test_the_metainfo_announces_this_version() -> None:
    assert etree.parse(str(METAINFO)).xpath("string(releases/release/@version)") == __version__


def test_the_metainfo_provides_what_the_file_types_declare() -> None:
    provided = etree.parse(str(METAINFO)).iterfind("provides/mediatype")
    declared = etree.parse(str(MIME)).iterfind("{*}mime-type")
    assert [kind.text for kind in provided] == [kind.get("type") for kind in declared] == KINDS


@pytest.mark.parametrize(
    ("name", "kind"),
    [("talks.brief", KINDS[0]), ("a project without an ending", KINDS[0]), ("talks.brief.yaml", KINDS[1])],
)
def test_the_desktop_knows_a_project(desktop: dict[str, str], tmp_path: Path, name: str, kind: str) -> None:
    project = tmp_path / name
    if kind == KINDS[0]:
        write_a_database(project)
    else:
        project.write_text('format: "briefer"\n', "utf-8")
    assert kind == kind_of(project, desktop)


def test_the_desktop_takes_no_other_database_for_a_project(desktop: dict[str, str], tmp_path: Path) -> None:
    write_a_database(tmp_path / "bookmarks", application_id=1)
    assert kind_of(tmp_path / "bookmarks", desktop) not in KINDS


@pytest.mark.parametrize("drawing", ["apps/briefer", "mimetypes/application-x-briefer"])
def test_each_icon_is_drawn_in_every_size(drawing: str) -> None:
    sizes = {path.parents[1].name for path in HICOLOR.glob(f"*/{drawing}.*")}
    assert sizes == {"scalable", *(f"{size}x{size}" for size in (16, 22, 24, 32, 48, 64, 128, 256, 512))}


@pytest.mark.parametrize("png", sorted(HICOLOR.rglob("*.png")), ids=lambda png: str(png.relative_to(HICOLOR)))
def test_an_icon_has_the_size_of_its_folder(png: Path) -> None:
    header = png.read_bytes()[16:24]
    size = f"{int.from_bytes(header[:4])}x{int.from_bytes(header[4:])}"
    assert size == png.parents[1].name


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the environment of a desktop on which briefer's file types are installed."""
    home = tmp_path_factory.mktemp("desktop")
    packages = home / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(MIME, packages / "briefer.xml")
    shown = {
        **os.environ,
        "XDG_DATA_HOME": str(home),
        "XDG_DATA_DIRS": "/usr/local/share:/usr/share",
        "LC_ALL": "C",
    }
    subprocess.run(["update-mime-database", str(home / "mime")], env=shown, check=True, capture_output=True)
    return shown


def write_a_database(path: Path, application_id: int = APPLICATION_ID) -> None:
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA application_id = {application_id}")
    database.execute("CREATE TABLE passage (id)")
    database.close()


def kind_of(path: Path, desktop: dict[str, str]) -> str:
    asked = ["gio", "info", "--attributes=standard::content-type", str(path)]
    answer = subprocess.run(asked, env=desktop, check=True, capture_output=True, text=True).stdout
    return answer.split("standard::content-type: ")[1].strip()


def said(*command: str | Path) -> str:
    """Give all that a validator says, having let it pass or fail."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr
