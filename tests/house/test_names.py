from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

from PySide6 import QtCore, QtGui, QtWidgets

from tests.house.tree import ROOT, classes, functions, modules

# Words that fit everything and so name nothing.
EMPTY = {"item", "items", "data", "manager", "helper", "helpers", "util", "utils"}


def test_no_module_has_an_empty_name() -> None:
    assert [path for path in modules("briefer", "packaging", "tests") if is_empty(path.stem)] == []


def test_no_class_has_an_empty_name() -> None:
    assert [where for where, node in classes("briefer", "tests") if is_empty(node.name)] == []


def test_no_function_has_an_empty_name_but_those_that_answer_to_a_library() -> None:
    named = [where for where, node in functions("briefer", "tests") if is_empty(node.name)]
    assert [where for where in named if where.split()[-1] not in names_of_libraries()] == []


def test_every_room_of_the_package_says_its_job() -> None:
    assert [room for room in (ROOT / "briefer").rglob("__init__.py") if not room.read_text("utf-8")] == []


def is_empty(name: str) -> bool:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_")
    return not EMPTY.isdisjoint(words)


@cache
def names_of_libraries() -> frozenset[str]:
    """Give what Qt's classes and the HTML parser call their methods, for those we override."""
    rooms = (QtCore, QtGui, QtWidgets)
    # Asked for by name, as PySide makes a class only when it is first looked up.
    kinds = [getattr(room, name) for room in rooms for name in dir(room)]
    return frozenset(name for kind in (*kinds, HTMLParser) if isinstance(kind, type) for name in dir(kind))
