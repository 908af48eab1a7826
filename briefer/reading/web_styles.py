"""What the style sheets in a page hide, strike out, raise or number, written into the elements' own styles.

Asked are rules for an element, a class, an id or an element of a class, on any screen. Any other rule
(elements within elements, pseudo classes, screens of some size) can only show again what one of those hides:
what it hides is read, and so is what a sheet hides that is not in the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from briefer.reading.web_unseen import why_unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST: Final = 1 << 19
"""Code points of style sheets that are asked."""
_NOT_ASKED: Final = frozenset({"noscript", "template", "svg"})
_STRING: Final = re.compile(r""""[^"\n]*+"|'[^'\n]*+'|<!--|-->""")
_SIMPLE: Final = re.compile(r"[A-Za-z][\w-]*+|(?:[A-Za-z][\w-]*+)?\.[\w-]++|#[\w-]++")
_LAST: Final = re.compile(r"[>+~:]|(?=[.#])")
_SCREENS: Final = frozenset({"", "all", "screen", "only screen"})
_LIST: Final = "list-style"
"""It takes numbers away, and hides no words."""
_PROPERTIES: Final = {
    "display": "display",
    "visibility": "visibility",
    "text-decoration": "text-decoration",
    "text-decoration-line": "text-decoration",
    "vertical-align": "vertical-align",
    "list-style": _LIST,
    "list-style-type": _LIST,
}
_HIDING: Final = ("none", "hidden", "line-through")
_IMPORTANT: Final = "!important"
_MOST: Final = 0.5
"""Of the main text no rule hides more: a script shows it again."""


class _Scope(NamedTuple):
    """What stands between braces: the selectors of a rule, or none."""

    selectors: str = ""
    sure: bool = True
    """It holds on any screen."""
    ignored: bool = False
    """It holds on none."""


class _Rule(NamedTuple):
    """What one property is; of several rules for an element the greatest holds."""

    shows_again: bool
    important: bool
    special: int
    place: int
    selector: str
    value: str
    name: str

    @property
    def hides(self) -> bool:
        return any(word in self.value for word in _HIDING)

    @property
    def tells(self) -> bool:
        """It can change what is read; resets of looks, on most pages, do not."""
        if self.name == _LIST:
            return not self.shows_again
        return self.hides or self.important or self.value in {"super", "sub"}


_Rules = dict[str, dict[str, _Rule]]
"""The rules that hold, by selector and by property."""


def heed(root: _Element, shown: Iterable[_Element]) -> bool:
    """Write into elements what style sheets say of them, and tell whether there was anything.

    A rule that hides most of the words in the elements `shown` is not believed.
    """
    rules = _rules(root)
    held = {element: found for element in root.iter() if (found := _held(rules, element))}
    doubted = _doubted(root, held, set(shown)) if held else ()
    for element, found in held.items():
        said = [f"{name}:{rule.value}" for name, rule in found.items() if rule.selector not in doubted]
        element.set("style", ";".join([*said, *_own(element, [n for n in found if found[n].important])]))
    return bool(held)


def _doubted(root: _Element, held: dict[_Element, dict[str, _Rule]], shown: Collection[_Element]) -> set[str]:
    """Return the selectors of rules that hide too much."""
    inside: set[_Element] = set()
    for element in root.iter():
        if element in shown or element.getparent() in inside:
            inside.add(element)
    words: Counter[_Element | None] = Counter()
    for element in reversed([*root.iter()]):
        above = element.getparent()
        words[element] += len((element.text or "").strip()) * (element in inside)
        words[element] *= not why_unseen(element)
        words[above] += words[element] + len((element.tail or "").strip()) * (above in inside)
    hidden: Counter[str] = Counter()
    for element, found in held.items():
        for selector in {rule.selector for rule in found.values() if rule.hides and rule.name != _LIST}:
            hidden[selector] += words[element]
    return {selector for selector, count in hidden.items() if count > _MOST * words[root]}


def _held(rules: _Rules, element: _Element) -> dict[str, _Rule]:
    """Return the rules that hold for an element, by property; its own style goes before them."""
    tag = str(element.tag)
    selectors = {tag, f"#{element.get('id', '')}"}
    for name in element.get("class", "").split():
        selectors |= {f".{name}", f"{tag}.{name}"}
    found: dict[str, _Rule] = {}
    for selector in selectors & rules.keys():
        for name, rule in rules[selector].items():
            found[name] = max(rule, found.get(name, rule))
    own = {_property(words) for words in _own(element, ())} if found else ()
    telling = ((name, rule) for name, rule in found.items() if rule.tells)
    return {name: rule for name, rule in telling if rule.important or name not in own}


