"""Struck-out words stay in a text, in brackets that are found again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.wording.struck_out import STRUCK_OUT, struck_out, struck_out_paragraphs


@given(st.text())
def test_no_word_is_lost_and_blank_words_stay_as_they_are(words: str) -> None:
    written = struck_out(words)
    assert written == (
        words if not words.strip() else words.replace(words.strip(), f"[struck out: {words.strip()}]", 1)
    )


@given(st.text(st.characters(exclude_characters="[]\n"), min_size=1).filter(str.strip))
def test_the_brackets_are_found_again(words: str) -> None:
    [found] = STRUCK_OUT.finditer(f"before {struck_out(words)} behind")
    assert found[0] == f"[struck out: {words.strip()}]"


def test_each_paragraph_is_marked_by_itself() -> None:
    text = struck_out_paragraphs(" It rose.\n \n By 4. ")
    assert text == " [struck out: It rose.]\n \n [struck out: By 4.] "
    assert len(STRUCK_OUT.findall(text)) == 2
