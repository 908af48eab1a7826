"""Sources added, described and removed."""

from __future__ import annotations

import pytest

from briefer.actions import sources
from briefer.actions.sources import Incoming
from briefer.errors import BrieferError
from briefer.session import Session
from tests.worlds import World, a_world

NOW = "2026-11-22T12:00:00Z"


def a_file(text: str, name: str = "report.txt") -> Incoming:
    return Incoming(name, text.encode(), text, "UTF-8")


def labels(session: Session) -> list[str]:
    return [source.label for source in session.project.sources()]


def test_files_become_sources_with_their_text_bytes_and_reference() -> None:
    session = World().session()
    files = [a_file("Yōko met."), a_file("It held.", "b\nc.txt")]
    session.do(sources.add(session.project, files, NOW, publisher="Kyodo", kind="agency"))
    first, second = session.project.sources()
    assert (first.label, first.length, first.added, first.encoding) == ("S1", 9, NOW, "UTF-8")
    assert (second.label, second.file_name, second.reference.publisher) == ("S2", "b c.txt", "Kyodo")
    assert session.project.text_of(first) == "Yōko met."
    assert session.project.original_of(second) == b"It held."
    assert session.undo_label == "Add 2 sources"


def test_a_label_is_never_given_twice() -> None:
    session = World().session()
    for text in ("a", "b", "c"):
        session.do(sources.add(session.project, [a_file(text)], NOW))
    session.do(sources.remove(session.project, session.project.find_source("S3")))
    session.do(sources.add(session.project, [a_file("d")], NOW))
    assert labels(session) == ["S1", "S2", "S4"]
    assert session.undo_label == "Add S4"


def test_labels_stand_in_the_order_of_import_beyond_nine() -> None:
    session = World().session()
    session.do(sources.add(session.project, [a_file(f"text {n}") for n in range(12)], NOW))
    assert labels(session) == [f"S{n}" for n in range(1, 13)]


def test_the_same_bytes_are_not_added_twice() -> None:
    world = a_world("It held.")
    project = world.session().project
    with pytest.raises(BrieferError, match="“report.txt” is already there as S1; add other files"):
        sources.add(project, [a_file("It held.")], NOW)
    with pytest.raises(BrieferError, match="“b.txt” is already there as S2"):
        sources.add(project, [a_file("new"), a_file("new", "b.txt")], NOW)


def test_a_source_is_described_field_by_field_and_emptied_again() -> None:
    world = a_world()
    world.source("Another.")
    session = world.session()
    given = {
        "title": "A  title\nin two lines", "author": "Ada", "publisher": "Kyodo", "published": "2024-07",
        "accessed": "2024-07-29", "url": "https://example.org/x", "kind": "agency", "language": "zh-Hant",
        "relayed_from": "AP", "derived_from": "S2", "descriptor": "A wire report.", "reliability": "B",
        "credibility": "3",
    }  # fmt: skip
    assert set(given) == set(sources.REFERENCE_FIELDS)
    session.do(sources.describe(session.project, world.sources[0], **given))
    found = session.project.sources()[0]
    assert (found.reference.title, found.reference.derived_from) == (
        "A  title in two lines",
        world.sources[1].id,
    )
    assert sources.describe(session.project, found, **given).edits == ()
    session.do(sources.describe(session.project, found, **dict.fromkeys(given, "")))
    assert session.project.sources()[0] == world.sources[0]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("published", "July 28", "“July 28” is no valid date; give a date such as 2024-07-28"),
        ("accessed", "2024-13", "is no valid date"),
        ("published", "2024-02-30", "“2024-02-30” is no valid date"),
        ("published", "٢٠٢٤", "no valid date"),
        ("url", "example.org", "give an address that starts with http"),
        ("kind", "rumour", "give one of official, agency"),
        ("language", "English", "give a language code such as en"),
        ("reliability", "G", "give a letter from A to F"),
        ("credibility", "0", "give a number from 1 to 6"),
        ("derived_from", "S7", "Which source.*“S7”"),
        ("derived_from", "S1", "derive from itself"),
    ],
)
def test_a_value_that_cannot_be_printed_is_refused_with_an_example(
    field: str, value: str, sentence: str
) -> None:
    world = a_world()
    with pytest.raises(BrieferError, match=sentence):
        sources.describe(world.session().project, world.sources[0], **{field: value})


def test_a_source_goes_with_its_passages_and_tags() -> None:
    world = a_world(tagged=["dam", "held"])
    world.tag(world.source("It fell."), "fell", world.sections[0])
    session = world.session()
    session.do(sources.remove(session.project, world.sources[0]))
    assert [passage.anchor.quote for passage in session.project.passages()] == ["fell"]
    assert session.project.tag_counts() == {world.sections[0].id: 1}
    session.undo()
    assert session.project.passage_count() == 3


def test_a_source_that_is_cited_or_derived_from_stays() -> None:
    world = a_world(tagged=["dam"])
    world.statement(None, "It held.", *world.passages)
    other = world.source("It held, they say.", derived_from=world.sources[0].id)
    project = world.session().project
    with pytest.raises(BrieferError, match="S1 is cited by 1 statement; take its passages out"):
        sources.remove(project, world.sources[0])
    third = world.source("Third.", derived_from=other.id)
    with pytest.raises(BrieferError, match=f"{third.label} is recorded as derived from S2"):
        sources.remove(world.session().project, other)


def test_what_was_suggested_is_accepted_dismissed_or_overruled() -> None:
    session = a_world().session()
    guessed = ("title\tThe flood\tthe first line", "author\tAda\ta byline", "url\thttps://a.example\ta link")
    file = Incoming("b.txt", b"b", "b", "UTF-8", found=("publisher\tog:site_name",), suggested=guessed,
                    reference={"publisher": "The Gazette"})  # fmt: skip
    session.do(sources.add(session.project, [file], NOW))
    source = session.project.find_source("S2")
    assert sources.origins(source) == {"publisher": "og:site_name"}
    assert sources.suggestions(source)["author"] == ("Ada", "a byline")
    change = sources.describe(
        session.project, source, dismissed=["url"], title="The flood", author="Bob", publisher="The Post"
    )
    session.do(change)
    after = session.project.find_source("S2")
    assert sources.origins(after) == {"title": "the first line"}
    assert sources.suggestions(after) == {}
    assert sources.describe(session.project, after).edits == ()
    session.undo()
    assert session.project.find_source("S2") == source
