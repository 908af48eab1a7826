"""Where a passage stands in a newer copy of its source."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from briefer.paths import seeds
from briefer.wording.reanchoring import Place, Reanchoring
from tests.proving import examples
from tests.wording.edits import EDITS, SILENT

SOURCES = [path.read_text("utf-8") for path in sorted(seeds().glob("*.txt"))]


def passages(text: str, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield a hundred stretches of one to thirty words, none across paragraphs."""
    lines = [[word.span() for word in re.finditer(r"\S+", line[0])] for line in re.finditer(r".+", text)]
    begins = [line.start() for line in re.finditer(r".+", text)]
    words = [
        [(begin + first, begin + last) for first, last in line]
        for begin, line in zip(begins, lines, strict=True)
    ]
    full = [line for line in words if line]
    for line in chance.choices(full, weights=[len(line) for line in full], k=100):
        first = chance.randrange(len(line))
        last = min(len(line), first + chance.choice([1, 2, 3, 5, 8, 12, 20, 30])) - 1
        yield line[first][0], line[last][1]


def verdict(new: str, found: Place | None, truth: tuple[int, int] | None) -> str:
    """Say in a word how a passage fared."""
    if truth is None:
        return "deleted, placed unasked" if found is not None and found.sure else "deleted"
    if found is None:
        return "lost"
    right = new[found.start : found.end].split() == new[slice(*truth)].split()
    right = right and abs(found.start - truth[0]) <= 2  # white space at its edges
    return f"{'unasked' if found.sure else 'for review'}, {'right' if right else 'wrong'}"


def fates(kind: str, seed: int) -> Counter[str]:
    """Count how a hundred passages of each of the five sources fared after one kind of edit."""
    counted: Counter[str] = Counter()
    for number, old in enumerate(SOURCES):
        chance = random.Random(f"{kind} {number} {seed}")
        edited = EDITS[kind](old, chance)
        new = edited.text
        between = Reanchoring(old, new)
        for start, end in passages(old, chance):
            truth = edited.truth(start, end)
            if truth is not None or edited.is_gone(start, end):
                counted[verdict(new, between.place(start, end), truth)] += 1
    return counted


