"""A whole project as YAML and back: current records, texts and original bytes, no history.

The same project is always the same bytes, and reading them gives the same records: sources by
label, passages by place, tags and statements by section and rank, contents last, by hash.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefer.errors import BrieferError
from briefer.exchange import emitter, events
from briefer.exchange.events import Tree
from briefer.model.content import Content, Original, SourceText
from briefer.model.invariants import check_project
from briefer.model.plain import LATER, field_types, from_plain, to_plain
from briefer.model.project import Project
from briefer.model.records import (
    KINDS,
    Acronym,
    Details,
    Difference,
    Issue,
    Passage,
    Record,
    Section,
    Source,
    Statement,
    Tag,
    Version,
)

FORMAT: Final = 4
"""Raise it whenever an older briefer would misread or lose something."""

SAME_AS_TEXT: Final = "same-as-text"
"""Stands for the bytes of a file that are its text in UTF-8, so that both have one hash."""

LISTS: Final[Mapping[type[Record], str]] = {
    Section: "sections",
    Source: "sources",
    Version: "versions",
    Passage: "passages",
    Tag: "tags",
    Statement: "statements",
    Acronym: "acronyms",
    Difference: "differences",
    Issue: "issues",
}
LATER_LISTS: Final[Mapping[str, int]] = {"acronyms": 2, "differences": 2, "issues": 2, "versions": 3}
"""The form with which each list came."""
_KEYS: Final = ("briefer", "details", *LISTS.values(), "texts", "originals")
_BASE64_WIDTH: Final = 76
_FIELDS: Final = {
    name: (kind, field_types(kind).keys() - LATER.get(kind, {}).keys()) for kind, name in LISTS.items()
}
"""What each record of a list has in every form."""


class NotAProjectError(BrieferError):
    """A YAML file is no project, or one of a newer form; the sentence says what to do."""


class MalformedYamlError(NotAProjectError):
    """A YAML project lacks a part of one, or has what is none."""

    def __init__(self, reason: str, mend: str = "take an untouched copy of it") -> None:
        self.reason = reason
        super().__init__(f"In this project file {reason}; {mend}.")


@dataclass(frozen=True)
class Loaded:
    """What a file held, checked as a whole: records in the order of `KINDS`, and what they name by hash."""

    records: tuple[Record, ...]
    contents: tuple[Content, ...]


def to_yaml(project: Project) -> bytes:
    """Return the project's one YAML form in UTF-8; raises HugeYamlError when it could not be read again."""
    sections, sources = project.sections(), project.sources()
    versions = [version for source in sources for version in project.versions_of(source)]
    passages = [passage for source in sources for passage in project.passages_in(source)]
    tags = [tag for section in sections for tag in project.tags_under(section)]
    statements = [
        statement for section in (None, *sections) for statement in project.statements_under(section)
    ]
    lists: tuple[Sequence[Record], ...] = (
        sections,
        sources,
        versions,
        passages,
        tags,
        statements,
        project.acronyms(),
        project.differences(),
        project.issues(),
    )
    tree: dict[str, Tree] = {"briefer": FORMAT, "details": to_plain(project.details())}
    for name, records in zip(LISTS.values(), lists, strict=True):
        tree[name] = [to_plain(record) for record in records]
    read: list[Source | Version] = [*sources, *versions]
    texts = {name: project.text(name) for name in dict.fromkeys(one.text for one in read)}
    tree["texts"] = dict(texts)
    tree["originals"] = {
        name: SAME_AS_TEXT if name in texts else _base64(project.original(name))
        for name in dict.fromkeys(one.original for one in read)
    }
    return _within_limits(emitter.write(tree).encode())


def from_yaml(content: bytes) -> Loaded:
    """Return what a project's YAML holds; raises a BrieferError unless all of it is as it must be."""
    tree = _project_in(events.read(content, _Vet()))
    records: list[Record] = [from_plain(Details, tree["details"])]
    for kind in KINDS[1:]:
        records += [from_plain(kind, plain) for plain in _list(tree, LISTS[kind])]
    texts = _named(tree, "texts")
    originals = _originals(tree, texts)
    check_project(records, texts.get, originals.get)
    _refuse_unnamed(records, texts, originals)
    return Loaded(tuple(records), (*map(SourceText, texts.values()), *map(Original, originals.values())))


