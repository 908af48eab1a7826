"""The history in words: what a jump came to."""

from __future__ import annotations

from typing import Final

from briefer.session import Jump
from briefer.wording.counted import counted

THE_BEGINNING: Final = "The beginning"


def told(jump: Jump) -> str:
    """Say where a jump led: "Went back 12 steps, to: Tag as Threats"."""
    place = jump.change.label or THE_BEGINNING.lower()
    if jump.back and jump.forth:
        return f"Went back {counted(jump.back, 'step')} and on {jump.forth}, to: {place}"
    if jump.back:
        return f"Went back {counted(jump.back, 'step')}, to: {place}"
    if jump.forth:
        return f"Went on {counted(jump.forth, 'step')}, to: {place}"
    return f"The project stands there already: {place}"
