"""What lies under and beside set words: the masthead, the ground of the bottom line, rules."""

from __future__ import annotations

from briefer.writing.pdf_shapes import Sheet
from briefer.writing.pdf_strips import Fill, Strip

_BAND_PAD = 12.0
_BAND_EDGE = 3.2
_MASTHEAD_RULE = 2.6
_MASTHEAD_GAP = 11.0
_FRONT_GAP = 8.0


def head(strips: list[Strip], sheet: Sheet) -> None:
    """Begin the brief as its look wants it: a rule over the title, or a band under it."""
    width, accent = sheet.text_width, sheet.colours.accent
    if sheet.look.masthead == "rule":
        _lower(strips[0], _MASTHEAD_RULE + _MASTHEAD_GAP)
        strips[0].fills.append(Fill(0, 0, width, _MASTHEAD_RULE, accent))
    elif sheet.look.masthead == "band":
        _lower(strips[0], _BAND_PAD)
        strips[-1].height += _BAND_PAD
        for strip in strips:
            strip.fills.append(Fill(0, 0, width, strip.height, sheet.colours.band))
        strips[0].fills.append(Fill(0, 0, width, _BAND_EDGE, accent))


def end_of_front(strip: Strip, sheet: Sheet) -> float:
    """Close the title block with a hairline, unless the next heading brings one; give the white after it."""
    if sheet.look.ruled:
        return sheet.look.above
    strip.fills.append(Fill(0, strip.height + _FRONT_GAP, sheet.text_width, 0.6, sheet.colours.rule))
    return _FRONT_GAP + sheet.look.above


def bottom_line(strips: list[Strip], sheet: Sheet) -> None:
    """Lay a statement of the bottom line on a tinted ground, with a bar along its left."""
    pad = 2.5 + sheet.look.space / 2
    _lower(strips[0], pad)
    strips[-1].height += pad
    for strip in strips:
        strip.fills.append(Fill(0, 0, sheet.text_width, strip.height, sheet.colours.tint))
        strip.fills.append(Fill(0, 0, 2.4, strip.height, sheet.colours.accent))


def over_heading(strip: Strip, sheet: Sheet) -> None:
    """Draw a thin rule over a heading."""
    gap = sheet.look.heading * 0.4
    _lower(strip, gap)
    strip.fills.append(Fill(0, 0, sheet.text_width, 0.6, sheet.colours.rule))


def _lower(strip: Strip, by: float) -> None:
    """Make room above the words of a strip."""
    strip.height += by
    strip.lines = [line._replace(drop=line.drop + by) for line in strip.lines]
