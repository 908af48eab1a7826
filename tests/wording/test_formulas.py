"""A formula on one line has the value that it has on several."""

from __future__ import annotations

import pytest

from briefer.wording.formulas import fraction, lowered, power, root


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        (fraction(" 3", "4"), "3/4"),
        (fraction("−1.5", "GDP"), "−1.5/GDP"),
        (fraction("a+b", "1/2"), "(a+b)/(1/2)"),
        (fraction("(a+b)", "(c)(d)"), "(a+b)/((c)(d))"),
        (fraction("n", "k", bar=False), "(n k)"),
        (root("27", "3"), "∛(27)"),
        (root("2"), "√(2)"),
        (root("x", "n+1"), "(ⁿ⁺¹)√(x)"),
        (power("10", "-6"), "10⁻⁶"),
        (power("10", "1.5"), "10^(1.5)"),
        (power("e", "−λt"), "e^(−λt)"),
        (power("(a)/(b)", "2"), "((a)/(b))²"),
        (power("(a/b)", "2"), "(a/b)²"),
        (power("f", "′"), "f′"),
        (power("x", ""), "x"),
        (lowered("2"), "2"),
        (lowered("i+1"), "_(i+1)"),
        (lowered(""), ""),
    ],
)
def test_no_number_changes(shown: str, written: str) -> None:
    assert shown == written
