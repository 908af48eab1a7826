"""The style sheet in a preset's YAML: measures within limits, colours as #rrggbb."""

from __future__ import annotations

import re
from math import fsum
from typing import Any, Final

from briefer.exchange.events import Tree
from briefer.model.look import LIMITS, MASTHEADS, Look, shares_of

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}", re.ASCII)
_MEASURE: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?", re.ASCII)
_LIGHTEST: Final = 0.18
"""The relative luminance of a colour that stands out from white by 4.5 to 1 (WCAG 2.2, 1.4.3)."""
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
_KNOWN: Final = ("accent", *LIMITS, "masthead", "ruled")


def read_look(tree: Tree) -> Look:
    """Return the look that a mapping describes, what it leaves out as usual; raises ValueError, and why."""
    if not isinstance(tree, dict) or not tree.keys() <= set(_KNOWN):
        raise ValueError(f"the look may hold {', '.join(_KNOWN)}, and nothing else")
    return Look(**{name: _value(name, found) for name, found in tree.items()})


def _value(name: str, found: Tree) -> Any:  # noqa: ANN401  # each field has a type of its own
    if name in LIMITS:
        return _measure(name, found)
    if name == "accent":
        if not isinstance(found, str) or not _COLOUR.fullmatch(found.lower()):
            raise ValueError(f"the accent must be a colour as “#1a335e”, not “{_shown(found)}”")
        if _luminance(found) > _LIGHTEST:
            raise ValueError(f"the accent “{found}” is too light to be read on white")
        return found.lower()
    if name == "masthead":
        if found not in MASTHEADS:
            raise ValueError(f"the masthead may be {', '.join(MASTHEADS)}, not “{_shown(found)}”")
        return found
    if found is not True and found is not False:
        raise ValueError("ruled must be true or false")
    return found


def _measure(name: str, found: Tree) -> float:
    low, high = LIMITS[name]
    words = str(found)
    if not _MEASURE.fullmatch(words) or not low <= float(words) <= high:
        raise ValueError(f"{name} must be a number from {low:g} to {high:g}, not “{_shown(found)}”")
    return float(words)


def _luminance(colour: str) -> float:
    return fsum(weight * share**2.2 for weight, share in zip(_WEIGHTS, shares_of(colour), strict=True))


def _shown(found: Tree) -> str:
    return str(found)[:40]
