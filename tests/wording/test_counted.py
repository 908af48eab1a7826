from __future__ import annotations

from briefer.wording.counted import counted


def test_a_noun_follows_its_number() -> None:
    assert [counted(number, "tag") for number in (0, 1, 2, 1000)] == [
        "0 tags",
        "1 tag",
        "2 tags",
        "1,000 tags",
    ]
