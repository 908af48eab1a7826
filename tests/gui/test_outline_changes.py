"""The outline while records come, go and move under it, with a card chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import drafting, sections, sources, tagging
from briefer.gui.outline import model as outline_model
from briefer.gui.window import MainWindow
from briefer.model.anchor import Anchor
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import Passage, Tag
from tests.gui import hands
from tests.gui.test_outline import said
from tests.gui.windows import (
    ALT,
    CONTROL,
    FLOOD,
    SHIFT,
    a_dam,
    a_window,
    choose,
    press,
    quotes,
    room,
    section,
    session_of,
    source,
    words_of,
)  # fmt: skip
from tests.worlds import World

REPAIRS = "Repairs cost two million., S2 ¶1, not cited"


def chosen(window: MainWindow) -> str:
    """Return the words of the chosen card, or an empty string on a heading."""
    line = room(window).space.outline.current_line()
    return words_of(window, line) if line else ""


def a_column(*words: str) -> World:
    """Return a world with these words as passages of one section, in order, and an empty section behind."""
    world = World()
    report, home = world.source(" ".join(words)), world.section("State")
    world.section("Cost")
    for each in words:
        world.tag(report, each, home)
    return world


def test_a_card_taken_out_goes_quietly_and_comes_back_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "cost", 0)
    for _ in range(5):
        press(room(window).space.outline, Qt.Key.Key_Delete)
        assert "Cost, 0" in said(window)
        assert REPAIRS not in said(window)
        press(window, Qt.Key.Key_Z, CONTROL)
        assert "Cost, 1" in said(window)
        assert said(window).count(REPAIRS) == 1
        room(window).space.outline.choose(session_of(window).project.body(section(window, "cost"))[0].id)


def test_a_chosen_card_goes_by_shift_and_its_digit_in_the_pane(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    pane = room(window).space.panes.panes()[0]
    room(window).space.panes.show_source(source(window, "S2"), pane)
    hands.click(pane.view, 3)
    QApplication.processEvents()
    assert chosen(window) == "Repairs cost two million."
    press(pane.view, Qt.Key.Key_2, SHIFT)
    assert "Cost, 0" in said(window)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert said(window).count(REPAIRS) == 1


def test_the_tag_just_made_goes_by_undo_while_its_card_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    view = room(window).space.panes.active.view
    view.setFocus()
    for _ in range(5):
        press(view, Qt.Key.Key_3)
        choose(window, "people", 0)
        press(window, Qt.Key.Key_Z, CONTROL)
        assert "People, 0" in said(window)
    assert len(said(window)) == 9


def test_a_chosen_card_goes_with_its_source(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    before = said(window)
    choose(window, "state", 1)
    window.desk.do(lambda project: sources.remove(project, source(window, "S2")))
    assert [words for words in said(window) if "S2" in words] == []
    assert hands.picture(room(window).space.outline).width() > 100
    window.desk.undo()
    assert said(window) == before


def test_a_chosen_card_stays_chosen_when_its_section_is_merged(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    choose(window, "cost", 0)
    window.desk.do(
        lambda project: sections.merge(project, section(window, "cost"), section(window, "people"))
    )
    assert "People, 1" in said(window)
    assert chosen(window) == "Repairs cost two million."


def test_what_is_let_go_leaves_the_next_card_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_column("One.", "Two.", "Three.")
    world.statement(world.sections[1], "Two it is.", world.passages[1])
    window = a_window(qtbot, tmp_path, world)
    choose(window, "state", 1)
    press(room(window).space.outline, Qt.Key.Key_Delete)
    assert said(window)[-2:] == ["Unfiled passages, 1", "Two., S1 ¶1"]
    assert chosen(window) == "Three."
    press(window, Qt.Key.Key_Z, CONTROL)
    assert "Unfiled passages, 1" not in said(window)
    assert chosen(window) == "Three."


def test_an_unfiled_card_shows_where_its_passage_stands_now(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    mayor = world.tag(world.sources[0], "The mayor", None)
    window = a_window(qtbot, tmp_path, world)
    start = FLOOD.index("It held")
    moved = Anchor.at(mayor.anchor.text, FLOOD, start, start + len("It held"))
    after = Passage(mayor.id, mayor.source, moved, "", "review")
    window.desk.do(lambda _: Change("Move", (Edit(mayor, after),)))
    assert said(window)[-1] == "It held, S1 ¶1, to review"


def test_a_moved_entry_stays_chosen_through_undo_and_redo(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_column("One.", "Two.", "Three."))
    outline = room(window).space.outline
    choose(window, "state", 2)
    press(outline, Qt.Key.Key_Up, ALT)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        press(window, key, CONTROL)
        assert chosen(window) == "Three."
    press(window, Qt.Key.Key_Z, CONTROL)
    press(outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state") == ["One.", "Three.", "Two."]


def test_an_entry_moved_into_a_folded_section_comes_back_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_column("One.", "Two.", "Three."))
    outline = room(window).space.outline
    assert outline.outline.rows is not None
    outline.outline.fold(outline.outline.rows.groups[2], folded=True)
    choose(window, "state", 2)
    press(outline, Qt.Key.Key_Down, ALT)
    assert (quotes(window, "cost"), chosen(window)) == (["Three."], "")
    press(outline, Qt.Key.Key_Down, ALT)
    press(outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state") == ["One.", "Two."]
    press(window, Qt.Key.Key_Z, CONTROL)
    assert chosen(window) == "Three."


def test_an_entry_keeps_its_choice_when_all_get_new_ranks(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_column("One.", "Two.", "Three.")
    for place, record in enumerate(world.records):
        if isinstance(record, Tag):
            world.records[place] = Tag(record.id, record.passage, record.section, "V")
    window = a_window(qtbot, tmp_path, world)
    choose(window, "state", 2)
    press(room(window).space.outline, Qt.Key.Key_Up, ALT)
    assert quotes(window, "state") == ["One.", "Three.", "Two."]
    press(window, Qt.Key.Key_Z, CONTROL)
    assert (quotes(window, "state"), chosen(window)) == (["One.", "Two.", "Three."], "Three.")


def shown(window: MainWindow) -> list[list[str]]:
    """Return the ids that the model holds, group by group."""
    rows = room(window).space.outline.outline.rows
    assert rows is not None
    return [[line.id for line in rows.entries(group)] for group in rows.groups]


def counts(window: MainWindow) -> list[int]:
    """Return what the headings say, and prove that there are as many rows."""
    model = room(window).space.outline.outline
    assert model.rows is not None
    counted = [group.count for group in model.rows.groups]
    assert model.rowCount() == sum(counted) + len(counted) - (counted[-1] == 0)
    return counted


def held(project: Project) -> list[list[str]]:
    """Return the ids that the project holds in the same order."""
    bodies = [[entry.id for entry in project.body(home)] for home in (None, *project.sections())]
    return [*bodies, [passage.id for passage in project.unfiled()]]


def something(project: Project, dice: Random) -> Change:
    """Return one of the things a user can do, on whatever the dice choose."""
    homes, texts = project.sections(), project.sources()
    bodies = [entry for home in homes for entry in project.body(home)]
    tags = [entry for entry in bodies if isinstance(entry, Tag)]
    home, text = dice.choice(homes), dice.choice(texts)
    start = dice.randrange(text.length - 9)
    entry = dice.choice(tags)
    ways: list[Callable[[], Change]] = [
        lambda: tagging.tag(project, text, start, start + 8, home),
        lambda: drafting.file_behind(project, text, start, start + 8, home, after=None),
        lambda: tagging.untag(project, entry),
        lambda: tagging.untag_span(project, text, 0, text.length, home),
        lambda: tagging.discard(project, dice.choice(project.passages())),
        lambda: drafting.move(project, entry, home, dice.choice([None, *project.body(home)])),
        lambda: drafting.write(project, home, "So.", "fact", [dice.choice(project.passages())]),
        *(partial(drafting.remove, project, each) for each in project.statements()[:1]),
        lambda: drafting.sort_by_place(project, home),
        lambda: sections.merge(project, home, dice.choice(homes)),
        lambda: sections.remove(project, home),
        lambda: sections.add(project, f"New {len(homes)}"),
        lambda: sources.remove(project, text),
    ]
    return dice.choice(ways)()


@pytest.mark.parametrize("seed", range(4))
def test_it_always_lists_what_the_project_holds(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(outline_model, "MANY", 30)
    dice = Random(seed)
    window = a_window(qtbot, tmp_path, a_dam())
    model, outline = room(window).space.outline.outline, room(window).space.outline
    project = session_of(window).project
    for _ in range(60):
        outline.setCurrentIndex(model.index(dice.randrange(model.rowCount())))
        if dice.random() < 0.4:
            window.desk.undo() if dice.random() < 0.6 else window.desk.redo()
        elif project.sections() and project.sources() and project.tag_counts():
            window.desk.do(lambda project: something(project, dice))
        else:
            window.desk.undo()
        assert shown(window) == held(project)
        assert counts(window) == [len(body) for body in held(project)]
        outline.grab()
