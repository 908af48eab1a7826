"""The outline of a PDF: its headings, those of level 2 under the one of level 1 before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefer.writing.brief import Heading
from briefer.writing.pdf_objects import Entries, Objects, Reference, Text


@dataclass(slots=True)
class _Entry:
    """An entry of the outline, or its root, with those under it."""

    said: Entries
    below: list[_Entry] = field(default_factory=list)


def outline(objects: Objects, headings: Sequence[Heading]) -> Reference:
    """Add the outline; headings of level 2 before any of level 1 stand at the top."""
    root = _Entry({"Type": "/Outlines"})
    above = root
    for heading in headings:
        entry = _entry(heading)
        if heading.level == 1:
            root.below.append(entry)
            above = entry
        else:
            above.below.append(entry)
    reference = objects.reserve()
    _fill(objects, reference, root)
    return reference


def _entry(heading: Heading) -> _Entry:
    action: Entries = {"S": "/GoTo", "D": Text(heading.bookmark)}
    return _Entry({"Title": Text(heading.text), "A": action})


def _fill(objects: Objects, reference: Reference, entry: _Entry) -> None:
    """Write an entry, linked with those under it, and them linked with each other."""
    below = [objects.reserve() for _ in entry.below]
    if below:
        entry.said |= {"First": below[0], "Last": below[-1], "Count": len(below)}
    objects.fill(reference, entry.said)
    for place, (kid, of_kid) in enumerate(zip(entry.below, below, strict=True)):
        kid.said["Parent"] = reference
        if place:
            kid.said["Prev"] = below[place - 1]
        if place + 1 < len(below):
            kid.said["Next"] = below[place + 1]
        _fill(objects, of_kid, kid)
