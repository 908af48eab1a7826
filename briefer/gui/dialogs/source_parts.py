"""What is asked of a source, and what its file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from briefer.actions import sources
from briefer.gui.dialogs.form import Fact, Field, Part
from briefer.gui.look.source_words import headline
from briefer.model.project import Project
from briefer.model.records import SOURCE_KINDS, Source, Version

_DATE: Final = "such as 2024-07-28, 2024-07 or 2024"
_DESCRIBE: Final = "what it is and how far it can be relied on"
_RELIABILITY: Final = (
    ("", "not graded"), ("A", "A  reliable"), ("B", "B  usually reliable"), ("C", "C  fairly reliable"),
    ("D", "D  not usually reliable"), ("E", "E  unreliable"), ("F", "F  cannot be judged"),
)  # fmt: skip
_CREDIBILITY: Final = (
    ("", "not graded"), ("1", "1  confirmed"), ("2", "2  probably true"), ("3", "3  possibly true"),
    ("4", "4  doubtful"), ("5", "5  improbable"), ("6", "6  cannot be judged"),
)  # fmt: skip
_FORMER: Final = 9
"""Former versions that are named."""


def source_parts(project: Project, source: Source, read: Callable[[Version], object]) -> Sequence[Part]:
    """Return the parts of the form for a source; `read` shows what a former version of it says."""
    now = source.reference
    others = [("", "none")]
    others += [
        (one.id, f"{one.label}  {headline(one)}"[:60]) for one in project.sources() if one.id != source.id
    ]
    parts: Sequence[Part] = (
        "Reference",
        Field("title", "Title", now.title),
        Field("author", "Author", now.author, "no byline"),
        Field("publisher", "Outlet", now.publisher),
        _checked("published", "Published", now.published, _DATE),
        _checked("accessed", "Accessed", now.accessed, _DATE, ("Today", _today)),
        _checked("url", "Address", now.url, "such as https://…"),
        Field("kind", "Kind", now.kind, choices=tuple((kind, kind.capitalize()) for kind in SOURCE_KINDS)),
        _checked("language", "Language", now.language, "such as en, ko or ja"),
        "Where it comes from",
        Field("relayed_from", "Relayed from", now.relayed_from, "whose words it repeats, such as Kyodo"),
        Field("derived_from", "Derived from", now.derived_from, choices=tuple(others)),
        Field("descriptor", "In one sentence", now.descriptor, _DESCRIBE, lines=4),
        Field("reliability", "Reliability", now.reliability, choices=_RELIABILITY),
        Field("credibility", "Credibility", now.credibility, choices=_CREDIBILITY),
        "The file",
        Fact("File", source.file_name),
        Fact("Imported", _time(source.added)),
        Fact("Encoding", source.encoding),
        Fact("Length", f"{source.length:,} characters"),
        Fact("SHA-256", " ".join((source.original[:32], source.original[32:]))),
        *_former(project, source, read),
    )
    return [_said_by_the_file(source, part) if isinstance(part, Field) else part for part in parts]


def _said_by_the_file(source: Source, field: Field) -> Field:
    """Return a field with where its value comes from, and what the file suggests for it."""
    written = not field.choices and field.lines == 1
    suggestion = sources.suggestions(source).get(field.name) if written else None
    return replace(field, origin=sources.origins(source).get(field.name, ""), suggestion=suggestion)


def _former(project: Project, source: Source, read: Callable[[Version], object]) -> list[Part]:
    """Return what the source was before it was read anew or corrected, the latest first."""
    versions = sorted(project.versions_of(source), key=lambda one: one.number, reverse=True)
    known: list[Part] = [
        Fact(
            f"Version {one.number:,}",
            f"{one.file_name} · {_time(one.added)} · {one.length:,} characters",
            ("Read…", partial(read, one)),
        )
        for one in versions[:_FORMER]
    ]
    return ["Former versions", *known] if known else []


def _time(moment: str) -> str:
    return moment.replace("T", " ").replace("Z", " UTC")


def _today() -> str:
    """Return the day as the user's calendar has it."""
    return date.today().isoformat()  # noqa: DTZ011


def _checked(
    name: str, words: str, value: str, hint: str, offer: tuple[str, Callable[[], str]] | None = None
) -> Field:
    return Field(name, words, value, hint, wrong=partial(sources.wrong, name), offer=offer)
