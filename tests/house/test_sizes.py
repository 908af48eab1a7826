from __future__ import annotations

import pytest

from tests.house.tree import classes, functions, length, modules

CODE = ("briefer", "packaging", "tests")


def test_no_file_is_longer_than_400_lines() -> None:
    assert [path for path in modules(*CODE) if len(path.read_text("utf-8").splitlines()) > 400] == []


def test_no_function_is_longer_than_40_lines() -> None:
    assert [where for where, node in functions(*CODE) if length(node) > 40] == []


@pytest.mark.parametrize("folder", ["briefer", "tests"])
def test_of_a_hundred_functions_ninety_five_stay_within_20_lines(folder: str) -> None:
    lengths = [length(node) for _, node in functions(folder)]
    assert sum(each > 20 for each in lengths) <= 0.05 * len(lengths)


def test_no_class_is_longer_than_200_lines() -> None:
    assert [where for where, node in classes(*CODE) if length(node) > 200] == []
