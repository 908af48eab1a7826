"""Where a stretch of one version of a text stands in the next one.

The same words in the same company are taken for the same passage; words that are alike, or of which one of
several copies is gone, are only proposed. Offsets are code points, ends exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, NamedTuple

from briefer.wording.characters import HAN, HANGUL, KANA, Span
from briefer.wording.folding import Folded, as_said, fold
from briefer.wording.locating import occurrences

BOTH: Final = 2
_COMPANIES: Final = ((BOTH, 16), (BOTH, 64), (1, 48), (1, 128))
"""On how many sides of a passage how many folded code points must be the same: then it is the passage, if
no other copy of its words has the same company. The first that decides counts.
"""
_LEAST: Final = 8
"""As many on one side are enough where both texts have the words once."""
_UNMOVED: Final = 16
"""Code points on both sides that must be the same, for a passage to stand where it stood: either up to
there both texts are one, or each has these words once.
"""
_ALONE: Final = 24
"""A passage at least as long (folded) is taken for itself by its words, if both texts have them once."""
_ALIKE: Final = 0.6
"""How much of two word sequences must be the same, at least, for one to be proposed for the other."""
_VERY_ALIKE: Final = 0.8
_ENOUGH: Final = 5
"""As much, and as many words, where nothing beside them tells that they are meant."""
_BESIDE: Final = 48
"""Code points beside a passage that help to see where it begins and ends."""
_FREQUENT: Final = 200
"""A word that stands in more places does not help to see where a passage is."""
_LONG: Final = 600
"""Words; a longer passage is looked for by those at its ends, `_END` of them."""
_END: Final = 150
_FEW: Final = 8
"""Words more on both sides of where it is looked for."""
_BREAK: Final = re.compile(r"(?<=[.!?…:”\"’')»。！？])[^\S\n]*\n\s*|[^\S\n]*\n[^\S\n]*\n\s*")
"""Between paragraphs: a blank line, or the end of a line that is also the end of a sentence."""
_WORD: Final = re.compile(rf"[^\W{HAN}{HANGUL}{KANA}]+|[{HAN}{HANGUL}{KANA}]")


class Place(NamedTuple):
    """A stretch of the new text; one that is not `sure` is for somebody to look at."""

    start: int
    end: int
    sure: bool


@dataclass(frozen=True)
class Reanchoring:
    """Two versions of a text; what takes long is done once, when it is first needed."""

    old: str
    new: str

    def place(self, start: int, end: int) -> Place | None:
        """Return where `old[start:end]` stands in the new text, or None if nothing there is like it."""
        if self._unmoved(start, end):
            return Place(start, end, sure=True)
        quote = fold(self.old[start:end]).text.strip()
        if not quote:
            return None
        found = self._same_words(quote, start) or self._alike(quote, start, end)
        if found is None or (found.sure and self._reads_alike(found, start, end)):
            return found
        one = not _BREAK.search(self.old[start:end].strip())
        return (self._in_one_paragraph(found) if one else found)._replace(sure=False)

    def _reads_alike(self, place: Place, start: int, end: int) -> bool:
        """Tell whether the words are the same with capitals, accents and raised digits."""
        return as_said(self.old[start:end]) == as_said(self.new[place.start : place.end])

    def _unmoved(self, start: int, end: int) -> bool:
        around = slice(max(0, start - _UNMOVED), end + _UNMOVED)
        words = self.old[around]
        if words != self.new[around]:
            return False
        return min(around.stop, len(self.old)) <= self._one_until or (
            self.old.count(words) == self.new.count(words) == 1
        )

    def _same_words(self, quote: str, start: int) -> Place | None:
        """Find the words in the new text: first between the same words on both sides, then on one."""
        before, after = self._folded_old.text, self._folded_new.text
        places, olds = occurrences(after, quote), occurrences(before, quote)
        if not places or not olds:  # one that begins inside what folding joins is not even in the old text
            return None
        first = min(olds, key=lambda place: abs(self._folded_old.span(place, place + 1)[0] - start))
        own = first, first + len(quote)
        near: list[int] = []
        for sides, reach in _COMPANIES:
            # Where one side alone is the same, a copy that is gone may have left its neighbour to another.
            complete = sides == BOTH or len(olds) == len(places)
            twins = sum(self._company(before, one, own, sides, reach) for one in olds)
            found = [one for one in places if self._company(after, one, own, sides, reach)]
            if complete and twins == len(found) == 1:
                return self._found(found[0], quote, sure=True)
            near = near or found
        alone = len(olds) == len(places) == 1
        known = len(quote) >= _ALONE or self._company(after, places[0], own, 1, _LEAST)
        return self._found(
            min(near or places, key=lambda place: abs(place - first)), quote, sure=alone and known
        )

    def _company(self, text: str, place: int, own: Span, sides: int, reach: int) -> bool:
        """Tell whether a copy of the words has the same words beside it as the passage, on so many sides."""
        before, (own_place, own_end) = self._folded_old.text, own
        end = place + own_end - own_place
        left, own_left = text[max(0, place - reach) : place], before[max(0, own_place - reach) : own_place]
        right, own_right = text[end : end + reach], before[own_end : own_end + reach]
        if sides == BOTH:
            return (left, right) == (own_left, own_right)
        return (left == own_left and len(left) == reach) or (right == own_right and len(right) == reach)

    def _found(self, place: int, quote: str, *, sure: bool) -> Place:
        return Place(*self._folded_new.span(place, place + len(quote)), sure=sure)

    def _alike(self, quote: str, start: int, end: int) -> Place | None:
        """Propose the stretch of the new text that shares most of the words, in their order."""
        words = _WORD.findall(quote)
        if len(words) > _LONG:
            return self._by_its_ends(start, end)
        left = _WORD.findall(fold(self.old[max(0, start - _BESIDE) : start]).text)[1:]
        right = _WORD.findall(fold(self.old[end : end + _BESIDE]).text)[:-1]
        span = self._counterpart(left, words, right, _ALIKE)
        if (
            span is None and len(words) >= _ENOUGH
        ):  # what stood beside it leads astray where it went elsewhere
            span = self._counterpart([], words, [], _VERY_ALIKE)
        if span is None:
            return None
        return Place(*self._folded_new.span(*self._with_marks(quote, *span)), sure=False)

    def _counterpart(self, left: list[str], words: list[str], right: list[str], alike: float) -> Span | None:
        """Return the stretch of the new folded text that is most like words between others, if one is."""
        first, last = self._window([*left, *words, *right])
        near = [word for word, _ in self._words[first:last]]
        same = _counterparts([*left, *words, *right], near)
        own = [same[number] for number in range(len(left), len(left) + len(words)) if number in same]
        if not own or 2 * len(own) < alike * (len(words) + own[-1] + 1 - own[0]):
            return None
        # Words beside it that stayed say where it begins and ends, even if its own first or last changed.
        begin = same.get(len(left) - 1, own[0] - 1) + 1
        final = same.get(len(left) + len(words), own[-1] + 1) - 1
        begin, final = min(begin, own[0]), max(final, own[-1])
        return self._words[first + begin][1][0], self._words[first + final][1][1]

    def _in_one_paragraph(self, place: Place) -> Place:
        """Cut a stretch to the paragraph that has most of it, as what was marked is from one."""
        cuts = [found.span() for found in _BREAK.finditer(self.new, place.start, place.end)]
        begins = [place.start, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), place.end]
        start, end = max(zip(begins, ends, strict=True), key=lambda part: part[1] - part[0])
        return place._replace(start=start, end=end)

    def _by_its_ends(self, start: int, end: int) -> Place | None:
        """Propose what stands between the first and the last words of a long passage."""
        words = [*_WORD.finditer(self.old, start, end)]
        heads, tails = words[:_END], words[-_END:]
        ends = [
            self._alike(fold(self.old[first:last]).text.strip(), first, last)
            for first, last in ((start, heads[-1].end()), (tails[0].start(), end))
        ]
        head, tail = ends
        if head is None or tail is None or tail.end <= head.start:
            return None
        return Place(head.start, tail.end, sure=False)

    def _with_marks(self, quote: str, start: int, end: int) -> Span:
        """Take in the marks before the first and after the last word, if the passage has the same."""
        text, words = self._folded_new.text, [*_WORD.finditer(quote)]
        before, after = quote[: words[0].start()], quote[words[-1].end() :]
        start -= len(before) if before and text[:start].endswith(before) else 0
        end += len(after) if after and text.startswith(after, end) else 0
        return start, end

    def _window(self, words: list[str]) -> Span:
        """Return the stretch of new words (numbers, end exclusive) in which most of these stand in step."""
        step = max(1, len(words) // 2)
        votes: defaultdict[int, float] = defaultdict(float)
        found = [(number, self._where[word]) for number, word in enumerate(words) if word in self._where]
        rare = [(number, places) for number, places in found if len(places) <= _FREQUENT]
        for number, places in rare or found:
            for place in places:
                votes[(place - number) // step] += 1 / len(places)
        if not votes:
            return 0, 0
        best = max(votes, key=lambda bucket: (votes[bucket] + votes.get(bucket + 1, 0), -bucket))
        return max(0, (best - 1) * step - _FEW), (best + 2) * step + 2 * len(words) + _FEW

    @cached_property
    def _one_until(self) -> int:
        """How many code points at their beginning both texts have in common."""
        return bisect_left(range(1, min(len(self.old), len(self.new)) + 1), 1, key=self._differ_before)

    def _differ_before(self, end: int) -> bool:
        return self.old[:end] != self.new[:end]

    @cached_property
    def _folded_old(self) -> Folded:
        return fold(self.old)

    @cached_property
    def _folded_new(self) -> Folded:
        return fold(self.new)

    @cached_property
    def _words(self) -> list[tuple[str, Span]]:
        return [(found[0], found.span()) for found in _WORD.finditer(self._folded_new.text)]

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, (word, _) in enumerate(self._words):
            places[word].append(number)
        return places


def _counterparts(words: list[str], others: list[str]) -> dict[int, int]:
    """Return which of the others stands for each word (by number), as far as both run alike."""
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    blocks = matcher.get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}
