"""What is sound in a damaged project file: rows told by their form, records, texts and files.

A row is told by how many values it has and what they are, not by the table that it was found in: the page
that says where the tables begin may be the spoilt one. Where the history is whole, it tells what the
records were whose rows are gone: each entry holds the record before and after.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import NoneType
from typing import Any, Final

from briefer.errors import BrieferError
from briefer.model.content import hash_of
from briefer.model.forms import check_form, is_storable
from briefer.model.plain import LATER, from_plain, kind_called, to_plain
from briefer.model.records import KINDS, Acronym, Passage, Record, Statement, Tag, Version
from briefer.model.wreck import Entry, Wreck
from briefer.store import pages, schema
from briefer.store.edits import PlainEdit, composed, plain_edits
from briefer.store.pages import Pages, Row
from briefer.store.tables import TABLES

_LARGEST: Final = 1 << 31
"""Bytes of a file that is looked through: its size on disk may be nothing."""
_LISTS: Final = (tuple[str, ...], tuple[int, ...])
_ID: Final = re.compile("[0-9a-f]{32}\\Z")
_HASH: Final = re.compile("[0-9a-f]{64}\\Z")
_RUNS: Final = re.compile(r"\s*CREATE\s+(?:TEMP\w*\s+)?(?:TRIGGER|VIEW|VIRTUAL)", re.IGNORECASE)
_INDEXES: Final[Mapping[str, tuple[type[Record], int]]] = {
    "passage_index_1": (Passage, 3),
    "tag_index_1": (Tag, 2),
    "statement_index_1": (Statement, 2),
    "version_index_1": (Version, 1),
}
"""Indexes that hold every record of a kind, and the place of its id in their rows."""
_KEPT_WITH_HISTORY: Final = frozenset({"text", "original", "log", "head"})
"""Tables that must be whole for a history to be gone back in."""
_NAMES: Final = _KEPT_WITH_HISTORY | {table.name for table in TABLES.values()}


def rescue(path: Path) -> Wreck:
    """Return what is sound in a project file; raises NotAProjectError for one that holds more than data."""
    found = pages.read(_whole(path))
    _refuse_what_runs(found, path.name)
    wreck = Wreck()
    log: dict[int, Entry] = {}
    heads: list[int] = []
    met: set[tuple[str, str]] = set()
    for row in found.rows:
        belongs = _take_record(wreck, row) if row.rowid is None else _take_content(wreck, row, log, heads)
        met.add((row.tree, belongs))
    _distrust(found, met)
    _miss(wreck, found)
    wreck.unread |= _unread(found)
    _compare(wreck, log, heads)
    return wreck


def _distrust(found: Pages, met: Collection[tuple[str, str]]) -> None:
    """Note what else was not all read, by where rows were met and the tables they belong to by their form.

    Where a page lies in another's place, a table that looks empty may have been replaced by one that is.
    """
    for tree, belongs in met:
        if not tree:
            found.broken.add(belongs)
        elif belongs != tree and tree in _NAMES:
            found.broken.add(tree)
            if belongs:
                found.broken |= _NAMES - {where for where, _ in met}


def is_wreck(path: Path) -> bool:
    """Tell whether a file that does not begin like a project holds records of one."""
    return any(_record(row) is not None for row in pages.rows(_whole(path)) if row.rowid is None)


def is_spoilt(path: Path) -> bool:
    """Tell whether a part of a project file cannot be read."""
    found = pages.Pages()
    deque(pages.rows(_whole(path), found), maxlen=0)
    return bool(_unread(found))


def _whole(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        raise BrieferError(
            f"“{path.name}” is no sound project, and too large to save parts of; go back to a backup of it."
        )
    return path.read_bytes()


def _refuse_what_runs(found: Pages, name: str) -> None:
    for row in found.schema:
        kind, *_, sql = (*row.values, "", "")[:5]
        if kind in {"trigger", "view"} or (isinstance(sql, str) and _RUNS.match(sql)):
            raise schema.ForeignError(name)


def _unread(found: Pages) -> set[str]:
    """Return the names of the tables that were not read to the end, but those an index tells all of."""
    trees = {name for row in found.schema for name in row.values[1:2] if isinstance(name, str)}
    told = {kind.__name__.lower() for tree, (kind, _) in _INDEXES.items() if tree in trees - found.broken}
    lost = {*_NAMES} - trees if pages.SCHEMA in found.broken else set()
    return (found.broken & _NAMES | lost) - told


def _take_record(wreck: Wreck, row: Row) -> str:
    """Take the record that a row is, if it is one; return the name of the table that it belongs to."""
    record = _record(row)
    if record is None:
        return ""
    wreck.records.setdefault(record.id, record)
    return TABLES[type(record)].name


def _record(row: Row) -> Record | None:
    """Return the record that a row is, if it is one."""
    for kind, columns in _SHAPES.get(len(row.values), ()) if row.whole else ():
        try:
            record: Record = from_plain(kind, _plain(kind, dict(zip(columns, row.values, strict=True))))
            check_form(record)
        except (BrieferError, ValueError, TypeError, RecursionError):
            continue
        # A row of an index of tags or statements has the form of an acronym.
        if not (isinstance(record, Acronym) and _ID.match(record.expansion)):
            return record
    return None


def _plain(kind: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """Return a row's values as records are written elsewhere: lists as lists, parts nested."""
    table = TABLES[kind]
    own = {name: _listed(values[name], table.own[name]) for name in values if name in table.own}
    if table.part:
        own[table.part] = {name: values[name] for name in table.inner}
    return own


