from __future__ import annotations

from briefer.checking.places import note_place, paragraph_place
from briefer.checking.printed import Printed, Spot

HEADING, CELL = Spot("heading", 2), Spot("cell", 2)
PRINTED = Printed(
    ("Title", "Findings", "It held.", "Labels", "S1", "S2", "It broke.", "x" * 99, "Last."),
    ("a", "b"),
    (),
    spots=(Spot("paragraph", 1), HEADING, Spot(), Spot(), CELL, CELL, Spot(), HEADING, Spot("paragraph", 3)),
    note_pages=(1, 3),
)


def test_a_paragraph_is_found_under_its_heading_and_on_its_page() -> None:
    assert paragraph_place(PRINTED, 0) == "paragraph 1, page 1"
    assert paragraph_place(PRINTED, 1) == "the heading “Findings”, page 2"
    assert paragraph_place(PRINTED, 2) == "paragraph 1 under “Findings”"
    assert paragraph_place(PRINTED, 5) == "cell 2 of a table under “Findings”, page 2"
    assert paragraph_place(PRINTED, 6) == "paragraph 3 under “Findings”"
    assert paragraph_place(PRINTED, 8) == f"paragraph 1 under “{'x' * 60}…”, page 3"


def test_what_is_missing_is_looked_for_before_something_or_at_the_end() -> None:
    assert paragraph_place(PRINTED, 8, missing=True) == f"before paragraph 1 under “{'x' * 60}…”, page 3"
    assert paragraph_place(PRINTED, 9, missing=True) == "the end of the brief"
    assert note_place(PRINTED, 1, missing=True) == "before note 2, page 3"
    assert note_place(PRINTED, 2, missing=True) == "the end of the notes"


def test_without_spots_paragraphs_and_notes_are_counted() -> None:
    plain = Printed(("a", "b"), ("n",), ())
    assert paragraph_place(plain, 1) == "paragraph 2"
    assert note_place(plain, 0) == "note 1"
