"""Sentences of English, Korean and Japanese, and what a caret or a selection means by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.sentences import sentence_at, sentence_beside, sentences, sentences_around, snap_to_words

PROSE = st.text(alphabet="aB .!?…”“\"’'()[]1-\n\u00a0。、「」『』（）？．다는", max_size=80)


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def seed(name: str) -> str:
    return next(seeds().glob(f"{name}_*.txt")).read_bytes().decode()


@pytest.mark.parametrize(
    "text",
    [
        "The dam held.|Nobody was hurt.",
        "Lloyd J. Austin III met Mr. Kihara in the U.S. capital.|He left at 5 p.m. on Jan. 5.",
        "It is threatened by the U.S. and Japan.|They met in the U.S.|The talks went on.",
        "The U.S.’s “extended deterrence.”|Extended deterrence is old.",
        "Gen. J. Kim and Lt. Gen. R. Rupp spoke.|No. 5 was lost.|No.|We stay.",
        "Apple Inc. said so.|It grew by 3.5 per cent to 50,000.",
        "1. The council met.|2. It left.",
        "(See below.)|Next.",
        "“Is it so?” he asked.|“It is!”|He left…|But our cooperation… has grown.",
        "Kamikawa added that ”this is a critical phase.”|Austin agreed.",
        "“We will strengthen it.|I welcome the talks,” she said.",
        "“Nobody closed this.|It goes on.",
        "As was shown.[12]|Others differ.[a]|So it goes . . . on.",
        "Join us on social!|Top",
        "It held.|[struck out: It fell.]|“[struck out: Nobody] was hurt by approx. [struck out: 2] stones.”",
        "윤 대통령은 “북한은 위협이다. 우리는 대응한다.”라고 말했다.|회담은 끝났다.",
        "회담은 2024. 7. 28. 도쿄에서 열렸다.|“좋다.”|그는 웃었다.",
        "防衛相は「同盟だ。強化する。」と述べた。|会談は終わった。",
        "「はい。」|そして帰った。|面積は３．５倍。|本当？|彼は「未完。|次の文。",
    ],
)
def test_a_line_parts_into_the_sentences_a_reader_sees(text: str) -> None:
    joint = "" if "。" in text else " "
    assert said(text.replace("|", joint)) == text.split("|")


def test_a_headline_is_a_sentence_of_its_own() -> None:
    assert said("Five Ministers Meet\n\nThey met.\n\u00a0\n") == ["Five Ministers Meet", "They met."]


@pytest.mark.parametrize(("name", "count"), [("000", 15), ("001", 18), ("002", 22), ("003", 16), ("004", 10)])
def test_the_seeds_have_the_sentences_counted_by_eye(name: str, count: int) -> None:
    assert len(said(seed(name))) == count


def test_the_seeds_keep_initials_abbreviations_and_quotations_whole() -> None:
    assert said(seed("001"))[-1].startswith(
        "U.S. Secretary of State Antony J. Blinken and Defense Secretary Lloyd"
    )
    assert said(seed("003"))[4].endswith("adding that ”this is a critical phase.”")
    assert "© The Asia Business Daily(www.asiae.co.kr)." in said(seed("002"))
    assert said(seed("004"))[-1].startswith("Following the trilateral")


@given(PROSE)
def test_sentences_stand_in_order_on_one_line_each_and_leave_out_only_white_space(text: str) -> None:
    spans = sentences(text)
    end = 0
    for start, stop in spans:
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        assert "\n" not in text[start:stop]
        end = stop
    assert not text[end:].strip()


def test_a_long_line_of_marks_takes_no_longer_than_its_length() -> None:
    for marks in ("…", "「", "（", "“", ". (", "“다.”"):
        assert sentences(marks * 50_000)


def test_the_caret_picks_the_sentence_under_it_or_before_it_on_its_line() -> None:
    text = "  One.  Two.\n\n\u00a0\nあ。い。"
    picked = {place: text[slice(*span)] for place in range(len(text)) if (span := sentence_at(text, place))}
    assert [picked.get(place) for place in (0, 2, 6, 7, 8, 12)] == [
        "One.",
        "One.",
        "One.",
        "One.",
        "Two.",
        "Two.",
    ]
    assert [picked.get(place) for place in (13, 14, 15)] == [None, None, None]
    assert [picked[place] for place in (16, 17, 18, 19)] == ["あ。", "あ。", "い。", "い。"]


@given(PROSE, st.integers(0, 80))
def test_the_sentence_at_a_caret_is_one_of_the_sentences(text: str, position: int) -> None:
    position = min(position, len(text))
    span = sentence_at(text, position)
    line = text[text.rfind("\n", 0, position) + 1 :].partition("\n")[0]
    assert span in sentences(text) if line.strip() else span is None


def around(text: str, quote: str) -> list[str | None]:
    start = text.index(quote)
    return [span and text[slice(*span)] for span in sentences_around(text, start, start + len(quote))]


def test_a_whole_sentence_has_the_whole_sentences_beside_it_as_its_context() -> None:
    assert around("One. Two.\n\n \nThree. Four.", "Three.") == ["Two.", "Four."]
    assert around("One. Two.\n\n \nThree. Four.", "Two.") == ["One.", "Three."]
    assert around("One.", "One.") == [None, None]


def test_a_part_of_a_sentence_has_its_rest_as_its_context() -> None:
    assert around("He left. They met in Tokyo today. It rained.", "in Tokyo") == ["They met", "today."]


@pytest.mark.parametrize(
    ("text", "quote", "sides"),
    [
        ("He left. They met in Tokyo today. It rained.", "in Tokyo", ("They met ", " today.")),
        ("He left. They met.\nIt rained.", "They met.", ("", "")),
        ("  He left. They met.\nIt rained", "left. They", ("He ", " met.")),
        ("  \nHe left.  They met.", "  They", ("", " met.")),
        ("  \n \n", " \n", ("", "")),
    ],
)
def test_beside_a_stretch_stands_the_rest_of_its_sentence(
    text: str, quote: str, sides: tuple[str, str]
) -> None:
    start = text.index(quote)
    before, behind = sentence_beside(text, start, start + len(quote))
    assert (text[slice(*before)], text[slice(*behind)]) == sides


@given(PROSE, st.integers(0, 80), st.integers(1, 80))
def test_the_rest_of_a_sentence_touches_the_stretch_and_is_of_its_line(
    text: str, one: int, long: int
) -> None:
    start = min(one, max(0, len(text) - 1))
    end = min(start + long, len(text))
    before, behind = sentence_beside(text, start, end)
    assert before[0] <= before[1] == start
    assert behind[1] >= behind[0] == end
    assert "\n" not in text[slice(*before)] + text[slice(*behind)]


def test_a_lone_quotation_mark_is_no_context() -> None:
    assert around("He spoke. “It held.” They left.", "It held") == ["He spoke.", "They left."]


@given(PROSE, st.integers(0, 80), st.integers(0, 80))
def test_context_never_reaches_into_the_stretch(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    before, after = sentences_around(text, start, end)
    assert before is None or (before[0] < before[1] <= start and text[slice(*before)].strip())
    assert after is None or (end <= after[0] < after[1] and text[slice(*after)].strip())


@pytest.mark.parametrize(
    ("text", "selected", "snapped"),
    [
        ("The dam held.", "am hel", "dam held"),
        ("The dam held.", " dam ", "dam"),
        ("the U.S.’s plan", ".S", "U.S.’s"),
        ("air-to-air missiles don’t fly", "to-air missiles don", "air-to-air missiles don’t"),
        ("more than 50,000 troops", "0,0", "50,000"),
        ("the Yo\u0304ko talks", "o\u0304k", "Yo\u0304ko"),
        ("국방장관은, 도쿄에서", "방장관은, 도", "국방장관은, 도쿄에서"),
        ("東京で会談した", "京で会", "京で会"),
        ("東京でGDPが増えた", "でG", "でGDP"),
        ("か\u3099く", "か", "か\u3099"),
        ("“deterrence policy”", "“deter", "“deterrence"),
        ("end.", "d.", "end."),
    ],
)
def test_a_selection_snaps_to_the_words_it_cuts(text: str, selected: str, snapped: str) -> None:
    start = text.index(selected)
    assert text[slice(*snap_to_words(text, start, start + len(selected)))] == snapped


def test_a_blank_selection_stays_empty() -> None:
    assert snap_to_words("One  two", 3, 5) == (5, 5)


@given(PROSE, st.integers(0, 80), st.integers(0, 80))
def test_snapping_keeps_all_that_was_selected_and_is_done_once(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    low, high = snap_to_words(text, start, end)
    assert text[start:end].strip() in text[low:high]
    assert text[low:high] == text[low:high].strip()
    assert snap_to_words(text, low, high) == (low, high)
