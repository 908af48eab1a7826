"""What a file says of itself takes the form of the fields of a reference, or is left out."""

from __future__ import annotations

import pytest

from briefer.reading.fields import formed, gathered
from briefer.reading.reading import Found


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("published", "2024-07-28T23:30:00+09:00", "2024-07-28"),
        ("published", "20240728", "2024-07-28"),
        ("published", "2024/07", "2024-07"),
        ("published", "2024", "2024"),
        ("published", "2024-02-31", ""),
        ("published", "2024071", ""),
        ("accessed", "Sunday", ""),
        ("language", "en_US", "en-US"),
        ("language", "KO", "ko"),
        ("language", "English (U.S.)", ""),
        ("url", "https://example.org/a", "https://example.org/a"),
        ("url", "javascript:alert(1)", ""),
        ("title", " The\n\x07dam ", "The dam"),
        ("author", "By Ada Byron", "Ada Byron"),
        ("author", "Byron", "Byron"),
        ("author", "Ann \u2067Lee", "Ann Lee"),
        ("title", "Talks \u202estopped", "Talks stopped"),
        ("kind", "official", ""),
        ("id", "x", ""),
    ],
)
def test_a_value_takes_the_form_of_its_field(field: str, value: str, words: str) -> None:
    assert formed(field, value) == words


def test_the_first_value_that_fits_is_kept() -> None:
    found = gathered(
        [("url", "about:blank", "a"), ("url", "https://a.org", "b"), ("url", "https://b.org", "c")]
    )
    assert found == {"url": Found("https://a.org", "b")}
