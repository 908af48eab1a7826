"""Sources, texts and what is marked in them, of two copies of one project put together."""

from __future__ import annotations

from briefer.actions import details, issuing, sources
from tests.actions.pairs import TEXT, Deed, Pair, adding, reading_anew, tagging_quote
from tests.worlds import a_world


def test_a_file_added_by_both_is_one_source_and_its_tags_are_one_sources() -> None:
    text = "It fell again in July."
    pair = Pair(
        a_world(TEXT),
        (adding("Another one."), adding(text), tagging_quote("fell", "S3"), tagging_quote("again", "S3")),
        (adding(text), tagging_quote("fell", "S2"), tagging_quote("in July", "S2")),
    )
    assert pair.merge() == []
    assert [one.label for one in pair.project.sources()] == ["S1", "S2", "S3"]
    assert pair.quotes == ["fell", "again", "in July"]


def test_another_source_of_the_same_label_gets_the_next_one() -> None:
    pair = Pair(
        a_world(TEXT),
        (adding("Mine."),),
        (adding("Theirs."), adding("Theirs too."), tagging_quote("Theirs", "S2")),
    )
    assert pair.merge() == []
    texts = {one.label: pair.project.text_of(one) for one in pair.project.sources()}
    assert texts == {"S1": TEXT, "S2": "Mine.", "S3": "Theirs too.", "S4": "Theirs."}
    assert pair.project.details().sources_added == 4
    assert [tagged.source for tagged in pair.project.passages()] == [pair.project.find_source("S4").id]


def test_a_label_that_was_given_here_once_is_not_given_again() -> None:
    pair = Pair(
        a_world(TEXT),
        (adding("Mine."), lambda project: sources.remove(project, project.find_source("S2"))),
        (adding("Theirs."),),
    )
    pair.merge()
    assert [one.label for one in pair.project.sources()] == ["S1", "S3"]


def test_our_tags_are_found_again_in_the_text_that_they_read_anew() -> None:
    pair = Pair(
        a_world(TEXT, tagged=["in June"]),
        (tagging_quote("in May"), tagging_quote("It held"), tagging_quote("was inspected")),
        (reading_anew("Late edition. The dam was inspected in May. The dam fell in June."),),
    )
    assert pair.merge() == []
    found = {one.anchor.quote: one.state for one in pair.project.passages()}
    assert found == {"was inspected": "moved", "in May": "moved", "in June": "moved", "It held": "review"}


def test_their_tags_are_found_again_in_the_text_that_we_read_anew() -> None:
    pair = Pair(a_world(TEXT), (reading_anew(TEXT + " Nobody knew."),), (tagging_quote("It held"),))
    assert pair.merge() == []
    assert [(one.anchor.quote, one.state) for one in pair.project.passages()] == [("It held", "anchored")]


def test_a_place_that_somebody_marked_in_the_new_text_is_not_marked_twice() -> None:
    pair = Pair(
        a_world(TEXT), (tagging_quote("It held"),), (reading_anew("New. " + TEXT), tagging_quote("It held"))
    )
    assert pair.merge() == []
    assert sorted(one.state for one in pair.project.passages()) == ["anchored", "review"]


def test_of_a_source_read_anew_by_both_the_other_text_is_kept_as_a_version() -> None:
    for prefer, text in ((False, "Mine. "), (True, "Theirs. ")):
        pair = Pair(
            a_world(TEXT, tagged=["It held"]),
            (reading_anew("Mine. " + TEXT), tagging_quote("Mine")),
            (reading_anew("Theirs. " + TEXT), tagging_quote("Theirs")),
        )
        (told,) = pair.merge(prefer=prefer)
        assert told[:2] == ("source", "text")
        assert told[2] == f"f.txt, read 2026-11-22, {len('Mine. ' + TEXT)} characters"
        source = pair.project.sources()[0]
        assert pair.project.text_of(source) == text + TEXT
        assert [one.number for one in pair.project.versions_of(source)] == [1, 2]
        states = {one.anchor.quote: one.state for one in pair.project.passages()}
        other = "Mine" if prefer else "Theirs"
        assert states.pop(other) == "review"
        assert states == {"It held": "moved", text.strip(" ."): "anchored"}


def test_versions_of_both_sides_are_numbered_on() -> None:
    pair = Pair(
        a_world(TEXT),
        (reading_anew("Mine. " + TEXT), reading_anew("Mine again. " + TEXT)),
        (reading_anew("Theirs. " + TEXT), reading_anew("Theirs again. " + TEXT)),
    )
    assert [one[:2] for one in pair.merge()] == [("source", "text")]
    texts = [pair.project.text(one.text).partition(".")[0] for one in pair.project.versions()]
    assert texts == ["The dam was inspected in May", "Mine", "Theirs", "Theirs again"]


def test_a_source_is_read_anew_after_versions_of_both_sides_were_put_together() -> None:
    pair = Pair(
        a_world(TEXT),
        (reading_anew("Early edition."), reading_anew("Late edition.")),
        (
            reading_anew("Draft."),
            reading_anew("Early edition."),
            reading_anew("Proof."),
            reading_anew("Web."),
        ),
    )
    pair.merge()
    pair.ours.do(reading_anew("Last edition.")(pair.project))
    assert [one.number for one in pair.project.versions()] == [1, 2, 3, 4, 5, 6]
    pair.ours.check()


def test_the_same_newer_file_read_by_both_is_no_conflict() -> None:
    pair = Pair(a_world(TEXT, tagged=["It held"]), *[(reading_anew("New. " + TEXT),)] * 2)
    assert pair.merge() == []
    assert len(pair.project.versions()) == 1


def test_sources_that_would_be_made_from_each_other_are_told() -> None:
    world = a_world(TEXT)
    world.source("Another.")
    world.source("A third.")

    def deriving(source: str, origin: str) -> Deed:
        return lambda project: sources.describe(project, project.find_source(source), derived_from=origin)

    pair = Pair(world, (deriving("S1", "S2"),), (deriving("S2", "S3"), deriving("S3", "S1")))
    assert {one[:2] for one in pair.merge()} == {("source", "derived_from")}
    assert pair.project.find_source("S1").reference.derived_from == pair.project.find_source("S2").id


def test_a_source_added_by_both_and_its_origin_do_not_go_in_a_circle() -> None:
    def from_each_other(first: str, second: str) -> Deed:
        return lambda project: sources.describe(project, project.find_source(first), derived_from=second)

    pair = Pair(
        a_world(TEXT),
        (adding("Both."), from_each_other("S2", "S1")),
        (adding("Both."), from_each_other("S1", "S2")),
    )
    assert pair.merge() == [("source", "derived_from", None, "S2 f.txt")]


def test_what_they_issued_names_the_sources_by_our_ids() -> None:
    pair = Pair(
        a_world(TEXT),
        (adding("Both."),),
        (
            adding("Both."),
            lambda project: details.set_field(project, "version", "1"),
            lambda project: issuing.issue(project, "2026-11-22"),
        ),
    )
    assert pair.merge() == []
    assert issuing.stands(pair.project, pair.project.issues()[0])
