"""What in a text was probably not written by its author, or does not read as it looks.

Nothing of it is ever taken out: each stretch is marked with a reason, for the reader to judge.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final, Literal, NamedTuple, get_args

from briefer.wording.characters import HAN, HANGUL, KANA, UNSEEN, Span
from briefer.wording.furniture import FURNITURE, RIGHTS, meant_names
from briefer.wording.returning import returning_lines
from briefer.wording.sentences import sentences
from briefer.wording.struck_out import STRUCK_OUT

Kind = Literal["furniture", "repeated", "script", "quotes", "unseen", "spelling", "struck"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
"""Parts of the page around the article; words said twice; another script; quotation marks that do not pair;
characters that do not show; a name spelt as nobody spells it; words that the document strikes out.
"""

LONG_RUN: Final = 14
"""As many words said again are marked wherever they stand; a whole sentence from `LONG_SENTENCE` on."""
LONG_SENTENCE: Final = 6
_SHORT_LINE: Final = 60
_COPIES: Final = 16
"""As many places with the same first words are compared with a sentence."""
_LINE: Final = re.compile(r"[^\n]+")
_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
_NAME_OF_A_PART: Final = re.compile(r"[a-z]+(?:[_-][a-z]+)+|[a-z]+(?:[A-Z][a-z]+)+")
_CREDIT: Final = re.compile(r"\[(?:image|photo|picture|source|사진|写真)[^\]\n]{0,80}\]", re.IGNORECASE)
_UNSEEN: Final = re.compile(f"[{UNSEEN}]+")
_EAST: Final = re.compile(f"[{HAN}{HANGUL}{KANA}]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ALPHABETIC: Final = re.compile(r"[^\W\d_]{2,}")
_CAPITALISED: Final = re.compile(r"\b[A-Z][a-z]{3,}\b")
_LOOK_ALIKE: Final = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_TURNING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "L", "R", "AL"})
_CLOSES: Final = {"“": "”", "„": "“”", "「": "」", "『": "』", "«": "»", "»": "«"}
"""By which marks a quotation ends: „so“ in German, »so« in Danish."""
_JOINERS: Final = re.compile(r"[\u200c\u200d]+")
_FIRST_JOINED: Final = "\u0590"
"""From here on writing needs joiners, Persian, Hindi or emoji; not before."""


class Mark(NamedTuple):
    """A stretch of the text (code points, end exclusive), of what kind it is, and why."""

    start: int
    end: int
    kind: Kind
    reason: str


def hygiene(text: str) -> list[Mark]:
    """Return what is marked in a text, in its order; stretches may overlap."""
    return sorted((*_furniture(text), *_repeated(text), *_scripts(text), *_quotes(text), *_unseen(text),
                   *_spelling(text), *_struck(text)))  # fmt: skip


def _furniture(text: str) -> Iterator[Mark]:
    """Yield the parts of a page that stand around an article."""
    named: set[Span] = set()
    for line in _LINE.finditer(text):
        if reason := _named(line[0].strip()):
            named.add(line.span())
            yield _mark(line.span(), "furniture", reason)
    for span in returning_lines(text):
        if span not in named:
            yield _mark(span, "furniture", "comes back from page to page, as running heads do")
    for credit in _CREDIT.finditer(text):
        yield _mark(credit.span(), "furniture", "a picture’s credit")


def _named(words: str) -> str:
    """Say what part of a page a line is by its words, or nothing."""
    if len(words) > 2 * _SHORT_LINE:
        return ""
    if RIGHTS.search(words):
        return "a line about rights"
    if len(words) <= _SHORT_LINE and FURNITURE.fullmatch(words):
        return "a part of the page, not of the article"
    return "the name of a part of the page" if _NAME_OF_A_PART.fullmatch(words) else ""


def _repeated(text: str) -> Iterator[Mark]:
    """Yield whole sentences and long runs of words that were said before; an ending s makes no difference."""
    words = [(found[0].lower().rstrip("s"), found.span()) for found in _WORD.finditer(text)]
    stems = [stem for stem, _ in words]
    spans = sorted({*_sentences_again(text, words, stems), *_runs_again(stems)})
    done = 0
    for first, last in spans:
        if last > done:
            done = last
            yield _mark((words[first][1][0], words[last - 1][1][1]), "repeated", "said before in this text")


def _sentences_again(text: str, words: list[tuple[str, Span]], stems: list[str]) -> Iterator[Span]:
    """Yield the sentences, as numbers of words, that stand word for word in something before them."""
    begins = [start for _, (start, _) in words]
    seen: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    indexed = 0
    for start, end in sentences(text):
        first, last = bisect_left(begins, start), bisect_left(begins, end)
        for number in range(indexed, first):
            known = seen[tuple(stems[number : number + LONG_SENTENCE])]
            if len(known) < _COPIES:
                known.append(number)
        indexed = max(indexed, first)
        places = seen[tuple(stems[first : first + LONG_SENTENCE])] if last - first >= LONG_SENTENCE else ()
        if any(stems[place : place + last - first] == stems[first:last] for place in places):
            yield first, last


def _runs_again(stems: list[str]) -> Iterator[Span]:
    """Yield long runs of words, as their numbers, that stand before in the same order."""
    seen: dict[tuple[str, ...], int] = {}
    number = 0
    while number + LONG_RUN <= len(stems):
        place = seen.setdefault(tuple(stems[number : number + LONG_RUN]), number)
        length = 1
        if place + LONG_RUN <= number:
            length = LONG_RUN
            while number + length < len(stems) and stems[place + length] == stems[number + length]:
                length += 1
            yield number, number + length
        number += length


def _scripts(text: str) -> Iterator[Mark]:
    """Yield lines in another script than the text's own, and words that mix two alphabets."""
    eastern = len(_EAST.findall(text)) > len(_LETTER.findall(text)) / 2
    for line in _LINE.finditer(text):
        letters, east = len(_LETTER.findall(line[0])), len(_EAST.findall(line[0]))
        if not eastern and letters and east > letters / 2:
            yield _mark(line.span(), "script", "in another script than the text")
    for word in _ALPHABETIC.finditer(text):
        if not word[0].isascii():
            alphabets = {unicodedata.name(letter, "").split(" ")[0] for letter in word[0] if letter.isalpha()}
            if len(alphabets & _LOOK_ALIKE) > 1:
                yield _mark(word.span(), "script", "letters of two alphabets in one word")


