"""What belongs together in a record, where two people changed some of it."""

from __future__ import annotations

from dataclasses import replace

from briefer.actions import drafting, sections, sources, tagging
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from tests.actions.pairs import TEXT, Pair, reading_anew
from tests.worlds import World, a_world


def sort(project: Project) -> Change:
    """Put the first passage of the first section last."""
    section = project.sections()[0]
    tags = project.tags_under(section)
    return drafting.move(project, tags[0], section, tags[-1])


def file_elsewhere(project: Project) -> Change:
    """File the first passage of the first section under the second one."""
    section, other = project.sections()
    return drafting.move(project, project.tags_under(section)[0], other, None)


def untag(project: Project) -> Change:
    return tagging.untag(project, project.tags_under(project.sections()[0])[0])


def two_tags() -> World:
    world = a_world(TEXT, tagged=["It held", "in May"])
    world.section("Threats")
    return world


def filed(pair: Pair) -> dict[str, list[str]]:
    project = pair.project
    return {
        section.key: [project.passage(tag.passage).anchor.quote for tag in project.tags_under(section)]
        for section in project.sections()
    }


def test_a_passage_filed_elsewhere_by_one_and_sorted_by_the_other_is_where_it_was_filed() -> None:
    for mine, theirs in ((sort, file_elsewhere), (file_elsewhere, sort)):
        pair = Pair(two_tags(), (mine,), (theirs,))
        assert pair.merge() == []
        assert filed(pair) == {"findings": ["in May"], "threats": ["It held"]}


def test_a_tag_taken_off_by_one_and_sorted_by_the_other_is_off() -> None:
    for mine, theirs in ((sort, untag), (untag, sort)):
        pair = Pair(two_tags(), (mine,), (theirs,))
        assert pair.merge() == []
        assert filed(pair) == {"findings": ["in May"], "threats": []}


def test_a_source_described_by_one_and_read_anew_by_the_other_is_both() -> None:
    world = a_world(TEXT)
    [source] = world.sources
    world.records[world.records.index(source)] = replace(
        source,
        reference=replace(source.reference, title="Dam", publisher="Asahi"),
        found=("title\tog:title", "publisher\tog:site_name"),
        suggested=("language\ten\tits words",),
    )

    def describe(project: Project) -> Change:
        return sources.describe(project, project.sources()[0], title="The dam")

    newer = TEXT + " It stands."
    for mine, theirs in ((describe, reading_anew(newer)), (reading_anew(newer), describe)):
        pair = Pair(world, (mine,), (theirs,))
        assert pair.merge() == []
        [now] = pair.project.sources()
        assert (now.reference.title, pair.project.text_of(now)) == ("The dam", newer)
        assert not any(line.startswith("title") for line in now.found)


def test_where_in_the_file_a_value_stands_comes_with_the_value() -> None:
    world = a_world(TEXT)
    pair = Pair(world)
    for session, field in ((pair.ours, "title"), (pair.theirs, "author")):
        [source] = session.project.sources()
        reference = replace(source.reference, **{field: "Mayor"})
        after = replace(source, reference=reference, found=(f"{field}\tmeta {field}",))
        session.do(Change("Read", (Edit(source, after),)))
    assert pair.merge() == []
    [now] = pair.project.sources()
    assert now.found == ("title\tmeta title", "author\tmeta author")


def test_guidance_that_one_wrote_for_a_section_that_both_made_is_kept() -> None:
    def guide(project: Project) -> Change:
        return sections.change(project, project.find_section("people"), guidance="Who?")

    def make(project: Project) -> Change:
        return sections.add(project, "people")

    for mine, theirs in (((make,), (make, guide)), ((make, guide), (make,))):
        pair = Pair(a_world(TEXT), mine, theirs)
        assert pair.merge() == []
        assert pair.project.find_section("people").guidance == "Who?"
