"""Read YAML from a stranger: libyaml's events, one at a time, within limits.

Loading a whole tree at once is not safe: 100,000 nested brackets crash libyaml's composer, and
aliases and merge keys make a small file a huge one. Of YAML this takes what a project needs and
refuses the rest. What stands in quotation marks or in a block is text; so is a plain word, unless
it is a whole number, `null` (or nothing at all), `true` or `false`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from briefer.errors import BrieferError

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | None"

MAX_BYTES: Final = 512 << 20
MAX_DEPTH: Final = 24
MAX_NODES: Final = 12_000_000
"""Four times what 1,000 sources with 100,000 tags come to."""

MOST_TOGETHER: Final = 100_000
"""Values of one part of a file, such as a record: a source has a number for each of its pages."""
_PART: Final = 2
"""As deep as the parts lie that a vet sees."""

_TAG_DIRECTIVE: Final = re.compile(rb"(?:\A|(?<=[\r\n\x85\xa8\xa9\xbf]))%TAG")
"""At the begin of a line, or after a byte order mark; libyaml compares each one with all before it."""
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_WORDS: Final[dict[str, Tree]] = {"": None, "null": None, "true": True, "false": False}


class UnreadableYamlError(BrieferError):
    """A YAML file is broken or uses what could harm; the sentence says in which line."""

    def __init__(self, line: int, why: str) -> None:
        self.reason = f"its line {line} {why}"
        super().__init__(f"Line {line} of the YAML file {why}; correct it there, or take an untouched copy.")


class HarmfulYamlError(UnreadableYamlError):
    """A YAML file uses what no project does."""


class HugeYamlError(BrieferError):
    """A YAML file is larger than this program opens, or would be."""

    def __init__(self) -> None:
        super().__init__(
            f"The YAML form holds up to {MAX_BYTES >> 20} MB; keep this project as a .brief file."
        )


class Vet:
    """Sees what a file says while it is read, so that one that is none of ours is refused early."""

    def name(self, name: str) -> None:
        """See a name at the top of the file; may raise."""

    def part(self, name: str, key: str | None, value: Tree) -> bool:  # noqa: ARG002  # nothing to object
        """See a part of what stands under a name, with its key if it has one; for a word, key is None.

        Raises, or tells whether it may stand there.
        """
        return True


def read(content: bytes, vet: Vet | None = None) -> Tree:
    """Return what the one document of a YAML file says.

    Raises UnreadableYamlError, HugeYamlError, and what `vet` does.
    """
    if len(content) > MAX_BYTES:
        raise HugeYamlError
    _require_utf8(content)
    if directive := _TAG_DIRECTIVE.search(content):
        raise UnreadableYamlError(_line_at(content, directive.start()), "uses a directive for tags")
    growing = _Growing(vet or Vet())
    for event in _events(content):
        growing.take(event)
    return growing.root


def _require_utf8(content: bytes) -> None:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        raise UnreadableYamlError(_line_at(content, error.start), "is not UTF-8 text") from None


def _line_at(content: bytes, offset: int) -> int:
    return content.count(b"\n", 0, offset) + 1


def _events(content: bytes) -> Iterator[Any]:
    from yaml import CSafeLoader
    from yaml.error import MarkedYAMLError
    from yaml.reader import ReaderError

    loader = CSafeLoader(content)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    except ReaderError as error:
        line = _line_at(content, error.position)
        raise UnreadableYamlError(line, "holds a control character") from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise UnreadableYamlError(line, f"is not valid YAML ({error.problem})") from None
    finally:
        loader.dispose()


class _Growing:
    """The tree that the events so far have built, and where the next node goes."""

    def __init__(self, vet: Vet) -> None:
        self.root: Tree = None
        self._vet = vet
        self._names = ["", ""]
        """The last key at the top, and the last under that."""
        self._documents = 0
        self._nodes = 0
        self._vetted = 0
        """As many nodes as there were after the last part that may stand where it does."""
        self._open: list[dict[str, Tree] | list[Tree]] = []
        self._keys: list[str | None] = []
        """For each open collection, the key that waits for its value."""
        self._steps: dict[str, Callable[[Any], None]] = {
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
            "MappingStartEvent": lambda event: self._collection(event, {}),
            "MappingEndEvent": self._end,
            "ScalarEvent": self._scalar,
            "SequenceStartEvent": lambda event: self._collection(event, []),
            "SequenceEndEvent": self._end,
        }

    def take(self, event: Any) -> None:  # noqa: ANN401
        step = self._steps.get(type(event).__name__)
        if step is not None:
            step(event)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        plain = event.implicit[0] and not event.style
        value = _meaning(event.value) if plain else event.value
        self._place(event, value)
        if len(self._open) <= _PART and self._keys and self._keys[-1] is None:
            self._show(value)

    def _collection(self, event: Any, empty: dict[str, Tree] | list[Tree]) -> None:  # noqa: ANN401
        if len(self._open) == MAX_DEPTH:
            raise _refused(event, f"is nested more than {MAX_DEPTH} deep")
        self._place(event, empty)
        self._open.append(empty)
        self._keys.append(None)

    def _end(self, _event: Any) -> None:  # noqa: ANN401
        self._keys.pop()
        value = self._open.pop()
        if len(self._open) == _PART:
            self._show(value)

    def _show(self, value: Tree) -> None:
        """Show the vet what was read as a whole."""
        name, last = self._names
        key = (last if isinstance(self._open[-1], dict) else "") if len(self._open) == _PART else None
        if self._vet.part(name, key, value):
            self._vetted = self._nodes

    def _document(self, event: Any) -> None:  # noqa: ANN401
        self._documents += 1
        if self._documents > 1:
            raise _refused(event, "begins a second document")

    def _alias(self, event: Any) -> None:  # noqa: ANN401
        raise _refused(event, "holds an alias (*)")

    def _place(self, event: Any, node: Tree) -> None:  # noqa: ANN401
        self._count(event)
        if not self._open:
            self.root = node
            return
        collection = self._open[-1]
        if isinstance(collection, list):
            collection.append(node)
        elif (key := self._keys[-1]) is None:
            self._keys[-1] = name = _key(event, node, collection)
            self._note(name)
        else:
            collection[key] = node
            self._keys[-1] = None

    def _note(self, name: str) -> None:
        """Keep a key that says where a part stands."""
        if len(self._open) <= _PART:
            self._names[len(self._open) - 1] = name
            if len(self._open) == 1:
                self._vet.name(name)

    def _count(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            raise _refused(event, "holds an anchor (&)")
        if event.tag is not None:
            raise _refused(event, "holds a tag (!)")
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _refused(event, f"comes after {MAX_NODES:,} values, more than a project has")
        if self._nodes - self._vetted > MOST_TOGETHER:
            raise _refused(event, f"comes after {MOST_TOGETHER:,} values of one thing, more than any has")


def _key(event: Any, node: Tree, mapping: dict[str, Tree]) -> str:  # noqa: ANN401
    if not isinstance(node, str):
        raise _refused(event, "has a key that is not text")
    if node == "<<":
        raise _refused(event, "holds a merge key (<<)")
    if node in mapping:
        raise _refused(event, f"repeats the key “{node[:40]}”")
    return node


def _meaning(plain: str) -> Tree:
    if plain in _WORDS:
        return _WORDS[plain]
    return int(plain) if _NUMBER.match(plain) else plain


def _refused(event: Any, why: str) -> HarmfulYamlError:  # noqa: ANN401
    return HarmfulYamlError(event.start_mark.line + 1, why)
