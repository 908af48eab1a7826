"""The words between quotation marks, which must be a source's own; quoting in short, and counting words."""

from __future__ import annotations

import re
from typing import Final

from briefer.wording.characters import HAN, HANGUL, KANA, Span
from briefer.wording.words import WORD

_CLOSES: Final = {
    "”": "”", '"': '"', "＂": "＂", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』", "｢": "｣",
    "﹁": "﹂", "﹃": "﹄", "《": "》", "〈": "〉", "〝": "〞〟",
}  # fmt: skip
"""What ends a quotation: «so» in French, »so« in Danish."""
_LOW: Final = "„‟⹂"
"""Marks that “ or ” closes, or a straight one where neither follows: „so“ in German, „so” in Polish."""
_SINGLE: Final = "‘‚‛"
_TYPED: Final = "'’´`＇"
"""Marks that are apostrophes as well: one opens behind white space or a bracket, and closes behind a word."""
_FEWEST: Final = {**dict.fromkeys(_SINGLE, 2), **dict.fromkeys(_TYPED, 4)}
"""Fewer words may as well be a name, or stand between two apostrophes."""
_TWICE: Final = ("''", "’’", "‘‘", "´´", "``", ",,")
"""Two marks that stand for one: ``so'' where there is no other."""
_TWICE_ENDS: Final = "''|’’|´´|``|[“”\"]"
_ELIDED: Final = (
    r"(?i:tis|twas|twere|twill|em|till?|cause|cos|cuz|bout|round|neath|gainst|fraid|nuff|hood|n|s|t"
    r"|ndrangheta|abd|ali|amr|ayn|isa|umar|uthman)\b"
)
"""Words that an apostrophe begins: short forms, and names."""
_OPENING: Final = re.compile(
    # “ before white space closes nothing and opens nothing, unless its ” follows.
    rf"“(?=\S|[^“”\n]+”)|(?<!\w)(?:{'|'.join(_TWICE)})(?=[^\s{_TYPED},])|[{_LOW}«‹「『｢﹁﹃《〈〝]"
    # These open where no word ends before them and one begins behind them: ”this is a critical phase.”
    rf"|(?<![^\W{KANA}{HAN}{HANGUL}])[”\"＂»›](?=[^\s“”\"’')\].,;:!?—–-])"
    rf"|(?<!\w)[{_SINGLE}](?!{_ELIDED})(?=[^\W\d])|(?<![^\s(\[{{—–-])[{_TYPED}](?!{_ELIDED})(?=[^\W\d])",
)
_INSIDE: Final = {
    **{mark: re.compile(rf"[^{closing}\n]*") for mark, closing in _CLOSES.items()},
    **dict.fromkeys(_LOW, re.compile(rf"[^{_LOW}“”\n]*(?=[“”])|[^{_LOW}“”\"\n]*")),
    "“": re.compile(r"[^“”\n]*(?=”)|[^“\"\n]*"),
    # An apostrophe goes on into a word; single marks count only when they close.
    "‘": re.compile(r"[^‘’\n]*(?:’(?=\w)[^‘’\n]*)*(?=’)"),
    "‛": re.compile(r"[^‛‘’\n]*(?:’(?=\w)[^‛‘’\n]*)*(?=’)"),
    "‚": re.compile(r"[^‚‘’\n]*(?:’(?=\w)[^‚‘’\n]*)*(?=[‘’])"),
    # Within a word, before an elided one, or the possessive of a plural ("the allies' plan"), it is no end.
    **dict.fromkeys(
        _TYPED,
        re.compile(
            # No two of these match alike: a text of apostrophes must not be tried in every way.
            rf"(?:[^{_TYPED}\n]|(?<=\w)[{_TYPED}](?=\w)|(?<=s)[{_TYPED}](?=\s+\w)"
            rf"|(?<!\w)[{_TYPED}](?={_ELIDED}))*"
            rf"(?=(?<=\S)[{_TYPED}](?!\w))"
        ),
    ),
    **{marks: re.compile(rf"(?:(?!{_TWICE_ENDS}|{marks})[^\n])*(?={_TWICE_ENDS})") for marks in _TWICE},
}
_OPENED_ANEW: Final = (" “", "\u00a0“")
_MARKS: Final = '“”„‟«»"'
_IDEOGRAPH: Final = re.compile(rf"[{KANA}{HAN}]")
_IDEOGRAPHS_A_WORD: Final = 2


def quoted_stretches(text: str) -> list[Span]:
    """Give the stretches between quotation marks, without the marks and the white space beside them.

    A comma or full stop before the closing mark is left out too: English sets the writer's own there.
    A mark that is never closed quotes to the end of its line, so that leaving it out hides nothing.
    Single marks count from two words on, those that are apostrophes too from four. A quotation within a
    quotation is part of the outer one.
    """
    spans = []
    opening = _OPENING.search(text)
    while opening:
        inside = _INSIDE[opening[0]].match(text, opening.end())
        if inside and word_count(inside[0]) >= _FEWEST.get(opening[0], 1):
            start = inside.end() - len(inside[0].lstrip())
            spans.append((start, start + len(inside[0].strip().rstrip(".,").rstrip())))
        opening = _OPENING.search(text, _after(text, inside.end()) if inside else opening.end())
    return spans


def _after(text: str, end: int) -> int:
    """Return where the next quotation may open: a mark behind white space opens one, and ended none."""
    return end if text[end - 1 : end + 1] in _OPENED_ANEW else end + 1


def claimed_stretches(text: str) -> list[Span]:
    """Give the stretches that the text of an analyst quotes: they may go on over the ends of lines."""
    return quoted_stretches(text.replace("\n", " "))


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
