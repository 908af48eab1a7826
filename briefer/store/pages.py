"""Rows out of a damaged database, page by page, without asking SQLite.

SQLite gives up all behind the first spoilt page of a table; here each page is read for itself, so that
a row is lost only with a page that it lies on. What is read is laid out in the SQLite file format, sections
1.3 (header) to 1.6 (pages); nothing that the file says is run, and no page is read twice.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

Value = None | int | float | str | bytes

SCHEMA: Final = "sqlite_schema"
"""The name of the tree that says where the others begin."""

_USUAL: Final = 4096  # bytes of a page, where the file does not tell
_SIZES: Final = frozenset(1 << power for power in range(9, 17))
_HEADER: Final = 100
_LEAST: Final = 480  # bytes of a page that may be used
_COLUMNS: Final = 100  # more than any table of ours has
_INDEX_INNER, _TABLE_INNER, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
_INNER: Final = frozenset({_INDEX_INNER, _TABLE_INNER})
_KINDS: Final = _INNER | {_INDEX_LEAF, _TABLE_LEAF}
_INTEGERS: Final[Mapping[int, int]] = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL: Final = 7
_CONSTANTS: Final[Mapping[int, Value]] = {0: None, 8: 0, 9: 1}
_FIRST_BLOB: Final = 12
_OVERLAP: Final = 4
"""How often over the cells of a page may claim it: a spoilt one may lie across others that are sound."""
_KEYED: Final = 4  # columns, in which no two rows of an index or table of ours are the same
_Key = tuple[tuple[int, Value], ...]
_LOWEST: Final[_Key] = ()
_HIGHEST: Final[_Key] = ((9, None),)
_SPOILT: Final = (ValueError, IndexError, struct.error)


class Row(NamedTuple):
    """The values of a row; `rowid` is None in an index and in a table that has none.

    One that is not `whole` ends with as much of its last value as could be read. `tree` is the name of
    its table or index; a page that nothing led to does not tell.
    """

    values: tuple[Value, ...]
    rowid: int | None
    whole: bool
    tree: str = ""


@dataclass
class Pages:
    """What could be read: all rows, those of the schema, and the names of the trees with unread parts."""

    rows: list[Row] = field(default_factory=list)
    schema: list[Row] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)


def read(data: bytes) -> Pages:
    """Read a file: its tables, then its indexes, then pages that nothing leads to and that are not free."""
    found = Pages()
    found.rows.extend(rows(data, found))
    return found


def rows(data: bytes, found: Pages | None = None) -> Iterator[Row]:
    """Yield the rows of a file one by one; put what else is `found` there."""
    found, file = found or Pages(), _File(data)
    found.schema = list(file.tree(1, SCHEMA, found.broken))
    for name, root in sorted(_trees(found.schema), key=lambda tree: tree[0][0]):
        yield from file.tree(root, name[1], found.broken)
    yield from file.strays()


def _trees(schema: list[Row]) -> Iterator[tuple[tuple[bool, str], int]]:
    """Yield of each tree whether it is an index, its name, and its first page."""
    for row in schema:
        match row.values:
            case (str(kind), str(name), _, int(root), *_) if root > 1:
                yield (kind == "index", name), root


class _Page(NamedTuple):
    body: bytes
    kind: int
    cells: tuple[int, ...]
    """Where each begins."""
    last: int
    """The child after the last cell, on an inner page."""
    taken: int
    """Bytes that its cells should take, so that one that is missing is missed."""


class _Child(NamedTuple):
    number: int
    last: _Key
    """Nothing in it comes behind this."""


class _Cell(NamedTuple):
    child: int
    rowid: int | None
    size: int
    """Bytes of the payload, on this page and those that it goes on in; none where there is no row."""
    place: int
    local: int
    """Where the payload begins and how much of it lies here."""
    length: int


class _File:
    """The pages of a file and which were read already."""

    def __init__(self, data: bytes) -> None:
        size = int.from_bytes(data[16:18], "big")
        size = 1 << 16 if size == 1 else size
        self._size = size if size in _SIZES else _USUAL
        reserved = data[20] if len(data) > _HEADER else 0
        self._usable = self._size - reserved if self._size - reserved >= _LEAST else self._size
        self._data = data
        self._count = -(-len(data) // self._size)
        self._met: set[int] = set()

    def tree(self, root: int, name: str, broken: set[str]) -> Iterator[Row]:
        """Yield the rows of a tree in no order; put its name among the broken if it was not all of them.

        A page whose rows do not belong between those beside it is another one's copy.
        """
        waiting = [(root, _LOWEST, _HIGHEST)]
        while waiting:
            number, low, high = waiting.pop()
            page = self._page(number)
            if page is None:
                broken.add(name)
                continue
            children, rows, sound = self._read(page)
            if not (sound and all(low < _key(row) <= high for row in rows)):
                broken.add(name)
            yield from (row._replace(tree=name) for row in rows)
            for child in children:
                waiting.append((child.number, low, min(child.last, high)))
                low = child.last

    def strays(self) -> Iterator[Row]:
        """Yield the rows of pages that nothing led to: a page between was spoilt."""
        self._met |= set(self._free())
        for number in range(2, self._count + 1):
            page = self._page(number) if number not in self._met else None
            if page is not None:
                yield from self._read(page)[1]

    def _free(self) -> Iterator[int]:
        """Yield the pages that are listed as free, as far as can be followed: they hold what was removed."""
        trunk = int.from_bytes(self._data[32:36], "big")
        passed: set[int] = set()
        while 1 < trunk <= self._count and trunk not in passed:
            passed.add(trunk)
            body = self._body(trunk)
            trunk, leaves = struct.unpack_from(">II", body)
            yield from struct.unpack_from(f">{min(leaves, self._size // 4 - 2)}I", body, 8)
        yield from passed

    def _body(self, number: int) -> bytes:
        """Return a page; what is cut off at the end of the file is read as zeros."""
        return self._data[(number - 1) * self._size : number * self._size].ljust(self._size, b"\0")

    def _page(self, number: int) -> _Page | None:
        """Return a page of a tree that is met for the first time, None for anything else."""
        if number in self._met or not 1 <= number <= self._count:
            return None
        body, start = self._body(number), _HEADER if number == 1 else 0
        kind, free, count, content, scraps = struct.unpack_from(">BHHHB", body, start)
        first = start + (12 if kind in _INNER else 8)
        if kind not in _KINDS or first + 2 * count > self._usable:
            return None
        self._met.add(number)
        last = int.from_bytes(body[start + 8 : start + 12], "big") if kind in _INNER else 0
        taken = self._usable - (content or 1 << 16) - scraps - self._gaps(body, free)
        return _Page(body, kind, struct.unpack_from(f">{count}H", body, first), last, taken)

    def _gaps(self, body: bytes, place: int) -> int:
        """Return how many bytes the free stretches between the cells of a page take."""
        total = 0
        while 0 < place <= self._usable - 4:
            following, length = struct.unpack_from(">HH", body, place)
            total += length
            place = following if following > place else 0
        return total

    def _read(self, page: _Page) -> tuple[list[_Child], list[Row], bool]:
        """Return a page's children, its rows, and whether that is all that was on it."""
        children, rows, taken, sound = [], [], 0, True
        for place in page.cells:
            if taken > _OVERLAP * self._size:  # one cell named over and over would fill the memory
                break
            try:
                cell = self._cell(page, place)
            except _SPOILT:
                sound = False
                continue
            taken += max(4, cell.length)
            row = None if page.kind == _TABLE_INNER else self._row(page, cell)
            if row is not None:
                rows.append(row)
            sound = sound and (row.whole if row is not None else page.kind == _TABLE_INNER)
            if page.kind in _INNER:
                children.append(_Child(cell.child, _key(row or Row((), cell.rowid or 0, whole=True))))
        if page.kind in _INNER:
            children.append(_Child(page.last, _HIGHEST))
        return children, rows, sound and taken == page.taken

    def _cell(self, page: _Page, place: int) -> _Cell:
        """Read what a cell takes; raises one of _SPOILT."""
        body, at, child, rowid = page.body, place, 0, None
        if page.kind in _INNER:
            (child,) = struct.unpack_from(">I", body, at)
            at += 4
        if page.kind == _TABLE_INNER:
            rowid, at = _number(body, at)
            return _Cell(child, rowid, 0, at, 0, at - place)
        size, at = _number(body, at)
        if page.kind == _TABLE_LEAF:
            rowid, at = _number(body, at)
        local = self._local(size, in_table=page.kind == _TABLE_LEAF)
        end = at + local + 4 * (local < size)
        if size < 0 or end > self._usable:
            raise ValueError(size)
        return _Cell(child, rowid, size, at, local, end - place)

    def _row(self, page: _Page, cell: _Cell) -> Row | None:
        """Return the row of a cell, None for one that is spoilt."""
        end = cell.place + cell.local
        payload = page.body[cell.place : end]
        if cell.local < cell.size:
            (overflow,) = struct.unpack_from(">I", page.body, end)
            payload += self._overflow(overflow, cell.size - cell.local)
        try:
            return Row(_values(payload), cell.rowid, len(payload) == cell.size)
        except _SPOILT:
            return None

    def _local(self, size: int, *, in_table: bool) -> int:
        """Return how many bytes of a payload lie in its cell (section 1.6, "Cell Payload Overflow Pages")."""
        usable = self._usable
        most = usable - 35 if in_table else (usable - 12) * 64 // 255 - 23
        least = (usable - 12) * 32 // 255 - 23
        if size <= most:
            return size
        fitting = least + (size - least) % (usable - 4)
        return fitting if fitting <= most else least

    def _overflow(self, number: int, left: int) -> bytes:
        """Follow a payload over the pages that it goes on in, to its end or the first that is not its own."""
        parts = []
        while left > 0 and 1 < number <= self._count and number not in self._met:
            body = self._body(number)
            if body[0]:  # the number of the page that follows never has as many digits
                break
            self._met.add(number)
            parts.append(body[4 : min(self._usable, left + 4)])
            left -= len(parts[-1])
            number = int.from_bytes(body[:4], "big")
        return b"".join(parts)


