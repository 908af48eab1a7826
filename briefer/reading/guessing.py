"""In which encoding bytes are that do not say it: by what must stand in a text of each, and must not.

Statistics of single bytes need more than an article has. What tells encodings of Latin and Cyrillic letters
apart is where a wrong one puts its letters: beside digits, capitals within words, signs between letters,
and letters together that no language has.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

_ENOUGH: Final = 20_000
"""Bytes of lines that are not ASCII teach the guess all it can learn."""
_MOST_WRONG: Final = 0.15
"""Of the characters that are not ASCII may stand where none should."""
_LATIN: Final = (
    "cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1254", "cp1257", "mac-roman", "cp850", "cp852",
    "mac-latin2",
)  # fmt: skip
_CYRILLIC: Final = ("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
"""The more usual first: of two that fit as well, it is taken."""
_ALPHABETS: Final = tuple(map(frozenset, (
    "àâæçéèêëîïôœùûüÿñöäíóá", "àáâãçéêíóôõúüñ", "áéíñóúüçàèïòö", "äöüßéèàçáïë", "åäöæøéüáèàô", "áðéíóúýþæöé",
    "àèéìíòóùúî", "ąćęłńóśźżéöü", "áčďéěíňóřšťúůýžöü", "áäčďéíĺľňóôŕšťúýžöü", "áéíóöőúüűä", "ăâîşţșțéá",
    "čćđšžéöü", "çğıöşüi̇âîûé", "äõöüšžé", "āčēģīķļņšūžōŗö", "ąčęėįšųūžö", "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "абвгдежзийклмнопрстуфхцчшщьюяіїєґ", "абвгдежзијклмнопрстуфхцчшђљњћџѓќѕ",
)))  # fmt: skip
_FIRST_CYRILLIC: Final = "\u0400"
_COMMON: Final = frozenset("оеаинтсрвліјОЕАИНТСРВЛІЈ")
_LEAST_COMMON: Final = 0.45
"""Of Cyrillic letters are these in any text."""
_FREE: Final = frozenset("’‘“”„‚«»‹›–—…\u00a0")
"""Signs that may stand beside any other, and the first between letters."""
_SIGNS: Final = frozenset("•€£§©®™°·¿¡ªº½¼¾²³±×µ¥¢№\u00ad") | _FREE
_BESIDE_A_DIGIT: Final = frozenset("ªº")
_KANA: Final = re.compile("[\u3041-\u30fe]")
_HALF_KANA: Final = re.compile("[\uff61-\uff9f]")
"""What the bytes of other encodings of the East read as in cp932."""
_MANY_KANA: Final = 0.1
_JAPANESE: Final = re.compile(rb"\x1b\$[@B]")
_KOREAN: Final = re.compile(rb"\x1b\$\)C")
_CHINESE: Final = re.compile(rb"~\{(?:[!-}][!-~])+~\}")


def wide(data: bytes) -> str:
    """Name the codec of a text in UTF-16 or UTF-32 without a byte order mark, or nothing.

    Read in the wrong order, characters come from all over Unicode, and some of them from nowhere.
    """
    if b"\0" not in data:
        return ""
    found = [
        (len({ord(sign) >> 8 for sign in text}), codec)
        for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
        if (text := _read(data, codec)) and all(map(_is_of_text, text))
    ]
    return min(found, key=lambda one: one[0])[1] if found else ""


def escaped(data: bytes) -> str:
    """Name the codec of a text of the East in seven bits, or nothing."""
    if not data.isascii():
        return ""
    for sign, codec in ((_JAPANESE, "iso2022_jp_ext"), (_KOREAN, "iso2022_kr"), (_CHINESE, "hz")):
        if sign.search(data) and _read(data, codec):
            return codec
    return ""


def japanese(data: bytes) -> str:
    """Name the codec of a text in which many letters are hiragana or katakana, or nothing."""
    for codec in ("cp932", "euc_jp"):
        signs = [sign for sign in _read(data, codec) if not sign.isascii()]
        full, half = (len(kana.findall("".join(signs))) for kana in (_KANA, _HALF_KANA))
        if full > _MANY_KANA * len(signs) and half < full:
            return codec
    return ""


def alphabetic(data: bytes) -> str:
    """Name the codec, of one byte a character, of a text in Latin or Cyrillic letters, or nothing."""
    lines = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_ENOUGH]
    scores = [
        (_wrong(text, cyrillic=codec in _CYRILLIC), codec)
        for codec in (*_LATIN, *_CYRILLIC)
        if (text := _read(lines, codec))
    ]
    best = min(scores, key=lambda one: one[0], default=(1.0, ""))
    return best[1] if best[0] <= _MOST_WRONG else ""


def _read(data: bytes, codec: str) -> str:
    """Decode, or return nothing where that cannot be."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""


def _is_of_text(sign: str) -> bool:
    return sign in "\t\n\f\r" or unicodedata.category(sign) not in {"Cc", "Cn", "Co", "Cs"}


def _wrong(text: str, *, cyrillic: bool) -> float:
    """Give the share of what is not ASCII that stands where none should; 1 if it is no such text at all."""
    letters = [sign for sign in text if sign.isalpha() and not sign.isascii()]
    if cyrillic:
        common = sum(sign in _COMMON for sign in letters)
        capitals = sum(map(str.isupper, letters))
        if common < _LEAST_COMMON * max(len(letters), 1) or capitals > len(letters) / 2:
            return 1
    elif len(letters) > sum(map(str.isalpha, text)) / 2:
        return 1
    counted = Counter("".join(letters).lower())
    strange = min(sum(counted[sign] for sign in counted.keys() - known) for known in _ALPHABETS)
    odd = sum(map(_is_odd, *_neighbours(text)))
    return (strange + odd) / max(sum(not sign.isascii() for sign in text), 1)


def _neighbours(text: str) -> Iterator[str]:
    """Give characters that are not ASCII, those before them, and those after."""
    places = [place for place, sign in enumerate(text) if not sign.isascii()]
    padded = f" {text} "
    yield "".join(text[place] for place in places)
    yield "".join(padded[place] for place in places)
    yield "".join(padded[place + 2] for place in places)


def _is_odd(sign: str, before: str, after: str) -> bool:
    """Tell whether no writer puts a character between these two."""
    if sign in _BESIDE_A_DIGIT and before in "0123456789.":
        return False
    beside = (before, after)
    if sign.isalpha():
        mixed = sign >= _FIRST_CYRILLIC and any(other.isascii() and other.isalpha() for other in beside)
        return mixed or any(map(str.isdigit, beside)) or (sign.isupper() and before.islower())
    if sign not in _SIGNS:
        return True
    if before.isalpha() and after.isalpha():
        return sign not in "’‘–—·…\u00a0\u00ad"
    return sign not in _FREE and any(not other.isascii() and other not in _FREE for other in beside)
