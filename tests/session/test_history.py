"""Do, undo, redo over every action: the project equals what it was, in memory and on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from briefer.actions import (
    acronyms,
    adjusting,
    details,
    differences,
    drafting,
    issuing,
    rereading,
    sections,
    sources,
    tagging,
)
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.forms import FORBIDDEN
from briefer.model.records import SOURCE_KINDS, STATEMENT_KINDS, Passage, Tag
from briefer.session import open_file
from tests.proving import examples
from tests.session.walks import PICK, Walks, state
from tests.worlds import a_world

WORDS = st.text(min_size=1, max_size=12).filter(lambda words: words.strip(" \t\n") != "")


class Histories(Walks):
    """A user who does anything in any order, and walks through it at will."""

    @rule(a=PICK, b=PICK, section=PICK, source=PICK, note=st.text(max_size=5))
    def tag(self, a: int, b: int, section: int, source: int, note: str) -> None:
        project = self.session.project
        if project.sections() and project.sources():
            read = project.sources()[source % len(project.sources())]
            home = project.sections()[section % len(project.sections())]
            start, end = sorted((a % read.length, b % read.length + 1))
            self.attempt(lambda p: tagging.tag(p, read, start, end, home, note=note))

    @rule(a=PICK, length=st.integers(1, 9), section=PICK)
    def untag_span(self, a: int, length: int, section: int) -> None:
        project = self.session.project
        if project.sections() and project.sources():
            home = project.sections()[section % len(project.sections())]
            self.attempt(lambda p: tagging.untag_span(p, p.sources()[0], a % 80, a % 80 + length, home))

    @precondition(lambda self: self.session.project.passages())
    @rule(which=PICK, note=st.text(max_size=9), verb=st.sampled_from(["note", "discard", "untag"]))
    def passage(self, which: int, note: str, verb: str) -> None:
        project = self.session.project
        found = project.passages()[which % len(project.passages())]
        tags = project.tags_of(found)
        if verb == "note":
            self.attempt(lambda p: tagging.annotate(p, found, note))
        elif verb == "discard":
            self.attempt(lambda p: tagging.discard(p, found))
        elif tags:
            self.attempt(lambda p: tagging.untag(p, tags[which % len(tags)]))

    @precondition(lambda self: self.session.project.passages())
    @rule(which=PICK, other=PICK, a=PICK, b=PICK)
    def adjust(self, which: int, other: int, a: int, b: int) -> None:
        """Move the ends of a passage to some places, or to those of another one."""
        found = self.session.project.passages()
        chosen, second = found[which % len(found)], found[other % len(found)].anchor
        ends = (second.start, second.end) if a % 2 else (a % 80, b % 80)
        self.attempt(lambda p: adjusting.adjust(p, chosen, *ends))

    @rule(section=PICK, words=st.text(max_size=12), kind=st.sampled_from(STATEMENT_KINDS), cite=PICK)
    def write(self, section: int, words: str, kind: str, cite: int) -> None:
        project = self.session.project
        home = (None, *project.sections())[section % (len(project.sections()) + 1)]
        cites = project.passages()[: cite % 3]
        self.attempt(lambda p: drafting.write(p, home, words, kind, cites))

    @precondition(lambda self: self.session.project.statements())
    @rule(which=PICK, words=WORDS, verb=st.sampled_from(["rewrite", "remove"]))
    def statement(self, which: int, words: str, verb: str) -> None:
        found = self.session.project.statements()
        chosen = found[which % len(found)]
        if verb == "rewrite":
            cites: list[Passage] = list(self.session.project.passages()[: which % 4])
            self.attempt(lambda p: drafting.rewrite(p, chosen, text=words, cites=cites))
        else:
            self.attempt(lambda p: drafting.remove(p, chosen))

    @rule(which=PICK, words=st.text(max_size=6), verb=st.sampled_from(["put", "rule", "place", "remove"]))
    def difference(self, which: int, words: str, verb: str) -> None:
        """Say where the sources differ, rule on it, order it, forget it."""
        project = self.session.project
        named = list(project.passages()[which % 3 :][:3])
        found = project.differences()
        chosen = found[which % len(found)] if found else None
        if verb == "put" or chosen is None:
            self.attempt(lambda p: differences.put(p, words, named))
        elif verb == "rule":
            self.attempt(lambda p: differences.rule(p, chosen, ruling=words, passages=named))
        elif verb == "place":
            after = next((one for one in found if one.id != chosen.id), None)
            self.attempt(lambda p: differences.place(p, chosen, after))
        else:
            self.attempt(lambda p: differences.remove(p, chosen))

    @rule(short=st.sampled_from(["USFJ", "2+2", "U S", ""]), words=st.text(max_size=6))
    def expand(self, short: str, words: str) -> None:
        self.attempt(lambda p: acronyms.define(p, short, words))

    @precondition(lambda self: self.session.project.acronyms())
    @rule()
    def forget(self) -> None:
        self.attempt(lambda p: acronyms.remove(p, p.acronyms()[-1]))

    @rule(version=st.sampled_from(["1", "2", ""]))
    def issue(self, version: str) -> None:
        self.attempt(lambda p: details.set_field(p, "version", version))
        self.attempt(lambda p: issuing.issue(p, "2026-11-22"))

    @rule(of=PICK, to=PICK, which=PICK, behind=PICK)
    def move(self, of: int, to: int, which: int, behind: int) -> None:
        project = self.session.project
        homes = (None, *project.sections())
        body = project.body(homes[of % len(homes)])
        home = homes[to % len(homes)]
        if body:
            places = [None, *project.body(home)]
            entry = body[which % len(body)]
            after = places[behind % len(places)]
            if after is None or after.id != entry.id:
                self.attempt(lambda p: drafting.move(p, entry, home, after))

    @rule(section=PICK)
    def sort(self, section: int) -> None:
        homes = (None, *self.session.project.sections())
        self.attempt(lambda p: drafting.sort_by_place(p, homes[section % len(homes)]))

    @rule(words=WORDS, title=st.text(max_size=5))
    def add_source(self, words: str, title: str) -> None:
        text = words.strip() or "x"
        if text.isprintable():
            guessed = ("publisher\tThe Gazette\tthe first line", "author\tAda\ta byline")
            file = sources.Incoming("f.txt", text.encode(), text, "UTF-8", suggested=guessed)
            self.attempt(lambda p: sources.add(p, [file], "2026-11-22T12:00:00Z", title=title))

    @precondition(lambda self: self.session.project.sources())
    @rule(which=PICK, cut=PICK, words=WORDS, by_hand=st.booleans())
    def read_anew(self, which: int, cut: int, words: str, by_hand: bool) -> None:
        """Put words into the text of a source, as a newer copy of its file or by hand."""
        project = self.session.project
        chosen = project.sources()[which % project.source_count()]
        text = project.text_of(chosen)
        place = cut % (len(text) + 1)
        text = f"{text[:place]}{words}{text[place:]}"
        if by_hand:
            self.attempt(lambda p: rereading.revise(p, chosen, text, "2026-11-22T12:00:00Z"))
        elif FORBIDDEN.search(text) is None:
            file = sources.Incoming("newer.txt", text.encode(), text, "UTF-8")
            self.attempt(lambda p: rereading.reread(p, chosen, file, "2026-11-22T12:00:00Z"))

    @precondition(lambda self: bool(rereading.unsettled(self.session.project)))
    @rule(which=PICK, a=PICK, b=PICK, verb=st.sampled_from(["accept", "reject", "propose"]))
    def settle(self, which: int, a: int, b: int, verb: str) -> None:
        """Say where a passage of a former version stands now, or that it stands nowhere."""
        waiting = rereading.unsettled(self.session.project)
        fate = waiting[which % len(waiting)]
        start, end = sorted((a % 90, b % 90))
        if verb == "propose" and fate.place is not None:
            start, end = fate.place.start, fate.place.end
        if verb == "reject":
            self.attempt(lambda p: rereading.reject(p, fate.passage))
        else:
            self.attempt(lambda p: rereading.accept(p, fate.passage, start, end))

    @precondition(lambda self: self.session.project.sources())
    @rule(which=PICK, words=st.text(max_size=9), kind=st.sampled_from(SOURCE_KINDS), gone=st.booleans())
    def source(self, which: int, words: str, kind: str, gone: bool) -> None:
        found = self.session.project.sources()
        chosen = found[which % len(found)]
        if gone:
            self.attempt(lambda p: sources.remove(p, chosen))
        else:
            origin = found[which // 7 % len(found)].label
            publisher = sources.suggestions(chosen).get("publisher", (words,))[0]
            fields = {"publisher": publisher, "kind": kind, "derived_from": origin}
            dismissed = ["author"] if which % 2 else []
            self.attempt(lambda p: sources.describe(p, chosen, dismissed=dismissed, **fields))

    @rule(key=st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True), guidance=st.text(max_size=9))
    def add_section(self, key: str, guidance: str) -> None:
        self.attempt(lambda p: sections.add(p, key, guidance=guidance))

    @precondition(lambda self: self.session.project.sections())
    @rule(
        which=PICK,
        other=PICK,
        verb=st.sampled_from(["change", "place", "merge", "remove"]),
        digit=st.sampled_from([None, 1, 2, 9, 10]),
        title=st.text(max_size=5),
    )
    def section(self, which: int, other: int, verb: str, digit: int | None, title: str) -> None:
        found = self.session.project.sections()
        chosen, second = found[which % len(found)], found[other % len(found)]
        match verb:
            case "change":
                self.attempt(lambda p: sections.change(p, chosen, digit=digit, title=title))
            case "place":
                self.attempt(lambda p: sections.place(p, chosen, second if other % 3 else None))
            case "merge":
                self.attempt(lambda p: sections.merge(p, chosen, second))
            case _:
                self.attempt(lambda p: sections.remove(p, chosen))

    @rule(field=st.sampled_from(details.FIELDS), value=st.text(max_size=9) | st.just("2024-07-28"))
    def set_detail(self, field: str, value: str) -> None:
        self.attempt(lambda p: details.set_field(p, field, value))


Histories.TestCase.settings = settings(max_examples=examples(400), stateful_step_count=30, deadline=None)
TestHistories = Histories.TestCase


def test_undoing_everything_leads_back_to_the_beginning_and_redoing_to_the_end() -> None:
    world = a_world()
    session = world.session()
    begin = state(session)
    section = session.project.sections()[0]
    for start in range(0, 30, 3):
        session.do(tagging.tag(session.project, world.sources[0], start, start + 3, section))
    end = state(session)
    for _ in range(10):
        session.undo()
    assert state(session) == begin
    with pytest.raises(BrieferError, match="nothing to undo"):
        session.undo()
    for _ in range(10):
        session.redo()
    assert state(session) == end
    with pytest.raises(BrieferError, match="nothing to redo"):
        session.redo()


def test_a_jump_says_how_far_it_went() -> None:
    world = a_world()
    session = world.session()
    for start in range(0, 15, 3):
        session.do(tagging.tag(session.project, world.sources[0], start, start + 3, world.sections[0]))
    back = session.jump(2)
    assert (back.back, back.forth, back.change.label) == (3, 0, "Tag as Findings")
    session.do(sections.add(session.project, "people"))
    over = session.jump(4)
    assert (over.back, over.forth) == (1, 2)
    assert session.jump(0).back == 4
    assert session.jump(0).change.edits == ()
    assert session.jump(6).change.label == "Add section People"


def test_a_jump_is_one_step_of_the_history_and_no_entry_of_it() -> None:
    world = a_world(tagged=["dam"])
    session = world.session()
    told: list[Change] = []
    session.listen(told.append)
    for note in ("one", "two", "three"):
        session.do(tagging.annotate(session.project, session.project.passages()[0], note))
    session.jump(0)
    [edit] = told[-1].edits
    assert isinstance(edit.before, Passage)
    assert edit.before.note == "three"
    assert len(session.log()) == 3
    session.jump(0)
    assert len(told) == 4
    assert session.redo() == "Write note"


def test_there_is_no_way_to_what_was_never_done() -> None:
    session = a_world().session()
    with pytest.raises(BrieferError, match="history of the project is damaged"):
        session.jump(7)
    with pytest.raises(BrieferError, match="history of the project is damaged"):
        session.history.change(7)


def test_a_project_open_for_reading_cannot_be_led_back(tmp_path: Path) -> None:
    world = a_world()
    world.session().write_copy(tmp_path / "p.brief")
    session = open_file(tmp_path / "p.brief", "Ada", "Ada", read_only=True)
    with pytest.raises(BrieferError, match="for reading only"):
        session.jump(0)
    session.close()


def test_entries_are_found_by_words_of_their_label_and_author() -> None:
    world = a_world()
    session = world.session()
    session.do(sections.add(session.project, "people", title="100 % sure"))
    session.do(tagging.tag(session.project, world.sources[0], 0, 3, world.sections[0]))
    history = session.history
    assert history.matching("FIND tag") == {2}
    assert history.matching("ada") == {1, 2}
    assert history.matching("% add") == {1}
    assert history.matching("find_") == set()
    assert history.matching("") == {1, 2}
    assert [entry.label for entry in history.entries(2, 9)] == ["Tag as Findings"]
    assert [type(edit.record) for edit in history.change(2).edits] == [Passage, Tag]
