"""Whoever changes one thing in an exported brief is found out.

That nobody is accused who changes nothing is proved where the other judges look at the same files: see
`tests/writing/test_judges.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import count, islice
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from briefer.checking.docx_reader import reread
from briefer.checking.verify import verify
from briefer.checking.word_parts import Parts
from briefer.errors import BrieferError
from briefer.writing import docx, pdf
from tests.checking import pdf_edits, word_edits
from tests.checking.pdf_files import Objects, judged
from tests.checking.word_files import packed
from tests.proving import examples
from tests.writing.random_projects import a_random_brief

BRIEFS = 12
KINDS = 6
EACH = examples(1000) // KINDS + 1
"""How many edits of a kind, in each format."""


@pytest.mark.parametrize("kind", word_edits.EDITS)
def test_single_edits_of_a_word_brief_are_found(
    kind: str, record_property: Callable[[str, object], None]
) -> None:
    record_property("edits", EACH)
    made = islice(edited_word_briefs(kind), EACH)
    assert [name for name, parts in made if not is_found_in_word(parts)] == []


@pytest.mark.parametrize("kind", pdf_edits.EDITS)
def test_single_edits_of_a_pdf_are_found(
    kind: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    record_property("edits", EACH)
    made = islice(edited_pdfs(kind), EACH)
    assert [name for name, file in made if not is_found_in_pdf(file, tmp_path)] == []


def edited_word_briefs(kind: str) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Make edits for ever, each named by its kind and seed, passing over what has nothing to edit."""
    for seed in count():
        chance = Random(f"{kind} {seed}")
        parts = dict(word_parts(seed % BRIEFS))
        if chance.choice(word_edits.EDITS[kind])(parts, chance):
            yield f"{kind} {seed}", parts


def edited_pdfs(kind: str) -> Iterator[tuple[str, bytes]]:
    """Make edits for ever, likewise."""
    for seed in count():
        chance = Random(f"{kind} {seed}")
        objects = Objects(pdf_file(seed % BRIEFS))
        if chance.choice(pdf_edits.EDITS[kind])(objects, chance):
            yield f"{kind} {seed}", objects.to_bytes()


@pytest.mark.parametrize("seed", [131, 232])
def test_a_page_may_begin_with_the_number_of_a_note(seed: int, tmp_path: Path) -> None:
    document = tmp_path / "brief.pdf"
    document.write_bytes(pdf.render(a_random_brief(seed)))
    assert judged(document) == []


@cache
def word_parts(seed: int) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx.render(a_random_brief(seed)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def pdf_file(seed: int) -> bytes:
    return pdf.render(a_random_brief(seed))


def is_found_in_word(parts: dict[str, bytes]) -> bool:
    try:
        return verify(reread(Parts(packed(parts), "brief.docx"))) != []
    except BrieferError:
        return True


def is_found_in_pdf(file: bytes, folder: Path) -> bool:
    document = folder / "brief.pdf"
    document.write_bytes(file)
    try:
        return judged(document) != []
    except BrieferError:
        return True
