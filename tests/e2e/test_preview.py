"""The preview with a real mouse: from a note to its passage, and from a passage to where it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefer.gui.preview.stack import Stack, fitting
from briefer.isolated.conversing import Conversation
from briefer.isolated.wire import Value
from briefer.session import snapshot
from briefer.tasks.opening import convert, sample_path
from briefer.tasks.previewing import preview_file
from tests.e2e.screen import until
from tests.e2e.user import User

PAGES = "Preview of the brief"
SCROLL_BAR = 10  # pixels


class Printed:
    """The brief of a project as its reader finds it in the preview."""

    def __init__(self, project: Path, talk: Conversation) -> None:
        self.found: dict[str, Any] = preview_file(str(project))
        self._talk = talk
        self.sizes: list[tuple[float, float]] = self._ask("open_pages", self.found["pdf"])

    def passage_of_note(self, number: int) -> str:
        """Return the id of the passage that a note rests on."""
        keys = {(trace.kind, trace.number): trace.passages for trace in self.found["traces"]}
        return str(keys["mark", number][0])

    def page_of(self, passage: str) -> int:
        """Return the page, from 1, that first prints something of a passage."""
        pages = [
            self.found["places"][trace.place][0] + 1
            for trace in self.found["traces"]
            if passage in trace.passages and trace.kind != "foot"
        ]
        return int(min(pages))

    def place_of_mark(self, number: int, place: tuple[int, int, int, int]) -> tuple[int, int]:
        """Return where the number of a note of the first page is, in pages at their beginning at a place."""
        left, top, width, _ = place
        scale = fitting(width - SCROLL_BAR, self.sizes[0][0], self.found["margin"])
        page = Stack(self.sizes, scale).rect(0, (width - SCROLL_BAR) / 2)
        printed = self._ask("read_page", 0)["printed"]
        box = next(box for kind, found, box in printed if (kind, found) == ("mark", number))
        x, y = (box[0] + box[2]) / 2 * scale, (box[1] + box[3]) / 2 * scale
        return round(left + page.left() + x), round(top + page.top() + y)

    def _ask(self, function: str, *args: Value) -> Value:
        self._talk.ask(f"briefer.isolated.pdf_pages:{function}", *args)
        return self._talk.answer()


@contextmanager
def printed(project: Path) -> Iterator[Printed]:
    talk = Conversation()
    try:
        yield Printed(project, talk)
    finally:
        talk.close()


def passage(project: Path, identifier: str) -> tuple[str, str]:
    """Return the label of a passage's source and its words."""
    session = snapshot(project)
    try:
        found = session.project.passage(identifier)
        source = next(one for one in session.project.sources() if one.id == found.source)
        return source.label, found.anchor.quote
    finally:
        session.close()


def test_a_note_leads_to_its_passage_and_the_passage_to_its_page(
    at_work: Callable[..., User], tmp_path: Path
) -> None:
    project = tmp_path / "sample.brief"
    convert(sample_path(), project)
    user = at_work(project)
    user.sees("list", "Outline of the brief")
    user.press("ctrl+p")
    pages = user.sees("filler", f"{PAGES}, page 1")
    with printed(project) as brief:
        user.program.click(brief.place_of_mark(1, pages.place))
        label, quote = passage(project, brief.passage_of_note(1))
        until(lambda: in_sight(user, label, quote), f"“{quote}” is in sight in {label}")
        user.has_keys_at("filler", PAGES)
        page, words = next(
            (brief.page_of(one), passage(project, one)[1])
            for one in quotations(brief, project, label)
            if brief.page_of(one) > 1
        )
    start, _ = user.words_at(label, words[:40])
    user.opens_menu((start[0] + 8, start[1]))
    user.click("menu item", "Show in the preview")
    assert user.sees("filler", f"{PAGES}, page {page} of").place[2] > 0


def in_sight(user: User, label: str, quote: str) -> bool:
    pane, found = user.eyes.find("text", f"{label}:"), user.eyes.spot(f"{label}:", quote)
    return bool(pane and found and pane.place[1] < found[0][1] < pane.place[1] + pane.place[3])


def quotations(brief: Printed, project: Path, label: str) -> list[str]:
    """Return the ids of the passages of a source that the brief quotes as a paragraph of their own."""
    quoted = [trace.passages[0] for trace in brief.found["traces"] if trace.place.startswith("_Cite")]
    return [one for one in quoted if passage(project, one)[0] == label]
