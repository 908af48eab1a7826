"""What acronyms stand for."""

from __future__ import annotations

import pytest

from briefer.actions import acronyms
from briefer.errors import BrieferError
from tests.worlds import a_world


def test_an_acronym_is_said_once_and_can_be_said_better() -> None:
    session = a_world().session()
    session.do(acronyms.define(session.project, " USFJ ", "US Forces Japan"))
    session.do(acronyms.define(session.project, "USFJ", "U.S. Forces Japan"))
    assert acronyms.define(session.project, "USFJ", "U.S. Forces Japan").edits == ()
    (found,) = session.project.acronyms()
    assert (found.short, found.expansion) == ("USFJ", "U.S. Forces Japan")
    assert session.project.find("USFJ") == found
    session.do(acronyms.remove(session.project, found))
    assert list(session.project.acronyms()) == []
    assert session.undo() == "Forget USFJ"


@pytest.mark.parametrize(
    ("short", "words", "sentence"),
    [("U S", "United States", "“U S” is no acronym"), ("", "x", "is no acronym"), ("UK", " ", "Say what UK")],
)
def test_what_is_no_acronym_or_stands_for_nothing_is_refused(short: str, words: str, sentence: str) -> None:
    with pytest.raises(BrieferError, match=sentence):
        acronyms.define(a_world().session().project, short, words)


def test_a_whole_list_is_set_in_one_step() -> None:
    world = a_world()
    world.acronym("MOU", "memorandum")
    world.acronym("TTX", "table-top exercise")
    session = world.session()
    session.do(
        acronyms.define_all(
            session.project, [("MOU", "memorandum of understanding"), ("UK", "United Kingdom")]
        )
    )
    assert [(one.short, one.expansion) for one in session.project.acronyms()] == [
        ("MOU", "memorandum of understanding"),
        ("UK", "United Kingdom"),
    ]
    assert session.undo() == "Set acronyms"
    with pytest.raises(BrieferError, match="MOU is listed twice"):
        acronyms.define_all(session.project, [("MOU", "a"), ("MOU", "b")])
