"""What the brief says of itself on its front."""

from __future__ import annotations

import pytest

from briefer.actions import details
from briefer.errors import BrieferError
from tests.worlds import a_world


def test_every_field_of_the_front_can_be_set() -> None:
    session = a_world().session()
    given = dict.fromkeys(details.FIELDS, "words\nhere") | dict.fromkeys(details.DATES, "2024-07-28")
    given["scale"] = "phia"
    for field, value in given.items():
        session.do(details.set_field(session.project, field, value))
    found = session.project.details()
    assert (found.office, found.cutoff, found.sources_added) == ("words here", "2024-07-28", 1)
    assert (found.purpose, found.objectives) == ("words here", "words\nhere")
    assert session.undo_label == "Set scale"


def test_several_fields_are_one_step() -> None:
    session = a_world().session()
    session.do(details.set_fields(session.project, {"title": "It held", "office": "Desk"}))
    assert session.undo() == "Set details"
    assert session.project.details().title == "The dam held"


def test_what_is_already_so_changes_nothing() -> None:
    project = a_world().session().project
    assert details.set_field(project, "title", " The dam held ").edits == ()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("scale", "mine", "“mine” is no scale of likelihood; use one of icd-203, phia, or none"),
        ("colour", "red", "A project has no “colour”; set one of title, author"),
        ("id", "x", "no “id”"),
        ("sources_added", "7", "no “sources_added”"),
        ("product_date", "2024-07", "“2024-07” is no date; write it as 2024-07-28"),
        ("event_date", "٢٠٢٤-07-28", "is no date"),
        ("marking", " ", "A brief always bears a marking"),
        ("title", "x" * 100_001, "100,001 characters"),
    ],
)
def test_what_cannot_be_printed_is_refused(field: str, value: str, sentence: str) -> None:
    with pytest.raises(BrieferError, match=sentence):
        details.set_field(a_world().session().project, field, value)


def test_a_date_may_be_taken_back() -> None:
    session = a_world().session()
    session.do(details.set_field(session.project, "cutoff", "2024-07-28"))
    session.do(details.set_field(session.project, "cutoff", ""))
    assert session.project.details().cutoff == ""
