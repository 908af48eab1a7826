"""Whether a full stop ends a sentence, or belongs to an abbreviation, an initial or a number in a list."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 12

_NEVER_LAST: Final = re.compile(
    r"Mrs?|M[sx]|Dr|Prof|Messrs|(?:Lt\.|Maj\.|Brig\.)?Gen|Adm|Lt|(?:Lt\.)?Col|Maj|Capt|Cpt|Cm?dr|Sgt|Cpl"
    r"|Brig|Pvt|Reps?|Sens?|Gov|Pres|Rev|Hon|Amb|Fr|Supt|Insp|Mt|Ft"
    r"|vs?|[Cc]f|ca|[Ff]igs?|[Vv]ol|pp|eds|[Aa]pprox|[Ii]\.e|[Ee]\.g"
)
_SELDOM_LAST: Final = re.compile(
    r"[JS]n?r|St|Inc|Ltd|Corp|Cos?|Bros|Dept|Univ|Assn|etc|al|Ave|Blvd|Rd|Ph\.D"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
    # U.S, a.m, and the initial of a name.
    r"|(?:[A-Za-z]\.)+[A-Za-z]|[A-ZÀ-ÖØ-Þ]"
)
_BEFORE_A_NUMBER: Final = re.compile(r"[Nn]os?|p|[Aa]rt|[Ss]ec|[Cc]h|[Pp]ara")
_ENUMERATOR: Final = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,4})")
_OPENING_WORD: Final = re.compile(
    r"(?:the|this|that|these|those|there|it|its|he|his|she|her|they|their|we|our|you|i|in|on|at|for|from|by"
    r"|with|without|as|an?|and|but|or|yet|so|if|when|while|after|before|since|because|although|though|despite"
    r"|during|under|over|following|according|however|meanwhile|moreover|furthermore|additionally|also|both"
    r"|earlier|later|then|thus|therefore|instead|such|some|many|most|all|each|no|not|what|who|why|how|where"
    r"|to|once|until|unlike|among|details)(?![\w.’'-])",
    re.IGNORECASE,
)
"""A word that opens a sentence far more often than it follows U.S. or an initial inside one."""


def abbreviates(text: str, start: int, point: int, following: int) -> bool:
    """Tell whether the sentence from `start` goes on behind the full stop at `point`, with `following`."""
    if _ENUMERATOR.fullmatch(text, start, point):
        return True
    word = re.split(r"[^\w.-]", text[max(start, point - _LONGEST) : point])[-1]
    if _NEVER_LAST.fullmatch(word) or (_BEFORE_A_NUMBER.fullmatch(word) and text[following].isdigit()):
        return True
    return bool(_SELDOM_LAST.fullmatch(word)) and not _OPENING_WORD.match(text, following)
