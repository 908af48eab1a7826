"""What is no part of an article: greyed in its pane, still there to be selected and tagged."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.gui.look import theme
from briefer.gui.panes.tagging_view import TaggingView
from briefer.gui.window import MainWindow
from tests.gui.windows import a_window, press, room, session_of
from tests.worlds import World

ARTICLE = (
    "The dam held through the flood in Tawain. “Nobody was hurt when the old gate broke, the mayor said."
)
PAGE = f"Skip to content\n\n{ARTICLE}\n\nShare this article\n\n© 2024 The Gazette. All rights reserved."


def a_page(text: str = PAGE) -> World:
    world = World()
    world.source(text, title="The flood")
    world.section("State")
    return world


def shown(qtbot: QtBot, tmp_path: Path, text: str = PAGE) -> MainWindow:
    """Show a page once all of it was looked through."""
    window = a_window(qtbot, tmp_path, a_page(text))
    qtbot.waitUntil(lambda: not room(window).greying.busy)
    QApplication.processEvents()
    return window


def view_of(window: MainWindow) -> TaggingView:
    return room(window).space.panes.active.view


def greyed(window: MainWindow) -> list[str]:
    view = view_of(window)
    return [view.text.body[slice(*span)] for span in view.under.asides.greyed]


def over(window: MainWindow, words: str) -> QPointF:
    """Return the middle of the first letter of these words in the viewport."""
    view = view_of(window)
    place = view.text.body.index(words)
    box = view.places.edge(place, after=False)
    return QPointF(box.left() + 3, box.center().y() - view.verticalScrollBar().value())


def put_caret(window: MainWindow, words: str) -> None:
    place = view_of(window).text.body.index(words)
    view_of(window).select(place, place)
    view_of(window).setFocus()


def darkest(window: MainWindow, words: str) -> int:
    """Return the lightness of the darkest pixel of these words as they are painted."""
    view = view_of(window)
    start = view.text.body.index(words)
    left = view.places.edge(start, after=False)
    right = view.places.edge(start + len(words) - 1, after=True)
    picture = view.viewport().grab().toImage()
    return min(
        QColor(picture.pixel(x, y)).lightness()
        for x in range(int(left.left()), int(right.left()))
        for y in range(int(left.top()), int(left.bottom()))
    )


def test_the_page_around_an_article_is_greyed_and_nothing_is_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path)
    assert greyed(window) == [
        "Skip to content",
        "Share this article",
        "© 2024 The Gazette. All rights reserved.",
    ]
    assert view_of(window).toPlainText() == PAGE
    assert darkest(window, "Skip") > darkest(window, "held") + 60
    theme.wear(theme.CONTRAST_LIGHT)
    assert darkest(window, "Skip") > darkest(window, "held") + 30


def test_a_point_says_why_it_is_marked(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path)
    view = view_of(window)
    assert view.words_at(over(window, "Skip")) == "A part of the page, not of the article"
    assert view.words_at(over(window, "Tawain")) == "Perhaps “Taiwan”: quote it with [sic]"
    assert view.words_at(over(window, "held")) == ""
    start = PAGE.index("Tawain")
    view.select(start, start + len("Tawain"))
    press(view, Qt.Key.Key_1)
    assert view.words_at(over(window, "Tawain")).startswith("State\nPerhaps “Taiwan”")


def test_a_digit_on_a_greyed_sentence_tags_nothing_and_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path)
    put_caret(window, "this article")
    press(view_of(window), Qt.Key.Key_1)
    assert session_of(window).project.passages() == []
    assert window.status.told.startswith("Nothing tagged: a part of the page, not of the article; select")
    view_of(window).select(PAGE.index("Share"), PAGE.index(" article"))
    press(view_of(window), Qt.Key.Key_1)
    assert [one.anchor.quote for one in session_of(window).project.passages()] == ["Share this"]
    put_caret(window, "held through")
    press(view_of(window), Qt.Key.Key_1)
    assert len(session_of(window).project.passages()) == 2


def test_struck_out_words_are_greyed_and_a_sentence_of_them_is_not_tagged_unasked(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = shown(
        qtbot,
        tmp_path,
        "The old dam [struck out: never] held through the flood. [struck out: It fell by noon.] It was dry.",
    )
    assert greyed(window) == ["[struck out: never]", "[struck out: It fell by noon.]"]
    assert view_of(window).words_at(over(window, "never")) == "Struck out in the file"
    put_caret(window, "noon")
    press(view_of(window), Qt.Key.Key_1)
    assert window.status.told.startswith("Nothing tagged: struck out in the file; select")
    put_caret(window, "held")
    press(view_of(window), Qt.Key.Key_1)
    [passage] = session_of(window).project.passages()
    assert passage.anchor.quote == "The old dam [struck out: never] held through the flood."


def test_marks_are_switched_off_and_stay_off(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path)
    window.commands["grey"].trigger()
    qtbot.waitUntil(lambda: not room(window).greying.busy)
    assert greyed(window) == []
    put_caret(window, "this article")
    press(view_of(window), Qt.Key.Key_1)
    assert len(session_of(window).project.passages()) == 1
    later = a_window(qtbot, tmp_path, a_page())
    qtbot.waitUntil(lambda: not room(later).greying.busy)
    assert greyed(later) == []
    assert not later.commands["grey"].isChecked()
    later.commands["grey"].trigger()
    qtbot.waitUntil(lambda: len(greyed(later)) == 3)


def test_a_long_text_is_looked_through_beside_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    long = "\n".join(f"Paragraph {number} tells what happened on day {number}." for number in range(1500))
    window = shown(qtbot, tmp_path, f"Skip to content\n{long}\nShare this article")
    assert greyed(window)[0] == "Skip to content"
    assert greyed(window)[-1] == "Share this article"


def test_a_text_that_cannot_be_looked_through_shows_without_marks(qtbot: QtBot, tmp_path: Path) -> None:
    window = shown(qtbot, tmp_path, "Skip to content")
    assert greyed(window) == ["Skip to content"]
    here = room(window).greying
    here._known.clear()
    here._sought = session_of(window).project.sources()[0].text
    here._fail("It took too long.")
    qtbot.waitUntil(lambda: greyed(window) == [])
    assert view_of(window).toPlainText() == "Skip to content"
