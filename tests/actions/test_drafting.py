"""Statements written and cited, and the order of what stands in a section."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefer.actions import drafting
from briefer.errors import BrieferError
from briefer.model.project import Entry, Project
from briefer.model.records import Section, Statement, Tag
from briefer.session import Session
from tests.worlds import World, a_world


def a_draft() -> tuple[World, Session]:
    """Give a section of two tags and a statement that cites the second: dam, held, It held."""
    world = a_world(tagged=["dam", "held"])
    world.statement(world.sections[0], "It held.", world.passages[1])
    return world, world.session()


def words(project: Project, entry: Entry) -> str:
    return entry.text if isinstance(entry, Statement) else project.passage(entry.passage).anchor.quote


def body(session: Session, section: Section | None) -> list[str]:
    return [words(session.project, entry) for entry in session.project.body(section)]


def test_a_statement_goes_to_the_end_of_its_section() -> None:
    world, session = a_draft()
    session.do(drafting.write(session.project, world.sections[0], " It is old.\x07 ", "judgement"))
    assert body(session, world.sections[0]) == ["dam", "held", "It held.", "It is old."]
    assert session.undo_label == "Write in Findings"


def test_the_bottom_line_takes_statements() -> None:
    world, session = a_draft()
    session.do(
        drafting.write(session.project, None, "It held.", "fact", [*world.passages, world.passages[0]])
    )
    (statement,) = session.project.statements_under(None)
    assert statement.cites == tuple(passage.id for passage in world.passages)
    assert session.undo_label == "Write in Bottom line"


def test_a_statement_without_words_or_of_no_kind_is_refused() -> None:
    world, session = a_draft()
    with pytest.raises(BrieferError, match="A statement needs words"):
        drafting.write(session.project, world.sections[0], " \n ", "fact")
    with pytest.raises(BrieferError, match="“rumour” is no kind of statement; use quotation, fact,"):
        drafting.write(session.project, world.sections[0], "It held.", "rumour")


def test_a_statement_is_rewritten_part_by_part() -> None:
    world, session = a_draft()
    (statement,) = session.project.statements()
    assert drafting.rewrite(session.project, statement, text="It held.", kind="fact").edits == ()
    session.do(drafting.rewrite(session.project, statement, text="It fell."))
    session.do(drafting.rewrite(session.project, session.project.statements()[0], kind="assumption"))
    session.do(drafting.rewrite(session.project, session.project.statements()[0], cites=[world.passages[0]]))
    (found,) = session.project.statements()
    assert found == replace(statement, text="It fell.", kind="assumption", cites=(world.passages[0].id,))


def test_removing_a_statement_leaves_what_it_cites() -> None:
    world, session = a_draft()
    session.do(drafting.remove(session.project, session.project.statements()[0]))
    assert body(session, world.sections[0]) == ["dam", "held"]


@pytest.mark.parametrize(
    ("which", "after", "order"),
    [
        (2, None, ["It held.", "dam", "held"]),
        (2, 0, ["dam", "It held.", "held"]),
        (0, 2, ["held", "It held.", "dam"]),
        (0, 1, ["held", "dam", "It held."]),
    ],
)
def test_an_entry_moves_behind_another_or_first(which: int, after: int | None, order: list[str]) -> None:
    world, session = a_draft()
    section = world.sections[0]
    entries = session.project.body(section)
    behind = None if after is None else entries[after]
    session.do(drafting.move(session.project, entries[which], section, behind))
    assert body(session, section) == order
    assert session.undo_label == "Move in Findings"


def test_moving_an_entry_to_where_it_stands_changes_nothing() -> None:
    world, session = a_draft()
    dam, held, said = session.project.body(world.sections[0])
    for entry, behind in ((dam, None), (held, dam), (said, held)):
        assert drafting.move(session.project, entry, world.sections[0], behind).edits == ()


def test_entries_move_between_sections_and_statements_to_the_bottom_line() -> None:
    world = a_world(tagged=["dam"])
    world.statement(world.sections[0], "It held.")
    threats = world.section("Threats")
    session = world.session()
    dam, said = session.project.body(world.sections[0])
    session.do(drafting.move(session.project, dam, threats, None))
    session.do(drafting.move(session.project, said, None, None))
    assert (body(session, world.sections[0]), body(session, threats)) == ([], ["dam"])
    assert body(session, None) == ["It held."]


def test_a_tag_goes_neither_to_the_bottom_line_nor_where_its_passage_is() -> None:
    world = a_world(tagged=["dam"])
    threats = world.section("Threats")
    world.tag(world.sources[0], "dam", threats)
    project = world.session().project
    (tag,) = project.tags_under(world.sections[0])
    with pytest.raises(BrieferError, match="The bottom line holds statements only"):
        drafting.move(project, tag, None, None)
    with pytest.raises(BrieferError, match="This passage already stands in Threats"):
        drafting.move(project, tag, threats, None)


def test_an_entry_cannot_move_behind_one_that_is_elsewhere_or_itself() -> None:
    world, session = a_draft()
    dam, held, _ = session.project.body(world.sections[0])
    for section, entry, behind in (
        (world.sections[0], dam, dam),
        (None, session.project.statements()[0], held),
    ):
        with pytest.raises(BrieferError, match="The entry to move behind is not in that section"):
            drafting.move(session.project, entry, section, behind)


@pytest.mark.parametrize(
    ("after", "order"),
    [
        (None, ["It", "dam", "held", "It held."]),
        (0, ["dam", "It", "held", "It held."]),
        (2, ["dam", "held", "It held.", "It"]),
    ],
)
def test_a_stretch_is_filed_behind_an_entry_in_one_step(after: int | None, order: list[str]) -> None:
    world, session = a_draft()
    source, section = world.sources[0], world.sections[0]
    start = session.project.text_of(source).index("It")
    behind = None if after is None else session.project.body(section)[after]
    session.do(drafting.file_behind(session.project, source, start, start + 2, section, after=behind))
    assert body(session, section) == order
    assert session.undo() == "Tag as Findings"
    assert body(session, section) == ["dam", "held", "It held."]


def test_a_stretch_that_the_section_holds_already_moves_there() -> None:
    world, session = a_draft()
    source, section = world.sources[0], world.sections[0]
    dam, held, _ = session.project.body(section)
    assert drafting.file_behind(session.project, source, 4, 7, section, after=dam).edits == ()
    session.do(drafting.file_behind(session.project, source, 4, 7, section, after=held))
    assert body(session, section) == ["held", "dam", "It held."]


def test_a_stretch_is_filed_between_entries_that_share_a_rank() -> None:
    world, _ = a_draft()
    world.records = [replace(one, rank="V") if isinstance(one, Tag) else one for one in world.records]
    session, section = world.session(), world.sections[0]
    first, *_ = session.project.body(section)
    session.do(drafting.file_behind(session.project, world.sources[0], 0, 3, section, after=first))
    assert body(session, section)[1] == "The"


def test_entries_that_share_a_rank_still_move_between_each_other() -> None:
    world = a_world("a b c d", tagged=["a", "b", "c", "d"])
    world.records = [replace(r, rank="U") if isinstance(r, Tag) else r for r in world.records]
    session = world.session()
    section = world.sections[0]
    first, second, third, last = session.project.body(section)
    order = [words(session.project, entry) for entry in (first, last, second, third)]
    session.do(drafting.move(session.project, last, section, first))
    assert body(session, section) == order


def test_a_section_is_sorted_by_source_and_place() -> None:
    world = World()
    first, second = world.source("one two"), world.source("three")
    section = world.section("Findings")
    three, two, one = (
        world.tag(source, quote, section)
        for source, quote in ((second, "three"), (first, "two"), (first, "one"))
    )
    world.statement(section, "Said of three.", three, one)
    world.statement(section, "Said of none.")
    world.statement(section, "Said of two.", two)
    session = world.session()
    session.do(drafting.sort_by_place(session.project, section))
    order = ["Said of none.", "one", "two", "Said of two.", "three", "Said of three."]
    assert body(session, section) == order
    assert drafting.sort_by_place(session.project, section).edits == ()
    assert session.undo_label == "Sort Findings by source and place"


def test_sorting_also_parts_entries_that_share_a_rank() -> None:
    world = a_world("a b c", tagged=["c", "b", "a"])
    world.records = [replace(r, rank="U") if isinstance(r, Tag) else r for r in world.records]
    session = world.session()
    session.do(drafting.sort_by_place(session.project, world.sections[0]))
    assert body(session, world.sections[0]) == ["a", "b", "c"]
