"""Plain text, in whatever encoding it came."""

from __future__ import annotations

import codecs
from typing import Final

from briefer.errors import BrieferError
from briefer.reading.reading import Reading
from briefer.wording.control import clean

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_GUESSED_FROM: Final = 1 << 20  # bytes; more teaches the guess nothing
_CONTROLS: Final = bytes({*range(9), 11, *range(14, 27), *range(28, 32)})
_MANY: Final = 0.1
_WESTERN: Final = "cp1252"
# Not here: signs that stand in place of common Polish, Czech, Hungarian and Turkish letters.
_WESTERN_BYTES: Final = (
    "€‚„…†‘’“”•–—™¡£§©«®°´·»¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØŒÙÚÛÜßàáâãäåæçèéêëìíîïñòóôöøœùúüÿ\u00a0".encode(_WESTERN)
)


def read(file_name: str, data: bytes) -> Reading:
    """Read plain text: by its byte order mark, as UTF-8, as UTF-16 without a mark, or by a guess.

    Raises BrieferError when the bytes are no text.
    """
    codec, name, guessed = _encoding(file_name, data)
    body, replaced = _decoded(data, codec)
    text, dropped = clean(body)
    return Reading(file_name, data, text, name, guessed, dropped, replaced)


def _decoded(data: bytes, codec: str) -> tuple[str, int]:
    try:
        return data.decode(codec), 0
    except UnicodeDecodeError:
        body = data.decode(codec, "replace")
        return body, body.count("\ufffd")


def _encoding(file_name: str, data: bytes) -> tuple[str, str, bool]:
    """Return the codec, its name for people, and whether it is a guess."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return codec, name, False
    codec = _utf16(data)
    if codec:
        return codec, "UTF-16", True
    if len(data.translate(None, _CONTROLS)) < (1 - _MANY) * len(data):
        raise BrieferError(f"“{file_name}” is not text; save it as text first.")
    try:
        data.decode()
    except UnicodeDecodeError:
        return _guess(file_name, data)
    return "utf-8", "UTF-8", False


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
    if _is_western(data):
        return _WESTERN, "WINDOWS-1252", True

    from charset_normalizer import from_bytes

    sample = data[: data.find(b"\n", _GUESSED_FROM) + 1] or data
    best = from_bytes(sample).best()
    if best is None:
        raise BrieferError(
            f"“{file_name}” is in no encoding that could be recognised; save it as UTF-8 first."
        )
    return best.encoding, best.encoding.replace("_", "-").upper(), True
