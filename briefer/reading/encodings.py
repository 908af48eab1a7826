"""Encodings of text: how files name them, and how they are named to people, who may choose one."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from typing import Final

WESTERN: Final = "cp1252"
CHOICES: Final[Mapping[str, Sequence[str]]] = {
    "Unicode": ("UTF-8", "UTF-16LE", "UTF-16BE"),
    "Western European": ("windows-1252", "ISO-8859-15", "macintosh", "IBM850"),
    "Central European": ("windows-1250", "ISO-8859-2", "mac-latin2", "IBM852"),
    "Cyrillic": ("windows-1251", "KOI8-R", "KOI8-U", "ISO-8859-5", "mac-cyrillic", "IBM866"),
    "Greek": ("windows-1253", "ISO-8859-7"),
    "Turkish": ("windows-1254",),
    "Baltic": ("windows-1257", "ISO-8859-13"),
    "Hebrew": ("windows-1255", "ISO-8859-8"),
    "Arabic": ("windows-1256", "ISO-8859-6"),
    "Thai": ("TIS-620",),
    "Vietnamese": ("windows-1258",),
    "Chinese": ("GB18030", "Big5"),
    "Japanese": ("Shift_JIS", "EUC-JP", "ISO-2022-JP"),
    "Korean": ("EUC-KR", "ISO-2022-KR"),
}
"""Encodings in which texts are met, the more usual first, by what is written in them.

The names are IANA's (https://www.iana.org/assignments/character-sets), those of Apple's encodings Python's.
"""
_KNOWN: Final = re.compile(
    r"utf-(?:8|16|32)|iso8859|iso2022|cp\d|koi8|mac-|euc|shift|gb|big5|hz|johab|tis-|ascii"
)
"""Names of encodings of text; Python knows others, such as escapes in source code."""
# As the WHATWG reads these names: pages say less than they use.
_WIDER: Final = {
    "ascii": WESTERN, "iso8859-1": WESTERN, "iso8859-9": "cp1254", "euc_kr": "cp949",
    "shift_jis": "cp932", "shift_jis_2004": "cp932", "shift_jisx0213": "cp932",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "tis-620": "cp874",
    "iso2022_jp": "iso2022_jp_ext",
}  # fmt: skip


def codec_of(name: str) -> str:
    """Return the codec for an encoding as files call it, or nothing when it is none of text."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    return _WIDER.get(codec, codec) if _KNOWN.match(codec) else ""


def name_of(codec: str) -> str:
    """Return what people call an encoding."""
    return _NAMES.get(codec) or codec.replace("_", "-").upper()


_NAMES: Final = {codec_of(name): name for names in CHOICES.values() for name in names}
