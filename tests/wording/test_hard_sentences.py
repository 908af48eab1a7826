"""Sentences that are hard to tell apart, by hand and from the seeds: `|` stands where one ends."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.paths import seeds
from briefer.wording.sentences import sentence_at, sentences

ENGLISH = """
Prime Minister Fumio Kishida Jr. spoke. | He left.
Adm. Samuel Paparo, Jr., commands it. | Gen. Charles Q. Brown Jr. agreed.
Lloyd J. Austin III said so. | Austin left. | They met Lloyd J. Austin III. | He left.
Talks in Washington, D.C. | The minister flew home from Washington, D.C., at once.
At 9 a.m. Tokyo time it began. | At 5 p.m. it ended.
The U.N. Security Council met. | The U.N. said no. | He lives in the U.K. | She does not.
The U.S.-Japan alliance held. | The U.S.’s role grew. | U.S. troops left. | So did U.S.
St. Petersburg is far. | Mt. Fuji is near. | The Ph.D. student left.
Rep. Smith (R-Tex.) spoke. | Sen. Lee (D-Calif.) did not.
Kim Jong Un, a.k.a. the leader, spoke. | Mr. and Mrs. Kim met Dr. Lee et al. in Seoul. | They ate.
Yonhap News Agency Co., Ltd. reported it. | He was born in Jan. 1950. | He died in Dec.
E.g. missiles, i.e. rockets, etc. were sold. | Missiles, rockets, etc. | The list is long.
It fell 3.5 percent to $1.2 billion. | Prices rose 3.5%. | Wages did not. | The F-35 v. 2.0 flew.
No. 1 is lost. | Yes. | No. | Maybe. | It was 10 ft. long.
See www.asiae.co.kr for more. | Visit example.com. | It works. | He came.He left.
1. First point. | 2. Second point. | • The dam held. | • It fell.
“We act… and we win.” | They left. | Wait... what? | Oh!! | Really?! | Yes.
He said, “It is over.” | Then he left. | "It is over." | Then he left.
He asked, "Is it over?" she said yes. | “Why?” | “Because.” | They left.
“‘It held,’ he said.” | They left. | He said: ‘It held.’ | They left. | “This is good”. | He left.
(It held.) | Then it fell. | It held (see Fig. 3). | Then it fell. | It held [sic]. | It fell.
“Deterrence works.”[3] | It does. | Deterrence works.¹ | It does.¹² | It did.
The "2+2" met. | 28 July 2024. | Tokyo.
"""

KOREAN = """
한미일 3국은 협력을 강화하기로 했다. | 오스틴 장관은 "동맹은 굳건하다."라고 말했다. | 끝.
윤 대통령은 “북한은 위협이다. 우리는 대응한다.”라고 말했다. | 회담은 끝났다.
윤 대통령은 7. 28. 회담에서 말했다. | 회담은 2024. 7. 28. 도쿄에서 열렸다. | “좋다.” | 그는 웃었다.
(서울=연합뉴스) 김철수 기자 = 북한이 미사일을 쏘았다. | 합참이 밝혔다. | 정말인가? | 그렇다!
"""

JAPANESE_AND_CHINESE = """
北朝鮮は、ミサイルを発射した。|防衛省は「警戒を続ける。」と発表した。|首相は（会見で）述べた！
首相は「行く」と言った。|「本当か？」|「はい！」|彼は去った。|『本』を読んだ。|面積は３．５倍。
日米は2プラス2を開いた。|28日、東京で。
美日两国外长在东京会晤。|他们说：“我们将加强合作。”|会议（七月）结束。
“很好！”他说。|“我们将加强合作。”王毅表示。|他说：“我们走吧。”|然后离开了。|……他沉默了。
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("line", lines(ENGLISH) + lines(KOREAN))
def test_a_line_parts_where_a_reader_would_part_it(line: str) -> None:
    assert said(line.replace(" | ", " ")) == line.split(" | ")


@pytest.mark.parametrize("line", lines(JAPANESE_AND_CHINESE))
def test_a_line_without_spaces_parts_too(line: str) -> None:
    assert said(line.replace("|", "")) == line.split("|")


SEEDS = {
    "000": "The United States | The announcement highlights | Secretary of State | The statement stressed |"
    " The leaders pointed | North Korea’s continued | Additionally, China’s rapid |"
    " “North Korea’s continued | The officials reaffirmed | This joint statement"
    " | The collaboration between | The leaders highlighted |"
    " This effort reflects | As the security | The joint statement",
    "001": "World | Strengthening U.S.-Japan Military | Explore the importance | This article delves |"
    " Strengthening U.S.-Japan Military | The top diplomatic | This strategic partnership |"
    " Among the pivotal | This collaborative approach | The statement released | Specific attention was |"
    " The statement also | In light of | This clause serves | One of the | The senior officials |"
    " This sentiment underscores | U.S. Secretary of",
    "002": "본문 바로가기 | bar_progress | Text Size | Close | US-Japan Foreign and | First Bilateral 2+2 |"
    " \"Concerns Over China's | The governments of | US-Japan Foreign and | According to Kyodo |"
    " The meeting was | The U.S.-Japan foreign | The ministers expressed | In the joint |"
    " They also announced | Earlier, U.S. President | The U.S. and | © The Asia"
    " | All rights reserved. | Special Coverage |"
    " Join us on | Top",
    "003": "USA And Japan | The United States | In a joint | Secretary of State | “We are at |"
    " In the committee's | Austin also pointed | cooperation with Russia | The American also | “It will be |"
    " Japan is home | At the same | The meeting is | Japan and the | Before the meeting, | The"
    " meeting resulted",
    "004": "On Sunday, July | Extended deterrence refers | During the meeting, | “Given the increasingly |"
    " I welcome the | According to a | “In this situation, | The importance of | On the same |"
    " Following the trilateral",
}


@pytest.mark.parametrize("name", SEEDS)
def test_the_sentences_of_the_seeds_begin_where_a_reader_would_begin(name: str) -> None:
    text = next(seeds().glob(f"{name}_*.txt")).read_bytes().decode()
    assert [" ".join(words.split()[:3]) for words in said(text)] == SEEDS[name].split(" | ")


@pytest.mark.parametrize("name", SEEDS)
def test_a_caret_anywhere_in_the_seeds_means_the_sentence_around_it(name: str) -> None:
    text = next(seeds().glob(f"{name}_*.txt")).read_bytes().decode()
    for start, end in sentences(text):
        assert {sentence_at(text, place) for place in (start, (start + end) // 2, end - 1)} == {(start, end)}


PROSE = st.text(alphabet="aB .!?…”“\"’'()[]1-\n\u00a0。、「」『』（）？．다는说¹7É😀", max_size=80)


@given(PROSE)
def test_every_character_but_the_space_between_lies_in_exactly_one_sentence(text: str) -> None:
    covered = [0] * len(text)
    for start, end in sentences(text):
        for place in range(start, end):
            covered[place] += 1
    assert max(covered, default=0) <= 1
    assert all(count or character.isspace() for count, character in zip(covered, text, strict=True))


@given(PROSE, PROSE)
def test_a_line_parts_in_the_same_places_whatever_stands_on_other_lines(one: str, other: str) -> None:
    lone = said(re.sub(r"\n", " ", one))
    assert said(re.sub(r"\n", " ", one) + "\n" + other)[: len(lone)] == lone
