"""Words of likelihood and of confidence."""

from __future__ import annotations

import pytest

from briefer.model.records import SCALE_KEYS
from briefer.wording.likelihood import SCALE_NAMES, SCALES, likelihood_words, speaks_of_confidence


def test_the_scales_are_those_that_a_project_can_choose() -> None:
    assert tuple(SCALES) == tuple(SCALE_NAMES) == SCALE_KEYS


@pytest.mark.parametrize(
    ("text", "scale", "found"),
    [
        ("It is very  likely.", "icd-203", [("very  likely", "80–95%")]),
        ("It is unlikely.", "icd-203", [("unlikely", "20–45%")]),
        ("Almost certainly so.", "icd-203", [("Almost certainly", "95–99%")]),
        ("Probably.", "phia", [("Probably", "about 55–75%")]),
        ("A realistic possibility", "icd-203", [("realistic possibility", "")]),
        ("Very likely", "phia", [("Very likely", "")]),
        ("possibly likely", "", [("possibly", ""), ("likely", "")]),
        ("A likelihood, unlikelier, a probability", "phia", []),
        ("The chance is remote; the remote islands, remote-controlled", "icd-203", [("remote", "1–5%")]),
        (
            "a remote chance, a remote  chance",
            "icd-203",
            [("remote chance", "1–5%"), ("remote  chance", "1–5%")],
        ),
        ("a remote chance", "phia", [("remote chance", "up to about 5%")]),
        ("a Remote  possibility", "icd-203", [("Remote", "1–5%")]),
    ],
)
def test_each_word_is_looked_up_on_the_scale_chosen(
    text: str, scale: str, found: list[tuple[str, str]]
) -> None:
    said = [(one.words, one.term.range if one.term else "") for one in likelihood_words(text, scale)]
    assert said == found
    assert all(text[one.start : one.end] == one.words for one in likelihood_words(text, scale))


def test_confidence_is_told_from_likelihood() -> None:
    assert speaks_of_confidence("We have moderate confidence that it held.")
    assert speaks_of_confidence("We are confident.")
    assert not speaks_of_confidence("It builds confidence between them.")
