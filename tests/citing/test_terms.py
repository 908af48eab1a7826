from __future__ import annotations

import pytest

from briefer.citing.terms import date_words, kind_words, language_tag, language_words
from briefer.citing.works import short_title


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ("2024-07-28", "July 28, 2024"),
        ("2024-07-08T10:00:00Z", "July 8, 2024"),
        ("2024-07", "July 2024"),
        ("2024", "2024"),
        ("2024-13-01", "2024-13-01"),
        ("Sunday", "Sunday"),
        ("", ""),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(recorded: str, said: str) -> None:
    assert date_words(recorded) == said


def test_kinds_and_languages_have_words_and_strangers_stand_as_they_are() -> None:
    assert (kind_words("agency"), kind_words("leaflet")) == ("news agency", "leaflet")
    assert (language_words("ko-KR"), language_words("Ainu")) == ("Korean", "Ainu")
    assert (language_tag("korean"), language_tag("ko-KR"), language_tag("Old Norse")) == ("ko", "ko-KR", "")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("The Dam Held", "Dam Held"),
        ("A", "A"),
        ("Allies: What Next?", "Allies"),
        ("Strengthening U.S.-Japan Military Alliance in Response to Regional Threats",
         "Strengthening U.S.-Japan Military Alliance"),
        ("フ" * 60, "フ" * 48),
    ],
)  # fmt: skip
def test_a_short_title_is_a_slice_of_the_title(title: str, short: str) -> None:
    assert short_title(title) == short
