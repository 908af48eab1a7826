"""The main text of a web page: without navigation, teasers, share buttons, comments and lines of law."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from briefer.reading.web_lines import Line

if TYPE_CHECKING:
    from lxml.etree import _Element

_ASIDE: Final = frozenset({"nav", "aside", "footer", "form", "menu", "figure", "figcaption"})
_ROLES: Final = frozenset(
    {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu"}
)
_UNLIKELY: Final = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|side-?bar|related|share|sharing|"
    r"social|comments?|commentlist|disqus|promo|newsletter|subscribe|subscription|signup|sign-up|cookies?|consent|"
    r"ads?|advert\w*|sponsor\w*|banner|popup|modal|toolbar|widget|pagination|pager|tags|taglist|"
    r"recommend\w*|trending|popular|most-?read|more-?(?:stories|news|on|from)|teasers?|outbrain|taboola|"
    r"author-?(?:bio|box|info)|byline|caption|credits?|copyright|legal|login|search|skip-?link|read-?next|"
    r"hidden|print-?only|sr-only|screen-reader-text|visually-?hidden|noprint|masthead|metadata|meta)"
    r"(?:$|[-_ ])",
    re.IGNORECASE,
)
_LIKELY: Final = re.compile(r"article|body|content|entry|main|post|story|text|page", re.IGNORECASE)
_NEVER_ASIDE: Final = frozenset({"html", "body", "main", "article"})
_SENTENCE: Final = re.compile(r"[.!?…。！？][\"”’'»」』）)\]]*(?:\[\w+\]|[⁰¹²³⁴-⁹])*$")
_SHORT: Final = 80
"""Code points below which a line is no paragraph, unless it ends like a sentence."""
_LINKED, _ALL = 0.4, 0.8
"""How much of a line must be links for it to count against a text, and to be nothing but a link."""
_LINE, _LINK = 20, 5
"""Code points that a line which is no sentence, and one that is but a link, count against a text."""
_MOST: Final = 0.4
"""Of what is text on a page is never aside, whatever the element around it is called."""
_ENOUGH: Final = 0.25
"""Of the main text is an article that is taken without those after it."""
_TOO_LITTLE: Final = 0.1
"""Of a page is no main text: it has none."""


def main_lines(lines: list[Line]) -> list[Line]:
    """Choose the lines of the main text; of a page without one, all."""
    proper = _totals((line, max(_worth(line), 0.0)) for line in lines)
    most = _MOST * max(proper.values(), default=0.0)
    known = {element: False for element, total in proper.items() if total > most}
    kept = [line for line in lines if not _is_aside(line.node, known)]
    totals = _totals((line, _worth(line)) for line in kept)
    best = max(totals, key=lambda element: (totals[element], _depth(element)), default=None)
    if best is None or totals[best] <= 0:
        return kept or lines
    best = _first_article(best, totals)
    inside = [
        line
        for line in kept
        if not _is_link(line) and (line.node is best or best in line.node.iterancestors())
    ]
    return inside if _length(inside) > _TOO_LITTLE * _length(kept) else kept


def paragraphs_left_out(lines: list[Line], kept: list[Line]) -> int:
    """Count the lines that read like paragraphs and are not among those kept."""
    there = set(map(id, kept))
    return sum(id(line) not in there and _worth(line) > 0 for line in lines)


def _first_article(best: _Element, totals: dict[_Element, float]) -> _Element:
    """Of several articles one below the other take the first: the others are teasers or comments."""
    for element in best.iter("article", "div", "section"):
        proper = element.tag == "article" or element.get("itemprop") == "articleBody"
        if proper and totals.get(element, 0.0) > _ENOUGH * totals[best]:
            return element
    return best


def _totals(worths: Iterable[tuple[Line, float]]) -> dict[_Element, float]:
    """Add up what lines are worth for each element around them."""
    totals: dict[_Element, float] = {}
    for line, worth in worths:
        for element in (line.node, *line.node.iterancestors()):
            totals[element] = totals.get(element, 0.0) + worth
    return totals


def _worth(line: Line) -> float:
    length = len(line.text)
    if _is_link(line):
        return -float(_LINK)
    if line.linked > _LINKED * length:
        return -float(_LINE) if length >= _SHORT else -float(length + _LINE)
    if length >= _SHORT or _SENTENCE.search(line.text):
        return float(length)
    return -float(_LINE)


def _is_link(line: Line) -> bool:
    """Tell whether a line is a short one that is nothing but links."""
    return line.linked > _ALL * len(line.text) and len(line.text) < _SHORT


def _length(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _depth(element: _Element) -> int:
    return sum(1 for _ in element.iterancestors())


def _is_aside(node: _Element, known: dict[_Element, bool]) -> bool:
    """Tell whether an element, or one around it, holds what is not the main text."""
    path = []
    found = False
    for element in (node, *node.iterancestors()):
        if element in known:
            found = known[element]
            break
        path.append(element)
    for element in reversed(path):
        found = found or _is_aside_itself(element)
        known[element] = found
    return found


def _is_aside_itself(element: _Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag in _NEVER_ASIDE or "footnote" in f"{names} {element.get('role', '')}".lower():
        return False
    if element.tag in _ASIDE or element.get("role") in _ROLES:
        return True
    if element.tag == "header":
        return not any(above.tag in {"article", "main"} for above in element.iterancestors())
    return bool(_UNLIKELY.search(names))