def _own(element: _Element, but: Collection[str]) -> list[str]:
    return [words for words in element.get("style", "").split(";") if _property(words) not in but]


def _property(declaration: str) -> str:
    name = declaration.partition(":")[0].strip().lower()
    return _PROPERTIES.get(name, name)


def _rules(root: _Element) -> _Rules:
    """Return the rules of all style sheets in a page."""
    rules: _Rules = {}
    for place, (scope, declarations) in enumerate(_blocks(root)):
        said = _said(declarations)
        for selector, sure in _selectors(scope) if said else ():
            held = rules.setdefault(selector, {})
            for name, (important, value) in said.items():
                rule = _Rule(not sure, important, _special(selector), place, selector, value, name)
                if sure or not (rule.hides or name == "vertical-align"):
                    held[name] = max(rule, held.get(name, rule))
    return rules


def _said(declarations: str) -> dict[str, tuple[bool, str]]:
    """Return what is said of the properties that are asked, and whether it is important."""
    said: dict[str, tuple[bool, str]] = {}
    for words in declarations.split(";"):
        value = "".join(words.partition(":")[2].lower().split())
        important, name = value.endswith(_IMPORTANT), _property(words)
        if name in _PROPERTIES and value and important >= said.get(name, (False, ""))[0]:
            said[name] = important, value.removesuffix(_IMPORTANT)
    return said


def _selectors(scope: _Scope) -> Iterator[tuple[str, bool]]:
    """Yield selectors that are asked, and whether they are all that the rule asks for."""
    if "(" in scope.selectors or "[" in scope.selectors:
        return
    for selector in filter(str.strip, scope.selectors.split(",")):
        words = selector.split()
        simple = len(words) == 1 and _SIMPLE.fullmatch(words[0]) is not None
        asked = words[0] if simple else _LAST.split(words[-1])[-1]
        if _SIMPLE.fullmatch(asked):
            tag, dot, name = asked.partition(".")
            yield f"{tag if tag.startswith('#') else tag.lower()}{dot}{name}", simple and scope.sure


def _special(selector: str) -> int:
    return 100 if selector.startswith("#") else 10 * ("." in selector) + (not selector.startswith("."))


def _blocks(root: _Element) -> Iterator[tuple[_Scope, str]]:
    """Yield declarations, with what they are said of."""
    left = _LARGEST
    for style in root.iter("style"):
        if _NOT_ASKED.isdisjoint(str(above.tag) for above in style.iterancestors()):
            sheet = "".join(map(str, style.itertext()))[:left]
            left -= len(sheet)
            yield from _blocks_of(_bare(sheet), _media(style.get("media", ""), _Scope()))


def _blocks_of(sheet: str, around: _Scope) -> Iterator[tuple[_Scope, str]]:
    scopes: list[tuple[_Scope, list[str]]] = [(around, [])]
    parts = re.split("([{}])", f"{sheet}}}")
    for words, brace in zip(parts[::2], parts[1::2], strict=False):
        scope, said = scopes[-1]
        before, _, begun = words.rpartition(";") if brace == "{" else (words, "", "")
        said.append(before)
        if brace == "{":
            scopes.append((_scope(begun.strip(), scope), []))
        elif len(scopes) > 1:
            scopes.pop()
            yield scope, ";".join(said)


def _scope(begun: str, around: _Scope) -> _Scope:
    if begun[:6].lower() == "@media":
        return _media(begun[6:], around)
    if begun.startswith("@"):
        return _Scope(sure=False, ignored=around.ignored)
    return _Scope("" if around.ignored else begun, around.sure and not around.selectors, around.ignored)


def _media(query: str, around: _Scope) -> _Scope:
    kinds = [" ".join(kind.lower().split()) for kind in query.split(",")]
    printed = all(kind.removeprefix("only ").startswith("print") for kind in kinds)
    return _Scope("", around.sure and not _SCREENS.isdisjoint(kinds), around.ignored or printed)


def _bare(sheet: str) -> str:
    """Take comments and strings out of a style sheet."""
    first, *others = sheet.split("/*")
    return _STRING.sub("", "".join([first, *(words.partition("*/")[2] for words in others)]))
