"""A newer copy of a source, or its text edited: what was marked in the old text is found in the new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefer.actions.adjusting import adjust, placed
from briefer.actions.following import followed
from briefer.actions.sources import Incoming, described, origins, suggestions
from briefer.actions.words import typed_line
from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.change import Change, Edit
from briefer.model.content import Content, SourceText
from briefer.model.project import Project
from briefer.model.records import (
    UNSETTLED,
    Passage,
    Reference,
    Source,
    Version,
    new_id,
    next_number,
)
from briefer.wording.control import clean
from briefer.wording.folding import as_said
from briefer.wording.reanchoring import Place, Reanchoring

Chosen = Callable[[Passage], bool]
Exactly = Callable[[int, int], tuple[int, int] | None]
"""Tells where a stretch of the former text surely stands in the new one (code points), if that is known."""


def _any(_passage: Passage) -> bool:
    return True


def _nowhere(_start: int, _end: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a passage: what it said in the former text, and where it stands or may stand now."""

    passage: Passage
    was: str
    place: Place | None


def reread(project: Project, source: Source, file: Incoming, at: str) -> Change:
    """Let a newer copy of a file be what a source says; `at` is the time, ISO 8601 in UTC.

    Passages are found again or left for review; the former version is kept. Raises BrieferError when
    the file is the one that was read, byte for byte, or that another source is. When the former copy was
    accessed is only suggested for this one.
    """
    original, _ = file.contents
    twin = next((one.label for one in project.sources() if one.original == original.sha256), source.label)
    if twin != source.label:
        raise BrieferError(f"“{file.file_name}” is already there as {twin}; choose another file.")
    if original.sha256 == source.original:
        raise BrieferError(
            f"“{file.file_name}” is the file that {source.label} was read from; choose a newer one."
        )
    before = replace(source.reference, accessed="")
    fresh = {name: value for name, value in file.reference.items() if not getattr(before, name)}
    reference = described(project, before, source.id, fresh)
    after = replace(
        source,
        original=original.sha256,
        file_name=typed_line(file.file_name),
        encoding=file.encoding,
        added=at,
        reference=reference,
        found=tuple(line for line in file.found if _stands(reference, file, line)),
        suggested=(*_otherwise(reference, file), *file.suggested, *_accessed(source, file)),
        pages=file.pages,
    )
    return _renewed(project, source, after, file.contents, f"Read {source.label} anew")


def recode(project: Project, source: Source, file: Incoming, at: str, exactly: Exactly) -> Change:
    """Let a source say what its file says in another encoding.

    Passages are `exactly` where their bytes are, as far as that is known, and else found again.
    What the reference has from the file, and what waits as a suggestion, is as the file says it now; what
    it says of an empty field is only suggested, since somebody may have emptied it.
    """
    label = f"Read {source.label} in {file.encoding}"
    _, body = file.contents
    if body.sha256 == source.text:  # so it says already, maybe by hand
        after = replace(source, encoding=file.encoding)
        return Change(label, (Edit(source, after),) if after != source else ())
    told = {line.partition("\t")[0]: line for line in file.suggested} | _named(file)
    own, waiting = origins(source), suggestions(source)
    stood = {name: line.split("\t", 2)[1] for name, line in told.items() if name in own}
    fresh = [
        line
        for name, line in told.items()
        if name not in own and (name in waiting or not getattr(source.reference, name))
    ]
    after = replace(
        source,
        encoding=file.encoding,
        added=at,
        reference=described(project, source.reference, source.id, stood),
        suggested=(*fresh, *(line for line in source.suggested if line.partition("\t")[0] not in told)),
    )
    return _renewed(project, source, after, (body,), label, exactly)


def revise(project: Project, source: Source, text: str, at: str, deed: str = "Edit the text of") -> Change:
    """Let a source say what somebody corrected its text to; the file it came in stays the same.

    `deed` is what the history calls it. Raises BrieferError when there would be no text.
    """
    label = f"{deed} {source.label}"
    body = SourceText(clean(text)[0])
    if not body.body.strip():
        raise BrieferError(f"{source.label} would hold no text; remove the source instead.")
    if body.sha256 == source.text:
        return Change(label, ())
    after = replace(source, added=at, pages=())
    return _renewed(project, source, after, (body,), label)


