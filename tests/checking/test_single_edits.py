"""Whoever changes one thing in an exported brief is found out; whoever changes nothing is not accused."""

from __future__ import annotations

from collections import Counter
from functools import cache
from io import BytesIO
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
MISSED = 0.001
"""Of all edits; the share that may go unfound."""


@pytest.mark.parametrize("kind", word_edits.EDITS)
def test_single_edits_of_a_word_brief_are_found(kind: str) -> None:
    missed: Counter[str] = Counter()
    tried = 0
    for seed in range(examples(1000) // len(word_edits.EDITS) + 1):
        chance = Random(f"{kind} {seed}")
        parts = dict(word_parts(seed % BRIEFS))
        edit = chance.choice(word_edits.EDITS[kind])
        if edit(parts, chance):
            tried += 1
            missed[f"{kind} {seed}"] += not is_found_in_word(parts)
    assert tried
    assert +missed == Counter()


@pytest.mark.parametrize("kind", pdf_edits.EDITS)
def test_single_edits_of_a_pdf_are_found(kind: str, tmp_path: Path) -> None:
    missed: Counter[str] = Counter()
    tried = 0
    for seed in range(examples(1000) // len(pdf_edits.EDITS) + 1):
        chance = Random(f"{kind} {seed}")
        objects = Objects(pdf_file(seed % BRIEFS))
        edit = chance.choice(pdf_edits.EDITS[kind])
        if edit(objects, chance):
            tried += 1
            missed[f"{kind} {seed}"] += not is_found_in_pdf(objects.to_bytes(), tmp_path)
    assert tried
    assert +missed == Counter()


@pytest.mark.parametrize("seed", [131, 232])
def test_a_page_may_begin_with_the_number_of_a_note(seed: int, tmp_path: Path) -> None:
    assert judged(pdf.render(a_random_brief(seed)), tmp_path) == []


def test_no_untouched_brief_is_accused(tmp_path: Path) -> None:
    for seed in range(100, 100 + examples(250)):
        brief = a_random_brief(seed)
        assert verify(reread(Parts(docx.render(brief)))) == []
        assert judged(pdf.render(brief), tmp_path) == []


@cache
def word_parts(seed: int) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx.render(a_random_brief(seed)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def pdf_file(seed: int) -> bytes:
    return pdf.render(a_random_brief(seed))


def is_found_in_word(parts: dict[str, bytes]) -> bool:
    try:
        return verify(reread(Parts(packed(parts)))) != []
    except BrieferError:
        return True


def is_found_in_pdf(file: bytes, folder: Path) -> bool:
    try:
        return judged(file, folder) != []
    except BrieferError:
        return True
