"""What a newer copy of a source no longer says is quoted as what it is: words of the former copy."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from briefer.actions import drafting, rereading, tagging
from briefer.actions.sources import Incoming
from briefer.checking.findings import findings
from briefer.checking.verify import verify_brief
from briefer.model.preset import WHOLE
from briefer.session import Session
from briefer.tasks.exporting import export
from briefer.writing.brief import printed_body, printed_notes
from briefer.writing.compose import compose
from tests.worlds import a_world

STAYS = "The dam was inspected in May. It held, said the mayor. Nobody was hurt."
FORMER = f"{STAYS}\n\nThe governor declined to comment."
NEWER = STAYS
NOW = "2026-11-23T08:00:00Z"


def short(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:12]


def a_project(*, edited: bool = False) -> Session:
    """A project where a source was read anew, or edited, and lost a cited passage."""
    world = a_world(FORMER, tagged=["The governor declined", "It held"])
    for passage in world.passages:
        world.statement(world.sections[0], "So it was.", passage)
    session = world.session()
    [source] = session.project.sources()
    if edited:
        session.do(rereading.revise(session.project, source, NEWER, NOW))
    else:
        newer = Incoming("newer.txt", NEWER.encode(), NEWER, "UTF-8")
        session.do(rereading.reread(session.project, source, newer, NOW))
    assert sorted(one.state for one in session.project.passages()) == ["anchored", "lost"]
    return session


def printed(session: Session) -> str:
    brief = compose(session.project)
    return "\n".join([*printed_body(brief), *printed_notes(brief)])


def test_notes_and_annex_name_the_file_that_says_so() -> None:
    said = printed(a_project())
    lost = next(one for one in a_project().project.passages() if one.state == "lost")
    name = lost.id[:8]
    assert f"Passage {name} stands in a former copy of S1 (file S1.txt, SHA-256 {short(FORMER)})." in said
    assert f"A former copy was read on 2026-11-22: file S1.txt, SHA-256 {short(FORMER)}" in said
    assert f"File newer.txt, SHA-256 {short(NEWER)}" in said
    place = FORMER.index("The governor")
    assert f"code points {place}–{place + 21} of a former copy · file SHA-256 {short(FORMER)}" in said
    assert f"code points 30–37 · file SHA-256 {short(NEWER)}" in said
    assert said.count("stands in a former copy") == 1


def test_of_a_text_that_was_edited_the_former_text_is_named() -> None:
    assert f"stands in a former copy of S1 (text SHA-256 {short(FORMER)})." in printed(a_project(edited=True))


def nowhere(_start: int, _end: int) -> None:
    """Know nothing of where a stretch stands."""


def test_a_text_that_was_read_in_another_encoding_was_not_changed_since(tmp_path: Path) -> None:
    world = a_world("The cafe ÷ was old. It held, said the mayor.", tagged=["It held"])
    world.statement(world.sections[0], "It held.", world.passages[0])
    session = world.session()
    [source] = session.project.sources()
    words = "The cafe ч was old. It held, said the mayor."
    right = Incoming("S1.txt", session.project.original_of(source), words, "KOI8-R")
    session.do(rereading.recode(session.project, source, right, NOW, nowhere))
    said = printed(session)
    assert "was changed" not in said
    assert "amended-text" not in {finding.rule for finding in findings(session.project)}
    export(session.project, tmp_path / "brief.docx")
    assert verify_brief(tmp_path / "brief.docx", session.project) == []
    [source] = session.project.sources()
    session.do(rereading.revise(session.project, source, "The cafe was old. It held, said the mayor.", NOW))
    assert "was changed" in printed(session)


@pytest.mark.parametrize("edited", [False, True], ids=["read anew", "edited"])
@pytest.mark.parametrize("name", ["brief.docx", "brief.pdf"])
def test_the_brief_agrees_with_itself_and_with_its_sources(tmp_path: Path, name: str, edited: bool) -> None:
    session = a_project(edited=edited)
    file = tmp_path / name
    export(session.project, file, preset=replace(WHOLE, with_sources=name.endswith("pdf")))
    assert verify_brief(file) == []
    assert verify_brief(file, session.project) == []


def test_the_files_that_travel_are_those_that_are_quoted_from() -> None:
    session = a_project()
    brief = compose(session.project, preset=replace(WHOLE, with_sources=True))
    assert brief.files == (NEWER.encode(), FORMER.encode())


def newer(text: str, name: str = "newer.txt") -> Incoming:
    return Incoming(name, text.encode(), text, "UTF-8", pages=(0, 5))


def tag(session: Session, quote: str) -> None:
    project = session.project
    [source], section = project.sources(), project.sections()[0]
    start = project.text_of(source).index(quote)
    session.do(tagging.tag(project, source, start, start + len(quote), section))
    session.do(drafting.write(project, section, quote, "quotation", [project.passages()[-1]]))


def revise(session: Session, text: str) -> None:
    [source] = session.project.sources()
    session.do(rereading.revise(session.project, source, text, NOW))


def test_words_that_somebody_put_into_a_text_are_not_called_those_of_its_file(tmp_path: Path) -> None:
    session = a_world("The alliance will hold.", tagged=["The"]).session()
    assert not [one for one in findings(session.project) if one.rule == "amended-text"]
    revise(session, "The alliance will not hold.")
    tag(session, "will not hold")
    said = printed(session)
    names = "Passage {} stands in S1 (text SHA-256 {}), which was changed after its file was read."
    passage = next(one for one in session.project.passages() if one.anchor.quote == "will not hold")
    assert names.format(passage.id[:8], short("The alliance will not hold.")) in said
    text = sha256(b"The alliance will not hold.").hexdigest()
    assert f"SHA-256 {text}, which was changed after its file was read." in said
    [found] = [one for one in findings(session.project) if one.rule == "amended-text"]
    assert (found.level, found.where) == ("warning", "S1")
    file = tmp_path / "brief.docx"
    export(session.project, file)
    assert verify_brief(file, session.project) == []
    revise(session, "The alliance will hold.")  # as its file says
    assert not [one for one in findings(session.project) if one.rule == "amended-text"]


def test_of_two_copies_that_say_the_same_the_one_that_its_file_says_is_named() -> None:
    session = a_world("The alliance will hold.", tagged=["The"]).session()
    revise(session, "The alliance will not hold.")
    for text, name in (("The alliance will not hold.", "b.txt"), ("Nothing of the kind.", "c.txt")):
        [source] = session.project.sources()
        session.do(rereading.reread(session.project, source, newer(text, name), NOW))
        if name == "b.txt":
            tag(session, "will not hold")
    said = printed(session)
    assert f"in a former copy of S1 (file b.txt, SHA-256 {short('The alliance will not hold.')})." in said
    assert "was changed after" not in said
    assert "p. 2, para. 1, line 1" in said


def test_a_former_copy_that_was_changed_is_called_that() -> None:
    session = a_world("The alliance will hold.", tagged=["The"]).session()
    revise(session, "The alliance will not hold.")
    tag(session, "will not hold")
    [source] = session.project.sources()
    session.do(rereading.reread(session.project, source, newer("Nothing of the kind."), NOW))
    said = printed(session)
    assert f"(file S1.txt, SHA-256 {short('The alliance will hold.')}), which was changed after" in said
    assert "A former copy was changed on 2026-11-23: file S1.txt" in said
