"""What a merge tells besides what it lets the user choose."""

from __future__ import annotations

from briefer.actions import adjusting, differences, drafting, rereading, sections, tagging
from briefer.checking.findings import findings
from briefer.model.change import Change
from briefer.model.project import Project
from tests.actions.pairs import AT, TEXT, Deed, Pair, a_file, adding, reading_anew, tagging_quote
from tests.worlds import World, a_world


def digit(key: str, number: int) -> Deed:
    return lambda project: sections.change(project, project.find_section(key), digit=number)


def three_sections() -> World:
    world = a_world(TEXT)
    world.section("Threats")
    world.section("People")
    return world


def test_a_digit_that_was_chosen_but_is_anothers_is_told() -> None:
    pair = Pair(three_sections(), (digit("threats", 8), digit("people", 9)), (digit("threats", 9),))
    assert pair.merge(prefer=True) == [("section", "digit", "8", "9")]
    assert pair.project.find_section("threats").digit == 8
    assert pair.remarks == ("Something else stands in the way of what was chosen for section digit “9”.",)


def test_a_removal_that_was_chosen_of_what_is_still_named_is_told() -> None:
    def cite(project: Project) -> Change:
        return drafting.write(project, None, "It held.", "fact", project.passages())

    def note(project: Project) -> Change:
        return tagging.annotate(project, project.passages()[0], "Sure?")

    def remove(project: Project) -> Change:
        return tagging.discard(project, project.passages()[0])

    pair = Pair(a_world(TEXT, tagged=["It held"]), (note, cite), (remove,))
    assert pair.merge(prefer=True) == [("passage", "", "It held", None)]
    assert len(pair.project.passages()) == 1
    assert (
        "Something else stands in the way of what was chosen for passage “It held” (removed)." in pair.remarks
    )


def test_another_label_a_lost_digit_and_what_is_gone_are_told() -> None:
    pair = Pair(
        a_world(TEXT, tagged=["It held", "in May"]),
        (adding("Mine."), lambda project: sections.add(project, "people")),
        (
            adding("Theirs."),
            lambda project: sections.add(project, "places"),
            lambda project: tagging.discard(project, project.passages()[0]),
        ),
    )
    assert pair.merge() == []
    assert pair.remarks == (
        (
            "S2 of the copy is S3 here; “Places” has not the digit 2 here, which is another section’s;"
            " removed in the copy, and now here: 1 passage, 1 tag."
        ),
    )
    pair.merge_back()


def test_the_same_difference_noted_by_both_is_one() -> None:
    def note(project: Project) -> Change:
        return differences.put(project, "Did it?", list(project.passages()))

    def rule(project: Project) -> Change:
        return differences.rule(project, project.differences()[0], ruling="It did.")

    pair = Pair(a_world(TEXT, tagged=["It held", "in May"]), (note,), (note, rule))
    assert pair.merge() == []
    assert [(one.question, one.ruling) for one in pair.project.differences()] == [("Did it?", "It did.")]


def test_a_quotation_of_a_passage_whose_ends_the_other_moved_follows_it() -> None:
    def widen(project: Project) -> Change:
        [passage] = project.passages()
        return adjusting.adjust(project, passage, passage.anchor.start, passage.anchor.end + 1)

    def quote(project: Project) -> Change:
        [passage] = project.passages()
        section = project.sections()[0]
        return drafting.write(project, section, passage.anchor.quote, "quotation", [passage])

    for mine, theirs in ((widen, quote), (quote, widen)):
        pair = Pair(a_world(TEXT, tagged=["It held"]), (mine,), (theirs,))
        assert pair.merge() == []
        assert [one.text for one in pair.project.statements()] == ["It held."]
        assert not [one for one in findings(pair.project) if one.level == "error"]


def test_a_passage_that_both_moved_tells_where_each_has_it() -> None:
    def to(start: int, end: int) -> Deed:
        return lambda project: adjusting.adjust(project, project.passages()[0], start, end)

    pair = Pair(a_world("fell, fell, fell.", tagged=["fell"]), (to(6, 10),), (to(12, 16),))
    assert pair.merge() == [
        ("passage", "anchor", "fell (characters 7 to 10)", "fell (characters 13 to 16)"),
    ]
    pair = Pair(
        a_world("fell, fell, fell.", tagged=["fell"]),
        (to(6, 10),),
        (reading_anew("It fell, fell, fell."), tagging_quote("It")),
    )
    pair.merge()


def test_what_was_written_on_words_that_the_other_side_read_anew_waits_for_a_look() -> None:
    def read_anew(project: Project) -> Change:
        text = "The dam was inspected in May. 90 soldiers had died there. It fell."
        return rereading.reread(project, project.sources()[0], a_file(text), AT)

    def accept(project: Project) -> Change:
        [fate] = rereading.unsettled(project)
        assert fate.place is not None
        return rereading.accept(project, fate.passage, fate.place.start, fate.place.end)

    def write(project: Project) -> Change:
        return drafting.write(project, project.sections()[0], "12 soldiers died.", "fact", project.passages())

    world = a_world(
        "The dam was inspected in May. 12 soldiers had died there. It fell.",
        tagged=["12 soldiers had died there."],
    )
    for mine, theirs in (((read_anew, accept), (write,)), ((write,), (read_anew, accept))):
        pair = Pair(world, mine, theirs)
        pair.merge()
        [fate] = rereading.reworded(pair.project)
        assert (fate.was, fate.passage.anchor.quote) == (
            "12 soldiers had died there.",
            "90 soldiers had died there.",
        )
        assert [one.rule for one in findings(pair.project) if one.rule == "changed-words"]
        anchor = fate.passage.anchor
        pair.ours.do(rereading.accept(pair.project, fate.passage, anchor.start, anchor.end))
        pair.merge()
        assert rereading.reworded(pair.project) == []
