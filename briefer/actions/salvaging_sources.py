"""Sources of a damaged project, with their texts and the passages in them.

No text is passed off as one that it is not. Where the text of a source is altered, what is left of it
is the source's text from now on, under a hash of its own, and only passages that stand in it word for word,
with the words on both sides, keep their place. All others wait for review, with their words and what
stood beside them, in a version of the source that says what it is: no brief but a draft quotes them unseen,
and when a sound copy of the file is read as a newer one, they are found again like after any other reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from briefer.model.anchor import Anchor
from briefer.model.content import Original, SourceText
from briefer.model.records import IN_PLACE, Details, Passage, Record, Reference, Source, Version, new_id
from briefer.model.wreck import Loss, Wreck, of_kind
from briefer.wording.control import clean
from briefer.wording.quoted import quoted_in_short

_GONE: Final = (
    "The text of this source is lost: the project file was damaged. Read a copy of the file anew.\n"
)
_ALTERED: Final = "Its text was altered when the project file was damaged; compare it with the source."
_BETWEEN: Final = "\n\n"
SAID: Final = 60
"""Code points told of words that a sentence is about."""


@dataclass
class Mended:
    """What became of the sources so far."""

    sources: dict[str, Source] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)
    passages: dict[str, Passage] = field(default_factory=dict)
    texts: dict[str, SourceText] = field(default_factory=dict)
    originals: dict[str, Original] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    missing: dict[str, type[Record]] = field(default_factory=dict)
    """Records that something tells of, by their ids."""

    def lose(self, kind: str, identifier: str, sentence: str) -> None:
        self.losses.append(Loss(kind, identifier, sentence))

    def keep_text(self, body: str) -> SourceText:
        text = SourceText(body)
        return self.texts.setdefault(text.sha256, text)

    def keep_original(self, body: bytes) -> Original:
        original = Original(body)
        return self.originals.setdefault(original.sha256, original)


def mend_sources(wreck: Wreck, at: str) -> Mended:
    """Return all that is left of the sources; `at` is the time that new readings bear."""
    mended = Mended(missing=dict(wreck.missing))
    passages: dict[str, list[Passage]] = {}
    for passage in of_kind(wreck, Passage).values():
        passages.setdefault(passage.source, []).append(passage)
    versions: dict[str, list[Version]] = {}
    for version in of_kind(wreck, Version).values():
        versions.setdefault(version.source, []).append(version)
    for source in _labelled(wreck, {**passages, **versions}, passages, mended, at):
        _Mending(wreck, mended, source, at).mend(versions.get(source.id, ()), passages.get(source.id, ()))
    _settle_origins(mended)
    return mended


def _labelled(
    wreck: Wreck, named: Iterable[str], passages: dict[str, list[Passage]], mended: Mended, at: str
) -> list[Source]:
    """Return the sources, each with a label of its own, and one for each that only its passages tell of."""
    known = of_kind(wreck, Source)
    every = sorted(known.values(), key=lambda source: (len(source.label), source.label))
    given = [details.sources_added for details in of_kind(wreck, Details).values()]
    last = max((*given, *(int(source.label[1:]) for source in every)), default=0)
    found: list[Source] = []
    labels: set[str] = set()
    for source in every:
        label = source.label
        if label in labels:
            last += 1
            label = f"S{last}"
            mended.lose("label", source.id, f"A source has lost its label; it is {label} now.")
        labels.add(label)
        found.append(replace(source, label=label))
    for identifier in named:
        if identifier not in known:
            last += 1
            marked = sorted(passages.get(identifier, ()), key=lambda one: one.state not in IN_PLACE)
            text = marked[0].anchor.text if marked else ""
            label = f"S{last}"
            name = f"Unnamed {label}.txt"
            found.append(Source(identifier, label, text, text, name, "utf-8", at, 0))
            words = (
                f"A source has lost its name and all that was known of it; it is called {label}, “{name}”."
            )
            mended.lose("source", identifier, words)
    return found


class _Mending:
    """One source being made sound."""

    def __init__(self, wreck: Wreck, mended: Mended, source: Source, at: str) -> None:
        self._wreck = wreck
        self._mended = mended
        self._source = source
        self._at = at
        self._spans: set[tuple[str, int, int]] = set()
        self._remnants: list[Passage] = []

    def mend(self, versions: Iterable[Version], passages: Iterable[Passage]) -> None:
        source = self._source
        kept = [one for one in versions if self._is_kept(one)]
        body = self._wreck.texts.get(source.text)
        text = self._mended.keep_text(self._left() if body is None else body)
        now = self._with_file(replace(source, text=text.sha256, length=len(text.body)), text)
        if body is None and text.body != _GONE:
            now = replace(now, reference=_described_as_altered(now.reference))
        self._mended.sources[source.id] = replace(now, pages=_pages(now.pages, now.length))
        numbers = {one.number: one for one in kept}
        self._mended.versions += numbers.values()
        texts = {one.text for one in numbers.values()}
        ordered = sorted(passages, key=lambda one: (one.anchor.start, one.anchor.end, one.id))
        for passage in ordered:
            self._place(passage, text, texts)
        if body is None:
            self._tell(ordered, altered=text.body != _GONE)
        if self._remnants:
            self._keep_remnants(max(numbers, default=0) + 1)

    def _is_kept(self, version: Version) -> bool:
        """Keep a former version whose text is there; raise no other one from what is left."""
        body = self._wreck.texts.get(version.text)
        if body is None:
            words = f"Version {version.number} of {self._source.label} is gone."
            self._mended.lose("version", version.id, words)
            return False
        text = self._mended.keep_text(body)
        original = self._wreck.originals.get(version.original)
        if original is None and version.original != version.text:
            words = (
                f"Version {version.number} of {self._source.label} is gone with the file it was read from."
            )
            self._mended.lose("version", version.id, words)
            return False
        self._mended.keep_original(original if original is not None else text.body.encode())
        return len(body) == version.length and _pages(version.pages, version.length) == version.pages

    def _left(self) -> str:
        """Return what is left of a text that is no longer what it was, or a sentence that says so."""
        left = clean(self._wreck.altered.get(self._source.text, ""))[0]
        return left if left.strip() else _GONE

    def _with_file(self, source: Source, text: SourceText) -> Source:
        """Return the source with the file it was read from, or with its text in place of that."""
        body = self._wreck.originals.get(source.original)
        if body is None and source.original == text.sha256:
            body = text.body.encode()
        if body is not None:
            return replace(source, original=self._mended.keep_original(body).sha256)
        original = self._mended.keep_original(text.body.encode())
        name = f"Text of {source.file_name}"
        stands_in = f"; what there is of its text stands in for it as “{name}”" if text.body != _GONE else ""
        words = f"The file that {self._named()} was read from is gone{stands_in}."
        self._mended.lose("file", source.id, words)
        return replace(source, original=original.sha256, encoding="utf-8", file_name=name)

    def _place(self, passage: Passage, text: SourceText, former: set[str]) -> None:
        """Keep a passage where it stands, where its words are found, or as one to review."""
        anchor = passage.anchor
        if anchor.text in former and passage.state not in IN_PLACE:
            if anchor.holds_in(self._mended.texts[anchor.text].body) and self._claims(anchor):
                self._mended.passages[passage.id] = passage
                return
        elif passage.state in IN_PLACE or anchor.text == self._source.text:
            found = _found(anchor, text)
            if found is not None and self._claims(found):
                again = found != anchor and passage.state in IN_PLACE
                here = passage.found_at(found) if again else replace(passage, anchor=found)
                self._mended.passages[passage.id] = here
                return
        if anchor.quote:
            self._remnants.append(passage)
        else:
            self._mended.lose("passage", passage.id, f"A passage of {self._source.label} is gone.")

    def _claims(self, anchor: Anchor) -> bool:
        """Tell whether no other passage stands at this place."""
        span = anchor.text, anchor.start, anchor.end
        free = span not in self._spans
        self._spans.add(span)
        return free

    def _keep_remnants(self, number: int) -> None:
        """Make a version of the source out of what passages without a place say, and keep them in it."""
        pieces = [one.anchor.prefix + one.anchor.quote + one.anchor.suffix for one in self._remnants]
        body = _BETWEEN.join(pieces)
        if SourceText(body).sha256 in self._mended.texts:  # another passage may stand there
            body += _BETWEEN
        text = self._mended.keep_text(body)
        original = self._mended.keep_original(text.body.encode())
        source, begin = self._source, 0
        name = f"What is left of {source.file_name}"
        former = Version(
            new_id(), source.id, number, text.sha256, original.sha256, name, "utf-8", self._at,
            len(text.body), (),
        )  # fmt: skip
        self._mended.versions.append(former)
        for passage, piece in zip(self._remnants, pieces, strict=True):
            start = begin + len(passage.anchor.prefix)
            anchor = Anchor.at(text.sha256, text.body, start, start + len(passage.anchor.quote))
            self._mended.passages[passage.id] = replace(passage, anchor=anchor, state="review")
            said = quoted_in_short(passage.anchor.quote, SAID)
            words = f"A passage of {source.label} has lost its place: {said}."
            self._mended.lose("place", passage.id, words)
            begin += len(piece) + len(_BETWEEN)

    def _tell(self, passages: list[Passage], *, altered: bool) -> None:
        what = (
            "is altered; what is left of it is a text of its own"
            if altered
            else "is gone; a sentence that says so stands in its place"
        )
        kept = len(passages) - len(self._remnants)
        stand = f"; {kept} of its {len(passages)} passages stand in that" if altered and passages else ""
        self._mended.lose("text", self._source.id, f"The text of {self._named()} {what}{stand}.")

    def _named(self) -> str:
        title = self._source.reference.title or self._source.file_name
        return f"{self._source.label}, {quoted_in_short(title, SAID)},"


def _described_as_altered(reference: Reference) -> Reference:
    """Let the brief say it of its source, too."""
    return replace(reference, descriptor=f"{_ALTERED} {reference.descriptor}".strip())


def _found(anchor: Anchor, text: SourceText) -> Anchor | None:
    """Return where the passage stands in a text with the same words on both sides, at one place only."""
    here = Anchor.at(text.sha256, text.body, anchor.start, anchor.end)
    if anchor.start < anchor.end and here == replace(anchor, text=text.sha256):
        return here
    words = anchor.prefix + anchor.quote + anchor.suffix
    place = text.body.find(words)
    if not anchor.quote or place < 0 or text.body.find(words, place + 1) >= 0:
        return None
    start = place + len(anchor.prefix)
    return Anchor.at(text.sha256, text.body, start, start + len(anchor.quote))


def _pages(pages: tuple[int, ...], length: int) -> tuple[int, ...]:
    """Return where the pages of a text begin, if they can begin there; else nothing."""
    return pages if list(pages) == sorted(pages) and all(page <= length for page in pages) else ()


def _settle_origins(mended: Mended) -> None:
    """Let no source be made from one that is not there, or from itself."""
    for source in mended.sources.values():
        passed, origin = {source.id}, source.reference.derived_from
        while origin in mended.sources and origin not in passed:
            passed.add(origin)
            origin = mended.sources[origin].reference.derived_from
        if origin:
            reference = replace(source.reference, derived_from="")
            mended.sources[source.id] = replace(source, reference=reference)
            mended.lose("origin", source.id, f"From which source {source.label} is made is gone.")
