"""What a screen reader is told: the words of the sources, every control by name, and what was done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.tasks.opening import convert, sample_path
from tests.e2e.reference import TEXTS, rows, sentence, tagged
from tests.e2e.screen import until
from tests.e2e.user import User

CONTROLS = ("push button", "toggle button", "check box", "radio button", "text", "combo box", "list", "tree")
READ = ("list item", "page tab", "menu item", *CONTROLS)
LONGEST_ROUND = 60
HEADER = 70
"""Pixels from the top to where the parts of the window begin."""
STATED = "The leaders pointed to several factors"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "sample.brief"
    convert(sample_path(), path)
    return path


def test_the_words_of_a_source_are_found_by_its_name_and_read(
    at_work: Callable[..., User], project: Path
) -> None:
    user = at_work(project)
    assert user.sees("text", "S1:").words == TEXTS[0].read_text("utf-8")


def test_a_sentence_is_tagged_without_a_mouse_and_that_is_announced(
    at_work: Callable[..., User], project: Path
) -> None:
    user = at_work(project)
    page, wanted = user.sees("text", "S1:"), ("S1", "threats", sentence("S1", STATED))
    assert wanted not in tagged(project)
    user.gives_keys_to("text", "S1:")
    assert user.eyes.put_caret("text", "S1:", page.words.index(STATED))
    user.press("2")
    user.hears("Tagged as Threats: S1 “The leaders pointed to several factors")
    until(lambda: wanted in tagged(project), "the sentence is tagged")
    assert user.eyes.act("push button", "Tag as Attendees", "Press")
    user.hears("Tagged as Attendees: S1 “The leaders")
    assert user.eyes.act("push button", "Undo", "Press")
    user.hears("Undone")


@pytest.mark.parametrize(
    ("keys", "dialog"),
    [("", ""), ("ctrl+e", "Export"), ("ctrl+i", "Details"), ("ctrl+n", "New"), ("F1", "Keyboard")],
)
def test_everything_that_shows_has_a_name(
    at_work: Callable[..., User], project: Path, keys: str, dialog: str
) -> None:
    user = at_work(project)
    user.sees("list item", "S5")
    if keys:
        user.press(keys)
        user.sees("dialog", dialog)
    until(lambda: user.eyes.unnamed(*READ) == [], "everything has a name")
    assert user.eyes.unnamed(*READ) == []


@pytest.mark.parametrize(
    ("keys", "chosen", "label"),
    [
        ("ctrl+comma", "A4", "Paper"),
        ("ctrl+i", "not graded", "Reliability"),
        ("ctrl+e", "Brief", "Preset"),
        ("ctrl+shift+n", "Judgement", "Kind of statement"),
    ],
)
def test_a_choice_is_read_with_what_it_is_the_choice_of(
    at_work: Callable[..., User], project: Path, keys: str, chosen: str, label: str
) -> None:
    user = at_work(project)
    user.sees("list item", "S5")
    user.press(keys)
    assert user.sees("combo box", chosen).labels == (label,)


def test_the_cards_are_read_with_all_that_they_show(at_work: Callable[..., User], project: Path) -> None:
    user = at_work(project)
    for source in rows("sources", project):
        assert source["file_name"] in user.sees("list item", source["label"]).name or source["title"]
    first = next(row for row in rows("statements", project) if row["section"] == "bluf")
    kinds = {"fact": "Reported fact", "judgement": "Judgement"}
    assert first["text"] in user.sees("list item", kinds[first["kind"]]).name


def test_tab_goes_from_left_to_right_and_comes_back(at_work: Callable[..., User], project: Path) -> None:
    user = at_work(project)
    left, right = user.sees("list", "Sources").place, user.sees("list", "Outline").place
    seen = [user.gives_keys_to("text", "Filter sources")]
    while seen[-1].place[1] > HEADER and len(seen) < LONGEST_ROUND:
        user.press("Tab")
        seen.append(user.has_keys_elsewhere(seen[-1]))
    columns = [(node.middle[0] > left[0] + left[2]) + (node.middle[0] > right[0]) for node in seen[:-1]]
    assert all(node.name for node in seen)
    assert columns == sorted(columns)
    assert set(columns) == {0, 1, 2}
