"""What a user can do to the sections of the brief."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any, Final

from briefer.actions.words import typed, typed_line
from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.change import Change, Edit
from briefer.model.forms import fits
from briefer.model.project import Project
from briefer.model.records import BLUF, Section, Tag, new_id
from briefer.wording.counted import counted

COLOURS: Final = (
    "#d23d5b", "#2c71e1", "#8d5ad6", "#a66618", "#108476", "#c0459a", "#5b7f1e", "#66758c", "#9a6a4a",
)  # fmt: skip
"""What new sections are coloured, in turn."""

DIGITS: Final = range(1, 10)
_NO_KEY: Final = re.compile("[^a-z0-9]+")
_STEM: Final = 48
"""Characters that a title lends to a key."""


def add(project: Project, key: str, **fields: Any) -> Change:  # noqa: ANN401
    """Add a section at the end; fields as for `change`, by default a title made of the key.

    It takes the first free digit from 1 to 9, or none beyond nine.
    """
    if key == BLUF:
        raise BrieferError(f"“{BLUF}” is the key of the bottom line; give the section another one.")
    if not fits(Section, "key", key):
        raise BrieferError(
            f"“{key}” cannot be a section’s key; use small letters, digits and hyphens, a letter first."
        )
    sections = project.sections()
    if any(section.key == key for section in sections):
        raise BrieferError(f"There is a section “{key}” already; choose another key.")
    taken = {section.digit for section in sections}
    section = Section(
        id=new_id(),
        key=key,
        digit=next((digit for digit in DIGITS if digit not in taken), None),
        title=key.replace("-", " ").capitalize(),
        colour=COLOURS[len(sections) % len(COLOURS)],
        guidance="",
        cues=(),
        rank=rank.between(sections[-1].rank if sections else ""),
    )
    after, others = _changed(project, section, fields)
    return Change(f"Add section {after.title}", (Edit(None, after), *others))


def change(project: Project, section: Section, **fields: Any) -> Change:  # noqa: ANN401
    """Set fields of a section: `title`, `digit` (1 to 9, or None), `colour` (#rrggbb), `guidance`, `cues`.

    `after` puts it behind another section, or first for None.
    """
    after, others = _changed(project, section, fields)
    edits = [Edit(section, after)] if after != section else []
    return Change(f"Change section {after.title}", (*edits, *others))


def place(project: Project, section: Section, after: Section | None) -> Change:
    """Put a section behind another, or first for None."""
    return replace(change(project, section, after=after), label=f"Move section {section.title}")


def take_digit(project: Project, section: Section, digit: int | None) -> Change:
    """Give a section a digit, or none; the section that has it takes this one's in exchange."""
    owner = next((one for one in project.sections() if digit is not None and one.digit == digit), section)
    if owner.id == section.id:
        return change(project, section, digit=digit)
    edits = (
        Edit(section, replace(section, digit=digit)),
        Edit(owner, replace(owner, digit=section.digit)),
    )
    return Change(f"Give {section.title} the digit {digit}", edits)


def key_for(project: Project, title: str) -> str:
    """Return a free key made of a title, for a section that is added by its title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = _NO_KEY.sub("-", plain).strip("-")[:_STEM].strip("-")
    if not fits(Section, "key", stem):
        stem = f"section-{stem}".strip("-")
    taken = {section.key for section in project.sections()}
    keys = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(key for key in keys if key not in taken)


def merge(project: Project, section: Section, into: Section) -> Change:
    """Move everything a section holds to the end of another and remove it.

    A passage that stands in both keeps its place in the other.
    """
    if section.id == into.id:
        raise BrieferError(f"{section.title} cannot be merged into itself; name another section.")
    there = {tag.passage for tag in project.tags_under(into)}
    last = project.last_rank(into)
    edits = []
    for entry in project.body(section):
        if isinstance(entry, Tag) and entry.passage in there:
            edits.append(Edit(entry, None))
        else:
            last = rank.between(last)
            edits.append(Edit(entry, replace(entry, section=into.id, rank=last)))
    return Change(f"Merge {section.title} into {into.title}", (*edits, Edit(section, None)))


def remove(project: Project, section: Section) -> Change:
    """Remove a section; the passages filed under it stay, unfiled where it was their only one.

    Raises BrieferError while statements stand in it.
    """
    statements = project.statements_under(section)
    if statements:
        raise BrieferError(
            f"{section.title} holds {counted(len(statements), 'statement')};"
            " move or remove what it holds, or merge it."
        )
    edits = [Edit(tag, None) for tag in project.tags_under(section)]
    return Change(f"Remove section {section.title}", (*edits, Edit(section, None)))


def dissolve(project: Project, section: Section, into: Section | None) -> Change:
    """Remove a section and move its statements to the end of another, or of the bottom line for None.

    The passages filed under it stay, unfiled where it was their only one.
    """
    if into is not None and into.id == section.id:
        raise BrieferError(f"{section.title} is to be removed; move its statements to another section.")
    last = project.last_rank(into)
    edits = [Edit(tag, None) for tag in project.tags_under(section)]
    for statement in project.statements_under(section):
        last = rank.between(last)
        edits.append(Edit(statement, replace(statement, section=into.id if into else BLUF, rank=last)))
    return Change(f"Remove section {section.title}", (*edits, Edit(section, None)))


def _changed(project: Project, section: Section, fields: dict[str, Any]) -> tuple[Section, list[Edit]]:
    """Return the section as it will be, and what its new place does to others."""
    values = dict(fields)
    others: list[Edit] = []
    if "title" in values:
        values["title"] = _title(values["title"])
    if "guidance" in values:
        values["guidance"] = typed(values["guidance"])
    if "cues" in values:
        values["cues"] = _cues(values["cues"])
    if "colour" in values and not fits(Section, "colour", values["colour"]):
        raise BrieferError(f"“{values['colour']}” is no colour; give one such as #024ad6.")
    if values.get("digit") is not None:
        _digit_is_free(project, section, values["digit"])
    if "after" in values:
        values["rank"], others = _rank_behind(project, section, values.pop("after"))
    return replace(section, **values), others


def _rank_behind(project: Project, section: Section, after: Section | None) -> tuple[str, list[Edit]]:
    others = [other for other in project.sections() if other.id != section.id]
    if after is not None and after.id == section.id:
        raise BrieferError(f"{section.title} cannot stand after itself; name another section.")
    index = 0 if after is None else [other.id for other in others].index(after.id) + 1
    low = others[index - 1].rank if index else ""
    high = others[index].rank if index < len(others) else ""
    if low < section.rank and (section.rank < high or not high):
        return section.rank, []
    if low < high or not high:
        return rank.between(low, high), []
    ranks = rank.spread(len(others) + 1)  # two sections share a rank: give all of them new ones
    own = ranks.pop(index)
    return own, [Edit(one, replace(one, rank=new)) for one, new in zip(others, ranks, strict=True)]


def _title(title: str) -> str:
    words = typed_line(title)
    if not words:
        raise BrieferError("A section needs a title; write one.")
    return words


def _cues(cues: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(typed_line, cues)))


def _digit_is_free(project: Project, section: Section, digit: int) -> None:
    if digit not in DIGITS:
        raise BrieferError(f"A section’s digit is 1 to 9, not {digit}; choose one of those.")
    for other in project.sections():
        if other.digit == digit and other.id != section.id:
            raise BrieferError(f"{digit} is the digit of {other.title}; choose another or free that one.")
