"""The words between quotation marks, which must be a source's own; quoting in short, and counting words."""

from __future__ import annotations

import re
from typing import Final

from briefer.wording.characters import HAN, HANGUL, KANA, Span
from briefer.wording.words import WORD

_FEWEST_IN_SINGLE_MARKS: Final = 4
"""Fewer words may as well stand between two apostrophes, or be a name."""

_CLOSES: Final = {
    "”": "”", '"': '"', "＂": "＂", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "｢": "｣",
    "﹁": "﹂", "﹃": "﹄", "《": "》", "〈": "〉", "〝": "〞〟",
}  # fmt: skip
"""What ends a quotation: «so» in French, »so« in Danish."""
_LOW: Final = "„‟⹂"
"""Marks that “ or ” closes, or a straight one where neither follows: „so“ in German, „so” in Polish."""
_SINGLE: Final = "‘‚‛"
_OPENING: Final = re.compile(
    # “ before white space closes nothing and opens nothing, unless its ” follows.
    rf"“(?=\S|[^“”\n]+”)|[{_LOW}«‹「『｢﹁﹃《〈〝]"
    # These open where no word ends before them and one begins behind them: ”this is a critical phase.”
    rf"|(?<![^\W{KANA}{HAN}{HANGUL}])[”\"＂»›](?=[^\s“”\"’')\].,;:!?—–-])"
    rf"|(?<!\w)[‘‚‛](?=[^\W\d])",
)
_INSIDE: Final = {
    **{mark: re.compile(rf"[^{closing}\n]*") for mark, closing in _CLOSES.items()},
    **dict.fromkeys(_LOW, re.compile(rf"[^{_LOW}“”\n]*(?=[“”])|[^{_LOW}“”\"\n]*")),
    "“": re.compile(r"[^“”\n]*(?=”)|[^“\"\n]*"),
    # An apostrophe goes on into a word; single marks count only when they close.
    "‘": re.compile(r"[^‘’\n]*(?:’(?=\w)[^‘’\n]*)*(?=’)"),
    "‛": re.compile(r"[^‛‘’\n]*(?:’(?=\w)[^‛‘’\n]*)*(?=’)"),
    "‚": re.compile(r"[^‚‘’\n]*(?:’(?=\w)[^‚‘’\n]*)*(?=[‘’])"),
}
_MARKS: Final = '“”„‟«»"'
_IDEOGRAPH: Final = re.compile(rf"[{KANA}{HAN}]")
_IDEOGRAPHS_A_WORD: Final = 2


def quoted_stretches(text: str) -> list[Span]:
    """Give the stretches between quotation marks, without the marks and the white space beside them.

    A comma or full stop before the closing mark is left out too: English sets the writer's own there.
    A mark that is never closed quotes to the end of its line, so that leaving it out hides nothing.
    Single marks count from four words on. A quotation within a quotation is part of the outer one.
    """
    spans = []
    opening = _OPENING.search(text)
    while opening:
        inside = _INSIDE[opening[0]].match(text, opening.end())
        if inside and word_count(inside[0]) >= (_FEWEST_IN_SINGLE_MARKS if opening[0] in _SINGLE else 1):
            start = inside.end() - len(inside[0].lstrip())
            spans.append((start, start + len(inside[0].strip().rstrip(".,").rstrip())))
        opening = _OPENING.search(text, inside.end() + 1 if inside else opening.end())
    return spans


def quoted_in_short(text: str, most: int) -> str:
    """Return the first code points of a text on one line between quotation marks.

    Marks that it has round itself, or is cut between, stand for ours; beside others ours would double.
    """
    line = " ".join(text.split())
    line = line if len(line) <= most else f"{line[:most].rstrip()}…"
    bare = line.strip(_MARKS)
    return line if bare != line and any(mark in bare for mark in _MARKS) else f"“{bare}”"


def word_count(text: str) -> int:
    """Count words: of Latin scripts and Hangul as they stand, of kana and kanji one for two characters."""
    ideographs = len(_IDEOGRAPH.findall(text))
    return len(WORD.findall(text)) + -(-ideographs // _IDEOGRAPHS_A_WORD)
