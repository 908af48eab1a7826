"""The template is what its script makes, and carries nothing it need not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from briefer.paths import resources
from tests.house.tree import ROOT
from tests.writing import docx_reader as reader

TEMPLATE = resources("export") / "docx-template.docx"


def test_the_script_makes_the_template_that_is_shipped(tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    script = ROOT / "packaging" / "make_docx_template.py"
    here = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, script, made], check=True, capture_output=True, env=here)
    assert reader.parts(made.read_bytes()) == reader.parts(TEMPLATE.read_bytes())


def test_the_page_is_a4_without_a_grid_of_lines() -> None:
    document = reader.part(TEMPLATE.read_bytes(), "word/document.xml")
    (page,) = document.iter(f"{reader.W}pgSz")
    assert (reader.value(page, "w"), reader.value(page, "h")) == ("11906", "16838")
    assert list(document.iter(f"{reader.W}docGrid")) == []


def test_every_font_that_a_style_names_has_one_to_stand_in_for_it() -> None:
    styles = reader.part(TEMPLATE.read_bytes(), "word/styles.xml")
    named = {font for fonts in styles.iter(f"{reader.W}rFonts") for font in fonts.attrib.values()}
    table = reader.part(TEMPLATE.read_bytes(), "word/fontTable.xml")
    listed = {reader.value(font, "name") for font in table if font.find(f"{reader.W}altName") is not None}
    assert named <= listed


def test_the_template_is_small_and_names_its_maker() -> None:
    assert TEMPLATE.stat().st_size < 10_000
    assert b"<Application>briefer</Application>" in reader.parts(TEMPLATE.read_bytes())["docProps/app.xml"]
