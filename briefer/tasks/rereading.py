"""What a source is to say from now on: from a newer copy of its file, its file in other ways, or by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from briefer.actions import rereading
from briefer.errors import BrieferError
from briefer.model.anchor import Anchor
from briefer.model.change import Change
from briefer.model.content import Content, SourceText
from briefer.model.project import Project
from briefer.model.records import IN_PLACE, Passage, Source
from briefer.reading.kinds import PLAIN, kind_of
from briefer.reading.open import read_bytes, read_file
from briefer.reading.reading import Reading
from briefer.reading.recoded import Decoding, Recoded
from briefer.session import Session
from briefer.tasks.importing import prepare, remarks
from briefer.wording.control import clean
from briefer.wording.counted import counted
from briefer.wording.folding import as_said
from briefer.wording.quoted import quoted_in_short
from briefer.wording.sentences import sentence_beside

Make = Callable[[Project, Source, str], Change]
_Sides = tuple[str | None, str | None]
_NEAR: Final = 300
"""Code points of a sentence, on either side of a passage, that are compared at most."""
_SAID: Final = 60
NOT_PLAIN: Final = "{} was not read from plain text; it has no encoding to choose."
_PAGES: Final = {"web", "mail"}
_ARCHIVES: Final = {".mhtml", ".mht"}
_WHOLE: Final = {".pdf", ".docx", ".odt", ".rtf"}
"""Endings of files that are read whole: nothing else is to be taken from them."""


@dataclass(frozen=True, slots=True)
class Newer:
    """What was read, with the change that makes it true: of the project, its source and the time."""

    contents: tuple[Content, ...]
    make: Make
    reading: Reading | None = None

    def remarks(self, source: Source) -> list[str]:
        """Return what the user should know of how it was read, a sentence each."""
        return remarks(source, self.reading) if self.reading else []


def newer_copy(file: Path, encoding: str = "") -> Newer:
    """Read a newer copy of a source, in an encoding when one is known; raises BrieferError."""
    reading = read_file(file, encoding=encoding)
    incoming = prepare(reading).incoming
    return Newer(
        incoming.contents,
        lambda project, source, at: rereading.reread(project, source, incoming, at),
        reading,
    )


def in_encoding(project: Project, source: Source, encoding: str) -> Newer:
    """Read the plain text of a source once more, in another encoding; raises BrieferError."""
    data = project.original_of(source)
    if kind_of(source.file_name, data) not in PLAIN:
        raise BrieferError(NOT_PLAIN.format(source.label))
    reading = read_bytes(source.file_name, data, encoding=encoding)
    incoming = prepare(reading).incoming

    def make(project: Project, now: Source, at: str) -> Change:
        was = Decoding(project.text_of(now), now.encoding)
        recoded = cache(lambda: Recoded(data, was, Decoding(reading.text, reading.encoding)))
        return rereading.recode(project, now, incoming, at, lambda start, end: recoded().place(start, end))

    return Newer(incoming.contents[1:], _of_its_file(source, make), reading)


def more_of(project: Project, source: Source) -> str:
    """Return what else the file of a source may hold (see `Extract.more`), found without reading it."""
    ending = Path(source.file_name).suffix.lower()
    if ending in _WHOLE:
        return ""
    try:
        kind = kind_of(source.file_name, project.original_of(source))
    except BrieferError:  # its name came to be another than that of what is in it
        return ""
    if kind in PLAIN:
        return "encoding"
    if kind == "mail" and ending not in _ARCHIVES:
        return "attached"
    return "page" if kind in _PAGES else ""


def whole_page(project: Project, source: Source) -> Newer:
    """Read all of the page that a source came in, not its article alone; raises BrieferError."""
    data = project.original_of(source)
    if kind_of(source.file_name, data) not in _PAGES:
        raise BrieferError(f"{source.label} was not read from a web page; all that its file says is here.")
    reading = read_bytes(source.file_name, data, whole=True)
    newer = _revised(reading.text, "Take the whole page of", reading)
    return replace(newer, make=_of_its_file(source, newer.make))


def edited(text: str) -> Newer:
    """Take what somebody corrected a text to; the file that it came in stays the same."""
    return _revised(text, "Edit the text of")


def unmoved(project: Project, source: Source) -> str:
    """Say what became of the passages of a source of which none moved or is lost."""
    return (
        "every passage stands where it stood" if project.passage_count(source) else "nothing is marked in it"
    )


def doubts(project: Project, source: Source, change: Change) -> list[str]:
    """Return what makes one doubt, after the change, the file or what is quoted of it: a sentence each."""
    lost = sum(isinstance(edit.after, Passage) and edit.after.state == "lost" for edit in change.edits)
    found = []
    if lost and lost == project.passage_count(source):
        ask = ": is it the right file? Undo" if _is_of_another_file(change) else " any more; undo"
        found.append(f"Nothing marked in {source.label} is there{ask} takes it back.")
    text = cache(project.text)
    turned = [
        passage
        for before, passage in _kept(change)
        if _is_turned(_about(text(before.text), before), _about(text(passage.anchor.text), passage.anchor))
    ]
    if turned:
        first, more = quoted_in_short(turned[0].anchor.quote, _SAID), len(turned) - 1
        many = f" and {counted(more, 'more passage')}" if more else ""
        found.append(f"Around {first}{many} the sentence says something else now: look at it again.")
    return found


def _is_of_another_file(change: Change) -> bool:
    sources = ((edit.before, edit.after) for edit in change.edits)
    return any(
        isinstance(before, Source) and isinstance(after, Source) and before.original != after.original
        for before, after in sources
    )


def _kept(change: Change) -> Iterator[tuple[Anchor, Passage]]:
    """Yield the passages that say what they said, each with where it stood before."""
    for edit in change.edits:
        before, after = edit.before, edit.after
        if not (isinstance(before, Passage) and isinstance(after, Passage)):
            continue
        if after.state in IN_PLACE and before.anchor.quote == after.anchor.quote:
            yield before.anchor, after


def _is_turned(then: _Sides, now: _Sides) -> bool:
    """Tell whether the words about a passage, in its sentence, are others than they were."""
    sides = zip(then, now, strict=True)
    return any(was is not None and is_ is not None and as_said(was) != as_said(is_) for was, is_ in sides)


def _about(text: str, anchor: Anchor) -> _Sides:
    """Return the words of the sentence before and behind a passage; None where it is too long to say."""
    sides = sentence_beside(text, anchor.start, anchor.end)
    before, behind = (text[start:end] if end - start <= _NEAR else None for start, end in sides)
    return before, behind


def take(session: Session, source: Source, newer: Newer) -> Change:
    """Let a source say what was read, as one change; raises BrieferError."""
    change = newer.make(session.project, source, session.now())
    session.do(change)
    return change


def _of_its_file(source: Source, make: Make) -> Make:
    """Refuse to make a change where the source has come to be of another file than was read for it."""

    def made(project: Project, now: Source, at: str) -> Change:
        if now.original != source.original:
            raise BrieferError(f"{now.label} is of another file by now; nothing was changed.")
        return make(project, now, at)

    return made


def _revised(text: str, deed: str, reading: Reading | None = None) -> Newer:
    body = clean(text)[0]
    return Newer(
        (SourceText(body),),
        lambda project, source, at: rereading.revise(project, source, body, at, deed),
        reading,
    )
