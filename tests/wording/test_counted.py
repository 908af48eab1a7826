from __future__ import annotations

from briefer.wording.counted import counted, pages_words


def test_a_noun_follows_its_number() -> None:
    assert [counted(number, "tag") for number in (0, 1, 2, 1000)] == [
        "0 tags",
        "1 tag",
        "2 tags",
        "1,000 tags",
    ]
    assert counted(2, "stretch") == "2 stretches"


def test_pages_are_told_to_the_tenth_and_never_as_fewer_than_they_are() -> None:
    filled = (0.3, 1.6, 2.0, 2.01)
    assert [pages_words(pages, 2).partition(" ")[0] for pages in filled] == ["0.3", "1.6", "2.0", "2.1"]
    assert pages_words(1, 1) == "1.0 of 1 page"