def accept(project: Project, passage: Passage, start: int, end: int) -> Change:
    """Say that a passage is `text[start:end]` (code points) of the current version of its source.

    One that says something else there and on which something rests counts as moved until it is
    accepted once more. Raises BrieferError for one that did not move.
    """
    if passage.state == "moved" and (start, end) == (passage.anchor.start, passage.anchor.end):
        seen = replace(passage, state="anchored", was="")
        return Change("Confirm a passage’s words", (Edit(passage, seen),))
    if passage.state == "moved":
        return adjust(project, passage, start, end)
    source = _unsettled(project, passage)
    was = passage.was or passage.anchor.quote
    other = as_said(project.text_of(source)[start:end]) != as_said(was)
    was = was if other and _rests_something(project, passage) else ""
    return Change("Accept a passage’s place", tuple(placed(project, source, passage, start, end, was=was)))


def reject(project: Project, passage: Passage) -> Change:
    """Say that the current version has no such passage; it is kept as lost."""
    _unsettled(project, passage)
    after = replace(passage, state="lost")
    return Change("Reject a passage’s place", (Edit(passage, after),) if after != passage else ())


def waiting(project: Project, among: Chosen = _any) -> list[Fate]:
    """Return the passages, of all or some, that wait for somebody: without a place, then in other words."""
    return [*unsettled(project, among), *reworded(project, among)]


def unsettled(project: Project, among: Chosen = _any) -> list[Fate]:
    """Return the passages, of all or some, that have no place, with what is proposed for each."""
    found = []
    for source, passages in _by_source(project, UNSETTLED, among):
        places = _places(project, passages, project.text_of(source))
        found += [Fate(passage, passage.anchor.quote, places[passage.id]) for passage in passages]
    return found


def reworded(project: Project, among: Chosen = _any) -> list[Fate]:
    """Return the passages accepted in other words on which something rests, until somebody looked at it."""
    return [
        Fate(passage, passage.was, Place(passage.anchor.start, passage.anchor.end, sure=True))
        for _, passages in _by_source(project, ("moved",), among)
        for passage in passages
        if passage.was and _rests_something(project, passage)
    ]


def fates(project: Project, change: Change) -> list[Fate]:
    """Return what a change that was done did to passages: those that moved, then those that wait."""
    sources = {edit.after.id for edit in change.edits if isinstance(edit.after, Source)}
    return [*moved(change), *unsettled(project, lambda passage: passage.source in sources)]


def moved(change: Change) -> list[Fate]:
    """Return the passages that a change found elsewhere unasked."""
    return [
        Fate(after, before.anchor.quote, Place(after.anchor.start, after.anchor.end, sure=True))
        for before, after in ((edit.before, edit.after) for edit in change.edits)
        if isinstance(before, Passage) and isinstance(after, Passage) and after.state == "moved"
    ]


def _by_source(
    project: Project, states: Sequence[str], among: Chosen
) -> Iterator[tuple[Source, list[Passage]]]:
    """Yield the sources with those of their passages that are in these states, each in its order."""
    every: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in (passage for state in states for passage in project.passages(state=state)):
        if among(passage):
            every[passage.source].append(passage)
    for source in (one for one in project.sources() if one.id in every):
        yield source, sorted(every[source.id], key=_standing)


def _rests_something(project: Project, passage: Passage) -> bool:
    """Tell whether a passage is named by more than quotations, which are checked word for word."""
    says = any(statement.kind != "quotation" for statement in project.citing(passage))
    return says or bool(project.differing(passage))


def _standing(passage: Passage) -> tuple[int, int, str]:
    return passage.anchor.start, passage.anchor.end, passage.id


def _unsettled(project: Project, passage: Passage) -> Source:
    source = project.get(Source, passage.source)
    if source is None or passage.state not in UNSETTLED:
        raise BrieferError("This passage stands in its source as it did; there is nothing to decide.")
    return source


