"""What a user can do where the sources differ: put the question, name the answers, rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.actions.words import typed, typed_line
from briefer.errors import BrieferError
from briefer.model import rank
from briefer.model.change import Change, Edit
from briefer.model.project import Project
from briefer.model.records import FEWEST, Difference, Passage, new_id


def put(
    project: Project, question: str, passages: Sequence[Passage], *, ruling: str = "", reason: str = ""
) -> Change:
    """Record that passages answer a question differently; without a ruling it is unresolved.

    Raises BrieferError for a question without words or with fewer than two passages.
    """
    others = project.differences()
    last = others[-1].rank if others else ""
    made = Difference(
        new_id(), _question(question), _ids(passages), typed(ruling), typed(reason), rank.between(last)
    )
    return Change("Note a difference", (Edit(None, made),))


def rule(
    _project: Project,
    difference: Difference,
    *,
    question: str | None = None,
    passages: Sequence[Passage] | None = None,
    ruling: str | None = None,
    reason: str | None = None,
) -> Change:
    """Change a difference; None leaves a part as it is, an empty ruling makes it unresolved again."""
    after = replace(
        difference,
        question=difference.question if question is None else _question(question),
        passages=difference.passages if passages is None else _ids(passages),
        ruling=difference.ruling if ruling is None else typed(ruling),
        reason=difference.reason if reason is None else typed(reason),
    )
    return Change("Rule on a difference", (Edit(difference, after),) if after != difference else ())


def place(project: Project, difference: Difference, after: Difference | None) -> Change:
    """Put a difference behind another, or first for None."""
    others = [other for other in project.differences() if other.id != difference.id]
    index = 0 if after is None else [other.id for other in others].index(after.id) + 1
    order = [*others[:index], difference, *others[index:]]
    ranks = rank.spread(len(order))
    moved = [
        Edit(one, replace(one, rank=new)) for one, new in zip(order, ranks, strict=True) if one.rank != new
    ]
    stays = order == list(project.differences())
    return Change("Move a difference", () if stays else tuple(moved))


def remove(_project: Project, difference: Difference) -> Change:
    """Forget a difference; the passages stay."""
    return Change("Remove a difference", (Edit(difference, None),))


def _question(question: str) -> str:
    words = typed_line(question)
    if not words:
        raise BrieferError("A difference needs a question that the sources answer differently; write one.")
    return words


def _ids(passages: Sequence[Passage]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(passage.id for passage in passages))
    if len(found) < FEWEST:
        raise BrieferError("A difference needs two passages at least; name another one.")
    return found
