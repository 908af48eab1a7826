"""One document in five formats reads alike: the same words and values, in the same order.

It is written once, and again by LibreOffice in each format (see `office`); what the readers are to say is
known from its making (see `alike_pieces`). What they say otherwise in some format stands there, and here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import ndiff
from itertools import count
from pathlib import Path
from random import Random

from briefer.reading import child
from briefer.reading.kinds import kind_of
from briefer.wording.control import clean
from briefer.wording.superscripts import raised
from tests.proving import PROVING
from tests.reading.alike_frame import FOOT, HEAD, document
from tests.reading.alike_more import MORE
from tests.reading.alike_pieces import PIECES, first_page
from tests.reading.alike_words import ENDNOTE, FOOTNOTE, Said, joined
from tests.reading.office import written_again

EDGES = re.compile(f"^(?:{HEAD}|{FOOT} [0-9]+)$", re.MULTILINE)
"""What stands above and below each page, in lines of their own."""
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
OF_PDF = str.maketrans(
    {
        "\u2011": "-",
        "\xa0": " ",
        "\xad": None,
        "\u200b": None,
        "\u2060": None,
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬀ": "ff",
    }
)
"""What pdfium makes of spaces, hyphens and ligatures; a soft hyphen is drawn where it parts a word alone."""


def test_documents_read_alike_in_every_format(tmp_path: Path) -> None:
    said = {f"number{seed}": a_document(Random(seed)) for seed in range(60 if PROVING else 2)}
    files = written_again(tmp_path, {name: document(one.changes, one.odf) for name, one in said.items()})
    for (name, form), data in files.items():
        of_form = differing_in_a_pdf if form == "pdf" else differing
        found = text(data, form)
        if form in {"html", "pdf"}:  # LibreOffice writes them into a web page, once; a PDF has nothing else
            found = EDGES.sub("", found)
        assert list(of_form(found, said[name], form)) == [], f"{name}.{form}"


def a_document(chance: Random) -> Said:
    """Put all pieces one after the other, by chance as the values in them."""
    pieces = [*PIECES, *MORE]
    chance.shuffle(pieces)
    return joined(first_page(), *(piece(chance) for piece in pieces))


def differing(found: str, said: Said, form: str) -> Iterator[str]:
    """Tell the lines that are not as they were written."""
    return changed(expected(said, form), lines_of(found))


def differing_in_a_pdf(found: str, said: Said, form: str) -> Iterator[str]:
    """Tell the words that are not as they were written, wherever on its page a note stands."""
    words = words_of(found.translate(OF_PDF))
    for sign, (_, note) in signs_of(said, form):
        for line in lines_of((sign + note.by(form)).translate(OF_PDF)):  # the rest may be on the next page
            wanted = words_of(line)
            places = (at for at in range(len(words)) if words[at : at + len(wanted)] == wanted)
            place = next(places, None)
            if place is None:
                yield f"- {line}"
            else:
                del words[place : place + len(wanted)]
    yield from changed(words_of(signed(said.by(form), said, form).translate(OF_PDF)), words)


def changed(wanted: list[str], found: list[str]) -> Iterator[str]:
    """Tell what is missing (-) and what is there instead (+)."""
    return (line for line in ndiff(wanted, found) if line[0] in "-+")


def text(data: bytes, form: str) -> str:
    """Read a file as the child does, and clean its text as is done outside it."""
    name = f"alike.{form}"
    return clean(str(child.read_foreign(name, data, kind_of(name, data), True)["text"]))[0]


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
