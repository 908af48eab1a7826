"""What judges an exported brief: other people's validators, and rules measured on the finished pages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import outloud
import pikepdf
import pymupdf
from openxml_audit import OpenXmlValidator

from briefer.writing.pdf_shapes import Sheet

NO_CLAIM: Final = "DOC-012"
"""outloud's rule that a file declares PDF/UA: ours claims nothing that no full validator has confirmed."""
_HAIR: Final = 0.6
"""Points by which a letter may lean over a margin: the overhang of an italic."""
_PAPER_LINES: Final = (40.0, -41.0, -26.0)
"""The base lines of banner, page number and banner, from the top or (below 0) the bottom edge."""


def audited(file: Path) -> list[str]:
    """Give what openxml-audit finds in a Word file."""
    return [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def judged_by_open_xml_sdk(file: Path) -> list[str]:
    """Give what the validator of the Open XML SDK finds in a Word file; fails where it is missing."""
    found = [*Path(sys.prefix).glob("share/open-xml-judge/*/ooxml-validator")]
    assert found, "The Open XML SDK’s validator is missing: `make test` fetches it."
    done = subprocess.run(
        [max(found), file],
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        check=False,
    )
    told = json.loads(done.stdout)
    faults = [f"{each['path']} {each['xPath']}: {each['description']}" for each in told["errors"]]
    return faults if told["ok"] == (not faults) else [f"It says ok = {told['ok']}.", *faults]


def heard(file: Path) -> list[str]:
    """Give the errors that outloud finds in a PDF: the checkpoints of PDF/UA-1 a program can check."""
    result = outloud.check(str(file), skip=[NO_CLAIM])
    faults = [f"{found.rule} p. {found.page}: {found.message}" for found in result.findings
              if found.severity == "error"]  # fmt: skip
    return [result.error, *faults] if result.error else faults


def unsound(pdf: pikepdf.Pdf) -> list[str]:
    """Give the faults of a PDF's syntax, and its fonts that are not embedded."""
    fonts = [
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
    ]
    bare = [
        f"{font.BaseFont} is not embedded." for font in fonts
        if font.Subtype != "/Type0" and "/FontFile2" not in font.get("/FontDescriptor", {})
    ]  # fmt: skip
    return [*pdf.check_pdf_syntax(), *bare]


def parted_from_their_marks(pdf: pikepdf.Pdf) -> list[int]:
    """Give the notes that do not begin on the page of their mark."""
    marks, labels = ({
        int(number): place
        for place, page in enumerate(pdf.pages)
        for number in re.findall(kind, page.Contents.read_bytes())
    } for kind in (rb"/Mark (\d+)", rb"/Label (\d+)"))  # fmt: skip
    return [number for number in sorted(marks | labels) if marks.get(number) != labels.get(number)]


class Letter(NamedTuple):
    """A letter on a page: from `left` to `right` on a base line `down` from the top, in points."""

    page: int
    letter: str
    left: float
    right: float
    down: float


def astray(file: Path, paper: Sheet) -> list[Letter]:
    """Give the letters outside the margins, and those of banner and page number outside the paper."""
    height, lines = paper.height, [line % paper.height for line in _PAPER_LINES]
    found = []
    for each in _letters(file):
        of_paper = any(abs(each.down - line) < _HAIR for line in lines)
        side = 0 if of_paper else paper.left
        inside = of_paper or paper.look.top < each.down < height - paper.look.bottom
        if not (inside and side - _HAIR < each.left <= each.right < paper.width - side + _HAIR):
            found.append(each)
    return found


def _letters(file: Path) -> Iterator[Letter]:
    with pymupdf.open(file) as document:
        for page in document:
            for span in page.get_texttrace():
                for code, _, (left, down), (_, _, right, _) in span["chars"]:
                    if not chr(code).isspace():
                        yield Letter(page.number, chr(code), left, right, down)
