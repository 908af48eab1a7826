"""The classes of characters that the other modules share.

A class is the inside of a bracket expression: `f"[{HANGUL}]"`.
"""

from __future__ import annotations

from typing import Final

Span = tuple[int, int]
"""Start and end of a stretch of text in code points, end exclusive."""

HANGUL: Final = r"\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb\uffa0-\uffdc"
KANA: Final = r"\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HAN: Final = (
    r"\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
MARKS: Final = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
"""Combining marks and variation selectors: they belong to the character before them."""

UNSEEN: Final = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphen, characters of no width, and directions."""

QUOTING: Final = "“”„‟⹂\"＂〝〞〟«»‹›「」『』｢｣﹁﹂﹃﹄《》〈〉‘’‚‛'＇"
"""Unicode’s Quotation_Mark, and the East’s marks of titles, which quote words too."""