class _Vet(events.Vet):
    """Refuses what is no project at once: to read millions of values that are none takes a while."""

    def __init__(self) -> None:
        self._is_ours = False

    def name(self, name: str) -> None:
        if self._is_ours and name not in _KEYS:
            raise _unknown(name)

    def part(self, name: str, key: str | None, value: Tree) -> bool:
        if name == "briefer":
            self._is_ours = bool(_form_of(value))
        elif key is not None and name in _FIELDS:
            kind, needed = _FIELDS[name]
            if not (isinstance(value, dict) and value.keys() >= needed):
                from_plain(kind, value)  # which says what is wrong
        elif name in {"texts", "originals"} and key:
            _words(key, value)
        return name in _KEYS


def _base64(body: bytes) -> str:
    digits = b64encode(body).decode()
    lines = (digits[start : start + _BASE64_WIDTH] for start in range(0, len(digits), _BASE64_WIDTH))
    return "\n".join(lines)


def _within_limits(content: bytes) -> bytes:
    if len(content) > events.MAX_BYTES:
        raise events.HugeYamlError
    return content


def _project_in(tree: Tree) -> dict[str, Tree]:
    if not isinstance(tree, dict):
        tree = {}
    form = _form_of(tree.get("briefer"))
    later: dict[str, Tree] = {name: [] for name, since in LATER_LISTS.items() if since > form}
    tree = later | tree
    for name in tree:
        if name not in _KEYS:
            raise _unknown(name)
    for name in _KEYS:
        if name not in tree:
            raise MalformedYamlError(f"“{name}” is missing")
    return tree


def _form_of(said: Tree) -> int:
    if type(said) is not int:
        raise NotAProjectError(
            f"This YAML file is not a briefer project: none of its lines says “briefer: {FORMAT}”."
        )
    if said not in range(1, FORMAT + 1):
        raise NotAProjectError(
            f"This project has form {said}, which this briefer does not know; install a newer one."
        )
    return said


def _unknown(name: str) -> MalformedYamlError:
    return MalformedYamlError(f"“{name[:40]}” is unknown")


def _list(tree: dict[str, Tree], name: str) -> list[Tree]:
    found = tree[name]
    if not isinstance(found, list):
        raise MalformedYamlError(f"“{name}” is not a list")
    return found


def _named(tree: dict[str, Tree], name: str) -> dict[str, str]:
    found = tree[name]
    if not isinstance(found, dict):
        raise MalformedYamlError(f"“{name}” is not a list of names")
    return {key: _words(key, inner) for key, inner in found.items()}


def _words(key: str, inner: Tree) -> str:
    if not isinstance(inner, str):
        raise MalformedYamlError(f"“{key[:12]}” holds no text")
    return inner


def _originals(tree: dict[str, Tree], texts: dict[str, str]) -> dict[str, bytes]:
    return {name: _bytes(name, body, texts) for name, body in _named(tree, "originals").items()}


def _bytes(name: str, body: str, texts: dict[str, str]) -> bytes:
    if body == SAME_AS_TEXT and name in texts:
        return texts[name].encode()
    try:
        return b64decode(body.replace("\n", ""), validate=True)
    except ValueError:
        raise MalformedYamlError(f"the bytes of file {name[:12]} are not valid base64") from None


def _refuse_unnamed(
    records: Iterable[Record], texts: Mapping[str, str], originals: Mapping[str, bytes]
) -> None:
    """Refuse texts and bytes that nothing names, which would vanish unseen at the next writing."""
    read = [record for record in records if isinstance(record, Source | Version)]
    unnamed = texts.keys() - {one.text for one in read}
    unnamed |= originals.keys() - {one.original for one in read}
    for name in unnamed:
        raise MalformedYamlError(f"no source has the text or file {name[:12]}", "take that out")
