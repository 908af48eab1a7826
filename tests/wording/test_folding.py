"""Finding words whatever their marks, dashes, accents and case, and the way back to the original."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.folding import as_said, find_folded, fold

ODD = st.text(
    alphabet="aZéß \n\u00a0\u3000“”’—…\u00ad\u200bﬁŌo\u0304か\u3099が한\u1112\u1161\u11abｶﾞÅ½", max_size=30
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“It’s” — so", '"it\'s" - so'),
        ("one \n\u00a0 two\tthree", "one two three"),
        ("de\u00adter\u200brence\ufeff", "deterrence"),
        ("a \u200b b\u200b", "a b"),
        ("Yōko YO\u0304KO", "yoko yoko"),
        ("STRASSE Straße", "strasse strasse"),
        ("ＡＢ１ ﬁne…", "ab1 fine..."),
        ("か\u3099 ｶﾞ", "が ガ"),
        (unicodedata.normalize("NFD", "한국 각"), "한국 각"),
        ("각\u11a8", "각\u11a8"),
    ],
)
def test_what_reads_alike_folds_alike(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_case_and_accents_are_kept_on_demand() -> None:
    assert fold("Yo\u0304ko", keep_case=True).text == "Yoko"
    assert fold("Yo\u0304ko", keep_accents=True).text == "yōko"


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Yōko met Yoko", "yoko", ["Yōko", "Yoko"]),
        ("the “extended  deterrence” policy", 'EXTENDED DETERRENCE"', ["extended  deterrence”"]),
        ("wait… what", "wait...", ["wait…"]),
        ("a ﬁne day", "fi", ["ﬁ"]),
        ("Straße", "s", ["S", "ß"]),
        ("so\u00adft soft", "soft", ["so\u00adft", "soft"]),
        ("木原防衛相と会談", "防衛", ["防衛"]),
        ("……x", "..", ["……"[:1], "……"[1:]]),
        ("nothing", "", []),
        ("nothing", "thing at all", []),
    ],
)
def test_a_find_gives_the_words_as_they_stand_in_the_original(
    text: str, needle: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in find_folded(fold(text), needle)] == found


def test_a_find_minds_the_case_when_the_text_was_folded_so() -> None:
    assert find_folded(fold("Dam dam", keep_case=True), "dam") == [(4, 7)]


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("The dam, the damage; a cofferdam. Dam", "dam", [(4, 7), (34, 37)]),
        ("dam-dam’s", "dam", [(0, 3), (4, 7)]),
        ("aaa aa aaa", "aa", [(4, 6)]),
        ("木原防衛相と会談", "防衛", [(2, 4)]),
        ("한국은 한국 한국", "한국", [(4, 6), (7, 9)]),
        ("a 2024 b20245", "2024", [(2, 6)]),
    ],
)
def test_whole_words_are_cut_by_neither_end(text: str, needle: str, found: list[tuple[int, int]]) -> None:
    assert find_folded(fold(text), needle, whole_words=True) == found


def test_an_empty_stretch_maps_to_a_place() -> None:
    folded = fold("so\u00adft")
    assert [folded.span(place, place) for place in (0, 2, 4)] == [(0, 0), (3, 3), (5, 5)]


@given(ODD)
def test_the_way_back_runs_forward_and_covers_what_is_seen(text: str) -> None:
    folded = fold(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[0] <= second[0] and first[1] <= second[1] for first, second in pairwise(spans))
    unseen = {place for place, _ in enumerate(text)} - {p for span in spans for p in range(*span)}
    assert {text[place] for place in unseen} <= set("\u00ad\u200b\u0304")


@given(
    st.text(alphabet="aZ “”’—\n한か", max_size=12), st.text(alphabet="aZ “”’—\n한か", min_size=1, max_size=6)
)
def test_words_put_into_a_text_are_found_in_it(before: str, words: str) -> None:
    text = f"{before}[{words}]"
    assert any(text[slice(*span)] == f"[{words}]" for span in find_folded(fold(text), f"[{words}]"))


@given(ODD.filter(lambda text: "\u0304" not in text), st.booleans(), st.booleans())
def test_a_mark_at_the_end_changes_nothing_before_it(text: str, keep_case: bool, keep_accents: bool) -> None:
    plain = fold(f"{text} x.", keep_case=keep_case, keep_accents=keep_accents)
    marked = fold(f"{text} x.\u0304", keep_case=keep_case, keep_accents=keep_accents)
    assert marked.text.startswith(plain.text[:-1])
    places = range(len(plain.text) - 1)
    assert [plain.span(place, place + 1) for place in places] == [
        marked.span(place, place + 1) for place in places
    ]


@given(ODD)
def test_folding_the_same_words_decomposed_gives_the_same(text: str) -> None:
    settled = unicodedata.normalize("NFC", text)
    assert fold(settled).text == fold(unicodedata.normalize("NFD", settled)).text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (" “So  it\nheld” ", '"So it held"', True),
        ("It held", "it held", False),
        ("él firmará", "el firmara", False),
        ("10² t", "102 t", False),
        ("x²", "x₂", False),
        ("¼ t", "1⁄4 t", False),
        ("10⁻⁶ t", "10⁻⁶  t", True),
    ],
)
def test_words_are_said_alike_however_they_are_set(one: str, other: str, *, same: bool) -> None:
    assert (as_said(one) == as_said(other)) == same
