"""Projects of a size that nobody reads to the end."""

from __future__ import annotations

from pathlib import Path

from briefer.model import rank
from briefer.model.anchor import Anchor
from briefer.model.content import Content, Original, SourceText
from briefer.model.records import Details, Passage, Record, Reference, Section, Source, Tag
from briefer.session import Session, in_memory
from tests.worlds import World

SENTENCE = "The ministers met in Tokyo and spoke of the dam, which held through the spring flood. "
_NUMBERED = (
    "The ministers met in Tokyo on the 28th and agreed to “deepen” their cooperation — number {:06d}. "
)
TITLES = ("Attendees", "Threats", "Command restructure", "Co-production", "Trilateral memorandum")


def large_session(sources: int, characters: int, tags: int) -> Session:
    """Return a session in memory on this many sources of this length with this many tags in all."""
    records: list[Record] = [Details(title="A large brief", sources_added=sources)]
    contents: list[Content] = []
    sections = [
        Section(f"{n:032x}", title.lower().replace(" ", "-"), n + 1, title, "#024ad6", "", (), place)
        for n, (title, place) in enumerate(zip(TITLES, rank.spread(len(TITLES)), strict=True))
    ]
    made = [_source(number, characters, contents) for number in range(sources)]
    records += made
    records += sections
    per_source = tags // sources
    places = rank.spread(tags)
    passages: list[Record] = []
    filed: list[Record] = []
    for number, source in enumerate(made):
        text = contents[2 * number].body
        assert isinstance(text, str)
        step = max(1, (characters - 80) // max(1, per_source))
        for index in range(per_source):
            serial = number * per_source + index
            start = index * step
            anchor = Anchor.at(source.text, text, start, start + 60)
            passages.append(Passage(f"{1 << 40 | serial:032x}", source.id, anchor))
            filed.append(
                Tag(f"{1 << 44 | serial:032x}", passages[-1].id, sections[serial % 5].id, places[serial])
            )
    return in_memory([*records, *passages, *filed], contents, "Ada")


def a_long_source(tags: int = 1_000) -> tuple[Session, Source]:
    """Return a session on one source of 1 MB with so many tags in five sections, and the source."""
    world = World()
    count = 1_000_000 // len(_NUMBERED.format(0))
    text = "".join(_NUMBERED.format(n) + ("\n" if n % 5 == 4 else "") for n in range(count))
    source = world.source(text)
    sections = [world.section(f"Section {number}") for number in range(5)]
    for number in range(tags):
        world.tag(source, _NUMBERED.format(number * count // tags).strip(), sections[number % 5])
    return world.session(), source


def large_file(path: Path, sources: int, characters: int, tags: int) -> Path:
    """Write such a project to a file and return its path."""
    session = large_session(sources, characters, tags)
    session.write_copy(path)
    session.close()
    return path


def _source(number: int, characters: int, contents: list[Content]) -> Source:
    text = (f"Report {number}. " + SENTENCE * (characters // len(SENTENCE) + 1))[:characters]
    body, original = SourceText(text), Original(text.encode())
    contents += [body, original]
    return Source(
        f"{1 << 36 | number:032x}", f"S{number + 1}", body.sha256, original.sha256, f"{number}.txt",
        "UTF-8", "2026-11-22T12:00:00Z", len(text), Reference(title=f"Report {number}"),
    )  # fmt: skip


def lengthen(session: Session, entries: int) -> None:
    """Write a history that nobody lives to make: the first thing done, again and again."""
    database = session.history._shelf.database
    with database:
        database.execute("BEGIN")
        database.execute(
            f"""WITH RECURSIVE more (seq) AS (SELECT max(seq) + 1 FROM log UNION ALL
                                             SELECT seq + 1 FROM more WHERE seq < {entries})
                INSERT INTO log SELECT more.seq, more.seq - 1, at, author, label, edits
                FROM more, log WHERE log.seq = 1"""
        )
        database.execute(f"UPDATE head SET seq = {entries}")
        database.execute("COMMIT")
