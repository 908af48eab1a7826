"""Every command of the window once: its words, keys and icon; menus, header and shortcut sheet use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence

from briefer.gui.look import icons
from briefer.gui.look.palette import Choice
from briefer.gui.look.speech import tip


@dataclass(frozen=True, slots=True)
class Command:
    """`keys` are portable key sequences, the first the one that menus show; `check` makes it a switch."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    check: bool = False
    needs_project: bool = True
    under: str = ""
    """What the words are about where they stand alone: “Theme” for “Dark”."""

    @property
    def title(self) -> str:
        """The words without what menus need."""
        plain = self.words.replace("&", "").rstrip("…")
        return f"{self.under}: {uncapital(plain)}" if self.under else plain


COMMANDS: Final = (
    Command("new", "&New from a template…", ("Ctrl+N",), "file-plus", needs_project=False),
    Command("open", "&Open…", ("Ctrl+O",), "folder-open", needs_project=False),
    Command("sample", "Try the &sample", (), "lightbulb", needs_project=False),
    Command("add", "&Add sources…", ("Ctrl+Shift+O",), "plus"),
    Command("copy", "Save a &copy…", ("Ctrl+Shift+S",), "save"),
    Command("bare-copy", "Save a copy &without history…"),
    Command("backups", "Open a &backup…", (), "history"),
    Command("merge", "&Merge a copy…", (), "users"),
    Command("export", "&Export…", ("Ctrl+E",), "file-down"),
    Command("yaml", "Export as &YAML…"),
    Command("close", "C&lose project", ("Ctrl+W",)),
    Command("quit", "&Quit", ("Ctrl+Q",), needs_project=False),
    Command("undo", "&Undo", ("Ctrl+Z",), "undo-2"),
    Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    Command("history", "&History", ("Ctrl+H",), "history"),
    Command("palette", "Search &everything…", ("Ctrl+K",), "search", needs_project=False),
    Command("find", "&Find in pane…", ("Ctrl+F",), "search"),
    Command("find-panes", "Find in all &panes…", ("Ctrl+Shift+A",), "layout-grid"),
    Command("find-sources", "Find in all &sources…", ("Ctrl+Shift+F",), "text-search"),
    Command("find-next", "&Next hit", ("F3",), "chevron-down"),
    Command("find-previous", "Pre&vious hit", ("Shift+F3",), "chevron-up"),
    Command("untag", "Unta&g here…", ("Ctrl+Backspace",), "tag"),
    Command("repeat", "Tag as the &last section again", ()),
    Command("adjust", "Ad&just the passage’s ends", ("F2",), "move-horizontal"),
    Command("note", "No&te on the passage…", ("Ctrl+M",), "message-square"),
    Command("next-passage", "Ne&xt passage", ("Alt+PgDown",), "arrow-down"),
    Command("previous-passage", "Pre&vious passage", ("Alt+PgUp",), "arrow-up"),
    Command("write", "&Write a statement", ("Ctrl+Shift+N",), "pencil"),
    Command("write-on", "Write &on what was laid aside…", (), "pencil"),
    Command("sort", "&Sort section by source and place", (), "arrow-up-down"),
    Command("filter", "Fi&lter the outline", ("Ctrl+Shift+L",), "filter"),
    Command("uncited", "Show only what is &not cited", (), "filter"),
    Command("move-to", "&Move chosen cards to a section…", ("Ctrl+Shift+M",), "arrow-down"),
    Command("file-under", "File chosen cards &under one more section…", ("Ctrl+Shift+U",), "tags"),
    Command("fold", "&Collapse all sections", (), "chevrons-down-up"),
    Command("unfold", "E&xpand all sections", (), "chevrons-up-down"),
    Command("differences", "Whe&re the sources differ", (), "scale"),
    Command("difference", "Note a di&fference…", ("Ctrl+Shift+R",), "scale"),
    Command("sections", "Sec&tions…", ("Ctrl+Shift+T",), "tags"),
    Command("check", "C&heck the brief", ("F7",), "file-check"),
    Command("next-finding", "Ne&xt finding", ("F8",)),
    Command("previous-finding", "Pre&vious finding", ("Shift+F8",)),
    Command("details", "&Details of the brief…", ("Ctrl+D",), "info"),
    Command("reread", "Read a newer cop&y of the source…", (), "upload"),
    Command("whole", "Take the &whole page of the source", (), "file-text"),
    Command("attached", "Add files a&ttached to the source…", (), "plus"),
    Command("encoding", "Choose the encod&ing of the source…", (), "type"),
    Command("edit-text", "C&orrect the text of the source…", (), "pencil"),
    Command("review", "Re&view newer copies", ("Ctrl+R",), "file-check"),
    Command("withdraw", "If this source were withdr&awn…", (), "file-text"),
    Command("issue", "&Issue this version…", (), "stamp"),
    Command("source", "Details of the so&urce…", ("Ctrl+I",), "book-open"),
    Command("one-pane", "&One pane", ("Ctrl+Shift+1",), "square", check=True),
    Command("two-panes", "&Two panes", ("Ctrl+Shift+2",), "columns-2", check=True),
    Command("three-panes", "T&hree panes", ("Ctrl+Shift+3",), "columns-3", check=True),
    Command("four-panes", "&Four panes", ("Ctrl+Shift+4",), "grid-2x2", check=True),
    Command("six-panes", "S&ix panes", ("Ctrl+Shift+6",), "grid-3x2", check=True),
    Command("same-section", "&Bring other panes to this section", ("Ctrl+J",), "link"),
    Command(
        "follow-section", "Other panes follow to the same s&ection", ("Ctrl+Shift+J",), "link", check=True
    ),
    Command("choose-source", "Choose the pa&ne’s source…", ("Ctrl+L",), "file-text"),
    Command("swap-panes", "Swap with the ne&xt pane", ("Ctrl+Shift+X",), "arrow-left-right"),
    Command("sources-panel", "Sources &list", ("Ctrl+B",), "panel-left", check=True),
    Command("outline-panel", "Sections and o&utline", ("Ctrl+Shift+B",), "panel-right", check=True),
    Command("preview", "Preview of the &brief", ("Ctrl+P",), "eye", check=True),
    Command("show-in-preview", "Show in t&he preview", ("Ctrl+Shift+P",)),
    Command("theme-desktop", "&As the desktop", check=True, needs_project=False, under="Theme"),
    Command("theme-light", "&Light", check=True, needs_project=False, under="Theme"),
    Command("theme-dark", "&Dark", check=True, needs_project=False, under="Theme"),
    Command("theme-contrast-light", "&High contrast, light", check=True, needs_project=False, under="Theme"),
    Command("theme-contrast-dark", "High &contrast, dark", check=True, needs_project=False, under="Theme"),
    Command("theme", "S&wap light and dark", ("Ctrl+Shift+D",), "moon", needs_project=False, under="Theme"),
    Command("grey", "&Grey what is not the article", (), "contrast", check=True),
    Command("zoom-in", "Zoom &in", ("Ctrl++", "Ctrl+="), "zoom-in"),
    Command("zoom-out", "Zoom &out", ("Ctrl+-",), "zoom-out"),
    Command("zoom-reset", "&Reset zoom", ("Ctrl+0",)),
    Command("next-part", "Next part of the &window", ("F6",)),
    Command("previous-part", "Previous part of the window", ("Shift+F6",)),
    Command("shortcuts", "&Keyboard shortcuts", ("F1",), "keyboard", needs_project=False),
    Command("preferences", "&Preferences…", ("Ctrl+,",), "settings", needs_project=False),
    Command("about", "&About briefer", (), needs_project=False),
)


