"""Finding in all sources, in notes and in statements."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from briefer.actions import tagging
from briefer.errors import BrieferError
from briefer.model.records import Difference, Passage, Source, Statement
from briefer.session import open_file
from briefer.tasks import searching
from briefer.tasks.searching import FoldedTexts, Found, Search
from briefer.wording.seeking import Query
from tests.worlds import World


def a_library() -> World:
    world = World()
    first = world.source("Yōko saw the dam.\nThe dam held.", title="The flood")
    world.source("Nothing of that.")
    world.source("A DAM is a dam.")
    state = world.section("State")
    world.tag(first, "The dam held.", state, note="Is it the dam of 1901?")
    world.statement(state, "The dam is sound.")
    world.statement(None, "All is well.")
    return world


def said(found: list[Found]) -> list[tuple[str, list[str]]]:
    return [
        (each.source.label if each.source else "", [hit.context.words for hit in each.hits]) for each in found
    ]


def refuse(_sha256: str) -> str:
    raise AssertionError


def test_hits_come_by_source_then_from_notes_then_from_statements() -> None:
    search = Search(FoldedTexts(a_library().session().project), Query("dam"))
    found = list(search)
    assert said(found) == [("S1", ["dam", "dam"]), ("S3", ["DAM", "dam"]), ("", ["dam"]), ("", ["dam"])]
    kinds = [type(hit.record) for each in found for hit in each.hits]
    assert kinds == [Source] * 4 + [Passage, Statement]
    assert (search.hits, search.looked_through, search.sources, search.cut_short) == (6, 3, 3, False)


def test_a_difference_is_found_by_its_question_its_ruling_and_its_reason() -> None:
    world = a_library()
    one, other = world.passages[0], world.tag(world.sources[0], "held", world.sections[0])
    world.difference("Who built it?", one, other, ruling="Ada built it.", reason="Her plan is kept.")
    for words in ("who built", "ADA", "plan"):
        (found,) = Search(FoldedTexts(world.session().project), Query(words))
        assert [type(hit.record) for hit in found.hits] == [Difference]


def test_a_hit_knows_its_place_and_what_stands_around_it() -> None:
    (found,) = Search(FoldedTexts(a_library().session().project), Query("yoko saw"))
    assert found.hits[0].context == ("", "Yōko saw", " the dam.")
    assert (found.hits[0].start, found.hits[0].end) == (0, 8)


def test_nothing_is_looked_for_without_words() -> None:
    assert list(Search(FoldedTexts(a_library().session().project), Query(" "))) == []


def test_a_text_is_read_once_for_many_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    project = a_library().session().project
    texts = FoldedTexts(project)
    assert list(Search(texts, Query("zebra"))) == []
    monkeypatch.setattr(project, "text", refuse)
    assert list(Search(texts, Query("unicorn"))) == []
    with pytest.raises(AssertionError):
        list(Search(texts, Query("Unicorn", match_case=True)))


def test_what_is_too_much_to_keep_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "_KEPT", 1)
    texts = FoldedTexts(a_library().session().project)
    for _ in range(2):
        assert [each.source.label for each in Search(texts, Query("dam")) if each.source] == ["S1", "S3"]


def test_a_search_stops_at_more_places_than_anyone_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST", 3)
    search = Search(FoldedTexts(a_library().session().project), Query("dam"))
    assert said(list(search)) == [("S1", ["dam", "dam"]), ("S3", ["DAM"])]
    assert search.cut_short
    assert search.hits == 3


def test_as_many_places_as_are_told_are_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST", 6)
    search = Search(FoldedTexts(a_library().session().project), Query("dam"))
    assert sum(len(each.hits) for each in search) == 6
    assert not search.cut_short


def test_a_search_that_is_stopped_ends_with_the_text_it_is_at() -> None:
    search = Search(FoldedTexts(a_library().session().project), Query("dam"))
    found = iter(search)
    next(found)
    search.stop()
    assert list(found) == []
    assert search.looked_through == 1


def test_one_searches_in_a_thread_while_another_tags(tmp_path: Path) -> None:
    a_library().session().write_copy(tmp_path / "dam.brief")
    session = open_file(tmp_path / "dam.brief", "Ada", "Ada")
    project = session.project
    counts: list[int] = []

    def look() -> None:
        for _ in range(40):
            found = Search(FoldedTexts(project), Query("dam"))
            counts.append(sum(len(each.hits) for each in found))

    reader = Thread(target=look)
    reader.start()
    source, section = project.sources()[0], project.sections()[0]
    for start in range(20):
        session.do(tagging.tag(project, source, start, start + 3, section))
    reader.join()
    assert counts == [6] * 40
    session.close()


def test_a_search_in_a_project_that_was_closed_is_refused_in_a_sentence(tmp_path: Path) -> None:
    a_library().session().write_copy(tmp_path / "dam.brief")
    session = open_file(tmp_path / "dam.brief", "Ada", "Ada")
    search = iter(Search(FoldedTexts(session.project), Query("dam")))
    next(search)
    session.close()
    with pytest.raises(BrieferError, match="cannot be read"):
        next(search)
