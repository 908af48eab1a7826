"""The evidence comes back as it went, in both forms, and nothing else comes back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.errors import BrieferError
from briefer.writing.brief import (
    Brief,
    EvidenceNote,
    EvidencePassage,
    EvidenceSource,
    Heading,
    Note,
    NoteMark,
    Paragraph,
    Quoted,
    Run,
    Table,
    printed_body,
)
from briefer.writing.evidence import (
    DIGEST_LEAD,
    Evidence,
    digest,
    evidence,
    from_json,
    from_xml,
    seal,
    to_json,
    to_xml,
)

QUOTE = "“The dam held,”\n\tsaid Yōko <b>&amp; 본문\u00a0😀"
SOURCE = EvidenceSource("a1", "S1", "Dam", "", "a.txt", "0" * 64, "1" * 64)
PASSAGE = EvidencePassage("b2", "a1", "1" * 64, 5, 40, QUOTE)
BRIEF = Brief(
    "Dam",
    "Ada",
    "",
    "UNCLASSIFIED",
    "en",
    "2026-11-22",
    (
        Heading(1, "Findings", "_Sec1"),
        Paragraph("quotation", (Run(QUOTE), NoteMark(1))),
        Table("Who", ("Name",), (1.0,), (((Run("Yōko", link="https://example.org/t"),),),)),
        Paragraph(
            "small", (Run("see"), Run("there", link="https://example.org/b"), Run("1", link="#_Note1"))
        ),
    ),
    (Note(1, (Run("Ada, “Dam,” "), Run("https://example.org/n", link="https://example.org/n"))),),
    (SOURCE,),
    (PASSAGE,),
    (EvidenceNote(1, "a1", ("b2",)),),
    (Quoted("b2", 1),),
)
FOUND = evidence(BRIEF)

# What import and typing let through: no control but tab and line feed, nothing XML cannot hold.
PRINTABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
    | st.just("\n")
)


def test_the_evidence_holds_all_that_is_printed_and_where_links_lead() -> None:
    assert FOUND.body == tuple(printed_body(BRIEF))
    assert FOUND.notes == ("Ada, “Dam,” https://example.org/n",)
    assert FOUND.links == ("https://example.org/t", "https://example.org/b", "https://example.org/n")


def test_the_last_paragraph_gives_the_hash_of_the_attached_json() -> None:
    sealed = seal(BRIEF)
    assert list(printed_body(sealed))[-1] == DIGEST_LEAD + sha256(to_json(FOUND)).hexdigest()
    assert evidence(sealed) == FOUND


@given(PRINTABLE, PRINTABLE, st.integers(0, 10**9))
def test_the_evidence_comes_back_as_it_went(quote: str, printed: str, start: int) -> None:
    odd = replace(FOUND, body=(printed, quote), passages=(replace(PASSAGE, quote=quote, start=start),))
    assert from_json(to_json(odd)) == odd
    assert from_xml(to_xml(odd)) == odd


def test_each_quotation_is_the_text_of_one_element() -> None:
    texts = [element.text for element in fromstring(to_xml(FOUND)).iter()]  # noqa: S314 - our own
    assert texts.count(QUOTE) == 1


def _spoilt(**fields: object) -> bytes:
    return json.dumps(
        json.loads(to_json(FOUND)) | fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


@pytest.mark.parametrize(
    "attached",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b" " + to_json(FOUND),
        to_json(FOUND).replace(b'"title":"Dam"', b'"title":"Dam","title":"Dam"', 1),
        _spoilt(extra=1),
        _spoilt(title=1),
        _spoilt(body="Findings"),
        _spoilt(body=[1]),
        _spoilt(cited=[{"number": True, "source": "a1", "passages": []}]),
        _spoilt(format="briefer evidence 2"),
        _spoilt(quoted=[["b2", 1]]),
    ],
)
def test_json_that_is_not_ours_is_refused_with_a_sentence(attached: bytes) -> None:
    with pytest.raises(BrieferError, match=r"damaged at “.+”; export the brief again\.$"):
        from_json(attached)


XML = to_xml(FOUND).decode()


@pytest.mark.parametrize(
    "part",
    [
        "",
        "<evidence",
        XML.replace("urn:briefer:evidence:1", "urn:other"),
        XML.replace("<evidence ", '<evidence lang="en" '),
        XML.replace("<title>", '<title lang="en">', 1),
        XML.replace("<title>Dam</title>", "<title>Dam</title>more", 1),
        XML.replace("<title>Dam</title>", "<title>D<b/>am</title>", 1),
        XML.replace("<title>Dam</title>", "", 1),
        XML.replace("<body>", "<body>words", 1),
        XML.replace("<body><entry>", "<body><other>", 1).replace("</entry>", "</other>", 1),
        XML.replace("<passages><entry>", "<passages><entry>words", 1),
        XML.replace("<start>5<", "<start>05<"),
        XML.replace("<start>5<", "<start>٥<"),
        XML.replace("<start>5<", "<start><b/><"),
        XML.replace("<start>5<", f"<start>{'9' * 5000}<"),
        XML.replace("<format>briefer evidence 1", "<format>briefer evidence 2"),
        '<!DOCTYPE a [<!ENTITY b "words">]>' + XML,
        XML.encode("utf-16").decode("latin-1"),
        "<a>" * 65 + "</a>" * 65,
    ],
)
def test_xml_that_is_not_ours_is_refused_with_a_sentence(part: str) -> None:
    assert part != XML
    with pytest.raises(BrieferError, match=r"; export the brief again\.$"):
        from_xml(part.encode("latin-1", "replace") if part.startswith("\xff") else part.encode())


@given(st.data())
def test_no_single_character_of_the_evidence_changes_unseen(data: st.DataObject) -> None:
    spots = [match.start(1) for match in re.finditer(r">([^<])", XML)]
    spot = data.draw(st.sampled_from(spots))
    changed = XML[:spot] + ("x" if XML[spot] != "x" else "y") + XML[spot + 1 :]
    found: Evidence | None
    try:
        found = from_xml(changed.encode())
    except BrieferError:
        found = None
    assert found is None or digest(found) != digest(FOUND)
