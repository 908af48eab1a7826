"""What a screen reader knows of the window, for a test to ask: one JSON request a line, one answer a line.

Run by the system's Python, which has the bindings of AT-SPI (python3-gi, gir1.2-atspi-2.0).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # after the version

LONGEST = 400
"""More children than this are not looked at: a list of a thousand cards."""

ROWS = {"list": "list item", "tree": "table cell", "menu bar": "menu item", "text": "push button"}
"""What these are full of: who looks for something else need not look into them."""

heard: list[str] = []
focused: list[Any] = []


def nodes(wanted: str = "") -> Iterator[Any]:
    """Yield what shows in the windows of all programs, the window opened last first; a role limits it."""
    menu = menu_pointed_at()
    if menu is not None:
        yield from below(menu, wanted)
    desktop = Atspi.get_desktop(0)
    desktop.set_cache_mask(Atspi.Cache.NONE)
    for program in children(desktop):
        program.set_cache_mask(Atspi.Cache.NONE)
        for window in reversed(list(children(program))):
            yield from below(window, wanted)


def menu_pointed_at() -> Any:  # noqa: ANN401
    """Return the menu that has the keyboard or the mouse: one at the right button is in no window's tree."""
    try:
        if focused and focused[-1].get_role_name() == "menu item":
            return focused[-1].get_parent()
    except GLib.Error:
        focused.clear()
    return None


def below(node: Any, wanted: str) -> Iterator[Any]:  # noqa: ANN401
    if node.get_state_set().contains(Atspi.StateType.SHOWING):
        yield node
        if not wanted or ROWS.get(node.get_role_name(), wanted) == wanted:
            for child in children(node):
                yield from below(child, wanted)


def children(node: Any) -> Iterator[Any]:  # noqa: ANN401
    for place in range(min(node.get_child_count(), LONGEST)):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def found(role: str, name: str) -> Any:  # noqa: ANN401
    """Return the first node of a role whose name a pattern describes from its beginning, or None."""
    for node in nodes(role):
        if node.get_role_name() == role and re.match(name, node.get_name()):
            return node
    return None


def unnamed(roles: list[str]) -> list[Any]:
    """Return the nodes of these roles that have no name."""
    return [node for node in nodes() if node.get_role_name() in roles and not node.get_name()]


def told(node: Any) -> dict[str, Any] | None:  # noqa: ANN401
    """Return a node in plain values."""
    if node is None:
        return None
    place, states = node.get_extents(Atspi.CoordType.SCREEN), node.get_state_set()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "place": [place.x, place.y, place.width, place.height],
        "states": [state.value_nick for state in states.get_states()],
        "words": words_of(node),
        "labels": [label.get_name() for label in labels_of(node)],
    }


def labels_of(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield what a node is labelled by: the name of a combo box is its value."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            yield from (relation.get_target(place) for place in range(relation.get_n_targets()))


def words_of(node: Any) -> str:  # noqa: ANN401
    return str(Atspi.Text.get_text(node, 0, -1)) if "Text" in node.get_interfaces() else ""


def answer(request: dict[str, Any]) -> Any:  # noqa: ANN401
    """Do what is asked for, and return plain values."""
    name, role = request.get("name", ""), request.get("role", "")
    return ANSWERS[request["ask"]](role, name, request)


def spot(node: Any, quote: str) -> list[list[int]] | None:  # noqa: ANN401
    """Return where on the screen the first and the last character of a quote are, None if it is not there."""
    start = words_of(node).find(quote) if node else -1
    if start < 0:
        return None
    ends = (start, start + len(quote) - 1)
    places = [Atspi.Text.get_character_extents(node, end, Atspi.CoordType.SCREEN) for end in ends]
    return [[place.x, place.y, place.width, place.height] for place in places]


def act(node: Any, action: str) -> bool:  # noqa: ANN401
    """Do one of the actions that a node offers, by its name."""
    for place in range(Atspi.Action.get_n_actions(node)):
        if Atspi.Action.get_action_name(node, place) == action:
            return bool(Atspi.Action.do_action(node, place))
    return False


ANSWERS: dict[str, Callable[[str, str, dict[str, Any]], Any]] = {
    "find": lambda role, name, _: told(found(role, name)),
    "unnamed": lambda _role, _name, request: [told(node) for node in unnamed(request["roles"])],
    "focused": lambda _role, _name, _: told(focused[-1]) if focused else None,
    "heard": lambda _role, _name, _: heard,
    "spot": lambda _role, name, request: spot(found("text", name), request["quote"]),
    "act": lambda role, name, request: act(found(role, name), request["action"]),
    "caret": lambda role, name, request: bool(Atspi.Text.set_caret_offset(found(role, name), request["at"])),
    "focus": lambda role, name, _: bool(found(role, name).grab_focus()),
}


def hear(event: Any) -> None:  # noqa: ANN401
    """Keep what is announced, and what the keyboard is given to."""
    if event.type == "object:announcement":
        heard.append(str(event.any_data))
    elif event.detail1:
        focused[:] = [event.source]


def read(channel: Any, _condition: Any) -> bool:  # noqa: ANN401
    """Answer one line; end with the last."""
    line = channel.readline()
    if not line:
        Atspi.event_quit()
        return False
    try:
        said = answer(json.loads(line))
    except GLib.Error:
        said = None  # it went while it was looked at
    print(json.dumps({"answer": said}), flush=True)
    return True


def main() -> None:
    listener = Atspi.EventListener.new(hear)
    for kind in ("object:announcement", "object:state-changed:focused"):
        listener.register(kind)
    list(nodes())
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, read)
    print(json.dumps({"answer": "ready"}), flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    main()
