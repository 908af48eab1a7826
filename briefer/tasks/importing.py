"""Files read and taken into a project: those that can be, and a sentence for each that cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

from briefer.actions import sources
from briefer.actions.words import typed_line
from briefer.errors import BrieferError
from briefer.model.content import Content
from briefer.model.project import Project
from briefer.model.records import Source
from briefer.reading.open import attachments, read_bytes, read_file
from briefer.reading.reading import Attachments, Reading, left_out
from briefer.session import Session
from briefer.wording.counted import counted
from briefer.wording.likeness import near_twins as are_near_twins
from briefer.wording.likeness import of_one_length
from briefer.wording.struck_out import STRUCK_OUT

_SLICE: Final = 2 << 20
"""Bytes put on disk at a time while a window is waiting."""

_COMPARED: Final = 4 << 20
"""As many code points of other sources are compared with what was added: some 50 ms."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of which the files were wanted too; without a reading when it has no words of its own."""

    name: str
    attachments: Attachments
    reading: Reading | None

    def told(self, originals: AbstractSet[str]) -> Iterator[str]:
        """Yield sentences about the files that came with it; `originals` are the hashes of those added."""
        yield from self.attachments.remarks
        hashes = {sha256(file.data).hexdigest() for file in self.attachments.files}
        got, many = len(hashes & originals), len(self.attachments.files)
        if many == 1:
            were = "it was added" if got else "it was not added"
        elif got == len(hashes):  # of two that are alike one is added
            were = "all of them were added"
        else:
            were = f"{got or 'none'} of them {'were' if got > 1 else 'was'} added"
        yield f"“{self.name}” came with {counted(many, 'file')}; {were}."


@dataclass(slots=True)
class Batch:
    """Files that were read, a sentence for each that could not be, and the messages among them."""

    readings: list[Reading] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    """Those alone whose files were wanted."""

    def take(self, read: Callable[[], Reading]) -> Reading | None:
        """Read a file."""
        try:
            self.readings.append(read())
        except BrieferError as error:
            self.refusals.append(str(error))
            return None
        return self.readings[-1]

    def take_attached(self, path: Path, reading: Reading | None, *, whole: bool, encoding: str) -> None:
        """Read what is attached to a file that was read, or could not be."""
        try:
            found = attachments(path)
        except BrieferError as error:
            if reading is not None:  # otherwise it was said
                self.refusals.append(str(error))
            return
        if found.files:
            self.messages.append(Message(path.name, found, self._with_all(reading)))
        for file in found.files:
            taken = self.take(partial(read_bytes, file.name, file.data, whole=whole, encoding=encoding))
            if file.listed:
                self._with_all(taken)

    def _with_all(self, reading: Reading | None) -> Reading | None:
        """Put for the last that was read one of which nothing more is to be taken."""
        if reading is None:
            return None
        self.readings[-1] = replace(reading, more="", attached=0)
        return self.readings[-1]


def read_files(
    files: Sequence[Path],
    progress: Callable[[int, int], None],
    *,
    whole: bool = False,
    attached: bool = False,
    encoding: str = "",
) -> Batch:
    """Read every file.

    Of web pages the `whole` is read when that is wanted, of messages also the files `attached` to them.
    Plain texts are read in the `encoding` that is given.
    """
    batch = Batch()
    for number, path in enumerate(files):
        progress(number, len(files))
        reading = batch.take(partial(read_file, path, whole=whole, encoding=encoding))
        if attached:
            batch.take_attached(path, reading, whole=whole, encoding=encoding)
    progress(len(files), len(files))
    return batch


def attached_to(file: Path) -> Attachments:
    """Return what is attached to a file; of one that cannot be read its own refusal tells."""
    try:
        return attachments(file)
    except BrieferError:
        return Attachments()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read, made ready to be taken in."""

    reading: Reading
    incoming: sources.Incoming

    @property
    def sha256(self) -> str:
        """The hash of the file's bytes."""
        return self.incoming.contents[0].sha256


