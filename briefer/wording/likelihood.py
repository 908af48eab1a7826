"""Words of likelihood, on the two scales that governments publish, and words of confidence.

ICD 203: Intelligence Community Directive 203, Analytic Standards (2015), section D.6.e(2)(a), two rows
of terms that are not to be mixed. PHIA: the probability yardstick of the Professional Head of
Intelligence Assessment, United Kingdom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple


class Term(NamedTuple):
    """A term, the row of its scale that it is in (0 where there is but one), and what it stands for."""

    words: str
    row: int
    range: str


class Found(NamedTuple):
    """Words at `start` to `end` (code points); `term` is None where the scale does not have them."""

    start: int
    end: int
    words: str
    term: Term | None


SCALE_NAMES: Final[Mapping[str, str]] = {"icd-203": "ICD 203", "phia": "PHIA probability yardstick"}
_ICD_RANGES: Final = ("1–5%", "5–20%", "20–45%", "45–55%", "55–80%", "80–95%", "95–99%")
_ICD_ROWS: Final = (
    ("almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
     "almost certain"),
    ("remote", "highly improbable", "improbable", "roughly even odds", "probable", "highly probable",
     "nearly certain"),
)  # fmt: skip
_PHIA: Final = {
    "remote chance": "up to about 5%",
    "highly unlikely": "about 10–20%",
    "unlikely": "about 25–35%",
    "realistic possibility": "about 40 to less than 50%",
    "likely": "about 55–75%",
    "probable": "about 55–75%",
    "highly likely": "about 80–90%",
    "almost certain": "about 95% and more",
}
SCALES: Final[Mapping[str, tuple[Term, ...]]] = {
    "icd-203": tuple(
        Term(words, row, share)
        for row, terms in enumerate(_ICD_ROWS)
        for words, share in zip(terms, _ICD_RANGES, strict=True)
    ),
    "phia": tuple(Term(words, 0, share) for words, share in _PHIA.items()),
}
_FORMS: Final = {
    "remote chance": "remote",
    "almost certainly": "almost certain",
    "nearly certainly": "nearly certain",
    "probably": "probable",
    "highly probably": "highly probable",
    "improbably": "improbable",
}
"""Terms as a sentence has them, where the scale does not have these very words."""
_SENSES: Final = {"remote": r"remote(?!-|\s+(?!(?:chance|possibility|probability|likelihood|odds)\b)\w)"}
"""Where a word that says something else, too, is of likelihood: a remote island is only far away."""
_ON_NO_SCALE: Final = ("possibly", "perhaps", "maybe", "presumably", "conceivably")
_ALL: Final = sorted(
    {*(term.words for terms in SCALES.values() for term in terms), *_FORMS, *_ON_NO_SCALE},
    key=lambda words: (-len(words), words),
)
_LIKELIHOOD: Final = re.compile(
    r"\b(?:" + "|".join(_SENSES.get(words, words.replace(" ", r"\s+")) for words in _ALL) + r")\b",
    re.IGNORECASE,
)
_CONFIDENCE: Final = re.compile(
    r"\b(?:(?:high|moderate|medium|low)\s+(?:degree\s+of\s+)?confidence|confident(?:ly)?)\b", re.IGNORECASE
)


def likelihood_words(text: str, scale: str) -> Iterator[Found]:
    """Yield the words of likelihood in a text, each with its term on a scale of SCALES ("": on none)."""
    terms = {term.words: term for term in SCALES.get(scale, ())}
    for match in _LIKELIHOOD.finditer(text):
        words = " ".join(match.group().lower().split())
        yield Found(*match.span(), match.group(), terms.get(words) or terms.get(_FORMS.get(words, "")))


def speaks_of_confidence(text: str) -> bool:
    """Tell whether a text says how confident somebody is in what it says."""
    return _CONFIDENCE.search(text) is not None
