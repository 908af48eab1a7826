"""Bytes become characters: as somebody chose, by their byte order mark, by what they say, or by a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from briefer.reading.encodings import WESTERN, codec_of, name_of
from briefer.reading.guessing import alphabetic, escaped, japanese, wide
from briefer.reading.reading import UnreadableError
from briefer.wording.control import clean

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ORDER_MARKS: Final = {
    ordered: tuple(mark for mark, codec, _ in _MARKS if codec == ordered) for ordered in ("utf-16", "utf-32")
}
_MARK: Final = "\ufeff"
_MOSTLY: Final = 4
"""As many characters are whole, at least, for each byte that is not, where a text is UTF-8 all the same."""
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
_GUESSED_FROM: Final = 1 << 20  # bytes; more teaches the guess nothing
_CONTROLS: Final = bytes({*range(9), 11, *range(14, 27), *range(28, 32)})
_MANY: Final = 0.1
# Not here: signs that stand in place of common Polish, Czech, Hungarian and Turkish letters.
_WESTERN_BYTES: Final = (
    "€‚„…†‘’“”•–—™¡£§©«®°´·»¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØŒÙÚÛÜßàáâãäåæçèéêëìíîïñòóôöøœùúüÿ\u00a0".encode(WESTERN)
)
_LOOKED_AT: Final = 1 << 18  # bytes
_LINES: Final = 40
_LINE: Final = 160
"""Lines of a specimen, and code points of each."""
_STRAY: Final = 0.001
"""Of the characters may be unreadable in an encoding that is believed all the same."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the name of their encoding for people, and how sure that is."""

    text: str
    encoding: str
    guessed: bool = False
    replaced: int = 0
    remarks: tuple[str, ...] = ()


def decoded(file_name: str, data: bytes, declared: str = "") -> Decoded:
    """Decode by a byte order mark, by what the file declares if that can be, else by a guess.

    Raises UnreadableError when the bytes are no text.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, name)
    if believed := _believed(data, declared):
        return believed
    codec, name, guessed = _guess(file_name, data)
    found = _strictly(data, codec, name)
    if declared and codec_of(declared) != codec_of(name):
        remark = f"It says that it is in {declared[:40]}, but was read as {name}."
        return Decoded(found.text, name, guessed, found.replaced, (remark,))
    return Decoded(found.text, name, guessed, found.replaced)


def chosen(file_name: str, data: bytes, encoding: str) -> Decoded:
    """Decode as somebody chose, whatever the bytes say; raises UnreadableError for no encoding of text."""
    codec = codec_for(data, encoding)
    if not codec:
        raise UnreadableError(
            f"“{file_name}” cannot be read in “{encoding[:40]}”, which is no known encoding;"
            " name one such as UTF-8 or windows-1251."
        )
    found = _strictly(data, codec, name_of(codec))
    return replace(found, text=found.text.removeprefix(_MARK))


def specimen(data: bytes, encoding: str) -> str:
    """Return lines of a text as an encoding has them, by which one sees whether it is the right one.

    They are the first in which characters differ from one encoding to another.
    """
    begin = 0
    first = _NOT_ASCII.search(data)
    if first and first.start() >= _LOOKED_AT and b"\0" not in data[:_LOOKED_AT]:
        begin = max(data.rfind(b"\n", 0, first.start()) + 1, first.start() - _LINE)
    read = data[begin : begin + _LOOKED_AT].decode(codec_for(data, encoding), "replace")
    lines = clean(read)[0].split("\n")
    telling = [line for line in lines if not line.isascii()] or lines
    return "\n".join(map(_piece, telling[:_LINES]))


def codec_for(data: bytes, encoding: str) -> str:
    """Return the codec for an encoding, or nothing; of UTF-16 and UTF-32 the order of bytes is looked for."""
    codec = codec_of(encoding)
    if codec not in _ORDER_MARKS or data.startswith(_ORDER_MARKS[codec]):
        return codec
    sample = data[:_LOOKED_AT]
    found = _utf16(sample) or wide(sample)
    return found if found.startswith(codec) else f"{codec}-le"


def _piece(line: str) -> str:
    """Return as much of a line as is shown, with its first character that is not ASCII."""
    first = next((place for place, sign in enumerate(line) if not sign.isascii()), 0)
    begin = max(first - _LINE // 2, 0)
    piece = line[begin : begin + _LINE]
    return f"{'…' if begin else ''}{piece}{'…' if line[begin + _LINE :] else ''}"


def _strictly(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        return Decoded(text, name, replaced=text.count("\ufffd"))


def _believed(data: bytes, declared: str) -> Decoded | None:
    """Decode as declared, unless that is no encoding of text, or the bytes are plainly something else."""
    codec = codec_of(declared)
    if not codec or (codec.startswith(("utf-16", "utf-32")) and b"\0" not in data):
        return None
    if codec != "utf-8" and not data.isascii() and not codec.startswith("utf") and _is_utf_8(data):
        return None
    found = _strictly(data, codec, name_of(codec))
    return found if found.replaced <= _STRAY * len(found.text) else None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_nearly_utf_8(data: bytes) -> bool:
    """Tell whether most of what is not ASCII is UTF-8: nothing else looks like it by chance."""
    text = data.decode(errors="replace")
    strange = text.count("\ufffd")
    return sum(not sign.isascii() for sign in text) > _MOSTLY * strange


def _utf16(data: bytes) -> str:
    """Return the codec when most characters have a zero byte on the same side, as Latin UTF-16 has."""
    sample = data[:4096]
    half = len(sample) // 2
    if half and len(data) % 2 == 0:
        if sample[1::2].count(0) > half * 0.5 and sample[::2].count(0) < half * 0.1:
            return "utf-16-le"
        if sample[::2].count(0) > half * 0.5 and sample[1::2].count(0) < half * 0.1:
            return "utf-16-be"
    return ""


def _is_western(data: bytes) -> bool:
    """Tell whether the few bytes that are not ASCII are letters and marks of Western Europe.

    A statistical guess needs more of them than an English report has, and takes “ for Polish.
    """
    plain = data.translate(None, bytes(range(128)))
    return len(plain) < len(data) / 2 and not plain.translate(None, _WESTERN_BYTES)


def _guess(file_name: str, data: bytes) -> tuple[str, str, bool]:
    """Return the codec, its name for people, and whether it is a guess."""
    if codec := _utf16(data):
        return codec, name_of(codec), True
    exact = _is_utf_8(data)
    controls = len(data.translate(None, _CONTROLS)) < (1 - _MANY) * len(data)
    if codec := escaped(data) or (wide(data) if controls or not exact else ""):
        return codec, name_of(codec), True
    if controls:
        raise UnreadableError(f"“{file_name}” is not text; save it as text first.")
    if exact or _is_nearly_utf_8(data):
        return "utf-8", "UTF-8", not exact
    sample = data[: data.find(b"\n", _GUESSED_FROM) + 1] or data
    if codec := japanese(sample) or alphabetic(sample) or (WESTERN if _is_western(data) else ""):
        return codec, name_of(codec), True

    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise UnreadableError(
            f"“{file_name}” is in no encoding that could be recognised; save it as UTF-8 first."
        )
    codec = codec_of(best.encoding) or best.encoding
    return codec, name_of(codec), True
