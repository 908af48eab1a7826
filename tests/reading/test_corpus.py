"""Files from elsewhere (see tests/corpus/LICENCES.md): no word of theirs is lost in reading.

The words that must be there are taken out of each file by other means than ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from email import message_from_bytes, policy
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from statistics import mean
from unicodedata import normalize
from zipfile import ZipFile

import pymupdf
import pytest

from briefer.errors import BrieferError
from briefer.reading import child
from briefer.reading.kinds import kind_of
from tests.house.tree import ROOT

CORPUS = ROOT / "tests" / "corpus"
INLINE = {"a", "b", "i", "em", "strong", "span", "sup", "sub", "code", "cite", "small", "u", "q", "s", "del",
          "ins", "mark", "abbr", "dfn", "samp", "kbd", "var", "tt", "big",
          "font"}  # fmt: skip
UNSEEN = {"script", "style", "title", "video", "audio", "object"}
LOCKED, SCANNED = "libreoffice-writer-password.pdf", "imagemagick-lzw.pdf"


def files(kind: str) -> list[Path]:
    return sorted((CORPUS / kind).iterdir())


def test_there_are_twelve_files_a_format() -> None:
    assert {kind: len(files(kind)) for kind in ("docx", "odt", "rtf", "eml", "pdf", "html", "mhtml")} == {
        "docx": 12, "odt": 12, "rtf": 25, "eml": 12, "pdf": 14, "html": 12, "mhtml": 13,
    }  # fmt: skip


def test_no_file_is_there_twice() -> None:
    there = [file.read_bytes() for kind in CORPUS.iterdir() if kind.is_dir() for file in files(kind.name)]
    assert len(there) == len(set(there))


@pytest.mark.parametrize("file", files("docx"), ids=lambda file: file.stem)
def test_no_word_of_a_word_document_is_lost(file: Path) -> None:
    assert recall(text(file), words_of_word(file)) >= 0.99


@pytest.mark.parametrize("file", files("rtf"), ids=lambda file: file.stem)
def test_no_word_of_a_rich_text_is_lost(file: Path) -> None:
    kept = CORPUS / "rtf-words" / f"{file.stem}.txt"
    there = kept.read_text("utf-8").split() if kept.exists() else None
    # LibreOffice writes the sign of a note without brackets.
    found = re.sub(r"(?<=\S)\[(\d+)\]", r"\1", text(file))
    assert recall(found, there or words_of_word(CORPUS / "docx" / f"{file.stem}.docx")) >= 0.99


@pytest.mark.parametrize("file", files("odt"), ids=lambda file: file.stem)
def test_no_word_of_an_open_document_is_lost(file: Path) -> None:
    _, _, content = part(file, "content.xml").partition("<office:text")
    shown = re.sub(r"<text:(?:s|tab|line-break)\b[^>]*/>|</(?:text:p|text:h)>", " ", content)
    aside = re.sub(r"<(?:svg:desc|svg:title|text:user-field-decls)\b.*?</[^>]*>", "", shown)
    assert recall(text(file), unescaped(re.sub(r"<[^>]*>", "", f"<{aside}")).split()) >= 0.99


@pytest.mark.parametrize("file", files("eml"), ids=lambda file: file.stem)
def test_no_word_of_a_message_is_lost(file: Path) -> None:
    body = message_from_bytes(file.read_bytes(), policy=policy.default).get_body(("plain", "html"))
    assert body is not None
    words = (
        unescaped(re.sub(r"<[^>]*>", " ", body.get_content())) if "html" in body.get_content_type() else ""
    )
    assert recall(text(file), (words or body.get_content()).split()) >= 0.99


@pytest.mark.parametrize("file", files("html"), ids=lambda file: file.stem)
def test_no_word_of_a_whole_page_is_lost(file: Path) -> None:
    assert recall_of_page(text(file, whole=True), file.read_text("utf-8")) >= 0.99


@pytest.mark.parametrize("file", files("mhtml"), ids=lambda file: file.stem)
def test_no_word_of_a_whole_archived_page_is_lost(file: Path) -> None:
    body = message_from_bytes(file.read_bytes(), policy=policy.default).get_body(("html",))
    page = body.get_payload(decode=True) if body else None
    assert isinstance(page, bytes)
    assert recall_of_page(text(file, whole=True), page.decode()) >= 0.99


def test_the_main_text_of_pages_is_found() -> None:
    pages = [(file, file.read_text("utf-8")) for file in files("html")]
    pairs = [(Counter(text(file).split()), Counter(words_shown(page).elements())) for file, page in pages]
    scores = [2 * (found & truth).total() / (found.total() + truth.total()) for found, truth in pairs]
    assert mean(scores) >= 0.93


@pytest.mark.parametrize("file", files("pdf"), ids=lambda file: file.stem)
def test_no_word_of_a_pdf_is_lost(file: Path) -> None:
    if file.name in {LOCKED, SCANNED}:
        with pytest.raises(BrieferError, match="locked with a password|holds pictures and no text"):
            text(file)
        return
    with pymupdf.open(file) as pdf:
        words = "".join(entry[4] for page in pdf for entry in page.get_text("words"))
    # Sign by sign: where a space is between words set apart, the two do not always agree.
    assert recall(" ".join(normalize("NFKC", text(file))), list(normalize("NFKC", words))) >= 0.99


def text(file: Path, *, whole: bool = False) -> str:
    """Read a file as the child does."""
    data = file.read_bytes()
    return str(child.read_foreign(file.name, data, kind_of(file.name, data), whole)["text"])


def recall(found: str, words: Iterable[str]) -> float:
    """How many of the words, counted as often as they stand there, were found."""
    truth = Counter(words)
    lost, _ = lost_and_over(found, truth)
    return 1 - lost.total() / max(truth.total(), 1)


def recall_of_page(found: str, page: str) -> float:
    """The same of a page; a formula runs together what the page has in elements of their own."""
    truth = words_shown(page)
    lost, over = lost_and_over(found, truth)
    run_together = " ".join(over.elements())
    for part in formulas_shown(page):
        if lost[part] > 0 and part in run_together:
            run_together = run_together.replace(part, " ", 1)
            lost[part] -= 1
    return 1 - lost.total() / max(truth.total(), 1)


def lost_and_over(found: str, truth: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """What is not found, and what is there besides; what was set between and about words is ours."""
    bare = re.sub(r"\[struck out: ((?:[^\[\]]|\[\d+\])*)\]", r"\1", found).replace(" | ", " ")
    there = Counter(bare.split())
    lost, over = truth - there, there - truth
    # What stands above the line is written so, and other means do not tell it from the rest.
    levelled = Counter(
        re.sub("[¹²³⁰-ⁿ]", lambda sign: normalize("NFKC", sign[0]), " ".join(over.elements())).split()
    )
    return lost - levelled, levelled - lost


def words_shown(page: str) -> Counter[str]:
    shown = Shown()
    shown.feed(page)
    return Counter("".join(shown.words).split())


def formulas_shown(page: str) -> list[str]:
    shown = Shown()
    shown.feed(page)
    return "".join(shown.formulas).split()


def words_of_word(file: Path) -> list[str]:
    document = part(file, "word/document.xml")
    spaced = re.sub(r"</w:p>|<w:(?:tab|br)/>", "<w:t> </w:t>", document)
    return unescaped("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", spaced))).split()


def part(file: Path, name: str) -> str:
    with ZipFile(BytesIO(file.read_bytes())) as package:
        return package.read(name).decode()


def unescaped(words: str) -> str:
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;"), ("&", "&amp;")):
        words = words.replace(entity, sign)
    return words


class Shown(HTMLParser):
    """The words of a page, by the standard library's parser."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.formulas: list[str] = []
        self._aside = 0
        self._formulas = 0

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self._aside += tag in UNSEEN
        self._formulas += tag == "math"
        self._say("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self._say("" if tag in INLINE else " ")
        self._aside -= tag in UNSEEN
        self._formulas -= tag == "math"

    def handle_data(self, words: str) -> None:
        if not self._aside:
            self._say(words)

    def _say(self, words: str) -> None:
        self.words.append(words)
        if self._formulas:
            self.formulas.append(words)
