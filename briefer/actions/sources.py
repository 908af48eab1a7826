"""What a user can do to sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Final

from briefer.actions.words import is_a_day, typed_line
from briefer.errors import BrieferError
from briefer.model.change import Change, Edit
from briefer.model.content import Content, Original, SourceText
from briefer.model.forms import fits
from briefer.model.project import Project
from briefer.model.records import SOURCE_KINDS, Difference, Record, Reference, Source, Statement, new_id
from briefer.wording.counted import counted

REFERENCE_FIELDS: Final = tuple(each.name for each in fields(Reference))
_DATE: Final = ("date", "a date such as 2024-07-28, 2024-07 or 2024")
_WANTED: Final = {
    "kind": ("kind", f"one of {', '.join(SOURCE_KINDS)}"),
    "published": _DATE,
    "accessed": _DATE,
    "reliability": ("reliability", "a letter from A to F"),
    "credibility": ("credibility", "a number from 1 to 6"),
    "language": ("language", "a language code such as en, ko or ja"),
    "url": ("address", "an address that starts with http:// or https://"),
}
"""What a field is called, and what it takes."""
_DATES: Final = ("published", "accessed")


@dataclass(frozen=True)
class Incoming:
    """A file as it was read: its bytes and its cleaned text, as the contents that they will be."""

    file_name: str
    data: bytes
    text: str
    encoding: str
    pages: tuple[int, ...] = ()
    found: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    reference: Mapping[str, str] = field(default_factory=dict)
    """Fields of a reference that the file itself names."""

    @cached_property
    def contents(self) -> tuple[Original, SourceText]:
        """The bytes and the text; their hashes are taken when they are first asked for."""
        return Original(self.data), SourceText(self.text)


class StillNamedError(BrieferError):
    """A source cannot go, because `by` names it: a statement that cites it, a difference, or a source derived
    from it.
    """

    def __init__(self, sentence: str, by: Statement | Difference | Source) -> None:
        super().__init__(sentence)
        self.by = by


def add(project: Project, files: Sequence[Incoming], added: str, **reference: str) -> Change:
    """Take files into the project; `added` is the time, ISO 8601 in UTC.

    The given fields of a reference are the same for all, and go before what a file names itself.
    Raises BrieferError when the bytes of one are there already.
    """
    known = {source.original: source.label for source in project.sources()}
    details = project.details()
    made: list[Source] = []
    contents: list[Content] = []
    for number, file in enumerate(files, details.sources_added + 1):
        original, body = file.contents
        if original.sha256 in known:
            twin = known[original.sha256]
            raise BrieferError(f"“{file.file_name}” is already there as {twin}; add other files.")
        source = Source(
            id=new_id(),
            label=f"S{number}",
            text=body.sha256,
            original=original.sha256,
            file_name=typed_line(file.file_name),
            encoding=file.encoding,
            added=added,
            length=len(file.text),
            reference=described(project, Reference(), "", {**file.reference, **reference}),
            pages=file.pages,
            found=tuple(line for line in file.found if line.partition("\t")[0] not in reference),
            suggested=file.suggested,
        )
        known[original.sha256] = source.label
        made.append(source)
        contents += [original, body]
    counted = Edit(details, replace(details, sources_added=details.sources_added + len(made)))
    label = f"Add {made[0].label}" if len(made) == 1 else f"Add {len(made)} sources"
    return Change(label, (counted, *(Edit(None, source) for source in made)), tuple(contents))


def describe(
    project: Project, source: Source, *, dismissed: Collection[str] = (), **reference: str
) -> Change:
    """Set fields of a source's reference; an empty value means "not recorded".

    What was suggested for these fields and for the `dismissed` ones is settled by it.
    """
    now = described(project, source.reference, source.id, reference)
    changed = {name for name in REFERENCE_FIELDS if getattr(now, name) != getattr(source.reference, name)}
    guessed = [(*line.split("\t", 2), line) for line in source.suggested]
    taken = [f"{name}\t{where}" for name, value, where, _ in guessed if value == getattr(now, name)]
    after = replace(
        source,
        reference=now,
        found=(
            *(line for line in source.found if line.partition("\t")[0] not in changed),
            *(line for line in taken if line.partition("\t")[0] in changed),
        ),
        suggested=tuple(line for name, _, _, line in guessed if name not in {*changed, *dismissed}),
    )
    return Change(f"Describe {source.label}", (Edit(source, after),) if after != source else ())


def origins(source: Source) -> dict[str, str]:
    """Return where the fields of a reference come from that were filled from the file, by their names."""
    return dict(line.split("\t", 1) for line in source.found)


def suggestions(source: Source) -> dict[str, tuple[str, str]]:
    """Return a value, and from what it was guessed, for fields of a reference that nobody settled."""
    found = {}
    for name, value, where in (line.split("\t", 2) for line in source.suggested):
        if value != getattr(source.reference, name):
            found[name] = value, where
    return found


def wrong(field: str, value: str) -> str:
    """Say what is wrong with a value for one of REFERENCE_FIELDS, or return an empty string."""
    words = typed_line(value)
    if not words or field not in _WANTED or (fits(Reference, field, words) and _is_real(field, words)):
        return ""
    called, wanted = _WANTED[field]
    return f"“{words}” is no valid {called}; give {wanted}."


def _is_real(field: str, words: str) -> bool:
    """Tell whether a full date is in the calendar; other words are as real as their form."""
    return field not in _DATES or len(words) < len("2024-07-28") or is_a_day(words)


def remove(project: Project, source: Source) -> Change:
    """Take a source out, with its passages and their tags.

    Raises StillNamedError while a statement cites one of them or another source derives from it.
    """
    passages = {passage.id: passage for passage in project.passages_in(source)}
    citing = [one for one in project.statements() if not passages.keys().isdisjoint(one.cites)]
    if citing:
        raise StillNamedError(
            f"{source.label} is cited by {counted(len(citing), 'statement')};"
            " take its passages out of the citations first.",
            citing[0],
        )
    differing = [one for one in project.differences() if not passages.keys().isdisjoint(one.passages)]
    if differing:
        raise StillNamedError(
            f"{source.label} is part of {counted(len(differing), 'difference')}; take it out of there first.",
            differing[0],
        )
    derived = [other for other in project.sources() if other.reference.derived_from == source.id]
    if derived:
        raise StillNamedError(
            f"{derived[0].label} is recorded as derived from {source.label}; change that first.", derived[0]
        )
    gone: list[Record] = [*project.tags_in(source), *passages.values(), *project.versions_of(source), source]
    return Change(f"Remove {source.label}", tuple(Edit(record, None) for record in gone))


def described(project: Project, reference: Reference, own: str, given: dict[str, str]) -> Reference:
    values = {name: typed_line(value) for name, value in given.items()}
    if values.get("derived_from"):
        origin = project.find_source(values["derived_from"])
        if own in _ancestry(project, origin):
            raise BrieferError(
                f"By way of {origin.label} the source would derive from itself; name another one."
            )
        values["derived_from"] = origin.id
    for sentence in filter(None, (wrong(name, value) for name, value in values.items())):
        raise BrieferError(sentence)
    if values.get("kind") == "":
        values["kind"] = "other"
    return replace(reference, **values)


def _ancestry(project: Project, source: Source | None) -> Iterator[str]:
    """Yield the ids of a source and of those it is made from, step by step."""
    while source is not None:
        yield source.id
        source = project.get(Source, source.reference.derived_from)
