"""What can be done with the chosen cards of the outline, at the right button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from briefer.gui.menus.passage import section_words
from briefer.gui.outline.rows import BOTTOM_LINE, Line, passage_of
from briefer.gui.outline.view import OutlineView
from briefer.gui.work.outlining import Outlining, Way
from briefer.model.records import Statement, Tag
from briefer.wording.counted import counted


def add_card_actions(menu: QMenu, lines: Sequence[Line], outline: OutlineView, work: Outlining) -> None:
    """Add what suits one card, or several."""
    changeable = outline.outline.changeable
    if changeable:
        _add(menu, _write_words(lines), partial(_write, lines, outline))
    if len(lines) == 1 and passage_of(lines[0]):
        _add(menu, "Show where it stands", partial(outline.place_wanted.emit, lines[0]))
    _add(menu, _copy_words(lines), partial(work.copy, lines))
    if not changeable:
        return
    _add_places(menu, "Move to", work.places_to_move(lines))
    _add_places(menu, "File also under", work.places_to_file(lines))
    _add(menu, _removal_words(lines), partial(work.remove, lines))


def add_fold_actions(menu: QMenu, outline: OutlineView) -> None:
    """Add folding and unfolding all."""
    _add(menu, "Collapse all sections", partial(outline.fold_all, folded=True))
    _add(menu, "Expand all sections", partial(outline.fold_all, folded=False))


def _write(lines: Sequence[Line], outline: OutlineView) -> None:
    if len(lines) == 1:
        outline.edit_wanted.emit(lines[0])
    else:
        outline.cite_wanted.emit(lines)


def _write_words(lines: Sequence[Line]) -> str:
    if len(lines) > 1:
        return "Write a statement that cites them"
    return "Edit the statement" if isinstance(lines[0], Statement) else "Write a statement that cites it"


def _copy_words(lines: Sequence[Line]) -> str:
    if len(lines) > 1:
        return f"Copy {counted(len(lines), 'card')}"
    return "Copy with its notes" if isinstance(lines[0], Statement) else "Copy with its citation"


def _removal_words(lines: Sequence[Line]) -> str:
    if len(lines) > 1:
        return f"Take out {counted(len(lines), 'card')}"
    return "Take it out of the section" if isinstance(lines[0], Tag) else "Remove"


def _add_places(menu: QMenu, words: str, ways: Sequence[Way]) -> None:
    inner = menu.addMenu(words) if ways else menu
    for home, go in ways:
        _add(inner, section_words(home) if home is not None else BOTTOM_LINE, go)


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _checked=False: do())
