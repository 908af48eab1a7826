"""One document in five formats reads alike: the same words and values, in the same order.

It is written once, and again by LibreOffice in each format (see `office`); what the readers are to say is
known from its making (see `alike_pieces`). What they say otherwise in some format stands there, and here.
"""

from __future__ import annotations

import re
from itertools import count
from random import Random

import pytest

from briefer.reading import child
from briefer.reading.kinds import kind_of
from briefer.wording.superscripts import raised
from tests.proving import examples
from tests.reading.alike_frame import document
from tests.reading.alike_pieces import PIECES
from tests.reading.alike_words import ENDNOTE, FOOTNOTE, Said, joined
from tests.reading.office import FORMS, written_again

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
OF_PDF = str.maketrans({"\u2011": "-", "\xa0": " ", "\xad": None, "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"})
"""What pdfium makes of spaces, hyphens and ligatures; a soft hyphen is drawn where it parts a word alone."""


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Said, dict[str, bytes]]]:
    """Documents with what they say, and the files of them by their endings."""
    said = {f"number{seed}": a_document(Random(seed)) for seed in range(examples(10))}
    folder = tmp_path_factory.mktemp("alike")
    files = written_again(folder, {name: document(one.changes, one.odf) for name, one in said.items()})
    return [(name, one, {form: files[name, form] for form in FORMS}) for name, one in said.items()]


def a_document(chance: Random) -> Said:
    """Put all pieces one after the other, the values in them by chance."""
    return joined(*(piece(chance) for piece in PIECES))


@pytest.mark.parametrize("form", ["odt", "docx", "rtf", "html"])
def test_a_document_reads_line_by_line_as_it_was_written(
    alike: list[tuple[str, Said, dict[str, bytes]]], form: str
) -> None:
    for name, said, files in alike:
        assert lines_of(text(files[form], form)) == expected(said, form), name


def test_a_pdf_says_the_same_words_but_for_where_its_notes_stand(
    alike: list[tuple[str, Said, dict[str, bytes]]],
) -> None:
    for name, said, files in alike:
        found = words_of(text(files["pdf"], "pdf").translate(OF_PDF))
        for sign, (_, note) in signs_of(said, "pdf"):
            wanted = words_of((sign + note.by("pdf")).translate(OF_PDF))
            place = next(at for at in range(len(found)) if found[at : at + len(wanted)] == wanted)
            del found[place : place + len(wanted)]
        assert found == words_of(signed(said.by("pdf"), said, "pdf").translate(OF_PDF)), name


def text(data: bytes, form: str) -> str:
    """Read a file as the child does."""
    name = f"alike.{form}"
    return str(child.read_foreign(name, data, kind_of(name, data), True)["text"])


def lines_of(found: str) -> list[str]:
    return [line for line in found.split("\n") if line]


def words_of(found: str) -> list[str]:
    """Part words, at spaces that part lines; cells are parted so too."""
    return [word for word in re.split("[ \t\n]+", found) if word not in {"", "|"}]


def expected(said: Said, form: str) -> list[str]:
    """Tell the lines of a document with its notes behind it."""
    notes = [(sign, note) for sign, note in signs_of(said, form)]
    if form in {"docx", "html"}:  # all footnotes, then all endnotes
        notes.sort(key=lambda entry: entry[1][0], reverse=True)
    behind = [f"{sign} {note.by(form)}" for sign, (_, note) in notes]
    return lines_of("\n".join([signed(said.by(form), said, form), *behind]))


def signs_of(said: Said, form: str) -> list[tuple[str, tuple[str, Said]]]:
    """Tell the sign of each note, as a form has it: in a web page and a PDF the kinds are counted apart."""
    apart = form in {"html", "pdf"}
    feet, ends = count(1), count(0)
    signs = []
    for place, (kind, note) in enumerate(said.notes, 1):
        number = str(place)
        if apart:
            number = str(next(feet)) if kind == "footnote" else ROMAN[next(ends)]
        signs.append((f"{number} " if form == "pdf" else f"[{number}]", (kind, note)))
    return signs


def signed(words: str, said: Said, form: str) -> str:
    """Put the signs of the notes where they belong; in a PDF they are small and raised, like powers."""
    signs = (raised(sign.strip()) if form == "pdf" else sign for sign, _ in signs_of(said, form))
    return re.sub(f"[{FOOTNOTE}{ENDNOTE}]", lambda _: next(signs), words)