def _quotes(text: str) -> Iterator[Mark]:
    """Yield quotation marks that close nothing, and those that nothing closes before the line ends."""
    # In Swedish both marks are alike.
    closes = _CLOSES if "“" in text else {**_CLOSES, "”": "”"}
    closing = {mark for marks in closes.values() for mark in marks}
    lines = [*_LINE.finditer(text)]
    for line, following in zip_longest(lines, lines[1:]):
        opened: list[tuple[int, str]] = []
        for place, sign in enumerate(line[0], line.start()):
            if opened and sign in closes[opened[-1][1]]:
                opened.pop()
            elif sign in closes:
                opened.append((place, sign))
            elif sign in closing:
                yield _mark((place, place + 1), "quotes", "a closing quotation mark that nothing opens")
        for place, sign in opened:
            # A speech of several paragraphs opens each of them, and closes the last.
            if following is None or not following[0].lstrip().startswith(sign):
                reason = "a quotation mark that is not closed in its paragraph"
                yield _mark((place, place + 1), "quotes", reason)
        straight = [line.start() + place for place, sign in enumerate(line[0]) if sign == '"']
        if len(straight) % 2:
            yield _mark((straight[-1], straight[-1] + 1), "quotes", "one quotation mark without its other")


def _unseen(text: str) -> Iterator[Mark]:
    """Yield characters that do not show, and lines that only look empty."""
    for found in _UNSEEN.finditer(text):
        before = text[max(0, found.start() - 1) : found.start()]
        if _JOINERS.fullmatch(found[0]) and before >= _FIRST_JOINED and not _EAST.match(before):
            continue
        turning = any(unicodedata.bidirectional(sign) in _TURNING for sign in found[0])
        reason = "characters that turn the direction of writing" if turning else "characters that do not show"
        yield _mark(found.span(), "unseen", reason)
    for line in _LINE.finditer(text):
        if line[0].isspace() and not line[0].isascii():
            yield _mark(line.span(), "unseen", "a line of white space that is no plain space")


def _spelling(text: str) -> Iterator[Mark]:
    """Yield names of countries in which a letter stands in the wrong place."""
    names = meant_names()
    for word in _CAPITALISED.finditer(text):
        if meant := names.get(word[0]):
            yield _mark(word.span(), "spelling", f"perhaps “{meant}”: quote it with [sic]")


def _struck(text: str) -> Iterator[Mark]:
    """Yield the words that a document strikes out."""
    for words in STRUCK_OUT.finditer(text):
        yield _mark(words.span(), "struck", "struck out in the file")


def _mark(span: Span, kind: Kind, reason: str) -> Mark:
    return Mark(*span, kind, reason)
