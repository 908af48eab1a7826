from __future__ import annotations

import ast
from collections import Counter

from tests.house.tree import ROOT, modules, parsed

# Where the program ends: the window tells the user and writes the log, the command line says a sentence.
LAST_RESORTS = {"briefer/gui/app.py", "briefer/cli.py", "briefer/cli/__init__.py"}


def test_a_broad_except_stands_only_where_the_program_ends_once_each() -> None:
    found = Counter(
        str(module.relative_to(ROOT))
        for module in modules("briefer")
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    )
    assert [place for place, count in found.items() if place not in LAST_RESORTS or count > 1] == []


def is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = (node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name))
    return any(name in {"Exception", "BaseException"} for name in names)
