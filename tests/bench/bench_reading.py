"""Files of foreign formats: what reading a large one takes, and a child process for the smallest."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

from briefer.reading.child import read_foreign
from briefer.reading.kinds import kind_of
from briefer.reading.open import read_bytes
from tests.bench.figures import Figure, cpu_seconds
from tests.reading.packages import a_paragraph, a_word, an_odt
from tests.reading.pdfs import a_pdf, lines

_SENTENCE = "On the day after, the ministers said in Tokyo that the dam held. "


def figures() -> Iterator[Figure]:
    paragraph = _SENTENCE * 10
    for name, data in (
        ("a PDF of 300 pages", a_pdf(*[lines([_SENTENCE] * 50)] * 300)),
        ("a Word document of 1 MB of text", a_word(a_paragraph(paragraph) * 1_600)),
        ("an OpenDocument text of 1 MB of text", an_odt(f"<text:p>{paragraph}</text:p>" * 1_600)),
        ("a web page of 1 MB of text", f"<html><p>{f'{paragraph}<p>' * 1_600}".encode()),
        ("a rich text of 1 MB", b"{\\rtf1 " + paragraph.encode() * 1_600 + b"}"),
    ):
        yield Figure(f"Read {name}", cpu_seconds(partial(_read, data), 3), "s", 4)
    small, begun = a_word(a_paragraph(_SENTENCE)), time.monotonic()
    read_bytes("a.docx", small)
    yield Figure("Read a small Word document in its process (elapsed)", time.monotonic() - begun, "s", 1)


def _read(data: bytes) -> None:
    read_foreign("a.htm", data, kind_of("a.htm", data), False)
