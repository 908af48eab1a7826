"""What tells works apart that would be named alike: a longer short title, or a letter behind the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase

from briefer.citing.citation import Work
from briefer.citing.works import body_of, plain_title, short_title
from briefer.model.records import Source


def works(sources: Sequence[Source]) -> dict[str, Work]:
    """Name the sources of a brief, given in the order of its reference list, by their ids."""
    known = {source.id: source for source in sources}
    letters, titles = _letters(sources), _short_titles(sources)
    return {
        source.id: Work(
            source, titles[source.id], letters.get(source.id, ""), known.get(source.reference.derived_from)
        )
        for source in sources
    }


def _letters(sources: Sequence[Source]) -> dict[str, str]:
    """Letter the works that share author (or outlet, or title) and year: a to z, aa, bb and so on."""
    alike = Counter(map(_author_and_year, sources))
    given: Counter[tuple[str, str]] = Counter()
    letters: dict[str, str] = {}
    for source in sources:
        key = _author_and_year(source)
        if alike[key] > 1:
            times, place = divmod(given[key], len(ascii_lowercase))
            letters[source.id] = ascii_lowercase[place] * (times + 1)
            given[key] += 1
    return letters


def _author_and_year(source: Source) -> tuple[str, str]:
    body = body_of(source) or plain_title(source)
    return body.casefold(), source.reference.published.partition("-")[0]


def _short_titles(sources: Sequence[Source]) -> dict[str, str]:
    """Shorten the titles; where two of one author (or outlet) would be the same, they stay whole."""
    shortened = {source.id: short_title(source.reference.title) for source in sources}
    alike = Counter((body_of(source), shortened[source.id]) for source in sources)
    return {
        source.id: source.reference.title
        if alike[body_of(source), shortened[source.id]] > 1
        else shortened[source.id]
        for source in sources
    }