def _renewed(  # noqa: PLR0917  # all that a new version is made of
    project: Project,
    source: Source,
    after: Source,
    contents: Sequence[Content],
    label: str,
    exactly: Exactly = _nowhere,
) -> Change:
    """Keep what the source was as a version, and find its passages in what it is now."""
    former = Version(
        new_id(), source.id, next_number(project.versions_of(source)), source.text, source.original,
        source.file_name, source.encoding, source.added, source.length, source.pages,
    )  # fmt: skip
    [body] = (content for content in contents if isinstance(content, SourceText))
    after = replace(after, text=body.sha256, length=len(body.body))
    edits = [Edit(source, after), Edit(None, former), *_reanchored(project, source, body, exactly)]
    return Change(label, tuple(edits), tuple(contents))


def _reanchored(project: Project, source: Source, body: SourceText, exactly: Exactly) -> Iterator[Edit]:
    passages = project.passages_in(source)
    known = {
        one.id: Place(*place, sure=True)
        for one in passages
        if one.anchor.text == source.text and (place := exactly(one.anchor.start, one.anchor.end))
    }
    places = known | _places(project, (one for one in passages if one.id not in known), body.body)
    taken: set[tuple[int, int]] = set()
    now: dict[str, Passage] = {}
    # One that was marked in this very text has its place before others, then one that is known to the byte.
    for passage in sorted(passages, key=lambda one: (one.anchor.text != body.sha256, one.id not in known)):
        after = _after(passage, places[passage.id], body, taken)
        if after.anchor != passage.anchor:
            after = replace(after, was=_was(project, passage, after))
        if after != passage:
            yield Edit(passage, after)
        if after.anchor.quote != passage.anchor.quote:
            now[passage.id] = after
    yield from followed(project, now)


def _was(project: Project, passage: Passage, after: Passage) -> str:
    """Return what a passage said until now, if it says something else and somebody may have relied on it."""
    said = passage.was or passage.anchor.quote
    other = as_said(after.anchor.quote) != as_said(said)
    return said if other and (passage.was or _rests_something(project, passage)) else ""


def _after(passage: Passage, place: Place | None, body: SourceText, taken: set[tuple[int, int]]) -> Passage:
    """Return a passage as it is in the new text; where two would become one, somebody is asked."""
    if place is None:
        return replace(passage, state="lost")
    span = place.start, place.end
    if not place.sure or span in taken:
        return replace(passage, state="review")
    taken.add(span)
    return passage.found_at(Anchor.at(body.sha256, body.body, *span))


def _places(project: Project, passages: Iterable[Passage], text: str) -> dict[str, Place | None]:
    """Return where each passage, marked in whatever version, stands in a text, by its id."""
    between: dict[str, Reanchoring] = {}
    places: dict[str, Place | None] = {}
    for passage in passages:
        anchor = passage.anchor
        if anchor.text not in between:
            between[anchor.text] = Reanchoring(project.text(anchor.text), text)
        places[passage.id] = between[anchor.text].place(anchor.start, anchor.end)
    return places


def _stands(reference: Reference, file: Incoming, line: str) -> bool:
    """Tell whether the field that a line of `Source.found` is about holds what the newer file says."""
    field = line.partition("\t")[0]
    return bool(getattr(reference, field) == file.reference.get(field))


def _accessed(source: Source, file: Incoming) -> Iterator[str]:
    """Yield as a suggestion when the former copy was accessed, unless the newer file tells of itself."""
    told = [*file.reference, *(line.partition("\t")[0] for line in file.suggested)]
    if source.reference.accessed and "accessed" not in told:
        yield f"accessed\t{source.reference.accessed}\tthe former copy"


def _otherwise(reference: Reference, file: Incoming) -> Iterator[str]:
    """Yield as suggestions what the newer file names otherwise than the reference does."""
    return (line for name, line in _named(file).items() if not _stands(reference, file, name))


def _named(file: Incoming) -> dict[str, str]:
    """Return what a file names of a reference as lines of `Source.suggested`, by field."""
    found = (line.partition("\t") for line in file.found)
    return {
        name: f"{name}\t{file.reference[name]}\t{where}" for name, _, where in found if name in file.reference
    }
