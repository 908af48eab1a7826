"""The menus by which a section goes: merged into another, or removed with what it holds told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu

from briefer.model.records import Section
from briefer.wording.counted import counted


@dataclass(frozen=True, slots=True)
class Leaving:
    """How many statements stand in a section, and the ways that it can go."""

    statements: int
    remove: Callable[[], None]
    merge: Callable[[Section], None]
    dissolve: Callable[[Section | None], None]
    """Move the statements alone, to a section or to the bottom line."""


def fill_merging(
    menu: QMenu, holds: str, others: Sequence[Section], merge: Callable[[Section], None]
) -> None:
    """Say what would move (`holds`), and offer every other section as the place for it."""
    menu.clear()
    _say(menu, f"Moves {holds} to the end of" if others else "There is no other section")
    _offer_sections(menu, others, merge)


def fill_removing(menu: QMenu, holds: str, others: Sequence[Section], leaving: Leaving) -> None:
    """Say what the section holds; where statements stand in it, ask where they are to go."""
    menu.clear()
    _say(menu, f"It holds {holds}")
    if not leaving.statements:
        menu.addAction("Remove it; passages tagged only here become unfiled").triggered.connect(
            lambda _checked=False: leaving.remove()
        )
        return
    words = counted(leaving.statements, "statement")
    moving = menu.addMenu(f"Remove it and move its {words} to")
    moving.addAction("Bottom line").triggered.connect(lambda: leaving.dissolve(None))
    _offer_sections(moving, others, leaving.dissolve)
    if others:
        _offer_sections(menu.addMenu("Merge all of it into"), others, leaving.merge)


def _offer_sections(menu: QMenu, others: Sequence[Section], chosen: Callable[[Section], None]) -> None:
    for other in others:
        digit = f"{other.digit}  " if other.digit else ""
        action = menu.addAction(digit + other.title.replace("&", "&&"))
        action.triggered.connect(partial(_chosen, chosen, other))


def _chosen(chosen: Callable[[Section], None], section: Section, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
    chosen(section)


def _say(menu: QMenu, words: str) -> None:
    menu.addAction(words).setEnabled(False)
    menu.addSeparator()
