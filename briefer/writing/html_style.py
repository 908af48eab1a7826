"""The style sheet of an HTML brief: the shared one, after what a look and the paper set in it."""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Final

from briefer.model.look import Look, shares_of
from briefer.paths import resources
from briefer.writing.brief import Brief, Table

_BANNER: Final = 31
"""The height of the marking on paper, in points, as the shared style sheet has it."""
_ON_DARK: Final = 0.78
"""The lightness of an accent on a dark ground."""


def style_sheet(brief: Brief) -> str:
    """Return the style sheet; the columns of each table go by its number."""
    shared = (resources("export") / "brief.css").read_text("utf-8")
    return "\n".join(("", _root(brief.look), shared, _page(brief), *_columns(brief)))


def masthead(look: Look) -> str:
    """Return the classes that say how a brief begins, and whether rules part its sections."""
    return f"{look.masthead} ruled" if look.ruled else look.masthead


def _root(look: Look) -> str:
    """Set the colours, and the measures in sizes of the body’s letters: on a screen the reader’s own."""
    colours = {"accent-light": look.accent, "accent-dark": _lightened(look.accent), "rule": look.rule,
               "hair": look.hair, "tint": look.tint, "band": look.band}  # fmt: skip
    measures = {name: getattr(look, name) / look.body
                for name in ("title", "heading", "notes", "small", "space", "above")}  # fmt: skip
    set_ = [f"--{name}: {colour};" for name, colour in colours.items()]
    set_ += [f"--{name}: {measure:.4g}rem;" for name, measure in measures.items()]
    return f":root {{ {' '.join(set_)} --leading: {look.leading:g}; --body: {look.body:g}pt; }}"


def _page(brief: Brief) -> str:
    look = brief.look
    margins = f"{look.top - _BANNER:g}pt {look.sides:g}pt {look.bottom - _BANNER:g}pt"
    return f"@page {{ size: {brief.paper}; margin: {margins}; }}"


def _columns(brief: Brief) -> Iterator[str]:
    tables = (block for block in brief.blocks if isinstance(block, Table))
    for number, table in enumerate(tables, 1):
        for place, share in enumerate(table.widths, 1):
            yield f"table.t{number} col:nth-child({place}) {{ width: {100 * share:.4g}%; }}"


def _lightened(colour: str) -> str:
    """Return a colour of the same hue that is read on a dark ground."""
    hue, _, saturation = rgb_to_hls(*shares_of(colour))
    return "#" + "".join(f"{round(255 * part):02x}" for part in hls_to_rgb(hue, _ON_DARK, saturation))
