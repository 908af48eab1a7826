"""Foreign formats are read in a child process: whatever happens there is one sentence here."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.reading import child
from briefer.reading import open as opening
from briefer.reading.open import attachments, attachments_in, read_bytes
from briefer.reading.reading import Attached, Attachments, Found
from briefer.tasks.importing import read_files
from tests.reading.packages import a_paragraph, a_word


@pytest.fixture
def taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_CHILD", "tests.reading.errands")


def refusal(data: bytes) -> str:
    with pytest.raises(BrieferError) as caught:
        read_bytes("a.docx", b"PK\x03\x04" + data)
    return str(caught.value)


def test_a_document_is_read_in_the_child() -> None:
    found = read_bytes("a.docx", a_word(a_paragraph("It\u0085held.\ufeff"), core="<dc:title>Dam</dc:title>"))
    assert (found.text, found.dropped, found.format) == ("It\nheld.", 1, "Word document")
    assert found.reference == {"title": Found("Dam", "title in the document’s properties")}


@pytest.mark.usefixtures("taken_over")
def test_a_reader_that_dies_is_one_sentence() -> None:
    assert refusal(b"crash") == (
        "“a.docx” cannot be read: the process that did it ended without an answer; the file may be damaged."
    )
    assert "needed more memory than it may take" in refusal(b"grow")


@pytest.mark.usefixtures("taken_over")
def test_a_reader_that_takes_too_long_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "SECONDS", 0.3)
    assert "cannot be read: it took longer than 0.3 seconds and was stopped" in refusal(b"hang")


@pytest.mark.usefixtures("taken_over")
def test_what_a_reader_says_is_checked_like_the_file_itself() -> None:
    found = read_bytes("a.docx", b"PK\x03\x04 lie")
    assert (found.text, found.dropped, found.pages) == ("It\ufffd held.\n", 2, (0, 3))
    assert found.reference == {"title": Found("a b", "[0m")}
    assert found.remarks == ("Half \ufffd of it.",)
    assert (
        refusal(b"nonsense")
        == "“a.docx” cannot be read: its reader was led astray by it; save it in another format."
    )


@pytest.mark.usefixtures("taken_over")
def test_one_bad_file_of_a_batch_leaves_the_others(tmp_path: Path) -> None:
    for name in ("good", "crash", "fine"):
        (tmp_path / f"{name}.docx").write_bytes(b"PK\x03\x04 " + name.encode())
    paths = [tmp_path / f"{name}.docx" for name in ("good", "crash", "fine")]
    batch = read_files(paths, lambda _done, _total: None)
    readings, refusals = batch.readings, batch.refusals
    assert [reading.file_name for reading in readings] == ["good.docx", "fine.docx"]
    assert [sentence[:12] for sentence in refusals] == ["“crash.docx”"]


def test_a_file_of_endless_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "LONGEST", 3)
    with pytest.raises(BrieferError, match="holds more than 0 million characters; cut it into parts"):
        child.read_foreign("a.docx", a_word(a_paragraph("It held.")), "package", False)


def test_a_refusal_of_the_reader_comes_back_as_it_was() -> None:
    assert refusal(b"no zip") == "“a.docx” is damaged; get it again from whoever sent it."


def test_what_is_no_message_has_no_attachments(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(a_word(a_paragraph("It held.")))
    assert attachments(tmp_path / "a.docx") == Attachments()


@pytest.mark.usefixtures("taken_over")
def test_what_is_said_to_be_attached_is_checked_too() -> None:
    assert attachments_in("a.eml", b"From: x\n\nfine") == Attachments(
        (Attached("a b.txt", b"It held.", "c .eml", listed=True),), ("Half of it.",)
    )
    for lie in (b"size", b"nothing"):
        with pytest.raises(BrieferError, match="led astray"):
            attachments_in("a.eml", b"From: x\n\n" + lie)


@pytest.mark.usefixtures("taken_over")
def test_why_nothing_attached_to_a_message_that_was_read_is_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"From: x\n\nnothing")
    batch = read_files([tmp_path / "a.eml"], lambda _done, _total: None, attached=True)
    assert ([reading.text for reading in batch.readings], batch.messages) == (["It held."], [])
    assert ["led astray" in refusal for refusal in batch.refusals] == [True]


def test_a_long_text_is_read_beside_the_window_as_a_short_one_is_in_it() -> None:
    short, long = (
        read_bytes("a.md", b"# Dam\nIt held.\r\n"),
        read_bytes("a.md", b"# Dam\nIt held.\r\n" * 80_000),
    )
    assert long.text == short.text * 80_000
    assert (long.format, long.encoding, long.suggested) == (short.format, short.encoding, short.suggested)