def _listed(value: Any, type_: Any) -> Any:  # noqa: ANN401  # as the columns have it
    return json.loads(value) if type_ in _LISTS else value


def _shapes() -> Mapping[int, list[tuple[type[Record], tuple[str, ...]]]]:
    """Return the kinds with their columns, in every format that there was, by how many columns these are."""
    found = defaultdict(list)
    for kind in KINDS:
        columns = tuple(TABLES[kind].own | TABLES[kind].inner)
        earlier = tuple(name for name in columns if name not in LATER.get(kind, ()))
        for shape in dict.fromkeys((columns, earlier)):
            found[len(shape)].append((kind, shape))
    return found


_SHAPES: Final = _shapes()


def _take_content(wreck: Wreck, row: Row, log: dict[int, Entry], heads: list[int]) -> str:
    """Take what a row holds besides records; return the name of the table that it belongs to."""
    match row.values:
        case (str(name), str(body)) if _HASH.match(name) or row.whole:
            _take_text(wreck, name, body)
            return "text"
        case (_, bytes(body)) if row.whole:
            wreck.originals[sha256(body).hexdigest()] = body
            return "original"
        case (None, int(parent), str(at), str(author), str(label), str(edits)) if row.whole:
            if all(map(is_storable, (at, author, label, edits))):
                log[row.rowid or 0] = (row.rowid or 0, parent, at, author, label, edits)
            return "log"
        case (None, int(seq)):
            heads.append(seq)
            return "head"
    return ""


def _take_text(wreck: Wreck, name: str, body: str) -> None:
    """Take a text under the hash that it has; one that is not as it was, also under the one it had."""
    readable = body.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    actual = hash_of(readable)
    if readable == body and is_storable(body):
        wreck.texts[actual] = body
    if actual != name:
        wreck.altered[name] = readable


def _miss(wreck: Wreck, found: Pages) -> None:
    """Note the records that an index tells of and no row holds; an index that tells of others is broken."""
    for row in found.rows:
        if row.tree in _INDEXES:
            kind, place = _INDEXES[row.tree]
            identifier = (*row.values, *[None] * place)[place]
            named = isinstance(identifier, str) and _ID.match(identifier)
            told = wreck.records.get(str(identifier))
            if not named or not isinstance(told, (kind, NoneType)):
                found.broken.add(row.tree)
            elif told is None:
                wreck.missing[str(identifier)] = kind


def _compare(wreck: Wreck, log: dict[int, Entry], heads: list[int]) -> None:
    """Take the records whose rows are gone from the history, if it is whole; keep it if it fits the rest."""
    head = heads[0] if len(heads) == 1 else -1
    standing = _standing(log, head)
    if standing is None:
        wreck.unread.add("log")
        return
    for identifier, (kind, plain) in standing.items():
        known = wreck.records.get(identifier)
        if plain is None:
            wreck.records.pop(identifier, None)
            wreck.missing.pop(identifier, None)
        elif known is None:
            _restore(wreck, kind, plain)
        elif to_plain(known) != {**LATER.get(type(known), {}), **plain}:
            wreck.differing.add(identifier)
    if wreck.unread & _KEPT_WITH_HISTORY or wreck.differing:
        wreck.unread |= {"log"} if log else set()
    else:
        wreck.history, wreck.head = tuple(log[seq] for seq in sorted(log)), head


def _standing(log: dict[int, Entry], head: int) -> dict[str, tuple[str, Any]] | None:
    """Return what each record that was ever changed came to by kind and fields; None if an entry is gone."""
    way: list[str] = []
    here = head
    if sorted(log) != list(range(1, len(log) + 1)) or not 0 <= head <= len(log):
        return None
    while here:
        _, parent, _, _, _, edits = log[here]
        if not 0 <= parent < here:
            return None
        way.append(edits)
        here = parent
    try:
        return {_identifier(edit): (edit[0], edit[2]) for edit in _all(way)}
    except (BrieferError, TypeError, KeyError):
        return None


def _all(way: list[str]) -> Iterator[PlainEdit]:
    # What comes to nothing in the end is told too: a record made and removed again stays removed.
    for held in reversed(way):
        yield from composed(plain_edits(held))


def _identifier(edit: PlainEdit) -> str:
    return str((edit[2] or edit[1])["id"])


def _restore(wreck: Wreck, kind: str, plain: Any) -> None:  # noqa: ANN401  # whatever an entry holds
    try:
        record: Record = from_plain(kind_called(kind), plain)
        check_form(record)
    except (BrieferError, TypeError):
        wreck.unread.add("log")
        return
    wreck.records[record.id] = record
    wreck.missing.pop(record.id, None)
