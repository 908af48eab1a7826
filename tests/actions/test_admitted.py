"""What an action lets in must pass the check that meets a project from a stranger."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.actions import details, sections, sources
from briefer.errors import BrieferError
from briefer.model.change import Change
from briefer.model.forms import check_form
from tests.worlds import World, a_world

typed = (
    st.text()
    | st.text("0123456789-٣२S:/htps.#abcdefAF ", max_size=12)
    | st.sampled_from(["2024-07-28", "en", "A"])
)


def assert_well_formed(change: Change) -> None:
    for edit in change.edits:
        check_form(edit.record)


@given(st.sampled_from(details.FIELDS), typed)
def test_a_field_of_the_front_is_refused_or_well_formed(field: str, words: str) -> None:
    with contextlib.suppress(BrieferError):
        assert_well_formed(details.set_field(a_world().session().project, field, words))


@given(st.sampled_from(sources.REFERENCE_FIELDS), typed)
def test_a_field_of_a_reference_is_refused_or_well_formed(field: str, words: str) -> None:
    world = a_world()
    with contextlib.suppress(BrieferError):
        assert_well_formed(sources.describe(world.session().project, world.sources[0], **{field: words}))


@given(typed, typed, typed)
def test_a_section_is_refused_or_well_formed(key: str, title: str, colour: str) -> None:
    with contextlib.suppress(BrieferError):
        assert_well_formed(sections.add(a_world().session().project, key, title=title, colour=colour))


def test_a_source_is_never_derived_from_itself_by_any_way() -> None:
    world = World()
    first, second = world.source("The dam held."), world.source("The dam held, they say.")
    session = world.session()
    with pytest.raises(BrieferError, match="By way of S1 the source would derive from itself"):
        sources.describe(session.project, first, derived_from="S1")
    session.do(sources.describe(session.project, second, derived_from="S1"))
    with pytest.raises(BrieferError, match="By way of S2 the source would derive from itself"):
        sources.describe(session.project, first, derived_from="S2")
