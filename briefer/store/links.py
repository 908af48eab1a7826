"""Whether a step through the history leaves records that name what is not there, or say what it does not.

What a user does cannot, but a stranger may have written the history of the file he sends, and a bad disk
spoils a text that only the history names unseen.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefer.model.anchor import Anchor
from briefer.model.change import Change, Edit
from briefer.model.content import hash_of
from briefer.model.links import links
from briefer.model.records import Details, Passage, Record, Section, Source, Statement, Tag, Version
from briefer.store.shelf import SqliteShelf


def leaves_whole(shelf: SqliteShelf, change: Change) -> bool:
    """Tell whether, with the change applied, all that it touched names and is named by what is there."""
    brought = [edit.after for edit in change.edits if edit.after is not None]
    gone = [edit.record for edit in change.edits if edit.after is None]
    return not (
        any(shelf.get(*link) is None for link in {link for record in brought for link in links(record)})
        or not all(_is_read(shelf, edit) for edit in change.edits)
        or not _hold(shelf, [record for record in brought if isinstance(record, Passage)])
        or any(_made_from_itself(shelf, record) for record in brought)
        or any(_is_named(shelf, record) for record in gone)
        or _are_cited(shelf, gone)
    )


def _is_read(shelf: SqliteShelf, edit: Edit) -> bool:
    """Tell whether the very text that an edit brings in is there, and the file that it was read from."""
    before, after = edit.before, edit.after
    if not isinstance(after, Source | Version):
        return True
    if isinstance(before, Source | Version) and (before.text, before.original) == (
        after.text,
        after.original,
    ):
        return True
    text = shelf.find_text(after.text)
    return text is not None and hash_of(text) == after.text and shelf.has_original(after.original)


def _hold(shelf: SqliteShelf, passages: Iterable[Passage]) -> bool:
    """Tell whether passages say what their texts, held one at a time, say there."""
    anchors: dict[str, list[Anchor]] = {}
    for passage in passages:
        anchors.setdefault(passage.anchor.text, []).append(passage.anchor)
    for name, here in anchors.items():
        text = shelf.find_text(name)
        if text is None or not all(anchor.holds_in(text) for anchor in here):
            return False
    return True


def _made_from_itself(shelf: SqliteShelf, record: Record) -> bool:
    """Tell whether a source is made from itself, by however many steps."""
    met: set[str] = set()
    source = record if isinstance(record, Source) else None
    while source is not None and source.id not in met:
        met.add(source.id)
        source = shelf.get(Source, source.reference.derived_from)
    return source is not None


def _is_named(shelf: SqliteShelf, gone: Record) -> bool:
    """Tell whether a record is missed where an index answers."""
    match gone:
        case Source():
            return shelf.count(Passage, source=gone.id) > 0
        case Section():
            return shelf.count(Tag, section=gone.id) + shelf.count(Statement, section=gone.id) > 0
        case Passage():
            return shelf.count(Tag, passage=gone.id) > 0
    return isinstance(gone, Details)


def _are_cited(shelf: SqliteShelf, gone: Iterable[Record]) -> bool:
    """Tell whether statements cite, or sources are made from, any of these: asked once, as no index helps."""
    passages = {record.id for record in gone if isinstance(record, Passage)}
    sources = {record.id for record in gone if isinstance(record, Source)}
    cited = shelf.cited() if passages else set()
    origins = {source.reference.derived_from for source in shelf.every(Source)} if sources else set()
    return not (passages.isdisjoint(cited) and sources.isdisjoint(origins))
