"""Whether what a brief sets off as a quotation is one, what is one is set off, and an answer its source’s."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.checking.leads import first_word
from briefer.checking.places import paragraph_place
from briefer.checking.printed import Printed
from briefer.checking.sequences import unmarked
from briefer.writing.evidence import DRAFT, Evidence


def misset(evidence: Evidence, printed: Printed) -> Iterator[tuple[str, str, bool]]:
    """Yield where a paragraph looks like what it is not, its words, and whether it is a quotation.

    An entry of the annex gives words of a source too; a draft may set off what no source says. What the
    sources answer to a question stands in a table, and is not set off; what prints nothing stands nowhere.
    """
    if printed.set_off is None:
        return
    due = {quoted.place for quoted in evidence.quoted}
    said = {passage.quote for passage in evidence.passages}
    draft = evidence.banner.endswith(DRAFT)
    for place, (words, promised) in enumerate(zip(printed.body, evidence.body, strict=False)):
        looks, is_quoted = place in printed.set_off, place in due
        if words != promised or looks == is_quoted:
            continue
        fine = draft or words in said if looks else printed.spots[place].kind == "cell" or not _prints(words)
        if not fine:
            yield paragraph_place(printed, place), words, is_quoted


def _prints(words: str) -> bool:
    """Tell whether words without the marks of notes have a character that shows."""
    return any(sign.isprintable() and not sign.isspace() for sign in unmarked(words))


def misattributed(evidence: Evidence, printed: Printed) -> Iterator[tuple[str, str, str]]:
    """Yield where a table gives an answer to another source: the place, the words, the label that is due.

    An answer of which the evidence does not say whose it is contradicts it anyway.
    """
    labels = {source.id: source.label for source in evidence.sources}
    due = {passage.id: labels.get(passage.source, "") for passage in evidence.passages}
    last = min(len(printed.spots), len(evidence.body))
    for place, label in ((quoted.place, due.get(quoted.passage, "")) for quoted in evidence.quoted):
        in_cell = 0 < place < last and printed.spots[place].kind == "cell"
        if label and in_cell and first_word(evidence.body[place - 1]) != label:
            yield paragraph_place(printed, place), evidence.body[place], label
