"""Names from outside in a line of our own: nothing in them is unseen, and nothing turns the line round.

A file may be called so that it looks like another. What has no shape, and what orders the direction
of others, is written as its code; words that run from the right are kept apart from what is around.
"""

from __future__ import annotations

import re
from typing import Final

_UNSEEN: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_FROM_THE_RIGHT: Final = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_QUOTED: Final = re.compile(r"(?<=“)[^“”]+(?=”)")
_APART: Final = "\u2068{}\u2069"
"""First strong isolate, and its end."""


def shown_name(name: str) -> str:
    """Return a name as it is shown, with “<U+202E>” for the character that turns what follows round."""
    return _apart(_with_codes(name))


def shown_sentence(sentence: str) -> str:
    """Return one line about names, which stand in it between “ and ”, as it is shown."""
    return _QUOTED.sub(lambda found: _apart(found[0]), _with_codes(sentence))


def _with_codes(words: str) -> str:
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", words)


def _apart(words: str) -> str:
    return _APART.format(words) if _FROM_THE_RIGHT.search(words) else words
