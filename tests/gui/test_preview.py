"""The preview as its reader has it: up to date, sharp, at the same place, with real child processes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.actions import details, drafting
from briefer.gui.window import MainWindow
from briefer.model.records import Statement
from tests.gui.previews import PATIENCE, a_preview, open_world, pages, preview, printed, shown
from tests.gui.windows import CONTROL, NONE, a_dam, a_window, press, room, session_of
from tests.worlds import World


def a_long_world(statements: int = 60) -> World:
    """Return a dam about which so much is said that its brief has many pages."""
    world = World()
    source = world.source("The dam held. " * 3 + "It rained.")
    for title in ("State", "Cost", "People"):
        section = world.section(title)
        rained = world.tag(source, "It rained.", section)
        for number in range(statements // 3):
            world.statement(section, f"{title} {number}: {'the dam held, they said, ' * 9}it rained.", rained)
    return world


def rewrite(window: MainWindow, place: int, text: str) -> None:
    """Change the words of a statement by its place in the project."""
    statement = session_of(window).project.statements()[place]
    assert isinstance(statement, Statement)
    window.desk.do(lambda project: drafting.rewrite(project, statement, text=text))


def test_the_pages_show_what_would_be_exported(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    assert "The dam held through the flood." in printed(window)
    picture = pages(window).grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 60).name() == "#ffffff"
    image = pages(window).sheets.pictures[0].image
    rect = pages(window).page_rect(0)
    ratio = pages(window).devicePixelRatioF()
    assert (image.width(), image.height()) == (round(rect.width() * ratio), round(rect.height() * ratio))


def test_a_change_is_shown_in_the_background_and_the_last_pages_stay_meanwhile(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_preview(qtbot, tmp_path)
    before = pages(window).sheets.edition
    rewrite(window, 0, "The dam held and held.")
    assert preview(window).bar.state == "Updating…"
    assert pages(window).sheets.edition is before
    assert pages(window).sheets.pictures
    rewrite(window, 0, "The dam held to the last.")
    qtbot.waitUntil(lambda: pages(window).sheets.edition is not before, timeout=PATIENCE)
    shown(qtbot, window)
    assert "The dam held to the last." in printed(window)
    assert window.desk.background.shown() == []
    window.desk.undo()
    shown(qtbot, window)
    assert "The dam held and held." in printed(window)


def test_a_change_while_pages_are_set_is_shown_after_them(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    previewing = room(window).preview.previewing
    rewrite(window, 0, "First.")
    qtbot.waitUntil(lambda: previewing._child.asked, timeout=PATIENCE)
    rewrite(window, 0, "Second.")
    qtbot.waitUntil(lambda: "Second." in printed_or_nothing(window), timeout=PATIENCE)
    assert "First." not in printed(window)


def printed_or_nothing(window: MainWindow) -> str:
    view = pages(window)
    return printed(window) if all(page in view.sheets.words for page in view.seen()) else ""


def test_what_nobody_looks_at_is_set_when_it_is_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    window.commands["preview"].trigger()
    assert not preview(window).isVisible()
    before = pages(window).sheets.edition
    rewrite(window, 0, "Nobody saw it.")
    qtbot.wait(300)
    assert not room(window).preview.previewing._child.asked
    assert pages(window).sheets.edition is before
    window.commands["preview"].trigger()
    qtbot.waitUntil(lambda: pages(window).sheets.edition is not before, timeout=PATIENCE)
    shown(qtbot, window)
    assert "Nobody saw it." in printed(window)


def test_after_a_rest_the_pages_are_there_at_once_and_drawn_anew_when_needed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = a_preview(qtbot, tmp_path)
    window.commands["preview"].trigger()
    room(window).preview.previewing.rest()
    window.commands["preview"].trigger()
    assert pages(window).sheets.pictures
    pages(window).zoom_by(2)
    shown(qtbot, window)
    assert pages(window).sheets.is_shown()


def test_it_is_printed_as_the_last_export_was(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    before, path = pages(window).sheets.edition, session_of(window).path
    assert path is not None
    choices = {
        "folder": "", "format": ".pdf", "preset": "submission",
        "paper": "Letter", "evidence": "", "citations": "apa",
    }  # fmt: skip
    window.settings.keep_export_of(path, choices)
    window.commands["preview"].trigger()
    window.commands["preview"].trigger()
    qtbot.waitUntil(lambda: pages(window).sheets.edition is not before, timeout=PATIENCE)
    assert [round(edge) for edge in pages(window).sheets.sizes[0]] == [612, 792]


def test_errors_make_it_a_draft_and_never_empty(qtbot: QtBot, tmp_path: Path) -> None:
    world = a_dam()
    world.statement(world.sections[2], "Nobody was hurt.")
    window = a_preview(qtbot, tmp_path, world)
    assert preview(window).bar.state == "Draft"
    assert "UNCLASSIFIED — DRAFT" in printed(window)


def test_a_refusal_leaves_the_last_pages_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    path = session_of(window).path
    assert path is not None
    path.rename(tmp_path / "moved.brief")
    room(window).preview.previewing._take_change()
    qtbot.waitUntil(lambda: preview(window).bar.state == "Not up to date", timeout=PATIENCE)
    assert pages(window).sheets.pictures
    (tmp_path / "moved.brief").rename(path)
    rewrite(window, 0, "It goes on.")
    shown(qtbot, window)
    assert "It goes on." in printed(window)


def test_a_child_that_dies_is_begun_anew(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    talk = pages(window).sheets._talk._talk
    assert talk is not None
    talk._process.kill()
    talk._process.wait()
    pages(window).zoom_by(1)
    qtbot.waitUntil(lambda: preview(window).bar.state == "Not up to date", timeout=PATIENCE)
    pages(window).zoom_by(1)
    qtbot.waitUntil(pages(window).sheets.is_shown, timeout=PATIENCE)


def test_it_can_be_given_up_from_the_status_line(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    previewing = room(window).preview.previewing
    rewrite(window, 0, "It takes long.")
    qtbot.waitUntil(lambda: previewing._job is not None, timeout=PATIENCE)
    previewing._give_up()
    assert preview(window).bar.state == "Not up to date"
    assert not previewing._child.asked
    rewrite(window, 0, "Now it does not.")
    shown(qtbot, window)
    assert "Now it does not." in printed(window)


def test_a_project_in_no_file_says_why_it_has_no_preview(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_window(qtbot, tmp_path, a_dam())
    window.commands["preview"].trigger()
    assert "lies in no file yet" in preview(window)._message.text()
    assert preview(window)._message.isVisible()
    window.desk.lay(None)
    assert pages(window).sheets.edition is None


def test_another_project_takes_its_pages_along(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path)
    open_world(qtbot, window, a_long_world(6), tmp_path / "long.brief")
    assert pages(window).sheets.edition is None
    assert not preview(window).isVisible()
    window.commands["preview"].trigger()
    shown(qtbot, window)
    assert "State 0" in printed(window)


def test_only_the_pages_near_sight_have_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path, a_long_world(120))
    view = pages(window)
    assert len(view.stack) > 8
    for page in (len(view.stack) - 1, 3, 5):
        view.go_to_page(page)
        shown(qtbot, window)
        assert set(view.sheets.pictures) <= {*view.seen(), view.seen()[0] - 1, view.seen()[-1] + 1}
    assert len(view.sheets.pictures) <= 5


def test_the_reader_stays_at_the_place_when_something_before_it_grows(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path, a_long_world())
    view = pages(window)
    edition = view.sheets.edition
    assert edition is not None
    view.go_to(edition.places["_Section3"])
    shown(qtbot, window)
    before = view.height_of(edition.places["_Section3"]) - view.verticalScrollBar().value()
    rewrite(window, 0, "State 0: " + "it went on and on, as they all said, " * 200)
    qtbot.waitUntil(lambda: view.sheets.edition is not edition, timeout=PATIENCE)
    assert view.sheets.edition is not None
    place = view.sheets.edition.places["_Section3"]
    assert place.page > edition.places["_Section3"].page
    after = view.height_of(place) - view.verticalScrollBar().value()
    assert abs(after - before) < 2
    window.desk.do(lambda project: details.set_field(project, "title", "Another title"))
    shown(qtbot, window)


def test_keys_scroll_zoom_and_turn_pages(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path, a_long_world())
    view = pages(window)
    assert view.hasFocus()
    bar, fitted = view.verticalScrollBar(), view.percent()
    press(view, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(view, Qt.Key.Key_PageUp)
    press(view, Qt.Key.Key_Down)
    assert 0 < bar.value() < 100
    press(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    press(view, Qt.Key.Key_Space)
    press(view, Qt.Key.Key_PageDown, CONTROL)
    assert preview(window).bar.box.value() == view.page + 1
    press(view, Qt.Key.Key_PageUp, CONTROL)
    press(view, Qt.Key.Key_Plus, CONTROL)
    press(view, Qt.Key.Key_Equal, CONTROL)
    assert view.percent() > fitted
    press(view, Qt.Key.Key_Minus, CONTROL)
    press(view, Qt.Key.Key_0, CONTROL)
    assert (view.percent(), view.fits) == (fitted, True)
    assert room(window).space.panes.active.view.points() == 12


def test_the_wheel_zooms_with_control_and_scrolls_without(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path, a_long_world())
    view = pages(window)
    fitted = view.percent()
    turn(view.viewport(), -120, NONE)
    assert view.verticalScrollBar().value() > 0
    for _ in range(4):
        turn(view.viewport(), 120, CONTROL)
    assert view.percent() > fitted
    assert view.horizontalScrollBar().value() > 0
    for _ in range(40):
        turn(view.viewport(), -120, CONTROL)
    assert view.percent() == 30


def turn(widget: object, by: int, modifiers: Qt.KeyboardModifier) -> None:
    from PySide6.QtWidgets import QWidget

    assert isinstance(widget, QWidget)
    place = QPointF(50, 50)
    event = QWheelEvent(
        place, QPointF(widget.mapToGlobal(QPoint(50, 50))), QPoint(), QPoint(0, by),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_page_box_and_its_buttons_lead_to_pages(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path, a_long_world())
    view, bar = pages(window), preview(window).bar
    count = len(view.stack)
    assert bar.box.text() == f"1 of {count}"
    assert not bar.before.isEnabled()
    bar.after.click()
    assert view.page == 1
    bar.before.click()
    assert view.page == 0
    press(view, Qt.Key.Key_G, CONTROL)
    assert bar.box.hasFocus()
    bar.box.setValue(3)
    press(bar.box, Qt.Key.Key_Return)
    assert view.page == 2
    assert view.hasFocus()
    bar.zoom_wanted.emit(1)
    assert not view.fits
    bar.scale.click()
    assert view.fits


def test_a_screen_reader_hears_the_words_of_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    window = a_preview(qtbot, tmp_path, a_long_world())
    view = pages(window)
    assert view.accessibleName() == f"Preview of the brief, page 1 of {len(view.stack)}"
    assert "The dam held" in view.accessibleDescription()
    view.go_to_page(4)
    shown(qtbot, window)
    assert view.accessibleName().startswith("Preview of the brief, page 5 of ")
    assert view.accessibleDescription() in printed(window)
