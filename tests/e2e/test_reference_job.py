"""The whole job on the five reports by the command line alone, from an empty folder to a verified brief."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, redirect_stdout
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Final

import pikepdf
import pypdfium2
import pytest
from lxml import etree

from briefer.cli import run
from briefer.model.project import Project
from briefer.paths import seeds
from briefer.tasks.opening import read_project, sample_path

ROOT: Final = Path(__file__).parents[2]
FORMATS: Final = pytest.mark.parametrize("format_", ["docx", "pdf"])
PLACES: Final[tuple[Mapping[str, str], ...]] = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    {"TZ": "Asia/Seoul", "LC_ALL": "ko_KR.UTF-8", "PYTHONHASHSEED": "12345"},
)
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MORE: Final = (("S3", "attendees", "본문 바로가기"), ("S4", "threats", "Tawain"))
"""Quotations tagged besides those of the sample: what must not be lost on the way."""


@dataclass
class Job:
    """What the analyst did, and where it lies."""

    folder: Path
    tags: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Tag id: source label, section key, quotation."""
    statements: list[tuple[str, list[str]]] = field(default_factory=list)
    """Section key, ids of the tags cited."""

    @property
    def quotes(self) -> list[str]:
        return sorted({quote for _, _, quote in self.tags.values()})

    def process(self, *arguments: object, **environment: str) -> list[str]:
        """Run a command as a process of its own and return the lines it printed."""
        found = subprocess.run(
            [sys.executable, "-m", "briefer", *map(str, arguments)],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            check=False,
        )
        assert (found.returncode, found.stderr) == (0, b""), found
        return found.stdout.decode().splitlines()

    def quickly(self, *arguments: object) -> list[str]:
        """Run a command in this process and return the lines it printed."""
        out = StringIO()
        project, rest = self.folder / str(arguments[1]), map(str, arguments[2:])
        with redirect_stdout(out):
            assert run([str(arguments[0]), str(project), *rest]) == 0, arguments
        return out.getvalue().splitlines()


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """Do the job as the sample's analyst did, tag by tag and statement by statement."""
    job = Job(tmp_path_factory.mktemp("job"))
    job.process("new", "p.brief", "--title", "U.S. and Japan announce a command change in Tokyo")
    texts = sorted(seeds().glob("*.txt"))
    assert len(job.process("add", "p.brief", *texts)) == len(texts) == 5
    with closing(read_project(sample_path())) as sample:
        project = sample.project
        tags: dict[tuple[str, str], str] = {}
        for label, section, span, quote, passage in sampled_tags(project):
            tag = tag_it(job, label, section, quote, span)
            tags[section, passage] = tag
            tags["", passage] = tag
        for label, section, quote in MORE:
            tag_it(job, label, section, quote)
        for section, kind, text, cites in sampled_statements(project):
            cited = [tags.get((section, cite), tags["", cite]) for cite in cites]
            job.statements.append((section, cited))
            options = [option for cite in cited for option in ("--cite", cite)]
            job.quickly("write", "p.brief", section, text, "--kind", kind, *options)
    for name, value in {"product_date": "2024-07-29", "author": "Duty analyst"}.items():
        job.quickly("set", "p.brief", name, value)
    job.quickly("describe", "p.brief", "S3", "--publisher", "The Asia Business Daily", "--language", "en")
    return job


def sampled_tags(project: Project) -> Iterator[tuple[str, str, tuple[int, int], str, str]]:
    labels = {source.id: source.label for source in project.sources()}
    for section in project.sections():
        for tag in project.tags_under(section):
            passage = project.passage(tag.passage)
            anchor = passage.anchor
            label = labels[passage.source]
            yield label, section.key, (anchor.start, anchor.end), anchor.quote, passage.id


def sampled_statements(project: Project) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for section in (None, *project.sections()):
        for statement in project.statements_under(section):
            yield section.key if section else "bluf", statement.kind, statement.text, statement.cites


def tag_it(job: Job, label: str, section: str, quote: str, span: tuple[int, int] | None = None) -> str:
    """Tag by quotation or by span in turn, the first few as processes of their own."""
    count = len(job.tags)
    text = sorted(seeds().glob("*.txt"))[int(label[1:]) - 1].read_text("utf-8")
    words: tuple[object, ...] = ("--quote", quote)
    if span and (text.count(quote) > 1 or count % 3 == 0):
        words = ("--span", f"{span[0]}:{span[1]}")
    way = job.process if count < 4 or not span else job.quickly
    (tag,) = way("tag", "p.brief", label, section, *words)
    job.tags[tag] = (label, section, quote)
    return tag


@pytest.fixture(scope="module")
def briefs(job: Job) -> dict[str, list[Path]]:
    """Export both formats, each in two places of the world."""
    found: dict[str, list[Path]] = {}
    for format_ in ("docx", "pdf"):
        for number, place in enumerate(PLACES):
            out = job.folder / f"{number}.{format_}"
            assert job.process("export", "p.brief", out.name, **place) == []
            found.setdefault(format_, []).append(out)
    return found


