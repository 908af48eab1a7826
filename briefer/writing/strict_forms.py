"""Frozen values as plain dictionaries and as XML elements, and back, trusting nothing.

Values hold text, whole numbers, tuples of one kind, and other such values. Reading back demands
every field, of its type, and no other: a stranger's file cannot surprise whoever reads it.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar, get_args, get_type_hints
from xml.etree.ElementTree import Element, SubElement

from briefer.errors import BrieferError

T = TypeVar("T")
ENTRY: Final = "entry"
_known_types: dict[type, dict[str, Any]] = {}


class StrictFormError(BrieferError):
    """The evidence in a file is not as this program writes it."""

    def __init__(self, where: str) -> None:
        super().__init__(f"The evidence in this file is damaged at “{where}”; export the brief again.")


def to_plain(value: object) -> Any:  # noqa: ANN401
    """Return a value as dictionaries, lists, text and numbers."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    return {name: to_plain(getattr(value, name)) for name in _types(type(value))}


def from_plain(kind: type[T], plain: object) -> T:
    """Return the value that a plain form describes; raises StrictFormError."""
    types = _types(kind)
    if not isinstance(plain, dict) or plain.keys() != types.keys():
        raise StrictFormError(kind.__name__)
    return kind(**{name: _from_plain(name, types[name], plain[name]) for name in types})


def to_element(value: object, parent: Element) -> None:
    """Write a value's fields under an element, one child each; a tuple's parts are entries."""
    for name in _types(type(value)):
        _to_element(getattr(value, name), SubElement(parent, _tag(parent, name)))


def from_element(kind: type[T], element: Element) -> T:
    """Return the value that an element describes; raises StrictFormError."""
    types = _types(kind)
    names = [_tag(element, name) for name in types]
    if _has_words(element) or [child.tag for child in element] != names:
        raise StrictFormError(kind.__name__)
    parts = zip(types.items(), element, strict=True)
    return kind(**{name: _from_element(name, expected, child) for (name, expected), child in parts})


def _from_plain(name: str, expected: Any, plain: Any) -> Any:  # noqa: ANN401
    if expected in (str, int):
        if type(plain) is expected:
            return plain
    elif (part := _part(expected)) is None:
        return from_plain(expected, plain)
    elif isinstance(plain, list):
        return tuple(_from_plain(name, part, each) for each in plain)
    raise StrictFormError(name)


def _to_element(value: object, element: Element) -> None:
    if isinstance(value, str | int):
        element.text = str(value)
    elif isinstance(value, tuple):
        for part in value:
            _to_element(part, SubElement(element, _tag(element, ENTRY)))
    else:
        to_element(value, element)


def _from_element(name: str, expected: Any, element: Element) -> Any:  # noqa: ANN401
    if element.attrib or element.tail:
        raise StrictFormError(name)
    if expected is str and not len(element):
        return element.text or ""
    if expected is int and not len(element):
        return _number(name, element.text or "")
    part = _part(expected)
    if part is None and expected not in (str, int):
        return from_element(expected, element)
    if part is None or _has_words(element) or any(child.tag != _tag(element, ENTRY) for child in element):
        raise StrictFormError(name)
    return tuple(_from_element(name, part, child) for child in element)


def _number(name: str, words: str) -> int:
    """Read a whole number that is written the one way this program writes it."""
    if len(words) < len("18446744073709551616") and words.isascii() and words.isdigit():
        number = int(words)
        if str(number) == words:
            return number
    raise StrictFormError(name)


def _has_words(element: Element) -> bool:
    return bool(element.text)


def _tag(parent: Element, name: str) -> str:
    """Return a child's name in the name space of its parent."""
    space, brace, _ = parent.tag.rpartition("}")
    return f"{space}{brace}{name}"


def _part(expected: Any) -> Any:  # noqa: ANN401
    """Return the type of a tuple's parts, or None for a type that is no tuple."""
    arguments = get_args(expected)
    return arguments[0] if arguments else None


def _types(kind: type) -> dict[str, Any]:
    """Return the types of a value's fields by name, in their order."""
    found = _known_types.get(kind)
    if found is None:
        found = _known_types[kind] = get_type_hints(kind)
    return found
