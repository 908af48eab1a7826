"""Evidence held against itself and against the sources of a project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.actions.rereading import reread
from briefer.actions.sources import Incoming
from briefer.checking.evidence import inner_findings, source_findings
from briefer.checking.printed import Aside, Printed, Reread
from briefer.checking.verify import verify
from briefer.model.project import Project
from briefer.writing.brief import EvidenceNote, Quoted
from briefer.writing.compose import compose
from briefer.writing.evidence import DIGEST_LEAD, Evidence, digest, evidence
from tests.checking.word_files import a_world


def a_project() -> Project:
    return a_world().session().project


def an_evidence() -> Evidence:
    return evidence(compose(a_project()))


FOUND = an_evidence()
PASSAGE, NOTE = FOUND.passages[0], FOUND.cited[0]


def printed(found: Evidence) -> Printed:
    return Printed((*found.body, DIGEST_LEAD + digest(found)), found.notes, (), found.links)


def test_evidence_that_prints_as_promised_is_consistent() -> None:
    assert verify(Reread(FOUND, printed(FOUND))) == []
    assert verify(Reread(FOUND, printed(FOUND)), a_project()) == []


def test_the_digest_tells_that_evidence_was_exchanged() -> None:
    (finding,) = verify(Reread(replace(FOUND, author="Eve"), printed(FOUND)))
    assert finding.rule == "changed-paragraph"
    assert finding.says.startswith(DIGEST_LEAD)


def test_an_aside_other_than_promised_is_found() -> None:
    odd = replace(
        printed(FOUND), asides=(Aside("page 1", "", "UNCLASSIFIED"), Aside("page 2", "same", "same"))
    )
    (finding,) = verify(Reread(FOUND, odd))
    assert finding.message == (
        "The brief says nothing at page 1, where its evidence has “UNCLASSIFIED”; do not rely on it, "
        "export it again."
    )


@pytest.mark.parametrize(
    ("spoilt", "where"),
    [
        (replace(FOUND, passages=(replace(PASSAGE, end=PASSAGE.end + 1), *FOUND.passages[1:])), "passage "),
        (replace(FOUND, passages=(replace(PASSAGE, source="x"), *FOUND.passages[1:])), "passage "),
        (replace(FOUND, passages=(replace(PASSAGE, text_sha256="f" * 64), *FOUND.passages[1:])), "passage "),
        (
            replace(
                FOUND, passages=(replace(PASSAGE, start=-9, end=len(PASSAGE.quote) - 9), *FOUND.passages[1:])
            ),
            "passage ",
        ),
        (replace(FOUND, passages=(replace(PASSAGE, quote="x"),)), "passage "),
        (replace(FOUND, quoted=(Quoted("x", 0),)), "paragraph 1"),
        (replace(FOUND, quoted=(Quoted(PASSAGE.id, 0),)), "paragraph 1"),
        (replace(FOUND, quoted=(Quoted(PASSAGE.id, 10**6),)), "paragraph 1000001"),
        (replace(FOUND, cited=(NOTE, NOTE)), "note 1"),
        (replace(FOUND, cited=(replace(NOTE, number=1000),)), "note 1000"),
        (replace(FOUND, cited=(replace(NOTE, passages=("x",)), *FOUND.cited[1:])), "note 1"),
        (replace(FOUND, cited=(replace(NOTE, source="x"), *FOUND.cited[1:])), "note 1"),
        (replace(FOUND, cited=(*FOUND.cited, EvidenceNote(len(FOUND.cited) + 1, "x", ("y",)))), "note "),
    ],
)
def test_evidence_that_contradicts_itself_is_found(spoilt: Evidence, where: str) -> None:
    assert list(inner_findings(FOUND)) == []
    found = list(inner_findings(spoilt))
    assert found
    assert found[0].where.startswith(where)


def changed_project(statement: str) -> Project:
    session = a_world().session()
    session._store.database.execute("PRAGMA foreign_keys = OFF")
    session._store.database.execute(statement)
    return session.project


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE text SET body = 'x' || substr(body, 2)", "does not have the text it was marked in"),
        ("DELETE FROM text", "does not have the text it was marked in"),
        ("UPDATE original SET body = x'00'", "copy of its file was changed"),
        ("UPDATE source SET original = ''", "has no file with its hash"),
    ],
)
def test_evidence_that_the_sources_do_not_bear_out_is_found(statement: str, what: str) -> None:
    messages = [finding.message for finding in source_findings(FOUND, changed_project(statement))]
    assert messages
    assert all(what in message for message in messages)


def test_a_passage_that_its_text_does_not_say_is_found() -> None:
    moved = replace(FOUND, passages=(replace(PASSAGE, start=PASSAGE.start + 1, end=PASSAGE.end + 1),))
    (finding,) = source_findings(moved, a_project())
    assert "the text says something else at its place" in finding.message


def test_a_brief_still_matches_when_its_source_was_read_anew() -> None:
    session = a_world().session()
    sent = evidence(compose(session.project))
    for source in session.project.sources():
        newer = Incoming("newer.txt", source.id.encode(), "Other words.", "UTF-8")
        session.do(reread(session.project, source, newer, "2026-11-23T08:00:00Z"))
    assert list(source_findings(sent, session.project)) == []


def test_todays_tags_do_not_matter() -> None:
    session = a_world().session()
    session._store.database.execute("DELETE FROM tag")
    assert list(source_findings(FOUND, session.project)) == []


def test_a_quotation_given_to_another_source_is_found() -> None:
    """Attribute every passage of one source to another, in evidence, notes and all."""
    own, other = PASSAGE.source, next(source for source in FOUND.sources if source.id != PASSAGE.source)
    label = next(source.label for source in FOUND.sources if source.id == own)
    forged = replace(
        FOUND,
        passages=tuple(
            replace(each, source=other.id) if each.source == own else each for each in FOUND.passages
        ),
        cited=tuple(replace(each, source=other.id) if each.source == own else each for each in FOUND.cited),
        notes=tuple(note.replace(f"source {label}", f"source {other.label}") for note in FOUND.notes),
    )
    assert f"passage {PASSAGE.id[:8]}" in {finding.where for finding in inner_findings(forged)}


def test_a_text_that_the_project_did_not_read_from_the_file_is_found() -> None:
    source = replace(FOUND.sources[0], text_sha256=FOUND.sources[-1].text_sha256)
    forged = replace(FOUND, sources=(source, *FOUND.sources[1:]))
    assert source.label in {finding.where for finding in source_findings(forged, a_project())}


def test_paragraphs_that_were_added_or_moved_together_are_one_finding() -> None:
    plain = printed(FOUND)
    (added,) = verify(Reread(FOUND, replace(plain, body=(*plain.body, "Eve says.", "And Bob."))))
    assert added.message == (
        "The brief has 2 paragraphs at "
        f"paragraph {len(plain.body) + 1}, from “Eve says.” to “And Bob.”, which its evidence has not; "
        "do not rely on it, export it again."
    )
    assert (added.rule, added.says, added.should) == ("added-paragraph", "Eve says.\nAnd Bob.", "")
    (moved,) = verify(Reread(FOUND, replace(plain, body=(*plain.body[2:], *plain.body[:2]))))
    assert moved.rule == "moved-paragraph"
    assert ", which its evidence has at the beginning; " in moved.message
    kept = (*plain.body[:2], *plain.body[4:], *plain.body[2:4])
    (moved,) = verify(Reread(FOUND, replace(plain, body=kept)))
    assert f", which its evidence has after “{plain.body[1]}”; " in moved.message


def test_a_character_that_looks_like_the_promised_one_is_named() -> None:
    plain = printed(FOUND)
    place = next(place for place, words in enumerate(plain.body) if "Nobody" in words)
    forged = plain.body[place].replace("Nobody", "Nob\u043edy")
    body = (*plain.body[:place], forged, *plain.body[place + 1 :])
    (finding,) = verify(Reread(FOUND, replace(plain, body=body)))
    named = "(U+043E CYRILLIC SMALL LETTER O for U+006F LATIN SMALL LETTER O)"
    assert named in finding.message
    (aside,) = verify(Reread(FOUND, replace(plain, asides=(Aside("page 1", "\u0410", "A"),))))
    assert "(U+0410 CYRILLIC CAPITAL LETTER A for U+0041 LATIN CAPITAL LETTER A); " in aside.message
