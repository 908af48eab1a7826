from __future__ import annotations

import pytest

from briefer.citing.terms import KINDS, date_words, language_words
from briefer.citing.works import short_title
from briefer.model.records import SOURCE_KINDS


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ("2024-07-28", "July 28, 2024"),
        ("2024-07-08", "July 8, 2024"),
        ("2024-07", "July 2024"),
        ("2024", "2024"),
        ("", ""),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(recorded: str, said: str) -> None:
    assert date_words(recorded) == said


def test_every_kind_has_words() -> None:
    assert set(KINDS) == set(SOURCE_KINDS)


def test_a_language_without_a_name_here_goes_by_its_tag() -> None:
    assert (language_words("ko-KR"), language_words("ain")) == ("Korean", "ain")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("The Dam Held", "Dam Held"),
        ("A", "A"),
        ("Allies: What Next?", "Allies"),
        ("Strengthening U.S.-Japan Military Alliance in Response to Regional Threats",
         "Strengthening U.S.-Japan Military Alliance"),
        ("USA And Japan Condemn Russia's Military Cooperation With China", "USA And Japan Condemn"),
        ("フ" * 60, "フ" * 48),
        ("“A Formality That Nobody Took Seriously,” Says the Inspector", "A Formality That Nobody Took"),
        ("Inspector Calls the “Checks a Mere Formality”", "Inspector Calls the"),
    ],
)  # fmt: skip
def test_a_short_title_is_a_slice_of_the_title(title: str, short: str) -> None:
    assert short_title(title) == short
