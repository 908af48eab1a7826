"""What a reader sees for each way in which news is recorded, and is not: tests/golden/notes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from briefer.citing.citation import Citation
from briefer.citing.styles import STYLES
from tests.citing.cited import FULL, ONE, TWO, a_source, cite, cited

_DOUBLED: Final = re.compile(r"[“”\"]{2}|,,|\.\.|,\.|[?!]\.|  ")
GOLDEN: Final = Path(__file__).parents[1] / "golden" / "notes"


def known(label: str = "S1", **other: str) -> Citation:
    """Cite the source of which all is recorded, some of it otherwise."""
    return cite(a_source(label, **(FULL | other)))


_CHAMBER = {"author": "", "title": "Ferry Checks Were Waved Through, Says the Chamber of Shipping"}
_OWNER = {"author": "", "title": "Ferry Checks Were Waved Through, Says the Owner"}
_FIRST, _SECOND = a_source("S1", **(FULL | _CHAMBER)), a_source("S2", **(FULL | _OWNER))
_KOREAN = a_source("S2", title="여객선 점검", publisher="한강일보", language="ko", kind="newspaper")
_ENGLISH = {"title": "Ferry Checks", "author": "", "publisher": "Hangang Ilbo", "derived_from": "S2"}
_TRANSLATED = a_source("S1", **(FULL | _ENGLISH))
_OFFICIAL = {"author": "", "publisher": "U.S. Department of Defense", "kind": "official"}
CASES: Final[dict[str, Citation]] = {
    "all that can be recorded": known(),
    "no author": known(author=""),
    "no date": known(published=""),
    "no URL": known(url=""),
    "no author, no date, no URL": known(author="", published="", url="", accessed=""),
    "only a title": cite(a_source(title="The Dam Held")),
    "nothing at all": cite(a_source()),
    "no outlet": known(publisher=""),
    "no title": known(title=""),
    "the month alone": known(published="2024-07"),
    "the year alone": known(published="2024"),
    "official statement": known(**_OFFICIAL),
    "official statement with a signatory": known(**(_OFFICIAL | {"author": "Lloyd Austin"})),
    "news agency": known(publisher="Kyodo News", kind="agency"),
    "blog": known(publisher="Harbour Notes", kind="blog"),
    "relayed report": known(kind="aggregator", author="", relayed_from="Kyodo News"),
    "translated page": cite(_TRANSLATED, among=[_KOREAN]),
    "Korean": known(
        title="여객선 안전점검 “형식적이었다”", author="김서윤", publisher="한강일보", language="ko"
    ),
    "Japanese": known(
        title="フェリー点検記録に「空白の三か月」",
        author="高橋 洋子",
        publisher="港湾新聞",
        language="ja",
    ),
    "two works by one outlet on one day: one": cite(_FIRST, among=[_SECOND]),
    "two works by one outlet on one day: the other": cite(_SECOND, among=[_FIRST]),
    "two passages in one note": cite(a_source(**FULL), TWO),
    "two passages, one of them quoted in the article": cite(a_source(**FULL), TWO, quoted=TWO),
    "as quoted by the article": cite(a_source(**FULL), quoted=ONE),
    "personal author with a full stop": known(author="John Doe Jr."),
    "author and outlet equal": known(author="Kyodo News", publisher="Kyodo News", kind="agency"),
    "long title": known(
        title="Ministers Agree on a Joint Force Headquarters, Co-production of Missiles and a Memorandum "
        "of Cooperation among Three Defence Ministries"
    ),
    "title ending in a question mark": known(title="Will It Hold?"),
    "title ending in a full stop": known(title="The Dam Held."),
    "title with quotation marks inside": known(title="Inspector: “The Checks Were a Formality”"),
    "title ending in a question inside quotation marks": known(title="Minister Asks: “Will It Hold?”"),
    "title beginning with a quotation mark": known(title="“A Formality,” Says the Inspector"),
}
"""What is cited, by what is said of it in the golden files."""


@pytest.mark.parametrize("style", STYLES)
def test_notes_and_list_are_the_golden_ones(style: str) -> None:
    shown = "\n".join(
        f"# {name}\n{note}\n{again}\n{entry}\n"
        for name, citation in CASES.items()
        for note, again, entry in [cited(STYLES[style], citation)]
    )
    assert shown == (GOLDEN / f"{style}.txt").read_text("utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_marks_and_stops_never_double(style: str) -> None:
    for name, citation in CASES.items():
        for words in cited(STYLES[style], citation):
            assert not _DOUBLED.search(words), name
