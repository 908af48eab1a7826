"""The coverage table: how many passages of each source each section prints or cites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from briefer.model.records import Source
from briefer.writing.brief import Inlines, Run, Table
from briefer.writing.desk import Desk, Printed, passages_behind, sources_behind

CAPTION: Final = "Passages that each section prints or cites, by source; independent origins"
_ABREAST: Final = 10
"""How many sources have room beside each other."""
_FIRST: Final = 0.3
_LAST: Final = 0.14
_NONE: Final = "–"


def coverage(desk: Desk) -> Iterator[Table]:
    """Yield the table, in as many parts as it takes to set all sources."""
    examined = list(desk.sources.values())
    for first in range(0, len(examined), _ABREAST):
        sources = examined[first : first + _ABREAST]
        share = (1 - _FIRST - _LAST) / len(sources)
        yield Table(
            CAPTION,
            ("Section", *(source.label for source in sources), "Origins"),
            (_FIRST, *(share for _ in sources), _LAST),
            tuple(_row(desk, printed, sources) for printed in desk.printed),
        )


def _row(desk: Desk, printed: Printed, sources: Sequence[Source]) -> tuple[Inlines, ...]:
    found = Counter(passage.source for passage in passages_behind(desk, printed.body))
    counts = (str(found[source.id] or _NONE) for source in sources)
    origins = desk.origins.count(sources_behind(desk, printed.body))
    return (
        (Run(printed.title, link=f"#{printed.bookmark}"),),
        *((Run(count),) for count in counts),
        (Run(origins.short() if origins.most else _NONE),),
    )
