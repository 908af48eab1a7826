from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefer.isolated.conversing import Conversation
from briefer.isolated.wire import Value
from briefer.writing.pdf import render_placed
from tests.writing.briefs import a_brief, a_rich_brief, p

HERE = "briefer.isolated.pdf_pages"


class Reader:
    """The rich brief, open in a child."""

    def __init__(self) -> None:
        self.pdf, self.places, _ = render_placed(a_rich_brief())
        self.talk = Conversation()
        self.sizes = self.ask("open_pages", self.pdf)

    def ask(self, function: str, *args: Value) -> Value:
        self.talk.ask(f"{HERE}:{function}", *args)
        return self.talk.answer()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    found = Reader()
    yield found
    found.talk.close()


def test_the_pages_have_their_sizes_and_another_file_takes_their_place(reader: Reader) -> None:
    assert [[round(width), round(height)] for width, height in reader.sizes] == [[595, 842]] * 2
    assert reader.ask("open_pages", reader.pdf) == reader.sizes


def test_a_page_is_drawn_on_as_many_pixels_as_are_asked_for(reader: Reader) -> None:
    rows = reader.ask("show_page", 0, 300, 424)
    assert len(rows) == 300 * 424 * 4
    assert rows[:3] == b"\xff\xff\xff"
    assert min(rows) < 90


def test_the_words_of_a_page_are_read_in_order(reader: Reader) -> None:
    text = reader.ask("read_page", 0)["text"]
    assert text.startswith("UNCLASSIFIED")
    assert "Page 1 of 2" in text
    assert "\x02" not in text
    assert not any(0xD800 <= ord(char) < 0xE000 for char in text)


def test_what_is_printed_is_told_by_paragraph_by_note_and_by_number(reader: Reader) -> None:
    printed = reader.ask("read_page", 0)["printed"]
    keys = [(kind, number) for kind, number, _ in printed]
    assert keys[0] == ("body", 0)
    assert len(set(keys)) == len(keys)
    boxes = {(kind, number): box for kind, number, box in printed}
    left, top, right, bottom = boxes["foot", 1]
    assert left < right
    assert top < bottom
    assert boxes["mark", 1][3] < top
    assert left == pytest.approx(74, abs=1), "its number at the beginning is part of it"


def test_links_lead_to_pages_and_heights(reader: Reader) -> None:
    links = reader.ask("read_page", 0)["links"]
    page, y = reader.places["_Foot1"].page, reader.places["_Foot1"].y
    assert any(number == page and top == pytest.approx(842 - y, abs=1) for _, number, top in links)


def test_stretches_of_the_text_have_boxes_line_by_line(reader: Reader) -> None:
    text = reader.ask("read_page", 0)["text"]
    start = text.index("UNCLASSIFIED")
    [[box]] = reader.ask("find_boxes", 0, [[start, start + 12]])
    assert box[1] < 72
    assert 40 < box[2] - box[0] < 120


def test_a_word_that_is_parted_at_the_end_of_a_line_is_found_whole(reader: Reader) -> None:
    words = "internationalization constitutional administration "
    reader.ask(
        "open_pages", render_placed(a_brief(p("statement", words * 20), p("quotation", "long-\nterm")))[0]
    )
    text = reader.ask("read_page", 0)["text"]
    assert "\u00ad" in text
    assert text.replace("\u00ad", "").count("internationalization") == 20
    assert "long-" in text
    reader.ask("open_pages", reader.pdf)
