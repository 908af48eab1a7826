from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from briefer.errors import BrieferError
from briefer.isolated.conversing import Conversation
from briefer.isolated.running import OvertimeError
from briefer.isolated.wire import Value
from tests.isolated.errands import TornPageError
from tests.isolated.test_running import is_running

HERE = "tests.isolated.errands"


@pytest.fixture
def talk() -> Iterator[Conversation]:
    found = Conversation()
    yield found
    found.close()


def answered(talk: Conversation, errand: str, *args: Value) -> Value:
    talk.ask(f"{HERE}:{errand}", *args)
    return talk.answer()


def test_a_child_that_stays_remembers_what_it_did(talk: Conversation) -> None:
    assert answered(talk, "keep", "a") == ["a"]
    assert answered(talk, "keep", "b") == ["a", "b"]
    assert not talk.asked


def test_an_answer_is_polled_for_without_waiting(talk: Conversation) -> None:
    talk.ask(f"{HERE}:echo", 2)
    assert talk.asked
    while not talk.poll():
        time.sleep(0.01)
    assert talk.answer() == [2]


def test_bytes_of_any_size_come_back(talk: Conversation) -> None:
    assert answered(talk, "bytes_of", 5_000_000) == bytes(5_000_000)


def test_after_an_error_for_the_user_it_goes_on(talk: Conversation) -> None:
    with pytest.raises(TornPageError):
        answered(talk, "tear", 7)
    assert not talk.over
    assert answered(talk, "keep", "a") == ["a"]


@pytest.mark.parametrize("errand", ["crash", "err"])
def test_a_child_that_dies_ends_it_in_one_sentence(talk: Conversation, errand: str) -> None:
    with pytest.raises(BrieferError, match="ended without an answer"):
        answered(talk, errand)
    assert talk.over


def test_a_question_that_takes_too_long_ends_it(talk: Conversation) -> None:
    talk.ask(f"{HERE}:hang", timeout=0.3)
    with pytest.raises(OvertimeError, match="longer than 0.3 seconds"):
        talk.answer()
    assert talk.over


@pytest.mark.parametrize("at_work", [False, True])
def test_a_child_that_is_let_go_ends_at_work_or_not(at_work: bool) -> None:
    talk = Conversation()
    process = answered(talk, "seen")["self"]
    if at_work:
        talk.ask(f"{HERE}:hang")
    talk.close()
    end = time.monotonic() + 10
    while is_running(process):
        assert time.monotonic() < end
        time.sleep(0.02)
