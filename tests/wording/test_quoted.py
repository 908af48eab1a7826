"""Words between quotation marks, however the marks are set."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.characters import QUOTING
from briefer.wording.quoted import claimed_stretches, quoted_in_short, quoted_stretches, word_count

MARKED = st.text(alphabet=f"ab .,\n{QUOTING}´`か", max_size=40)


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_stretches(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said “the dam held” and "no more," then left.', ["the dam held", "no more"]),
        ("the U.S.’s “extended deterrence.”", ["extended deterrence"]),
        ("„Das ist gut“, « mot juste », “ spaced out ”", ["Das ist gut", "mot juste", "spaced out"]),
        ("木原は「同盟だ。」と『本』で述べた", ["同盟だ。", "本"]),
        ('그는"좋다"고 했다', ["좋다"]),
        ('“He called it a "bad" idea,” she said', ['He called it a "bad" idea']),
        ("‘the dam didn’t hold’ but ‘no’", ["the dam didn’t hold"]),
        ("a ‘special operation’ of ‘three plain words’", ["special operation", "three plain words"]),
        ("the ‘90s saw the allies’ plan", []),
        ("Rock ‘n’ roll, and ‘tis the plan of the allies’ to tell ‘em of the guards’ dam", []),
        ("‹mot› and ›Wort‹, »ganzer Satz« and «phrase»", ["mot", "Wort", "ganzer Satz", "phrase"]),
        ("《朝鮮日報》と〈東亜〉、｢半角｣、〝縦〟、﹁豎﹂", ["朝鮮日報", "東亜", "半角", "縦", "豎"]),
        ('„so” and „yes" and ‟no” and ＂wide＂ and ⹂old”', ["so", "yes", "no", "wide", "old"]),
        ("‚Der Damm von Peter’s Tal hielt‘ und ‚nein‘", ["Der Damm von Peter’s Tal hielt"]),
        ("‛the dam did not hold’", ["the dam did not hold"]),
        ("The 'Ndrangheta runs the cocaine trade through its members' relatives.", []),
        ("'Tis the plan of the allies' staff, in the '90s, tell 'em of the guards' dam", []),
        ("The ministers' aides and the allies' envoys; the dogs' bones", []),
        ("The 'Ndrangheta runs the cocaine trade through its members'.", []),
        ("Yesterday's plan, the allies' staff and the guards' dam; rock 'n' roll, 'til the end of it'", []),
        ("'Abd al-Rahman's men saw the guards' families in 's-Hertogenbosch and the dogs'", []),
        ("He said 'we will surrender tomorrow morning'.", ["we will surrender tomorrow morning"]),
        ("('the allies' staff didn't tell 'em all')", ["the allies' staff didn't tell 'em all"]),
        ("'We hold,' he said, 'the dam as the members do.'", ["the dam as the members do"]),
        ("´we will surrender tomorrow´ and ´no´", ["we will surrender tomorrow"]),
        (
            "`we will surrender tomorrow' and ’we didn’t hold it’",
            ["we will surrender tomorrow", "we didn’t hold it"],
        ),
        ("''we hold'' and ``no more'' and ´´never´´ and ,,nie''", ["we hold", "no more", "never", "nie"]),
        ("‘‘twice’’ and ’’again’’, 5'' and 6''", ["twice", "again"]),
        ("Home › News › Asia", []),
        ('5" guns, 6" guns, “”, "", “ ” and “.”', []),
    ],
)
def test_words_between_marks_are_found(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("adding that ”this is a critical phase.”", ["this is a critical phase"]),
        ("“alpha beta“ gamma “delta”", ["alpha beta", "delta"]),
        ("“open to the end\nnext “line", ["open to the end", "line"]),
        ("彼は「未完", ["未完"]),
        ('He left.") Then "she"', ["she"]),
    ],
)
def test_marks_that_do_not_balance_hide_nothing(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_an_analyst_quotes_over_the_ends_of_lines() -> None:
    text = "He said “the dam\nheld”, “no\n“more” and 'we will\nsurrender tomorrow'."
    words = [text[start:end] for start, end in claimed_stretches(text)]
    assert words == ["the dam\nheld", "no", "more", "we will\nsurrender tomorrow"]


@pytest.mark.parametrize("mark", [*"“”„‟⹂\"＂〝«»‹›「『｢﹁﹃《〈‘‚‛'’´`", "''", "``", "´´", ",,", "’’", "‘‘"])
def test_marks_without_end_are_looked_through_once(mark: str) -> None:
    assert len(quoted(f"{mark}a " * 100_000)) <= 100_000


@pytest.mark.parametrize("words", ["'n", "s' a", "'em", " 'em", "s'  ", "´a"])
def test_apostrophes_without_end_are_looked_through_once(words: str) -> None:
    assert len(quoted(f"'a b c {words * 50_000}")) <= 50_000


def test_the_fourth_seed_quotes_nine_stretches() -> None:
    words = quoted(next(seeds().glob("003_*.txt")).read_bytes().decode())
    assert len(words) == 9
    assert words[3] == "this is a critical phase"


@given(MARKED)
def test_stretches_stand_in_order_on_one_line_and_hold_words(text: str) -> None:
    spans = quoted_stretches(text)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    for start, end in spans:
        assert 0 < start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert word_count(text[start:end])
        assert "\n" not in text[start:end]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The U.S.’s air-to-air missiles cost 50,000.", 6),
        ("한국과 일본은 발표했다.", 3),
        ("東京で会談した。", 4),
        ("NATOと日本", 3),
    ],
)
def test_words_are_counted_as_their_script_parts_them(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The dam held.", "“The dam held.”"),
        ("“The dam held.”", "“The dam held.”"),
        ("“The dam held through the flood”", "“The dam held through t…”"),
        ("“Yes,” said the mayor", "“Yes,” said the mayor"),
        ("The mayor said “yes”", "The mayor said “yes”"),
        ("The mayor’s “yes” came", "“The mayor’s “yes” came”"),
        ('"The\n dam"', "“The dam”"),
        ("", "“”"),
    ],
)
def test_words_quoted_in_short_never_have_their_marks_twice(text: str, shown: str) -> None:
    assert quoted_in_short(text, 23) == shown
