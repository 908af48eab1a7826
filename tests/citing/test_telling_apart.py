"""Works that would be named alike are told apart."""

from __future__ import annotations

from briefer.citing.telling_apart import works
from briefer.model.records import Source
from tests.citing.cited import a_source


def courier(label: str, title: str = "T", published: str = "2024-07-28") -> Source:
    return a_source(label, title=title, publisher="The Courier", published=published)


def letters(*sources: Source) -> str:
    return " ".join(work.letter or "-" for work in works(sources).values())


def short_titles(*sources: Source) -> list[str]:
    return [work.short_title for work in works(sources).values()]


def test_works_of_one_outlet_and_year_are_lettered_in_the_order_of_the_list() -> None:
    other = a_source("S3", title="T", publisher="The Herald", published="2024-07-28")
    assert letters(courier("S2"), other, courier("S1", published="2024-01")) == "a - b"


def test_a_work_alone_in_its_year_has_no_letter() -> None:
    assert letters(courier("S1"), courier("S2", published="2023"), courier("S3", published="")) == "- - -"


def test_works_without_a_date_are_lettered_too() -> None:
    assert letters(courier("S1", published=""), courier("S2", published="")) == "a b"


def test_works_without_author_and_outlet_are_lettered_by_their_title() -> None:
    assert letters(a_source("S1", title="T"), a_source("S2", title="t"), a_source("S3", title="U")) == "a b -"


def test_letters_go_on_after_z() -> None:
    assert letters(*(courier(f"S{number}") for number in range(28))).endswith("y z aa bb")


def test_short_titles_stay_short_where_they_differ() -> None:
    assert short_titles(courier("S1", "The Dam Held: A Report"), courier("S2", "The Lock Broke")) == [
        "Dam Held", "Lock Broke",
    ]  # fmt: skip


def test_titles_that_would_be_shortened_alike_stay_whole() -> None:
    one, two = "Ministers Sign the Joint Pact of May", "Ministers Sign the Joint Pact of June"
    assert short_titles(courier("S1", one), courier("S2", two)) == [one, two]