@pytest.mark.parametrize("kind", EDITS)
def test_a_passage_is_found_again_after_edits_of_its_source_and_never_where_it_is_not(kind: str) -> None:
    seeds_tried = max(1, examples(20) // 2)
    found = sum((fates(kind, seed) for seed in range(seeds_tried)), Counter[str]())
    there = sum(count for what, count in found.items() if not what.startswith("deleted"))
    assert there
    assert found["unasked, wrong"] <= 0.001 * there  # a heading printed twice, paragraphs reordered
    assert found["deleted, placed unasked"] == 0
    assert found["unasked, right"] >= 0.99 * there * (kind in SILENT)
    assert found["unasked, right"] + found["for review, right"] >= 0.97 * there


def test_what_stands_where_it_stood_is_found_without_looking() -> None:
    assert Reanchoring("The dam held. It did.", "The dam held. It did. Still.").place(4, 7) == Place(
        4, 7, sure=True
    )


def test_a_row_that_is_gone_is_not_taken_for_the_next_of_its_length() -> None:
    row = "Asked on Sunday, {} said the ministry will not comment until the talks have ended.\n"
    names = ("Kamikawa", "Hayashis", "Tokugawa", "Motegi T")
    old, new = ("".join(map(row.format, some)) for some in (names, names[1:]))
    start = old.index("will not comment")
    found = Reanchoring(old, new).place(start, start + 16)
    assert found is None or not found.sure
    table = [f"09:{minute}  {name:<10}  on time  \n" for minute, name in ((10, "Kihara"), (20, "Austin"))]
    start = table[0].index("on time")
    found = Reanchoring("".join(table), table[1]).place(start, start + 7)
    assert found is None or not found.sure


def test_a_raised_digit_is_no_digit_of_the_number() -> None:
    old, new = "It grew by 10² hectares, he said.", "It grew by 102 hectares, he said."
    assert Reanchoring(old, new).place(3, 23) == Place(3, 23, sure=False)


def test_a_long_passage_is_proposed_by_its_ends() -> None:
    words = [f"word{number % 700}" for number in range(4000)]
    old = " ".join(words)
    new = "At the top. " + " ".join(
        "other" if number % 50 == 7 else word for number, word in enumerate(words)
    )
    found = Reanchoring(f"{old} and so on", f"{new} and so on").place(0, len(old))
    assert found == Place(12, len(new), sure=False)


def test_a_long_passage_that_is_gone_is_proposed_nowhere() -> None:
    old, new = (" ".join(f"{word}{number}" for number in range(900)) for word in ("dam", "gate"))
    assert Reanchoring(old, new).place(0, len(old)) is None


def test_a_passage_that_became_long_laughter_is_given_up_soon() -> None:
    ends = ("ha " * 4000 + "x", "ha " * 3990 + "y")
    found = Reanchoring(f"A {ends[0]} tail", f"B b {ends[1]} tail").place(2, 2 + len(ends[0]))
    assert found is None or not found.sure


def test_one_of_two_copies_that_is_gone_is_not_taken_for_the_other() -> None:
    old = "They threaten peace. They threatens peace. All agreed."
    new = "They threaten peace. All agreed."
    found = Reanchoring(old, new).place(old.rindex("peace"), old.rindex("peace") + 5)
    assert found == Place(new.index("peace"), new.index("peace") + 5, sure=False)


def test_words_that_are_gone_and_blanks_are_found_nowhere() -> None:
    between = Reanchoring("The dam held.\n\nThe mayor spoke.", "An election was called in spring.")
    assert between.place(4, 12) is None
    assert between.place(13, 15) is None


def test_a_sentence_that_became_part_of_another_is_only_proposed() -> None:
    found = Reanchoring(
        "So. It cost nine million. End of it all.",
        "So. It is false that it cost nine million. End of it all.",
    )
    place = found.place(4, 25)
    assert place is not None
    assert not place.sure


@pytest.mark.parametrize("between", ["\n\n", " \n \n", ".\n"])
def test_a_proposal_never_runs_into_the_next_paragraph(between: str) -> None:
    old = "Intro.\n\nThe treaty on the dam was signed in Tokyo on Monday.\n\nThe press left early."
    new = f"Intro.\n\nThe treaty on the dam was signed in Tokyo{between}Monday, the press left early."
    start, end = old.index("The treaty"), old.index(".\n\nThe press")
    place = Reanchoring(old, new).place(start, end)
    assert place is not None
    assert not place.sure
    assert new[place.start : place.end].rstrip(".") == "The treaty on the dam was signed in Tokyo"


def test_a_passage_of_two_paragraphs_is_proposed_as_two() -> None:
    old = "The treaty was signed.\n\nThe press left early on Monday."
    new = "Late. The treaty was signed at last.\n\nThe press left early on Monday night."
    place = Reanchoring(old, new).place(0, len(old))
    assert place is not None
    assert "\n\n" in new[place.start : place.end]


def test_marks_without_words_are_found_nowhere_when_they_are_gone() -> None:
    assert Reanchoring("The dam … held.", "The dam held.").place(8, 9) is None


def test_japanese_is_found_again_though_it_has_no_spaces() -> None:
    old = "林芳正外相は東京で会談した。米国防長官も出席した。"
    new = "速報。林芳正外相は東京で会談した。米国の国防長官も出席した。"
    assert Reanchoring(old, new).place(0, 5) == Place(3, 8, sure=True)
    start = old.index("米国防長官")
    found = Reanchoring(old, new).place(start, start + 5)
    assert found is not None
    assert (new[found.start : found.end], found.sure) == ("米国の国防長官", False)


def test_a_changed_sentence_is_proposed_though_its_neighbours_went_elsewhere() -> None:
    met, agreed = "The ministers met in Tokyo on Sunday.", "They agreed on new exercises in 2025."
    budget = "The budget is {} billion dollars. No date was named."
    old = f"{met} {agreed} China did protest on Monday.\n\n{budget.format(5)}"
    new = f"China did not protest on Monday. {met} {agreed}\n\n{budget.format(6)}"
    between = Reanchoring(old, new)
    for was, now in (
        ("China did protest on Monday.", "China did not protest on Monday."),
        ("The budget is 5 billion dollars.", "The budget is 6 billion dollars."),
    ):
        found = between.place(old.index(was), old.index(was) + len(was))
        assert found == Place(new.index(now), new.index(now) + len(now), sure=False)
