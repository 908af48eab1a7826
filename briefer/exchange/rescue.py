"""What is sound in a damaged YAML project: each record, text and file that is still YAML by itself.

The file is cut where our own writer begins a record (a line with two spaces and a dash) or an entry of
the texts and files; so what was cut off, or spoilt, takes nothing else with it.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from typing import Final

from briefer.errors import BrieferError
from briefer.exchange import events
from briefer.exchange.events import Tree
from briefer.exchange.project import FORMAT, LATER_LISTS, LISTS, SAME_AS_TEXT
from briefer.model.content import hash_of
from briefer.model.forms import check_form, is_storable
from briefer.model.plain import from_plain
from briefer.model.records import Details, Record
from briefer.model.wreck import Wreck

_TOP: Final = re.compile(rb"^([a-z]+):[^\n]*\n?", re.MULTILINE)
_FORM: Final = re.compile(rb"^briefer: ([1-9])\b", re.MULTILINE)
_ID: Final = re.compile(rb'^(?:  -|   ) id: "([0-9a-f]{32})"', re.MULTILINE)
_NAME: Final = re.compile(rb"[0-9a-f]{32}")
_RECORD: Final = re.compile(rb"^  - ", re.MULTILINE)
_ENTRY: Final = re.compile(rb'^  "?([0-9a-f]{64})"?:', re.MULTILINE)
_KINDS: Final = {name: kind for kind, name in LISTS.items()}


def rescue(content: bytes) -> Wreck:
    """Return what can be read; raises HugeYamlError."""
    if len(content) > events.MAX_BYTES:
        raise events.HugeYamlError
    wreck = Wreck()
    met = set()
    for name, part in _parts(content):
        met.add(name)
        _take(wreck, name, part)
    said = _FORM.search(content)
    form = int(said[1]) if said else FORMAT
    for name, kind in _KINDS.items():
        if name not in met and LATER_LISTS.get(name, 1) <= form:
            wreck.unread.add(kind.__name__.lower())
    return wreck


def holds_records(content: bytes) -> bool:
    """Tell whether any record can be read."""
    found = Wreck()
    for name, part in _parts(content):
        if name == "details":
            _take(found, name, part)
        for piece in _pieces(part, _RECORD) if name in _KINDS else ():
            if _NAME.search(piece) and _take_record(found, _KINDS[name], _tree(piece)):
                return True
        if found.records:
            return True
    return False


def _parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield each name at the top of a file with the lines of it."""
    tops = [*_TOP.finditer(content)]
    ends = [*(top.start() for top in tops[1:]), len(content)]
    for top, end in zip(tops, ends, strict=False):  # without a name there is an end all the same
        yield top[1].decode(), content[top.start() : end]


def _take(wreck: Wreck, name: str, part: bytes) -> None:
    if name in _KINDS:
        for piece in _pieces(part, _RECORD):
            # To begin to read takes longer than to see that there is nothing to be read.
            if not (_NAME.search(piece) and _take_record(wreck, _KINDS[name], _tree(piece))):
                _miss(wreck, _KINDS[name], piece)
    elif name == "details":
        tree = _tree(part)
        _take_record(wreck, Details, [tree.get("details")] if isinstance(tree, dict) else None)
    elif name == "texts":
        for piece in _pieces(part, _ENTRY):
            _take_text(wreck, piece)
    elif name == "originals":
        for piece in _pieces(part, _ENTRY):
            _take_original(wreck, piece)


def _pieces(part: bytes, begin: re.Pattern[bytes]) -> Iterator[bytes]:
    places = [*(found.start() for found in begin.finditer(part)), len(part)]
    for start, end in pairwise(places):
        yield part[start:end]


def _tree(piece: bytes) -> Tree:
    try:
        return events.read(piece)
    except BrieferError:
        return None


def _miss(wreck: Wreck, kind: type[Record], piece: bytes) -> None:
    """Note which record it was that can no longer be read, if that can be told."""
    names = _ID.findall(piece)
    if len(names) == 1 and names[0].decode() not in wreck.records:
        wreck.missing[names[0].decode()] = kind
    else:
        wreck.unread.add(kind.__name__.lower())


def _take_record(wreck: Wreck, kind: type[Record], tree: Tree) -> bool:
    """Take what is a record of a kind, and tell whether it is one."""
    try:
        plain = tree[0] if isinstance(tree, list) and len(tree) == 1 else None
        record: Record = from_plain(kind, plain)
        check_form(record)
    except BrieferError:
        return False
    wreck.records.setdefault(record.id, record)
    return True


def _take_text(wreck: Wreck, piece: bytes) -> None:
    """Take a text under the hash that it has."""
    tree = _tree(piece)
    if not isinstance(tree, dict):
        tree = _tree(piece.decode("utf-8", "replace").encode())
    for name, body in tree.items() if isinstance(tree, dict) else ():
        if isinstance(body, str) and is_storable(body):
            actual = hash_of(body)
            wreck.texts[actual] = body
            if actual != name:
                wreck.altered[name] = body


def _take_original(wreck: Wreck, piece: bytes) -> None:
    tree = _tree(piece)
    for name, body in tree.items() if isinstance(tree, dict) else ():
        if not isinstance(body, str) or (body == SAME_AS_TEXT and name in wreck.texts):
            continue
        try:
            data = b64decode(body.replace("\n", ""), validate=True)
        except ValueError:
            continue
        wreck.originals[sha256(data).hexdigest()] = data
