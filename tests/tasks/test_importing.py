"""Files that can be read are taken in together, the others named, and how they were read is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest

from briefer.actions.rereading import reread
from briefer.model.records import Reference, Source
from briefer.reading.reading import Attached, Attachments, Found, Reading
from briefer.session import Session
from briefer.tasks import importing
from briefer.tasks.importing import (
    Message,
    add_prepared,
    near_twins,
    prepare,
    read_files,
    remarks,
    slices,
    without_twins,
)
from briefer.tasks.rereading import edited, take
from tests.worlds import World, a_world


def add_readings(
    session: Session, readings: Sequence[Reading], **reference: str
) -> list[tuple[Source, Reading]]:
    return add_prepared(session, [prepare(reading) for reading in readings], reference)


def write(folder: Path, **texts: bytes) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in texts]
    for path, data in zip(paths, texts.values(), strict=True):
        path.write_bytes(data)
    return paths


def test_files_are_added_as_one_change_with_progress(tmp_path: Path) -> None:
    session = World().session()
    told: list[tuple[int, int]] = []
    readings = read_files(
        write(tmp_path, a=b"It held.", b="She said “No”".encode("cp1252"), c=b"It\x07 fell, and it fell."),
        lambda done, total: told.append((done, total)),
    ).readings
    added = add_readings(session, readings, publisher="Kyodo")
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert [source.label for source, _ in added] == ["S1", "S2", "S3"]
    assert [remark for pair in added for remark in remarks(*pair)] == [
        "S2: “b.txt” was read as windows-1252, which is a guess.",
        "S3: 1 control character left out of the text.",
    ]
    assert session.undo() == "Add 3 sources"
    assert session.project.sources() == []


def test_one_file_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    paths = write(tmp_path, a=b"It held.", b=b"", c=b"It fell.")
    batch = read_files(paths, lambda _done, _total: None)
    readings, refusals = batch.readings, batch.refusals
    assert [reading.text for reading in readings] == ["It held.", "It fell."]
    assert refusals == ["“b.txt” holds no text; choose another file."]


def test_what_is_attached_to_a_message_without_words_is_read_all_the_same(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Files"
    message.add_attachment("The gate held.\n", filename="gate.txt")
    file = tmp_path / "m.eml"
    file.write_bytes(bytes(message))
    batch = read_files([file], lambda _done, _total: None, attached=True)
    assert [reading.text for reading in batch.readings] == ["The gate held.\n"]
    assert batch.refusals == ["“m.eml” has no words of its own; add the files attached to it."]


def test_what_is_there_or_came_twice_is_left_out_and_named(tmp_path: Path) -> None:
    session = World().session()
    paths = write(tmp_path, a=b"It held.", b=b"It fell.", c=b"It fell.")
    readings = read_files(paths, lambda _done, _total: None).readings
    add_readings(session, readings[:1])
    fresh, refusals = without_twins(session, [prepare(reading) for reading in readings])
    assert [file.reading.file_name for file in fresh] == ["b.txt"]
    assert refusals == [
        ("“a.txt” is already there as S1.", session.project.sources()[0]),
        ("“c.txt” is the same file as “b.txt”, which was added.", None),
    ]


def test_a_text_that_says_nearly_the_same_as_another_is_pointed_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = World().session()
    report = " ".join(f"The minister said that item {number} was agreed." for number in range(20))
    texts = (report, report.replace("item 7", "point 7"), "The dam held. " * 60)
    paths = write(tmp_path, **{name: text.encode() for name, text in zip("abc", texts, strict=True)})
    readings = read_files(paths, lambda _done, _total: None).readings
    added = [source for source, _ in add_readings(session, readings)]
    assert list(near_twins(session.project, added[1:])) == [
        (added[1], "S2 says nearly the same as S1: compare the two.")
    ]
    assert [said for _, said in near_twins(session.project, added)] == [
        "S2 says nearly the same as S1: compare the two."
    ]
    monkeypatch.setattr(importing, "_COMPARED", len(report) - 1)
    assert list(near_twins(session.project, added[1:])) == []


def test_many_copies_of_one_text_are_pointed_out_once(tmp_path: Path) -> None:
    session = World().session()
    report = " ".join(f"The minister said that item {number} was agreed." for number in range(20))
    other = " ".join(f"On day {number} the dam in Tokyo held." for number in range(20))
    texts = (report, other, report + " ", other + " ", report + "  ", report + "   ")
    paths = write(tmp_path, **{name: text.encode() for name, text in zip("abcdef", texts, strict=True)})
    added = [
        source for source, _ in add_readings(session, read_files(paths, lambda _done, _total: None).readings)
    ]
    assert list(near_twins(session.project, added)) == [
        (added[0], "S1, S3, S5 and S6 say nearly the same: compare them."),
        (added[1], "S4 says nearly the same as S2: compare the two."),
    ]
    assert list(near_twins(session.project, added[5:])) == [
        (added[5], "S1, S3, S5 and S6 say nearly the same: compare them.")
    ]


def test_what_a_file_names_of_its_reference_is_taken_over_where_nothing_is_given() -> None:
    session = World().session()
    named = {
        "title": Found("The dam", "og:title"), "publisher": Found("Kyodo", "og:site_name"),
        "published": Found("2024-07-28", "article:published_time"),
    }  # fmt: skip
    likely = {"author": Found("Ada", "a byline")}
    reading = Reading(
        "Plain text", "It held.", "UTF-8", file_name="a.txt", data=b"x", reference=named, suggested=likely
    )
    ((source, _),) = add_readings(session, [reading], publisher="AP", published="")
    assert source.reference == Reference(title="The dam", publisher="AP")
    assert source.found == ("title\tog:title",)
    assert source.suggested == ("author\tAda\ta byline",)


def test_a_newer_copy_says_where_the_reference_comes_from_as_far_as_it_still_does() -> None:
    session = World().session()
    title = Found("The dam", "og:title")
    author = Found("Ada", "author")
    old = Reading(
        "Plain text",
        "It held.",
        "UTF-8",
        file_name="a.txt",
        data=b"x",
        reference={"title": title, "author": author},
    )
    ((source, _),) = add_readings(session, [old], author="Bob")
    newer = prepare(replace(old, data=b"y", text="It fell.")).incoming
    change = reread(session.project, source, newer, "2026-11-22T12:00:00Z")
    assert [edit.after.found for edit in change.edits if isinstance(edit.after, Source)] == [
        ("title\tog:title",)
    ]


def test_what_a_reader_remarks_is_told() -> None:
    reading = Reading(
        "Plain text",
        "It [struck out: never] held, [struck out: they said].",
        "UTF-8",
        file_name="a.txt",
        data=b"x",
        remarks=("2 tracked deletions left out.",),
    )
    ((source, _),) = add_readings(World().session(), [reading])
    assert remarks(source, reading) == [
        "S1: 2 tracked deletions left out.",
        "S1: 2 struck-out stretches marked in the text as “[struck out: …]”.",
    ]


@pytest.mark.parametrize(("count", "were"), [(1, "1 attached file was"), (2, "2 attached files were")])
def test_attached_files_that_were_not_read_are_counted(count: int, were: str) -> None:
    reading = Reading("E-mail", "It held.", "UTF-8", file_name="a.eml", data=b"x", attached=count)
    ((source, _),) = add_readings(World().session(), [reading])
    assert remarks(source, reading) == [f"S1: {were} not read with it."]


def test_of_two_attached_files_that_are_alike_one_is_added_and_none_is_missing() -> None:
    files = (Attached("a.txt", b"It held."), Attached("b.txt", b"It held."))
    message = Message("m.eml", Attachments(files), None)
    assert list(message.told({sha256(b"It held.").hexdigest()})) == [
        "“m.eml” came with 2 files; all of them were added."
    ]
    assert list(message.told(set())) == ["“m.eml” came with 2 files; none of them was added."]


def test_no_files_are_no_change() -> None:
    session = World().session()
    assert add_readings(session, []) == []
    assert session.log() == []


def test_bytes_that_could_not_be_read_are_told(tmp_path: Path) -> None:
    readings = read_files(
        write(tmp_path, a=b"\xef\xbb\xbfThe dam \xff held."), lambda _done, _total: None
    ).readings
    added = add_readings(World().session(), readings)
    assert remarks(*added[0]) == ["S1: 1 place could not be read, shown as “\ufffd”."]


def test_contents_go_to_the_disk_a_few_at_a_time(tmp_path: Path) -> None:
    readings = read_files(
        write(tmp_path, a=b"a" * 3_000_000, b=b"b", c=b"c"), lambda _done, _total: None
    ).readings
    prepared = [prepare(reading) for reading in readings]
    contents = [content for file in prepared for content in file.incoming.contents]
    assert [len(found) for found in slices(contents)] == [1, 1, 4]
    session = World().session()
    staged = [content for found in slices(contents) for content in session.stage(found)]
    assert len(staged) == 6
    assert [content for found in slices(contents) for content in session.stage(found)] == []
    added = add_prepared(session, prepared[1:], staged=True)
    session.unstage(staged)
    assert [session.project.text_of(source) for source, _ in added] == ["b", "c"]
    assert [session.project.original_of(source) for source, _ in added] == [b"b", b"c"]
    assert len(session.stage(prepared[0].incoming.contents)) == 2


def test_contents_that_a_former_version_names_by_now_are_not_taken_away() -> None:
    session = a_world("First.").session()
    staged = session.stage(edited("Second.").contents)
    for words in ("Second.", "Third."):
        take(session, session.project.sources()[0], edited(words))
    session.unstage(staged)
    session.check()
    session.undo()
    assert session.project.text_of(session.project.sources()[0]) == "Second."
