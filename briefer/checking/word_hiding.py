"""What is known to hide words, stand in for them or show them otherwise, in a file another program saved.

Such a file is not made as ours are, and may be restyled: what is looked for is what keeps words from being
read as they stand. That nothing else does so cannot be proven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefer.checking.word_looks import luminance
from briefer.checking.word_markup import W

_OFF: Final = frozenset({"false", "0", "off", "none"})
_DARK: Final = 0.25
_LIGHT: Final = 0.6
"""Luminance (0 to 1): letters are darker than the one, grounds lighter than the other."""
_SYMBOLS: Final = frozenset({
    "symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "opensymbol", "zapfdingbats",
    "zapf dingbats", "mt extra", "bookshelf symbol 7", "starsymbol", "segoe mdl2 assets",
})  # fmt: skip
"""Fonts that show other signs than the letters they are given."""

# What a text part consists of, and properties that leave words readable whatever they say.
_PLAIN: Final = frozenset(
    """
    document body p pPr r rPr t br cr tab noBreakHyphen softHyphen footnoteReference footnoteRef instrText
    fldChar tbl tblPr tblGrid tr trPr tc tcPr sectPr bookmarkStart bookmarkEnd hyperlink proofErr
    lastRenderedPageBreak footnotes footnote separator continuationSeparator hdr ftr
    pStyle rStyle tblStyle b bCs i iCs u lang noProof rtl cs bidi kern keepNext keepLines widowControl
    suppressAutoHyphens suppressLineNumbers contextualSpacing outlineLvl jc textAlignment autoSpaceDE
    autoSpaceDN pBdr top bottom left right start end between bdr insideH insideV tabs snapToGrid wordWrap
    overflowPunct kinsoku adjustRightInd mirrorIndents tblW tblLayout tblLook tblCaption tblDescription
    tblBorders tblCellMar tblCellSpacing tcBorders tcMar cantSplit tblHeader tcW vAlign headerReference
    footerReference footnotePr endnotePr pos numRestart type cols col pgNumType formProt docGrid rtlGutter
    bookFoldPrinting noEndnote paperSrc pgBorders rFonts divId conditionalFormatting cnfStyle
    pageBreakBefore topLinePunct tblBidiVisual
    """.split()  # noqa: SIM905 - a list of words reads better so
)
_HIDING: Final = frozenset(
    """
    vanish specVanish webHidden strike dstrike caps smallCaps outline shadow emboss imprint effect fitText
    eastAsianLayout em framePr hidden vMerge hMerge tcFitText evenAndOddHeaders titlePg
    """.split()  # noqa: SIM905
)
"""Properties that no brief has, unless they are off."""
_NEVER: Final = frozenset(
    """
    altChunk commentReference commentRangeStart commentRangeEnd annotationRef del ins moveFrom moveTo drawing
    endnoteReference fldSimple numPr object pict ptab ruby subDoc sym txbxContent delText delInstrText
    rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange cellIns cellDel cellMerge
    attachedTemplate mailMerge embedRegular embedBold embedItalic embedBoldItalic control movie background
    framePr tblpPr AlternateContent
    """.split()  # noqa: SIM905
)
"""Elements that no part of a brief has: they print words that are no text, or mark text as changed."""


def hiding_in_text(part: Element) -> Iterator[str]:
    """Yield what a part with words of its own has that could make them read otherwise."""
    for element in part.iter():
        space, name = _name(element)
        if space != W or (name not in _PLAIN and not _is_fine(name, element)):
            yield f"<{name}>"
        elif _shows_symbols(element):
            yield "a font of symbols"
        elif element.get(f"{W}customMarkFollows", "0") not in _OFF:
            yield "a note’s mark that is no number"


def hiding_elsewhere(part: Element) -> Iterator[str]:
    """Yield what a part without words of its own (styles, settings) has that could do so."""
    for element in part.iter():
        _, name = _name(element)
        if name in _NEVER or ((name in _MEASURED or name in _HIDING) and not _is_fine(name, element)):
            yield f"<{name}>"
        elif _shows_symbols(element):
            yield "a font of symbols"


def _name(element: Element) -> tuple[str, str]:
    space, brace, name = element.tag.rpartition("}")
    return space + brace, name


def _is_fine(name: str, element: Element) -> bool:
    if name in _HIDING:
        return element.get(f"{W}val", "") in _OFF
    return name in _MEASURED and _MEASURED[name](element)


def _shows_symbols(element: Element) -> bool:
    """Tell whether words are set in a font of symbols; that one is listed says nothing."""
    listed = element.tag == f"{W}font"
    return not listed and any(value.casefold() in _SYMBOLS for value in element.attrib.values())


def _between(least: float, most: float, *attributes: str) -> Callable[[Element], bool]:
    """Make a check that attributes, where they are given, are numbers within these bounds."""

    def check(element: Element) -> bool:
        values = [element.get(f"{W}{name}") for name in attributes]
        return all(value is None or least <= _number(value) <= most for value in values)

    return check


def _number(value: str) -> float:
    try:
        return float(value.removesuffix("%").removesuffix("pt"))
    except ValueError:
        return float("inf")


def _is_dark(element: Element) -> bool:
    colour = element.get(f"{W}val", "auto")
    themed = element.get(f"{W}themeColor") is not None
    return not themed and (colour == "auto" or _luminance(colour) <= _DARK)


def _is_light_ground(element: Element) -> bool:
    pattern, fill = element.get(f"{W}val", "clear"), element.get(f"{W}fill", "auto")
    themed = element.get(f"{W}themeFill") is not None
    return not themed and pattern in {"clear", "nil"} and (fill == "auto" or _luminance(fill) >= _LIGHT)


def _luminance(colour: str) -> float:
    """Give how light six hex digits are; what is no colour is neither light nor dark."""
    try:
        return luminance(tuple(int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)))
    except ValueError:
        return (_DARK + _LIGHT) / 2


def _is_spaced(element: Element) -> bool:
    """Tell whether lines have room, and letters stand neither on each other nor far apart."""
    exact = element.get(f"{W}lineRule") == "exact"
    return _between(160 if exact else 0, 2000, "line")(element) and _between(-20, 200, "val")(element)


def _is_low(element: Element) -> bool:
    return element.get(f"{W}hRule") != "exact"


def _is_one_of(*allowed: str) -> Callable[[Element], bool]:
    return lambda element: element.get(f"{W}val", allowed[0]) in allowed


_MEASURED: Final[dict[str, Callable[[Element], bool]]] = {
    "color": _is_dark,
    "shd": _is_light_ground,
    "highlight": _is_one_of("none", "yellow", "cyan", "green", "lightGray"),
    "sz": _between(10, 120, "val"),
    "szCs": _between(10, 120, "val"),
    "w": _between(50, 200, "val"),
    "position": _between(-12, 12, "val"),
    "spacing": _is_spaced,
    "ind": _between(-1500, 4000, "left", "right", "start", "end", "hanging", "firstLine"),
    "tblInd": _between(-1500, 4000, "w"),
    "gridCol": _between(200, 20000, "w"),
    "gridSpan": _is_one_of("1"),
    "trHeight": _is_low,
    "vertAlign": _is_one_of("baseline", "superscript", "subscript"),
    "textDirection": _is_one_of("lrTb", "tb"),
    "numFmt": _is_one_of("decimal"),
    "numStart": _is_one_of("1"),
    "pgSz": _between(8000, 40000, "w", "h"),
    "pgMar": _between(0, 3500, "top", "bottom", "left", "right", "header", "footer", "gutter"),
}
"""Properties by what their values may be; lengths are twips, type sizes half points."""
