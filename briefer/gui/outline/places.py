"""Where passages stand, in the words of a card: "S1 ¶4", of a file with pages "S2 p. 3 ¶12"; no Qt."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from briefer.citing.locator import locate
from briefer.model.project import Project
from briefer.model.records import Passage, Source
from briefer.wording.locating import Lines

_TEXTS_KEPT: Final = 32


class Places:
    """Knows the lines of the texts that it was asked about last."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._lines = lru_cache(_TEXTS_KEPT)(lambda text: Lines.of(project.text(text)))

    def of(self, passage: Passage) -> str:
        """Return where a passage stands: "S1 ¶4"."""
        source, anchor = self._project.get(Source, passage.source), passage.anchor
        pages = source.pages if source and source.text == anchor.text else ()
        where = locate(self._lines(anchor.text), anchor.start, anchor.end, pages)
        page = f" p. {where.page}" if where.page else ""
        last = f"–{where.last_paragraph}" if where.last_paragraph > where.paragraph else ""
        return f"{source.label if source else ''}{page} ¶{where.paragraph}{last}"

    def label(self, source: str) -> str:
        """Return what a source is called, S1, by its id; an empty string when it is gone."""
        found = self._project.get(Source, source)
        return found.label if found else ""
