"""What became of the sources since an issue: added, removed, described otherwise, read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import Final

from briefer.citing.bookmarks import source_bookmark
from briefer.citing.piece import series
from briefer.citing.terms import KINDS, date_words, language_words
from briefer.model.forms import fits
from briefer.model.records import Issue, Reference, Source
from briefer.wording.folding import as_said
from briefer.writing.desk import Desk, passages_behind
from briefer.writing.issued import LEAST, PARTED, Alteration, Group, even, opening, parts
from briefer.writing.issued_quotations import IssuedQuotations

_FIELDS: Final = {
    "title": "title", "author": "author", "publisher": "outlet", "published": "date", "accessed": "access",
    "url": "address", "kind": "kind", "language": "language", "relayed_from": "relayed from",
    "derived_from": "made from", "descriptor": "description", "reliability": "reliability",
    "credibility": "credibility",
}  # fmt: skip
"""The fields of a reference in the order of the record."""
_NAMED: Final = 3
"""Passages that are named of those that read otherwise."""


def sources_changed(desk: Desk, before: Issue) -> Iterator[Group]:
    """Yield what became of each source, a group each."""
    issued = {name: (label, text, kept) for name, label, text, *kept in map(parts, before.sources)}
    cited = {cite for _, *kept in map(parts, before.statements) for cite in "".join(kept[3:4]).split()}
    quotations = IssuedQuotations(desk, before)
    for source in desk.sources.values():
        link = f"#{source_bookmark(source.label)}"
        if source.id not in issued:
            said = _described(source.reference) or f"file {source.file_name}"
            yield Group(source.label, link, (Alteration("Source added", said),))
            continue
        _, text, kept = issued[source.id]
        kept, evidence = kept[: len(_FIELDS)], kept[len(_FIELDS) :]
        read = [Alteration("Source read again", _read_again(desk, source, text, cited))]
        details = "; ".join(_details_changed(desk, Reference(*kept), source.reference, len(kept)))
        changed = [Alteration("Details changed", f"{details}.")] if details else []
        again = read if text != source.text else _file_changed(source, evidence)
        quoted = quotations.changed(evidence[1], desk.quoted.get(source.id, "")) if evidence else ()
        yield Group(source.label, link, (*again, *changed, *quoted))
    for name, (label, _, kept) in issued.items():
        if name not in desk.sources:
            said = _described(Reference(*kept[: len(_FIELDS)])) or "untitled"
            yield Group(label, "", (Alteration("Source removed", said),))


def _file_changed(source: Source, kept: list[str]) -> Iterator[Alteration]:
    """Yield that the file of a source is another one, if the issue kept which it was."""
    if kept and kept[0] != source.original:
        yield Alteration("Source read again", "its file is another one than before, its text the same.")


def keeps_quotations(before: Issue) -> bool:
    """Tell whether an issue kept what sections quote; the earliest did not."""
    return all(len(parts(line)) > len(_FIELDS) + 3 for line in before.sources)


def _read_again(desk: Desk, source: Source, text: str, cited: set[str]) -> str:
    """Say which passages, cited then and now, are in other words than the text that the issue rested on."""
    said = "its text is another one than before"
    before = desk.body(text)
    if before is None:
        return f"{said}."
    known = as_said(before)
    behind = passages_behind(desk, [entry for printed in desk.printed for entry in printed.body])
    other = [
        f"“{opening(even(passage.anchor.quote), LEAST)}”"
        for passage in behind
        if passage.source == source.id and passage.id in cited and as_said(passage.anchor.quote) not in known
    ]
    more = [f"{len(other) - _NAMED} more"] if len(other) > _NAMED else []
    verb = "reads" if len(other) == 1 else "read"
    return f"{said}; {series([*other[:_NAMED], *more])} {verb} otherwise." if other else f"{said}."


def _details_changed(desk: Desk, was: Reference, now: Reference, kept: int) -> Iterator[str]:
    """Yield each field that has changed among the first so many, which are those that the issue kept."""
    for name, old, new in [*zip(_FIELDS, astuple(was), map(even, astuple(now)), strict=True)][:kept]:
        if old == new:
            continue
        said = f"is now “{opening(_said(desk, name, new), PARTED)}”" if new else "is no longer recorded"
        yield f"{_FIELDS[name]} {said}"


def _said(desk: Desk, name: str, value: str) -> str:
    """Return the value of a field in words."""
    match name:
        case "published" | "accessed":
            return date_words(value)
        case "kind":
            return KINDS[value]
        case "language":
            return language_words(value)
        case "derived_from":
            return desk.sources[value].label
    return value


def _described(reference: Reference) -> str:
    """Return what tells a source from others, as far as it is recorded: title, outlet and date."""
    day = reference.published if fits(Reference, "published", reference.published) else ""
    parts = (reference.title, reference.publisher, date_words(day))
    return ", ".join(filter(None, map(even, parts)))