class Commands(QObject):
    """The actions by their names."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {command.name: self._made(command) for command in COMMANDS}
        self._need_project = [self._actions[one.name] for one in COMMANDS if one.needs_project]

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def choices(self) -> list[Choice]:
        """Return what can be pressed now, for the palette."""
        return [
            Choice(
                command.title if command.under else action.text().replace("&", "").rstrip("…"),
                " · ".join(filter(None, (keys_of(action), "on" if action.isChecked() else ""))),
                command.icon or "command",
                action.trigger,
            )
            for command in COMMANDS
            if (action := self._actions[command.name]).isEnabled() and command.name != "palette"
        ]

    def all(self) -> list[QAction]:
        return list(self._actions.values())

    def bind(self, **handlers: Callable[[], object]) -> None:
        """Say what each command does; names are written with _ for -."""
        for name, handler in handlers.items():
            self._actions[name.replace("_", "-")].triggered.connect(lambda _checked=False, do=handler: do())

    def enable(self, *, project: bool) -> None:
        """Let the commands that need a project be pressed only while there is one."""
        for action in self._need_project:
            action.setEnabled(project)

    def name_steps(self, undo: str, redo: str) -> None:
        """Put the labels of what would be undone and redone into the commands."""
        for name, word, label in (("undo", "Undo", undo), ("redo", "Redo", redo)):
            action = self._actions[name]
            action.setText(f"&{word} {uncapital(label)}".rstrip())
            action.setEnabled(bool(label))
            words = (
                f"{word} {uncapital(label)} ({keys_of(action)})" if label else f"Nothing to {word.lower()}"
            )
            action.setToolTip(tip(words))

    def _made(self, command: Command) -> QAction:
        action = QAction(command.words, self)
        action.setObjectName(command.name)
        action.setIcon(icons.icon(command.icon) if command.icon else QIcon())
        action.setIconVisibleInMenu(False)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.check)
        keys = keys_of(action)
        action.setToolTip(f"{command.title} ({keys})" if keys else command.title)
        return action


def keys_of(action: QAction) -> str:
    """Return the first keys of an action as this desktop writes them."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def uncapital(words: str) -> str:
    """Return words that stood first as they stand later: "tag as Threats"; an abbreviation stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
