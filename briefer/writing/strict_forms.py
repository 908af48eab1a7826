"""Frozen values as plain dictionaries and as XML elements, and back, trusting nothing.

Values hold text, whole numbers, tuples of one kind, and other such values. Reading back demands
every field, of its type, and no other: a stranger's file cannot surprise whoever reads it.
"""

from __future__ import annotations

from typing import Any, Final, TypeVar, get_args, get_type_hints
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

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
    return {name: to_plain(part) for name, part in _fields(value)}


def from_plain(kind: type[T], plain: object) -> T:
    """Return the value that a plain form describes; raises StrictFormError."""
    types = _types(kind)
    if not isinstance(plain, dict) or plain.keys() != types.keys():
        raise StrictFormError(kind.__name__)
    return kind(**{name: _from_plain(name, types[name], plain[name]) for name in types})


def to_markup(value: object) -> str:
    """Return the elements that stand for a value's fields, one each; a tuple's parts are entries.

    Written as text: evidence of ten thousand notes has two hundred thousand elements.
    """
    written: list[str] = []
    _to_markup(value, written)
    return "".join(written)


def from_element(kind: type[T], element: Element) -> T:
    """Return the value that an element describes; raises StrictFormError."""
    types = _types(kind)
    space, brace, _ = element.tag.rpartition("}")
    if element.text or [child.tag for child in element] != [f"{space}{brace}{name}" for name in types]:
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


def _to_markup(value: object, written: list[str]) -> None:
    if isinstance(value, str):
        written.append(escape(value))
    elif isinstance(value, int):
        written.append(str(value))
    else:
        parts = [(ENTRY, part) for part in value] if isinstance(value, tuple) else _fields(value)
        for name, part in parts:
            written.append(f"<{name}>")
            _to_markup(part, written)
            written.append(f"</{name}>")


def _fields(value: object) -> list[tuple[str, object]]:
    return [(name, getattr(value, name)) for name in _types(type(value))]


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
    entry = element.tag.rpartition("}")[0] + "}" + ENTRY
    if part is None or element.text or any(child.tag != entry for child in element):
        raise StrictFormError(name)
    return tuple(_from_element(name, part, child) for child in element)


def _number(name: str, words: str) -> int:
    """Read a whole number that is written the one way this program writes it."""
    if len(words) < len("18446744073709551616") and words.isascii() and words.isdigit():
        number = int(words)
        if str(number) == words:
            return number
    raise StrictFormError(name)


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
