"""The project's own files, as the house rules look at them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[2]
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    """Give the Python files under folders of the project, in order."""
    return tuple(sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py")))


@cache
def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def functions(*folders: str) -> Iterator[tuple[str, Function]]:
    """Give (where it stands, its tree) of every function and method."""
    for module in modules(*folders):
        for node in ast.walk(parsed(module)):
            if isinstance(node, Function):
                yield place(module, node), node


def classes(*folders: str) -> Iterator[tuple[str, ast.ClassDef]]:
    for module in modules(*folders):
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.ClassDef):
                yield place(module, node), node


def place(module: Path, node: Function | ast.ClassDef) -> str:
    return f"{module.relative_to(ROOT)}:{node.lineno} {node.name}"


def length(node: Function | ast.ClassDef) -> int:
    """Count its lines from the `def`, the docstring among them, decorators not."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def texts() -> Iterator[tuple[Path, str]]:
    """Give every file of the project that reads as UTF-8, whatever git says of it."""
    ours = (path for path in ROOT.iterdir() if path.name not in {".git", "build", "dist"})
    for top in ours:
        for path in _files(top):
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def _files(top: Path) -> Iterator[Path]:
    made = {".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis", "htmlcov"}
    if top.name in made or top.name.startswith((".venv", ".coverage")):
        return
    yield from [top] if top.is_file() else (path for path in sorted(top.rglob("*")) if path.is_file())
