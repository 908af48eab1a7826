"""Runs of text by the font they want."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.scripts import Script, script_runs

SHORT = {Script.LATIN: "L", Script.KOREAN: "K", Script.JAPANESE: "J"}


def runs(text: str, language: str = "") -> list[str]:
    return [f"{SHORT[run.script]}:{text[run.start : run.end]}" for run in script_runs(text, language)]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("The “U.S.”—and Япония, Yo\u0304ko.", ["L:The “U.S.”—and Япония, Yo\u0304ko."]),
        ("he said “한국 정부” twice", ["L:he said “", "K:한국 정부", "L:” twice"]),
        ("東京で会談した。", ["J:東京で会談した。"]),
        ("か\u3099く", ["J:か\u3099く"]),
        ("北核 문제", ["K:北核 문제"]),
        ("木原 (Kihara) と", ["J:木原 ", "L:(Kihara) ", "J:と"]),
        ("한국 (木原)", ["K:한국 ", "L:(", "K:木原", "L:)"]),
        ("木原", ["J:木原"]),
        ("한国か", ["K:한", "J:国か"]),
        ("", []),
    ],
)
def test_a_text_parts_into_the_runs_of_its_scripts(text: str, parted: list[str]) -> None:
    assert runs(text) == parted


@pytest.mark.parametrize(("language", "letter"), [("ko", "K"), ("ko-KR", "K"), ("ja-JP", "J"), ("en", "J")])
def test_ideographs_alone_follow_the_language(language: str, letter: str) -> None:
    assert runs("木原", language) == [f"{letter}:木原"]


@given(st.text(alphabet="a “—\u0304\u3099か漢。한각！ ", max_size=20), st.sampled_from(["", "ko", "ja"]))
def test_runs_cover_the_text_and_neighbours_differ(text: str, language: str) -> None:
    parted = script_runs(text, language)
    assert "".join(text[run.start : run.end] for run in parted) == text
    assert all(one.end == other.start and one.script != other.script for one, other in pairwise(parted))
