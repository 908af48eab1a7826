"""The main text of a web page: without navigation, teasers, share buttons, comments and lines of law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_POINTS: Final = frozenset({"li", "ol", "ul", "dd", "dt", "dl"})
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
"""Of the main text is an article that is taken without the others."""
_FEW: Final = 2
"""Paragraphs at most has each of several teasers."""
_BODY: Final = "articleBody"
"""What a page says of its own text, in its `itemprop`."""
_SMALL: Final = 1_000
"""Code points: as little as that around the main text is taken with it, for its lines may all be short."""
_TOO_LITTLE: Final = 0.1
"""Of a page is no main text: it has none."""


def main_lines(lines: list[Line]) -> list[Line]:
    """Choose the lines of the main text; of a page without one, all."""
    proper = _totals((line, max(_worth(line), 0.0)) for line in lines)
    most = _MOST * max(proper.values(), default=0.0)
    known = {element: False for element, total in proper.items() if total > most}
    kept = [line for line in lines if not _is_aside(line.node, known)]
    totals = _totals((line, _worth(line)) for line in kept)
    best = _best(totals)
    if best is None or totals[best] <= 0:
        return kept or lines
    best = _whole(_chosen(best, kept, totals), kept)
    inside = [line for line in _within(best, kept) if not _is_link(line)]
    return inside if _length(inside) > _TOO_LITTLE * _length(kept) else kept


def count_left_out(lines: list[Line], kept: list[Line]) -> tuple[int, int]:
    """Count the lines that are not among those kept: what reads like paragraphs, and the others."""
    there = set(map(id, kept))
    paragraphs = [_worth(line) > 0 for line in lines if id(line) not in there]
    return sum(paragraphs), len(paragraphs) - sum(paragraphs)


def _chosen(best: _Element, kept: list[Line], totals: dict[_Element, float]) -> _Element:
    """Of several articles choose the largest: others are teasers or comments, or all of them are."""
    articles = [article for article in _articles(best) if totals.get(article, 0) > 0]
    if not articles:
        return best
    largest = max(articles, key=lambda article: (not _is_named_aside(article), totals[article]))
    paragraphs = _totals((line, 1.0) for line in kept if _worth(line) > 0)
    if all(_is_named_aside(one) or _is_teaser(one, articles, paragraphs[one]) for one in articles):
        aside = set(articles)
        beside = (line for line in kept if aside.isdisjoint((line.node, *line.node.iterancestors())))
        others = _totals((line, _worth(line)) for line in beside)
        other = _best(others)
        if other is not None and others[other] > totals[largest]:
            return other
    return largest if totals[largest] > _ENOUGH * totals[best] else best


def _whole(best: _Element, kept: list[Line]) -> _Element:
    """Take more of a page than a point of a list, and of a small one all but other articles."""
    lengths = _totals((line, float(len(line.text))) for line in kept)
    for above in best.iterancestors():
        if best.tag not in _POINTS and (lengths[above] > _SMALL or _has_others(above, best)):
            break
        best = above
    return best


def _has_others(element: _Element, inside: _Element) -> bool:
    """Tell whether there is an article in an element that is not around, and not in, the one inside."""
    return any(
        article is not inside and inside not in article.iterdescendants()
        for article in element.iter("article")
        if inside not in article.iterancestors()
    )


def _articles(best: _Element) -> Iterator[_Element]:
    """Yield the articles in an element that are in no other."""
    found: set[_Element] = set()
    for element in best.iter("article", "div", "section"):
        proper = element.tag == "article" or element.get("itemprop") == _BODY
        if proper and found.isdisjoint(element.iterancestors()):
            found.add(element)
            yield element


def _is_teaser(article: _Element, articles: list[_Element], paragraphs: float) -> bool:
    """Tell whether an article is one of several short ones, and neither headed nor named as the text."""
    named = article.get("itemprop") == _BODY or article.find(".//h1") is not None
    return len(articles) > 1 and paragraphs <= _FEW and not named


def _within(element: _Element, lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.node is element or element in line.node.iterancestors()]


def _totals(worths: Iterable[tuple[Line, float]]) -> dict[_Element, float]:
    """Add up what lines are worth for each element around them."""
    totals: dict[_Element, float] = {}
    for line, worth in worths:
        for element in (line.node, *line.node.iterancestors()):
            totals[element] = totals.get(element, 0.0) + worth
    return totals


def _best(totals: dict[_Element, float]) -> _Element | None:
    """Return the element of most worth, of several the innermost."""
    return max(totals, key=lambda element: (totals[element], _depth(element)), default=None)


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
    names = _names(element)
    if element.tag in _NEVER_ASIDE or "footnote" in f"{names} {element.get('role', '')}".lower():
        return False
    if element.tag in _ASIDE or element.get("role") in _ROLES:
        return True
    if element.tag == "header":
        return not any(above.tag in {"article", "main"} for above in element.iterancestors())
    return _is_named_aside(element)


def _is_named_aside(element: _Element) -> bool:
    return bool(_UNLIKELY.search(_names(element)))


def _names(element: _Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"
