"""A Word brief to tamper with, part by part."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from briefer.checking.discrepancy import Discrepancy
from briefer.checking.docx_reader import reread
from briefer.checking.verify import verify
from briefer.checking.word_parts import Parts
from briefer.writing import docx
from briefer.writing.compose import compose
from tests.worlds import World

TEXT = (
    "The dam held.\n\nNobody slept, said Yōko Kamikawa. “We are safe,” she added.\n"
    "First line\n\tSecond line\u00a0"
)


@cache
def a_world() -> World:
    """Make a world that prints every kind of paragraph and note, in three scripts."""
    world = World()
    section = world.section("Findings")
    source = world.source(
        TEXT, title="Dam & “Water”", url="https://example.org/a?x=1&y=2", published="2024-07-28"
    )
    slept = world.tag(source, "Nobody slept, said Yōko Kamikawa.", section)
    world.tag(source, "First line\n\tSecond line\u00a0", section)
    korean = world.tag(world.source("본문 바로가기", language="ko"), "본문 바로가기", section)
    world.statement(None, "it held.", slept, korean, kind="judgement")
    world.statement(section, "They <differ>.", slept, korean)
    world.section("Empty")
    return world


@cache
def parts() -> dict[str, bytes]:
    """Give the parts of the brief of that world."""
    return unpacked(docx.render(compose(a_world().session().project)))


def unpacked(file: bytes) -> dict[str, bytes]:
    """Give the parts of a Word file."""
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(name: str, before: str, after: str) -> dict[str, bytes]:
    """Give the parts with words in one of them replaced once; they must be there."""
    text = parts().get(name, b"").decode()
    assert before in text
    return parts() | {name: text.replace(before, after, 1).encode()}


def packed(members: dict[str, bytes]) -> bytes:
    """Make a Word file of parts."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def found_in(members: dict[str, bytes]) -> list[Discrepancy]:
    """Verify a Word file of these parts."""
    return verify(reread(Parts(packed(members), "brief.docx")))
