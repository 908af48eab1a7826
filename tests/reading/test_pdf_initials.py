"""A large first letter over several lines begins its sentence, and the lines beside it stay in order."""

from __future__ import annotations

import pytest

from briefer.reading.pdf import read
from tests.reading.pdfs import LINE, Place, a_pdf, lines

BESIDE = ["he ministers met in Tokyo and agreed", "that the fleet will not leave the port", "before May and"]
BELOW = ["that the budget of the headquarters rises by", "a third in the coming year."]
HEAD: Place = (50.0, 60.0, "The Journal of Dams, July 2024")
WHOLE = " ".join(["T" + BESIDE[0], *BESIDE[1:], *BELOW])


def with_initial(left: float, count: int, letter: str = "T", size: int = 0) -> list[Place]:
    """Set a letter over `count` lines, which end with other lines below it."""
    beside, below = (
        lines(BESIDE[:count], left + 28),
        lines([*BESIDE[count:], *BELOW], left, 100 + LINE * count),
    )
    return [*beside, *below, (left, 100.0 + LINE * (count - 1), letter, size or 12 * count)]


def text(*places: Place) -> str:
    return read("a.pdf", a_pdf(places)).text


@pytest.mark.parametrize("count", [2, 3])
def test_an_initial_begins_the_first_of_the_lines_beside_it(count: int) -> None:
    assert text(HEAD, *with_initial(50, count)) == f"{HEAD[2]}\n\n{WHOLE}"


def test_the_lines_beside_an_initial_are_of_its_column() -> None:
    assert text(HEAD, *with_initial(320, 3), *with_initial(50, 2)).split("\n\n") == [HEAD[2], WHOLE, WHOLE]


def test_an_initial_that_is_a_word_stays_one() -> None:
    beside = [" dam held through the flood", "and the old gate held", "in the night"]
    found = text(*lines(beside, 78), *lines(BELOW, 50, 136), (50.0, 124.0, "A", 36))
    assert found.startswith("A dam held through the flood and the old gate")


def test_an_initial_may_stand_behind_a_quotation_mark() -> None:
    assert text(*with_initial(50, 3, "“T", 30)) == f"“{WHOLE}"


def test_a_large_letter_beside_one_line_or_names_is_none() -> None:
    assert text((60.0, 100.0, "A", 20), (80.0, 100.0, "dam held.")).startswith("A dam")
    names: list[Place] = [(90.0, 100.0, "Tokyo Bay"), (90.0, 112.0, "Osaka Bay"), (90.0, 124.0, "Seoul")]
    assert "ATokyo" not in text((60.0, 112.0, "A", 30), *names)
