"""What can be done with a passage or a selection, at the right button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from briefer.gui.work.tagging import Tagging
from briefer.model.project import Project
from briefer.model.records import Passage, Section, Tag


def section_words(section: Section) -> str:
    """Return what a menu calls a section: its digit and title."""
    title = section.title.replace("&", "&&")
    return f"&{section.digit}  {title}" if section.digit else title


def tag_menu(parent: QWidget, project: Project, choose: Callable[[Section], None]) -> QMenu:
    """Return the menu that tags the selection of the active pane."""
    menu = QMenu(parent)
    for section in project.sections():
        action = menu.addAction(f"Tag as {section_words(section)}")
        action.triggered.connect(lambda _checked=False, section=section: choose(section))
    return menu


def passage_menu(parent: QWidget, project: Project, passage: Passage, tagging: Tagging) -> QMenu:
    """Return the menu of a passage: its sections are ticked, choosing one files it there or takes it out."""
    menu = QMenu(parent)
    tags = {tag.section: tag for tag in project.tags_of(passage)}
    for section in project.sections():
        tag = tags.get(section.id)
        action = menu.addAction(section_words(section))
        action.setCheckable(True)
        action.setChecked(tag is not None)
        action.triggered.connect(_toggle(tagging, passage, section, tag))
    return menu


def _toggle(tagging: Tagging, passage: Passage, section: Section, tag: Tag | None) -> Callable[[], None]:
    if tag is None:
        return lambda: tagging.tag_passage(passage, section)
    return lambda: tagging.untag(tag)