def _key(row: Row) -> _Key:
    """Return what tells where a row belongs: in a table the rowid, or the first columns."""
    values = row.values[:_KEYED] if row.rowid is None else (row.rowid,)
    return tuple(_ranked(value) for value in values)


def _ranked(value: Value) -> tuple[int, Value]:
    match value:
        case None:
            return 0, 0
        case int() | float():
            return 1, value
        case str():
            return 2, value
    return 3, value


def _number(body: bytes, at: int) -> tuple[int, int]:
    """Return the integer of one to nine bytes that begins here, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | body[place] & 0x7F
        if body[place] < 0x80:  # noqa: PLR2004  # the bit that says that more follows
            return value, place + 1
    value = value << 8 | body[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


def _values(payload: bytes) -> tuple[Value, ...]:
    """Return the values of a record (section 2.1); the last may be cut short."""
    end, at = _number(payload, 0)
    if not 0 < end <= len(payload):
        raise ValueError(end)
    values: list[Value] = []
    place = end
    while at < end and place <= len(payload):
        kind, at = _number(payload, at)
        length = _INTEGERS.get(kind, 8 if kind == _REAL else max(0, kind - _FIRST_BLOB) // 2)
        values.append(_value(kind, payload[place : place + length], length))
        place += length
        if len(values) > _COLUMNS:
            raise ValueError(place)
    if not values:
        raise ValueError(end)
    return tuple(values)


def _value(kind: int, body: bytes, length: int) -> Value:
    if kind in _CONSTANTS:
        return _CONSTANTS[kind]
    if kind < _FIRST_BLOB:
        if len(body) < length or kind > _REAL:
            raise ValueError(kind)
        return struct.unpack(">d", body)[0] if kind == _REAL else int.from_bytes(body, "big", signed=True)
    return body if kind % 2 == 0 else body.decode("utf-8", "surrogateescape")