def prepare(reading: Reading) -> Prepared:
    """Do what takes long and needs no project: hash the bytes and the text."""
    incoming = sources.Incoming(
        reading.file_name,
        reading.data,
        reading.text,
        reading.encoding,
        reading.pages,
        tuple(f"{field}\t{found.where}" for field, found in reading.reference.items()),
        tuple(f"{field}\t{found.value}\t{found.where}" for field, found in reading.suggested.items()),
        {field: found.value for field, found in reading.reference.items()},
    )
    for content in incoming.contents:
        content.sha256  # noqa: B018  # it is kept once it was asked for
    return Prepared(reading, incoming)


def without_twins(
    session: Session, prepared: Sequence[Prepared]
) -> tuple[list[Prepared], list[tuple[str, Source | None]]]:
    """Leave out files whose bytes are there already, or came twice.

    Gives the rest, and a sentence for each that was left out, with the source that it is already.
    """
    known = {source.original: source for source in session.project.sources()}
    fresh: dict[str, Prepared] = {}
    refusals: list[tuple[str, Source | None]] = []
    for file in prepared:
        name, there = file.reading.file_name, known.get(file.sha256)
        if there is not None:
            refusals.append((f"“{name}” is already there as {there.label}.", there))
        elif file.sha256 in fresh:
            twin = fresh[file.sha256].reading.file_name
            refusals.append((f"“{name}” is the same file as “{twin}”, which was added.", None))
        else:
            fresh[file.sha256] = file
    return list(fresh.values()), refusals


def slices(contents: Iterable[Content]) -> Iterator[list[Content]]:
    """Yield contents a few at a time, so that none takes long to put on disk."""
    some: list[Content] = []
    size = 0
    for content in contents:
        some.append(content)
        size += len(content.body)
        if size > _SLICE:
            yield some
            some, size = [], 0
    if some:
        yield some


def add_prepared(
    session: Session,
    prepared: Sequence[Prepared],
    reference: Mapping[str, str] = MappingProxyType({}),
    *,
    staged: bool = False,
) -> list[tuple[Source, Reading]]:
    """Take files in as one change; those that are `staged` lie on disk already, slice by slice.

    What a file names of its reference is taken over where none is given.
    """
    if not prepared:
        return []
    change = sources.add(session.project, [file.incoming for file in prepared], session.now(), **reference)
    session.do(replace(change, contents=()) if staged else change)
    added = [edit.after for edit in change.edits if isinstance(edit.after, Source)]
    return list(zip(added, (file.reading for file in prepared), strict=True))


def near_twins(project: Project, added: Sequence[Source]) -> Iterator[tuple[Source, str]]:
    """Yield a sentence, with a source, for each group that says nearly the same, as far as time allows."""
    others, compared, told = project.sources(), 0, set[str]()
    for source in added:
        if source.id in told:
            continue
        near = {source.id}
        for other in others:
            if other.id == source.id or not of_one_length(source.length, other.length):
                continue
            compared += other.length
            if compared > _COMPARED:
                break
            if are_near_twins(project.text_of(source), project.text_of(other)):
                near.add(other.id)
        if len(near) > 1:
            told |= near
            yield source, _alike([other.label for other in others if other.id in near])
        if compared > _COMPARED:
            return


def _alike(labels: Sequence[str]) -> str:
    *rest, last = labels
    if len(rest) == 1:
        return f"{last} says nearly the same as {rest[0]}: compare the two."
    return f"{', '.join(rest)} and {last} say nearly the same: compare them."


def remarks(source: Source, reading: Reading) -> list[str]:
    """Return what the user should know of how a file was read, a sentence each."""
    found = []
    if reading.guessed:
        found.append(
            f"{source.label}: “{typed_line(reading.file_name)}” was read as {reading.encoding},"
            " which is a guess."
        )
    if reading.replaced:
        found.append(
            f"{source.label}: {counted(reading.replaced, 'place')} could not be read, shown as “\ufffd”."
        )
    said = [*left_out({"control character": reading.dropped}), *reading.remarks]
    if struck := len(STRUCK_OUT.findall(reading.text)):
        said.append(f"{counted(struck, 'struck-out stretch')} marked in the text as “[struck out: …]”.")
    if reading.attached:
        were = "was" if reading.attached == 1 else "were"
        said.append(f"{counted(reading.attached, 'attached file')} {were} not read with it.")
    return [*found, *(f"{source.label}: {remark}" for remark in said)]