def test_seventy_passages_are_tagged_as_the_sources_have_them(job: Job) -> None:
    rows = json.loads("".join(job.process("tags", "p.brief", "--json")))
    assert len(rows) == len(job.tags) >= 70
    assert {row["id"]: (row["source"], row["section"], row["quote"]) for row in rows} == job.tags
    texts = [path.read_text("utf-8") for path in sorted(seeds().glob("*.txt"))]
    assert all(texts[int(row["source"][1:]) - 1][row["start"] : row["end"]] == row["quote"] for row in rows)
    assert {row["source"] for row in rows} == {"S1", "S2", "S3", "S4", "S5"}
    assert len({row["section"] for row in rows}) == 5


@FORMATS
def test_the_brief_is_verified_alone_and_against_the_sources(
    job: Job, briefs: dict[str, list[Path]], format_: str
) -> None:
    out = briefs[format_][0].name
    assert job.process("verify", out) == ["consistent with its own evidence"]
    assert job.process("verify", out, "--project", "p.brief") == [
        "matches the sources in quotations, places and context"
    ]


@FORMATS
def test_the_same_project_gives_the_same_bytes_anywhere(briefs: dict[str, list[Path]], format_: str) -> None:
    one, other = briefs[format_]
    assert one.read_bytes() == other.read_bytes()


def test_every_quotation_stands_in_the_word_document_code_point_for_code_point(
    job: Job, briefs: dict[str, list[Path]]
) -> None:
    printed = word_paragraphs(briefs["docx"][0], "word/document.xml")
    assert [quote for quote in job.quotes if not any(quote in words for words in printed)] == []
    assert any("Yōko Kamikawa" in words for words in printed)


def test_every_quotation_stands_in_the_text_of_the_pdf(job: Job, briefs: dict[str, list[Path]]) -> None:
    with closing(pypdfium2.PdfDocument(briefs["pdf"][0])) as document:
        printed = folded("\n".join(page.get_textpage().get_text_range() for page in document))
    assert [quote for quote in job.quotes if folded(quote) not in printed] == []


def test_every_quotation_is_attached_as_it_is(job: Job, briefs: dict[str, list[Path]]) -> None:
    assert {passage["quote"] for passage in attached(briefs["pdf"][0])["passages"]} >= set(job.quotes)
    with zipfile.ZipFile(briefs["docx"][0]) as package:
        (name,) = (name for name in package.namelist() if re.fullmatch(r"customXml/item\d+\.xml", name))
        texts = {element.text for element in etree.fromstring(package.read(name)).iter()}
    assert texts >= set(job.quotes)


def test_there_is_a_note_for_every_statement_or_quotation_and_source(
    job: Job, briefs: dict[str, list[Path]]
) -> None:
    evidence = attached(briefs["pdf"][0])
    labels = {source["id"]: source["label"] for source in evidence["sources"]}
    assert Counter(labels[note["source"]] for note in evidence["cited"]) == Counter(expected_notes(job))
    notes = [words for words in word_paragraphs(briefs["docx"][0], "word/footnotes.xml") if words.strip()]
    assert len(notes) == len(evidence["notes"]) == len(list(expected_notes(job)))


def expected_notes(job: Job) -> Iterator[str]:
    """Yield the label of the source of each note: a statement has one a source, a printed tag one."""
    for _, cites in job.statements:
        yield from {job.tags[tag][0] for tag in cites}
    taken = {
        (section, job.tags[tag][0], job.tags[tag][2]) for section, cites in job.statements for tag in cites
    }
    for label, section, quote in job.tags.values():
        if (section, label, quote) not in taken:
            yield label


def word_paragraphs(path: Path, part: str) -> list[str]:
    """Return the words of each paragraph of a part, as its XML has them."""
    with zipfile.ZipFile(path) as package:
        root = etree.parse(BytesIO(package.read(part))).getroot()
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}

    def said(run: etree._Element) -> str:
        return run.text or "" if run.tag == f"{W}t" else signs.get(str(run.tag), "")

    return ["".join(map(said, paragraph.iter())) for paragraph in root.iter(f"{W}p")]


def attached(path: Path) -> dict[str, Any]:
    """Return the evidence that is attached to a PDF."""
    with pikepdf.open(path) as document:
        (specification,) = document.attachments.values()
        found: dict[str, Any] = json.loads(specification.get_file().read_bytes())
    return found


def folded(text: str) -> str:
    """Leave out white space, soft hyphens and hyphens, which may also end a line, and compose letters."""
    return re.sub("[\\s\u00ad\u2010\ufffe\x02-]", "", unicodedata.normalize("NFC", text))
