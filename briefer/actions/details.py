"""What a user can say about the brief as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from briefer.actions.words import is_a_day, typed, typed_line
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.forms import fits
from briefer.model.plain import field_types
from briefer.model.project import Project
from briefer.model.records import DEFAULT_MARKING, SCALE_KEYS, Details

FIELDS: Final = tuple(name for name, type_ in field_types(Details).items() if type_ is str and name != "id")
DATES: Final = ("product_date", "cutoff", "event_date")


def set_field(project: Project, field: str, value: str) -> Change:
    """Set one of FIELDS; an empty value means "not recorded", dates are written 2024-07-28."""
    change = set_fields(project, {field: value})
    return Change(f"Set {field.replace('_', ' ')}", change.edits)


def set_fields(project: Project, values: Mapping[str, str]) -> Change:
    """Set several of FIELDS in one step, by the rules for each."""
    details = project.details()
    changes: dict[str, Any] = {field: _valid(field, value) for field, value in values.items()}
    after = replace(details, **changes)
    return Change("Set details", (Edit(details, after),) if after != details else ())


def wrong(field: str, value: str) -> str:
    """Say what is wrong with a value for one of DATES, or return an empty string."""
    words = typed_line(value)
    if fits(Details, field, words) and (not words or is_a_day(words)):
        return ""
    return f"“{words}” is no date; write it as 2024-07-28."


def _valid(field: str, value: str) -> str:
    if field not in FIELDS:
        raise BrieferError(f"A project has no “{field}”; set one of {', '.join(FIELDS)}.")
    words = typed(value) if field == "objectives" else typed_line(value)
    if field == "scale" and not fits(Details, field, words):
        raise BrieferError(
            f"“{words}” is no scale of likelihood; use one of {', '.join(SCALE_KEYS)}, or none."
        )
    if field in DATES and (sentence := wrong(field, words)):
        raise BrieferError(sentence)
    if field == "marking" and not words:
        raise BrieferError(f"A brief always bears a marking; write {DEFAULT_MARKING} if it is that.")
    return words
