"""What a user can say of acronyms: what each stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefer.actions.words import typed_line
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.forms import fits
from briefer.model.project import Project
from briefer.model.records import Acronym, new_id


def define(project: Project, short: str, expansion: str) -> Change:
    """Say what an acronym stands for, anew or for the first time; raises BrieferError for no such thing."""
    letters = typed_line(short)
    known = next((one for one in project.acronyms() if one.short == letters), None)
    return Change(f"Expand {letters}", _defined(known, letters, expansion))


def define_all(project: Project, pairs: Iterable[tuple[str, str]]) -> Change:
    """Let these short forms, with what each stands for, be all; raises as `define`, and for one twice."""
    edits, known = list[Edit](), {one.short: one for one in project.acronyms()}
    listed = set[str]()
    for short, expansion in pairs:
        letters = typed_line(short)
        if letters in listed:
            raise BrieferError(f"{letters} is listed twice; take one of the two away.")
        listed.add(letters)
        edits += _defined(known.get(letters), letters, expansion)
    edits += [Edit(one, None) for short, one in known.items() if short not in listed]
    return Change("Set acronyms", tuple(edits))


def remove(_project: Project, acronym: Acronym) -> Change:
    """Forget what an acronym stands for."""
    return Change(f"Forget {acronym.short}", (Edit(acronym, None),))


def _defined(known: Acronym | None, letters: str, expansion: str) -> tuple[Edit, ...]:
    words = typed_line(expansion)
    if not fits(Acronym, "short", letters):
        raise BrieferError(f"“{letters}” is no acronym; give one without spaces, such as USFJ.")
    if not words:
        raise BrieferError(f"Say what {letters} stands for.")
    after = replace(known, expansion=words) if known else Acronym(new_id(), letters, words)
    return (Edit(known, after),) if after != known else ()
