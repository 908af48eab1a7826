"""The whole reference job by mouse: menus, buttons, dragged words; only names are typed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.e2e.reference import KEYS, PASSAGES, TEXTS, expected, rows, sentence, tagged, verified
from tests.e2e.screen import until
from tests.e2e.user import User

TITLES = ("Attendees", "Threats", "Command restructure", "Co-production", "Trilateral memorandum")
Place = tuple[int, int]


def test_the_whole_job_is_done_undone_and_found_again(at_work: Callable[..., User], tmp_path: Path) -> None:
    for text in TEXTS:
        shutil.copy(text, tmp_path)
    user = at_work()
    project = tmp_path / "Untitled brief.brief"
    begin(user, project)
    tag_all(user, project)
    state_a_quotation(user, project)
    for kind, ending in (("Word document", ".docx"), ("PDF", ".pdf")):
        brief = project.with_suffix(ending)
        export(user, kind, brief)
        assert verified(brief, project)
    for left in range(len(expected()), len(expected()) - 3, -1):
        user.click("push button", "Undo")
        until(partial(holds_no_more, project, left), "it is undone step by step")
    before = tagged(project)
    choose(user, "File", "Close project")
    user.click("push button", project.stem)
    user.sees("list", "Outline of the brief")
    assert tagged(project) == before
    until(lambda: redone(user, project), "everything is done again")


def test_the_end_of_a_passage_is_dragged_by_its_handle(at_work: Callable[..., User], sample: Path) -> None:
    shorter = "The announcement highlights the growing threats posed by North Korea"
    whole = f"{shorter}, China, and Russia"
    assert whole in quotes(sample)
    user = at_work(sample)
    first, end = user.words_at("S1:", whole)
    user.program.click(first)
    user.drags(end, user.words_at("S1:", shorter)[1])
    until(lambda: shorter in quotes(sample), "the passage ends where its handle was let go")
    assert whole not in quotes(sample)
    user.hears("Adjusted: S1 “The announcement highlights")
    user.click("push button", "Undo")
    until(lambda: whole in quotes(sample), "it is as it was")


def quotes(project: Path) -> set[str]:
    return {quote for _, _, quote in tagged(project)}


def redone(user: User, project: Path) -> bool:
    user.click("push button", "Redo")
    return tagged(project) == expected() and bool(rows("statements", project))


def begin(user: User, project: Path) -> None:
    """Begin a project under the proposed name, and choose the five files in the dialog."""
    user.click("push button", "New from a template")
    user.click("push button", "Begin")
    user.sees("list", "Outline of the brief")
    user.click("push button", "Add sources")
    user.click("table cell", TEXTS[0].name)
    with user.holding("shift"):
        user.click("table cell", TEXTS[-1].name)
    user.click("push button", "Open")
    until(lambda: len(rows("sources", project)) == len(TEXTS), "the five reports are in the project")


def tag_all(user: User, project: Path) -> None:
    """Drag over each sentence, then tag it in one of the four ways that a mouse has."""
    ways = [by_drop_on_outline, *[by_chip, by_drop_on_chip, by_menu] * 3]
    for (label, words, key), tag in zip(PASSAGES, ways, strict=True):
        user.click("list item", f"{label} ")
        count = len(tagged(project)) + 1
        tag(user, TITLES[KEYS.index(key)], user.selects(f"{label}:", sentence(label, words)))
        until(partial(holds, project, count), f"“{words}” is tagged as {key}")
    assert tagged(project) == expected()


def holds(project: Path, count: int) -> bool:
    return len(tagged(project)) >= count


def holds_no_more(project: Path, count: int) -> bool:
    return len(tagged(project)) <= count


def by_chip(user: User, title: str, _place: Place) -> None:
    user.click("push button", f"Tag as {title}")


def by_drop_on_chip(user: User, title: str, place: Place) -> None:
    user.drags(place, user.sees("push button", f"Tag as {title}").middle)


def by_menu(user: User, title: str, place: Place) -> None:
    user.opens_menu(place)
    user.click("menu item", f"Tag as {KEYS.index(title.lower().replace(' ', '-')) + 1}")


def by_drop_on_outline(user: User, title: str, place: Place) -> None:
    user.drags(place, user.sees("list item", f"{title}, ").middle)


def choose(user: User, menu: str, words: str) -> None:
    """Choose from the menu bar."""
    user.click("menu item", menu)
    user.click("menu item", words)


def state_a_quotation(user: User, project: Path) -> None:
    """Press + beside a section and tick a passage: a quotation takes its words."""
    heading = user.sees("list item", "Attendees, ")
    user.program.click((heading.place[0] + heading.place[2] - 14, heading.middle[1]))
    user.click("combo box", "Reported fact")
    user.click("list item", "Quotation")
    quote = sentence("S4", "joined Japanese counterparts")
    row = user.sees("list item", f"S4 ¶4   {quote[:20]}")
    user.program.click((row.place[0] + 10, row.middle[1]))
    user.click("push button", "Done")
    until(lambda: [one["text"] for one in rows("statements", project)] == [quote], "the quotation is kept")


def export(user: User, kind: str, brief: Path) -> None:
    """Export under the proposed name."""
    user.click("push button", "Export brief")
    user.click("radio button", kind)
    user.click("push button", "Export")
    until(brief.exists, f"{brief.name} is written")
    user.hears(f"Written: {brief.name}")
    user.click("push button", "Close")
    user.sees_no_more("dialog", "Export brief")
